# cmake --install build: the program, its man page and completions, and the CMake package `fengbiao` for programs of others:
#
#   find_package(fengbiao REQUIRED)
#   target_link_libraries(mine PRIVATE fengbiao::fengbiao)     # then #include "engine/archive.h"
#
# The library is every room up to publish, as static archives, with the headers of these rooms below include/fengbiao.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(public_rooms ${rooms})
list(REMOVE_ITEM public_rooms serve cli)
set(headers_folder ${CMAKE_INSTALL_INCLUDEDIR}/fengbiao)
add_library(fengbiao_library INTERFACE)
set_target_properties(fengbiao_library PROPERTIES EXPORT_NAME fengbiao)
target_compile_features(fengbiao_library INTERFACE cxx_std_23)
target_link_libraries(fengbiao_library INTERFACE room_publish)
add_library(fengbiao::fengbiao ALIAS fengbiao_library)

set(exported fengbiao_library)
foreach(room IN LISTS public_rooms)
  list(APPEND exported room_${room})
  install(DIRECTORY src/${room}/ DESTINATION ${headers_folder}/${room} FILES_MATCHING PATTERN "*.h")
endforeach()
install(TARGETS ${exported} EXPORT fengbiao ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/fengbiao INCLUDES DESTINATION ${headers_folder})

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/fengbiao)
install(EXPORT fengbiao NAMESPACE fengbiao:: FILE fengbiaoTargets.cmake DESTINATION ${package_folder})
file(WRITE ${CMAKE_BINARY_DIR}/generated/fengbiaoConfig.cmake
"# The libraries fengbiao stands on must be there too; Debian's packages are named in the manual.
set(FENGBIAO_TESTS OFF)
include(\${CMAKE_CURRENT_LIST_DIR}/Dependencies.cmake)
include(\${CMAKE_CURRENT_LIST_DIR}/fengbiaoTargets.cmake)
")
write_basic_package_version_file(${CMAKE_BINARY_DIR}/generated/fengbiaoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/generated/fengbiaoConfig.cmake ${CMAKE_BINARY_DIR}/generated/fengbiaoConfigVersion.cmake
              cmake/Dependencies.cmake DESTINATION ${package_folder})

install(TARGETS fengbiao RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES docs/fengbiao.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completions/fengbiao.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME fengbiao)
install(FILES completions/_fengbiao DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES completions/fengbiao.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES LICENSE README.md README.zh.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
