#include "server/privacy/tokens.hpp"

#include "server/privacy/base64url.hpp"

#include <array>
#include <charconv>
#include <sodium.h>

namespace rejoinder::privacy {

namespace {

constexpr std::size_t code_bytes = 24;

std::string form_message(const model::story_key& story, std::string_view issued)
{
    std::string message = "form";
    for (const std::string_view part :
         {std::string_view(story.site.str()), std::string_view(story.story.str()), issued})
        message.append(":").append(std::to_string(part.size())).append(":").append(part);
    return message;
}

std::string author_message(const model::comment_id& comment)
{
    return "author:" + comment.str();
}

}  // namespace

tokens::tokens(const key_ring& keys)
    : keys_(keys)
{
}

std::string tokens::for_author(const model::comment_id& comment) const
{
    return keys_.current() + '.' + code(keys_.current(), author_message(comment));
}

bool tokens::is_author(const model::comment_id& comment, std::string_view token) const
{
    return matches(token, author_message(comment));
}

std::string tokens::for_form(const model::story_key& story, model::timestamp issued) const
{
    const auto time = std::to_string(issued.time_since_epoch().count());
    return time + '.' + keys_.current() + '.' + code(keys_.current(), form_message(story, time));
}

std::optional<std::chrono::milliseconds> tokens::form_age(
    const model::story_key& story,
    std::string_view token,
    model::timestamp now) const
{
    const auto dot = token.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const auto time = token.substr(0, dot);
    if (!matches(token.substr(dot + 1), form_message(story, time)))
        return std::nullopt;
    std::int64_t issued = 0;
    std::from_chars(time.data(), time.data() + time.size(), issued);
    return now - model::timestamp(std::chrono::milliseconds(issued));
}

std::string tokens::code(std::string_view version, std::string_view message) const
{
    const auto key = keys_.derive(version, key_purpose::token);
    if (!key)
        return {};
    std::array<unsigned char, code_bytes> bytes{};
    crypto_generichash(
        bytes.data(),
        bytes.size(),
        reinterpret_cast<const unsigned char*>(message.data()),
        message.size(),
        key->data(),
        secret_key::bytes);
    return to_base64url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

bool tokens::matches(std::string_view token, std::string_view message) const
{
    const auto dot = token.find('.');
    if (dot == std::string_view::npos)
        return false;
    const auto expected = code(token.substr(0, dot), message);
    const auto given = token.substr(dot + 1);
    return !expected.empty() && given.size() == expected.size() &&
           sodium_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

}  // namespace rejoinder::privacy
