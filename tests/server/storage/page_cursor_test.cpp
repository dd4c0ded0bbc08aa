#include "server/storage/page_cursor.hpp"

#include "tests/support/catch.hpp"

#include <limits>
#include <sodium.h>

using namespace rejoinder::storage;

namespace {

page_cursor sample_cursor()
{
    page_cursor cursor;
    cursor.sort = sort_order::top;
    cursor.likes = 12;
    cursor.created_at = 1'790'846'100'123;
    cursor.id = "0192f0c1-0000-7000-8000-000000000001";
    return cursor;
}

std::string encoded(const std::string& plain)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(plain.size(), variant), '\0');
    const auto* bytes = reinterpret_cast<const unsigned char*>(plain.data());
    sodium_bin2base64(text.data(), text.size(), bytes, plain.size(), variant);
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("page cursor: what is written is read", "[storage][page_cursor]")
{
    auto cursor = sample_cursor();
    cursor.sort = GENERATE(sort_order::oldest, sort_order::newest, sort_order::top);
    cursor.use = GENERATE(cursor_use::onward, cursor_use::earlier, cursor_use::replies);
    cursor.likes = GENERATE(0LL, -3LL, std::numeric_limits<long long>::max());
    cursor.created_at = GENERATE(0LL, std::numeric_limits<long long>::min());

    CHECK(read_cursor(write_cursor(cursor)) == cursor);
}

TEST_CASE("page cursor: goes into a URL as it is", "[storage][page_cursor]")
{
    const auto text = write_cursor(sample_cursor());

    CHECK(
        text.find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
        std::string::npos);
    CHECK(text == encoded("t:12:1790846100123:0192f0c1-0000-7000-8000-000000000001"));
}

TEST_CASE("page cursor: anything else is refused", "[storage][page_cursor]")
{
    const std::string id = "0192f0c1-0000-7000-8000-000000000001";
    const std::string text = GENERATE_COPY(
        as<std::string>(),
        "",
        "%%%",
        "nonsense",
        std::string(5000, 'A'),
        write_cursor(sample_cursor()) + "=",
        write_cursor(sample_cursor()) + " ",
        encoded(""),
        encoded("x:0:0:" + id),
        encoded(":0:0:" + id),
        encoded("oo:0:0:" + id),
        encoded("oer:0:0:" + id),
        encoded("e:0:0:" + id),
        encoded("o:0:" + id),
        encoded("o:0:0:0:" + id),
        encoded("o:0:0:" + id + ":"),
        encoded("o::0:" + id),
        encoded("o:1x:0:" + id),
        encoded("o:0:99999999999999999999:" + id),
        encoded("o:0:0:" + id + "'"),
        encoded("o:00:0:" + id),
        encoded("o:-0:0:" + id),
        encoded("o:0:0:"));

    CHECK_FALSE(read_cursor(text));
}
