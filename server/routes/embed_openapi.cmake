# Writes a source that holds the API description, so that the program needs no file beside it.
#
#   cmake -DINPUT=openapi.json -DOUTPUT=openapi.cpp -P embed_openapi.cmake

file(READ "${INPUT}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE "${OUTPUT}"
"// Generated from openapi.json by embed_openapi.cmake.

#include \"server/routes/openapi.hpp\"

namespace rejoinder::routes {

std::string_view openapi_document() noexcept
{
    static constexpr char bytes[] = {${bytes}};
    return {bytes, sizeof bytes};
}

}  // namespace rejoinder::routes
")
