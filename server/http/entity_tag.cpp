#include "server/http/entity_tag.hpp"

#include "server/http/header_list.hpp"

#include <array>
#include <sodium.h>

namespace rejoinder::http {

namespace {

// The same representation in another coding has a tag of its own; either says that the client has
// what we would send.
bool is_same(std::string_view candidate, std::string_view tag) noexcept
{
    if (candidate == tag)
        return true;
    const auto open = tag.substr(0, tag.size() - 1);
    if (!candidate.starts_with(open))
        return false;
    const auto ending = candidate.substr(open.size());
    return ending == "-gzip\"" || ending == "-br\"";
}

}  // namespace

std::string entity_tag(std::string_view bytes)
{
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()),
        bytes.size(),
        nullptr,
        0);
    std::array<char, hash.size() * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    std::string tag = "\"";
    tag.append(hex.data(), hex.size() - 1).append("\"");
    return tag;
}

bool matches_entity_tag(std::string_view if_none_match, std::string_view tag) noexcept
{
    while (!if_none_match.empty()) {
        const auto comma = if_none_match.find(',');
        auto candidate = trim_blanks(if_none_match.substr(0, comma));
        if_none_match.remove_prefix(
            comma == std::string_view::npos ? if_none_match.size() : comma + 1);
        if (candidate.starts_with("W/"))
            candidate.remove_prefix(2);
        if (candidate == "*" || is_same(candidate, tag))
            return true;
    }
    return false;
}

}  // namespace rejoinder::http
