#include "server/auth/recovery_codes.hpp"

#include <sodium.h>

namespace rejoinder::auth {

namespace {

constexpr std::string_view code_letters = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr std::size_t half = 5;

}  // namespace

std::vector<std::string> new_recovery_codes()
{
    std::vector<std::string> codes(recovery_code_count);
    for (auto& code : codes)
        while (code.size() < 2 * half + 1) {
            if (code.size() == half)
                code += '-';
            code += code_letters[randombytes_uniform(31)];
        }
    return codes;
}

std::string tidy_recovery_code(std::string_view typed)
{
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        if (code.size() == half)
            code += '-';
        code += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        if (code_letters.find(code.back()) == std::string_view::npos)
            return {};
    }
    return code.size() == 2 * half + 1 ? code : std::string();
}

}  // namespace rejoinder::auth
