# embed_data(ROOM FOLDER): every file below FOLDER becomes part of the program, found by base/embedded.h under its path
# relative to FOLDER. The bytes come in with .incbin, so that large lexicons cost no compile time.
function(embed_data room folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
  list(SORT files)
  set(asm "  .section .rodata\n")
  set(table "")
  set(externs "")
  set(n 0)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${folder} ${file})
    string(APPEND asm "  .global fengbiao_embedded_${n}\n  .global fengbiao_embedded_${n}_end\nfengbiao_embedded_${n}:\n  .incbin \"${file}\"\nfengbiao_embedded_${n}_end:\n  .byte 0\n")
    string(APPEND externs "extern const char fengbiao_embedded_${n}[], fengbiao_embedded_${n}_end[];\n")
    string(APPEND table "    {\"${name}\", {fengbiao_embedded_${n}, static_cast<std::size_t>(fengbiao_embedded_${n}_end - fengbiao_embedded_${n})}},\n")
    math(EXPR n "${n} + 1")
  endforeach()
  string(APPEND asm "  .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/embedded.S CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/embedded.cc CONTENT
"// Made by cmake/Embed.cmake.\n#include \"base/embedded.h\"\nextern \"C\" {\n${externs}}\nnamespace fengbiao {\nstd::vector<EmbeddedFile> embedded_files() {\n  return {\n${table}  };\n}\n}\n" @ONLY)
  set_source_files_properties(${CMAKE_BINARY_DIR}/generated/embedded.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(room_${room} PRIVATE ${CMAKE_BINARY_DIR}/generated/embedded.S ${CMAKE_BINARY_DIR}/generated/embedded.cc)
endfunction()

# embed_file(ROOM SYMBOL FILE): the bytes of one file, from SYMBOL to SYMBOL_end.
function(embed_file room symbol file)
  set(asm ${CMAKE_BINARY_DIR}/generated/${symbol}.S)
  file(CONFIGURE OUTPUT ${asm} CONTENT
"  .section .rodata\n  .global ${symbol}\n  .global ${symbol}_end\n${symbol}:\n  .incbin \"${file}\"\n${symbol}_end:\n  .byte 0\n  .section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS "${file}")
  target_sources(room_${room} PRIVATE ${asm})
endfunction()
