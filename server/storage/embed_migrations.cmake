# Writes a source that holds the numbered SQL files, so that the program needs no files beside it.
#
#   cmake -DFOLDER=… -DOUTPUT=… -P embed_migrations.cmake

file(GLOB files "${FOLDER}/*.sql")
list(SORT files)

set(entries "")
set(version 0)
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    math(EXPR version "${version} + 1")
    string(REGEX MATCH "^[0-9]+" number "${name}")
    string(REGEX REPLACE "^0+" "" number "${number}")
    if(NOT number STREQUAL version)
        message(FATAL_ERROR "${file}: the migrations are numbered from 0001 without a gap")
    endif()
    file(READ "${file}" sql)
    string(APPEND entries "    {${version}, \"${name}\", R\"~sql~(${sql})~sql~\"},\n")
endforeach()

file(WRITE "${OUTPUT}"
"// Generated from server/storage/migrations/ by embed_migrations.cmake.

#include \"server/storage/migrations.hpp\"

namespace rejoinder::storage {

namespace {

constexpr migration all[] = {
${entries}};

}  // namespace

std::span<const migration> migrations() noexcept
{
    return all;
}

}  // namespace rejoinder::storage
")
