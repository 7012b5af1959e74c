# cmake -D FOLDER=… -D NAME=… -D OUT=… -P EmbedFolder.cmake: writes NAME.S and NAME.cc into OUT, which hold every file below FOLDER and give
# them by `std::vector<EmbeddedFile> NAME()` in the namespace fengbiao. Run when a program is built, for files that are made only then.
file(GLOB_RECURSE files ${FOLDER}/*)
list(SORT files)
set(asm "  .section .rodata\n")
set(externs "")
set(table "")
set(n 0)
foreach(file IN LISTS files)
  file(RELATIVE_PATH path ${FOLDER} ${file})
  string(APPEND asm "  .global ${NAME}_${n}\n  .global ${NAME}_${n}_end\n${NAME}_${n}:\n  .incbin \"${file}\"\n${NAME}_${n}_end:\n  .byte 0\n")
  string(APPEND externs "extern const char ${NAME}_${n}[], ${NAME}_${n}_end[];\n")
  string(APPEND table "    {\"${path}\", {${NAME}_${n}, static_cast<std::size_t>(${NAME}_${n}_end - ${NAME}_${n})}},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND asm "  .section .note.GNU-stack,\"\",%progbits\n")
file(WRITE ${OUT}/${NAME}.S "${asm}")
file(WRITE ${OUT}/${NAME}.cc
"// Made by cmake/EmbedFolder.cmake.\n#include \"base/embedded.h\"\nextern \"C\" {\n${externs}}\nnamespace fengbiao {\nstd::vector<EmbeddedFile> ${NAME}();\nstd::vector<EmbeddedFile> ${NAME}() {\n  return {\n${table}  };\n}\n}\n")
