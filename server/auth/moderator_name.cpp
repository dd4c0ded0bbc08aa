#include "server/auth/moderator_name.hpp"

#include <algorithm>

namespace rejoinder::auth {

bool fits_as_moderator_name(std::string_view name) noexcept
{
    const auto is_control = [](unsigned char c) {
        return c < 0x20 || c == 0x7F;
    };
    return !name.empty() && name.size() <= moderator_name_bytes_max && name.front() != ' ' &&
           name.back() != ' ' && std::ranges::none_of(name, is_control);
}

}  // namespace rejoinder::auth
