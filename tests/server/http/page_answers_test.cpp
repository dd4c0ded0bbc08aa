#include "server/http/page_answers.hpp"

#include "tests/support/catch.hpp"

#include <memory>

using namespace rejoinder;
using http::page_answers;
using http::status;

namespace {

const std::string page_text(3'000, 'a');

page_answers page()
{
    http::header_list headers;
    headers.add("Content-Type", "application/json");
    headers.add("Cache-Control", "public, max-age=0, must-revalidate");
    return page_answers(std::move(headers), page_text);
}

bool has_line(const http::prepared_response& answer, const std::string& line)
{
    return answer.head().find("\r\n" + line + "\r\n") != std::string_view::npos;
}

}  // namespace

TEST_CASE("page answers: as it is to who takes no coding", "[http][page]")
{
    const auto made = page();
    const auto& answer = made.choose("identity", "");

    CHECK(answer.code() == status::ok);
    CHECK(answer.body() == page_text);
    CHECK(has_line(answer, "ETag: " + std::string(made.etag())));
    CHECK(has_line(answer, "Vary: Accept-Encoding"));
    CHECK(has_line(answer, "Content-Length: 3000"));
    CHECK_FALSE(answer.head().find("Content-Encoding") != std::string_view::npos);
}

TEST_CASE("page answers: the best coding that the client takes, packed once", "[http][page]")
{
    const auto made = page();
    const auto& brotli = made.choose("gzip, deflate, br", "");
    const auto& gzip = made.choose("gzip, br;q=0", "");

    CHECK(has_line(brotli, "Content-Encoding: br"));
    CHECK(has_line(gzip, "Content-Encoding: gzip"));
    CHECK(gzip.body().starts_with("\x1f\x8b"));
    CHECK(brotli.body().size() < page_text.size() / 10);
    CHECK(gzip.body().size() < page_text.size() / 10);
    CHECK(&made.choose("br", "") == &brotli);
    CHECK(&made.choose("gzip", "") == &gzip);
}

TEST_CASE("page answers: 304 to who has that page in that coding", "[http][page]")
{
    const auto made = page();
    const auto tag = std::string(made.etag());
    const auto packed_tag = tag.substr(0, tag.size() - 1) + "-br\"";

    const auto& known = made.choose("", tag);
    CHECK(known.code() == status::not_modified);
    CHECK(has_line(known, "ETag: " + tag));
    CHECK(has_line(known, "Vary: Accept-Encoding"));
    CHECK(has_line(known, "Cache-Control: public, max-age=0, must-revalidate"));
    CHECK(known.head().find("\r\nContent-") == std::string_view::npos);
    CHECK(known.bytes() == known.head());

    CHECK(made.choose("br", packed_tag).code() == status::not_modified);
    CHECK(made.choose("br", "W/" + packed_tag).code() == status::not_modified);
    CHECK(made.choose("br", tag).code() == status::ok);
    CHECK(made.choose("", "\"other\"").code() == status::ok);
}

TEST_CASE("page answers: another page has another tag", "[http][page]")
{
    CHECK(page().etag() == page().etag());
    CHECK(page().etag() != page_answers({}, "other").etag());
}

TEST_CASE("page answers: what it may take up is never less than it does", "[http][page]")
{
    // Brotli and gzip make random bytes longer.
    std::string noise;
    std::uint32_t seed = 1;
    for (int i = 0; i < 5'000; ++i)
        noise += static_cast<char>((seed = seed * 1'664'525 + 1'013'904'223) >> 24);
    const page_answers made({}, noise);

    std::size_t bytes = 0;
    for (const auto* const coding : {"", "gzip", "br"}) {
        bytes += made.choose(coding, "").bytes().capacity();
        bytes += made.choose(coding, "*").bytes().capacity();
    }
    CHECK(bytes <= made.bytes_most());
}

TEST_CASE("page answers: an answer keeps its page", "[http][page]")
{
    auto made = std::make_shared<const page_answers>(http::header_list(), page_text);
    const auto answer = http::answer_of(made, "", "");
    made.reset();
    CHECK(answer->body() == page_text);
}
