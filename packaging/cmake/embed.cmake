# SPDX-License-Identifier: EUPL-1.2
# Writes OUT, a C++ file that holds every JSON and SQL file below ROOT as a string, by its name relative to ROOT.
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.json ${ROOT}/*.sql)
list(SORT files)
set(text "// Made from schema/ by packaging/cmake/embed.cmake.\n#include \"resources/resources.hpp\"\n")
string(APPEND text "namespace mvoi::resources {\nconst File files[] = {\n")
foreach(name IN LISTS files)
  file(READ ${ROOT}/${name} content)
  string(APPEND text "{\"${name}\", R\"~~~(${content})~~~\"},\n")
endforeach()
list(LENGTH files count)
string(APPEND text "};\nconst std::size_t file_count = ${count};\n}\n")
file(WRITE ${OUT} "${text}")
