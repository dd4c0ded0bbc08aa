#include "server/http/json_depth.hpp"

namespace rejoinder::http {

bool nests_too_deep(std::string_view json) noexcept
{
    std::size_t depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char each = json[i];
        if (in_text) {
            if (each == '\\')
                ++i;
            else if (each == '"')
                in_text = false;
        } else if (each == '"') {
            in_text = true;
        } else if (each == '[' || each == '{') {
            if (++depth > json_depth_max)
                return true;
        } else if ((each == ']' || each == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

}  // namespace rejoinder::http
