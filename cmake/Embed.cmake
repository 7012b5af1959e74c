# embed_file(ROOM SYMBOL FILE): the bytes of one file, from SYMBOL to SYMBOL_end.
function(embed_file room symbol file)
  set(asm ${CMAKE_BINARY_DIR}/generated/${symbol}.S)
  file(CONFIGURE OUTPUT ${asm} CONTENT
"  .section .rodata\n  .global ${symbol}\n  .global ${symbol}_end\n${symbol}:\n  .incbin \"${file}\"\n${symbol}_end:\n  .byte 0\n  .section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS "${file}")
  target_sources(room_${room} PRIVATE ${asm})
endfunction()

# embed_folder(ROOM FOLDER NAME): every file below FOLDER becomes part of the program, given by `std::vector<EmbeddedFile> NAME()` in the
# namespace fengbiao (base/embedded.h) under its path relative to FOLDER. A folder that is not there gives none. The bytes come in with
# .incbin, so that large lexicons cost no compile time.
function(embed_folder room folder name)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
  list(SORT files)
  set(asm "  .section .rodata\n")
  set(table "")
  set(externs "")
  set(n 0)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${folder} ${file})
    string(APPEND asm "  .global ${name}_${n}\n  .global ${name}_${n}_end\n${name}_${n}:\n  .incbin \"${file}\"\n${name}_${n}_end:\n  .byte 0\n")
    string(APPEND externs "extern const char ${name}_${n}[], ${name}_${n}_end[];\n")
    string(APPEND table "    {\"${path}\", {${name}_${n}, static_cast<std::size_t>(${name}_${n}_end - ${name}_${n})}},\n")
    math(EXPR n "${n} + 1")
  endforeach()
  string(APPEND asm "  .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${name}.S CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${name}.cc CONTENT
"// Made by cmake/Embed.cmake.\n#include \"base/embedded.h\"\nextern \"C\" {\n${externs}}\nnamespace fengbiao {\nstd::vector<EmbeddedFile> ${name}();\nstd::vector<EmbeddedFile> ${name}() {\n  return {\n${table}  };\n}\n}\n" @ONLY)
  set_source_files_properties(${CMAKE_BINARY_DIR}/generated/${name}.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(room_${room} PRIVATE ${CMAKE_BINARY_DIR}/generated/${name}.S ${CMAKE_BINARY_DIR}/generated/${name}.cc)
endfunction()
