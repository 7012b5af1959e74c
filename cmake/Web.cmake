# The web application as a part of the program: `npm ci` and `vite build` run when something below web/ changed, and what they made is
# embedded. Node.js is needed for building only. On a machine without it, -DFENGBIAO_WEB=OFF leaves the application out: the program then
# has a plain page in its place that says so, and the whole API.
option(FENGBIAO_WEB "Build the web application (needs Node.js 18 or later and npm)" ON)

# Objects of their own, which wait for no other room: npm and Vite run while C++ compiles.
function(embed_made room)
  add_library(room_${room}_web OBJECT ${ARGN})
  target_include_directories(room_${room}_web PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_sources(room_${room} PRIVATE $<TARGET_OBJECTS:room_${room}_web>)
endfunction()

# embed_web(ROOM NAME): the files of the application, given by `std::vector<EmbeddedFile> NAME()` in the namespace fengbiao.
function(embed_web room name)
  set(web ${CMAKE_SOURCE_DIR}/web)
  set(home ${CMAKE_BINARY_DIR}/web)
  set(made ${home}/${name}.S ${home}/${name}.cc)
  set(list_files ${CMAKE_COMMAND} -D FOLDER=${home}/files -D NAME=${name} -D OUT=${home} -P ${CMAKE_SOURCE_DIR}/cmake/EmbedFolder.cmake)
  file(MAKE_DIRECTORY ${home})
  if(NOT FENGBIAO_WEB)
    file(REMOVE_RECURSE ${home}/files)
    execute_process(COMMAND ${list_files} COMMAND_ERROR_IS_FATAL ANY)
    embed_made(${room} ${made})
    return()
  endif()
  find_program(FENGBIAO_NODE NAMES node nodejs)
  find_program(FENGBIAO_NPM npm)
  if(NOT FENGBIAO_NODE OR NOT FENGBIAO_NPM)
    message(FATAL_ERROR "The web application is built with Node.js and npm, and one of them is missing. `tools/setup build` installs them; "
                        "-DFENGBIAO_WEB=OFF builds the program without the application.")
  endif()
  # npm writes this file last, so it tells that node_modules is whole and of which lock file.
  set(installed ${web}/node_modules/.package-lock.json)
  add_custom_command(OUTPUT ${installed}
    COMMAND ${FENGBIAO_NPM} ci --ignore-scripts --no-audit --no-fund --silent
    COMMAND ${CMAKE_COMMAND} -E touch ${installed}
    DEPENDS ${web}/package.json ${web}/package-lock.json WORKING_DIRECTORY ${web}
    COMMENT "Fetching what the web application is built with (without a network: -DFENGBIAO_WEB=OFF)" VERBATIM)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
  add_custom_command(OUTPUT ${made}
    COMMAND ${FENGBIAO_NODE} node_modules/vite/bin/vite.js build --outDir ${home}/files --emptyOutDir --logLevel warn
    COMMAND ${list_files}
    DEPENDS ${installed} ${sources} ${web}/index.html ${web}/vite.config.js ${web}/phrases.js ${web}/tsconfig.json ${CMAKE_SOURCE_DIR}/data/publish/phrases.yaml
            ${CMAKE_SOURCE_DIR}/cmake/EmbedFolder.cmake
    WORKING_DIRECTORY ${web} COMMENT "Building the web application" VERBATIM)
  embed_made(${room} ${made})
endfunction()
