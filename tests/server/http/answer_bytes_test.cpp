#include "server/http/answer_bytes.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using http::after_answer;
using http::answer_bytes;
using http::request_summary;
using http::status;

namespace {

std::string text_of(const answer_bytes& answer)
{
    std::string text;
    for (const auto& part : answer.buffers())
        text.append(static_cast<const char*>(part.data()), part.size());
    return text;
}

std::string body_of(const answer_bytes& answer)
{
    const auto text = text_of(answer);
    return text.substr(text.find("\r\n\r\n") + 4);
}

bool has_line(const answer_bytes& answer, const std::string& line)
{
    return text_of(answer).find("\r\n" + line + "\r\n") != std::string::npos;
}

http::response tagged_text(std::size_t bytes)
{
    return http::response(status::ok, "text/plain", std::string(bytes, 'a')).with("ETag", "\"t\"");
}

request_summary asking_for(std::string coding, std::string known = {})
{
    request_summary asked;
    asked.accept_encoding = std::move(coding);
    asked.if_none_match = std::move(known);
    return asked;
}

}  // namespace

TEST_CASE("answer bytes: what is worth it is packed for who takes it", "[http][answer]")
{
    const answer_bytes packed(tagged_text(2'000), asking_for("gzip"), {}, after_answer::keep);
    CHECK(has_line(packed, "Content-Encoding: gzip"));
    CHECK(has_line(packed, "Vary: Accept-Encoding"));
    CHECK(has_line(packed, "ETag: \"t-gzip\""));
    CHECK(has_line(packed, "Content-Length: " + std::to_string(body_of(packed).size())));
    CHECK(body_of(packed).size() < 200);

    const answer_bytes plain(tagged_text(2'000), asking_for(""), {}, after_answer::keep);
    CHECK(has_line(plain, "Vary: Accept-Encoding"));
    CHECK(has_line(plain, "ETag: \"t\""));
    CHECK(has_line(plain, "Content-Length: 2000"));
    CHECK(body_of(plain) == std::string(2'000, 'a'));

    const answer_bytes small(tagged_text(1'000), asking_for("gzip"), {}, after_answer::keep);
    CHECK(body_of(small) == std::string(1'000, 'a'));

    http::response picture(status::ok, "image/png", std::string(2'000, 'a'));
    const answer_bytes unpacked(std::move(picture), asking_for("gzip"), {}, after_answer::keep);
    CHECK(body_of(unpacked) == std::string(2'000, 'a'));
}

TEST_CASE("answer bytes: who has the answer gets 304", "[http][answer]")
{
    const std::string tag = GENERATE("\"t\"", "\"t-gzip\"");
    const answer_bytes answer(tagged_text(2'000), asking_for("gzip", tag), {}, after_answer::keep);

    CHECK(answer.code() == status::not_modified);
    CHECK(text_of(answer).starts_with("HTTP/1.1 304 Not Modified\r\n"));
    CHECK(has_line(answer, "ETag: \"t-gzip\""));
    CHECK(has_line(answer, "Vary: Accept-Encoding"));
    CHECK(text_of(answer).find("\r\nContent-Encoding") == std::string::npos);
    CHECK(text_of(answer).find("\r\nContent-Type") == std::string::npos);
    CHECK(body_of(answer).empty());

    auto refused = tagged_text(10);
    refused.code = status::not_found;
    const answer_bytes other(std::move(refused), asking_for("", tag), {}, after_answer::keep);
    CHECK(other.code() == status::not_found);
}

TEST_CASE("answer bytes: HEAD is told the length and no more", "[http][answer]")
{
    auto asked = asking_for("");
    asked.is_head = true;

    const answer_bytes made(tagged_text(50), asked, {}, after_answer::keep);
    CHECK(has_line(made, "Content-Length: 50"));
    CHECK(body_of(made).empty());

    http::response prepared(http::prepare(status::ok, {}, "hello"));
    const answer_bytes ready(std::move(prepared), asked, {}, after_answer::keep);
    CHECK(has_line(ready, "Content-Length: 5"));
    CHECK(body_of(ready).empty());
}

TEST_CASE("answer bytes: fields are slipped into a prepared block", "[http][answer]")
{
    http::header_list common;
    common.add("Vary", "Origin");
    auto prepared =
        http::response(http::prepare(status::accepted, {}, "hello")).with("Set-Cookie", "a=b");
    const answer_bytes answer(std::move(prepared), asking_for(""), common, after_answer::close);

    CHECK(answer.code() == status::accepted);
    CHECK(text_of(answer).starts_with(
        "HTTP/1.1 202 Accepted\r\nVary: Origin\r\nConnection: close\r\nSet-Cookie: a=b\r\nDate: "));
    CHECK(body_of(answer) == "hello");
}

TEST_CASE("answer bytes: the connection's fate is told where it must be", "[http][answer]")
{
    const auto [after, line] = GENERATE(table<after_answer, std::string>({
        {after_answer::keep, ""},
        {after_answer::keep_http_1_0, "Connection: keep-alive"},
        {after_answer::close, "Connection: close"},
    }));
    const answer_bytes answer(http::response(status::no_content), asking_for(""), {}, after);

    CHECK((text_of(answer).find("Connection:") == std::string::npos) == line.empty());
    CHECK((line.empty() || has_line(answer, line)));
    CHECK_FALSE(has_line(answer, "Content-Length: 0"));
}

TEST_CASE("answer bytes: a summary keeps what the form depends on", "[http][answer]")
{
    http::request asked;
    asked.method = http::verb::head;
    asked.headers.add("accept-encoding", "br");
    asked.headers.add("if-none-match", "\"x\"");
    const request_summary summary(asked);

    CHECK(summary.is_head);
    CHECK(summary.accept_encoding == "br");
    CHECK(summary.if_none_match == "\"x\"");
}
