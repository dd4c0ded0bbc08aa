#include "server/storage/page_cursor.hpp"

#include "server/model/ids.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <sodium.h>

namespace rejoinder::storage {

namespace {

constexpr std::size_t cursor_bytes_max = 200;
constexpr int base64url = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

constexpr char letter_of(sort_order sort) noexcept
{
    switch (sort) {
    case sort_order::newest:
        return 'n';
    case sort_order::top:
        return 't';
    case sort_order::urgent:
        return 'u';
    case sort_order::oldest:
        break;
    }
    return 'o';
}

/// Added to the letter of the sort.
constexpr std::string_view mark_of(cursor_use use) noexcept
{
    switch (use) {
    case cursor_use::earlier:
        return "e";
    case cursor_use::replies:
        return "r";
    case cursor_use::onward:
        break;
    }
    return "";
}

bool read_list(std::string_view text, page_cursor& cursor) noexcept
{
    using enum sort_order;
    using enum cursor_use;
    for (const auto sort : {oldest, newest, top, urgent})
        for (const auto use : {onward, earlier, replies})
            if (text.starts_with(letter_of(sort)) && text.substr(1) == mark_of(use)) {
                cursor.sort = sort;
                cursor.use = use;
                return true;
            }
    return false;
}

std::optional<long long> number_from(std::string_view text) noexcept
{
    long long value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failure == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::string encode(const std::string& plain)
{
    std::string text(sodium_base64_ENCODED_LEN(plain.size(), base64url), '\0');
    sodium_bin2base64(
        text.data(),
        text.size(),
        reinterpret_cast<const unsigned char*>(plain.data()),
        plain.size(),
        base64url);
    text.pop_back();  // The terminating zero that libsodium writes.
    return text;
}

std::optional<std::string> decode(std::string_view text)
{
    std::string plain(text.size(), '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(
        reinterpret_cast<unsigned char*>(plain.data()),
        plain.size(),
        text.data(),
        text.size(),
        nullptr,
        &length,
        &end,
        base64url);
    if (failed != 0 || end != text.data() + text.size())
        return std::nullopt;
    plain.resize(length);
    return plain;
}

}  // namespace

std::string write_cursor(const page_cursor& cursor)
{
    return encode(fmt::format(
        "{}{}:{}:{}:{}",
        letter_of(cursor.sort),
        mark_of(cursor.use),
        cursor.likes,
        cursor.created_at,
        cursor.id));
}

std::optional<page_cursor> read_cursor(std::string_view text)
{
    if (text.empty() || text.size() > cursor_bytes_max)
        return std::nullopt;
    const auto plain = decode(text);
    if (!plain)
        return std::nullopt;

    std::array<std::string_view, 4> parts;
    std::string_view rest = *plain;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto colon = rest.find(':');
        const bool last = i + 1 == parts.size();
        if ((colon == std::string_view::npos) != last)
            return std::nullopt;
        parts[i] = rest.substr(0, colon);
        if (!last)
            rest.remove_prefix(colon + 1);
    }

    page_cursor cursor;
    const auto likes = number_from(parts[1]);
    const auto created_at = number_from(parts[2]);
    if (!read_list(parts[0], cursor) || !likes || !created_at || !model::is_uuid(parts[3]))
        return std::nullopt;

    cursor.likes = *likes;
    cursor.created_at = *created_at;
    cursor.id = parts[3];
    if (write_cursor(cursor) != text)
        return std::nullopt;  // A number can be spelled in several ways, a cursor cannot.
    return cursor;
}

}  // namespace rejoinder::storage
