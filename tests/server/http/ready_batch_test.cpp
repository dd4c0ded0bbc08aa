#include "server/http/ready_batch.hpp"

#include "tests/support/catch.hpp"

#include <memory>
#include <string>

using namespace rejoinder;
using http::ready_batch;

namespace {

std::string text_of(const ready_batch& batch)
{
    std::string sent;
    for (const auto& part : batch.buffers())
        sent.append(static_cast<const char*>(part.data()), part.size());
    return sent;
}

http::shared_page page(const std::string& body)
{
    return std::make_shared<const http::page_answers>(http::header_list(), body);
}

}  // namespace

TEST_CASE("ready batch: answers go out as they are, in their order", "[http][ready]")
{
    const auto first = page("one");
    const auto second = page("two");
    ready_batch batch;
    CHECK(batch.empty());
    batch.add(first, first->choose("", ""), "", true);
    batch.add(second, second->choose("", ""), "", true);

    CHECK(batch.buffers().size() == 2);
    CHECK(text_of(batch) == first->choose("", "").bytes() + second->choose("", "").bytes());

    batch.clear();
    CHECK(batch.empty());
    CHECK(batch.buffers().empty());
}

TEST_CASE("ready batch: HEAD has the header alone, lines stand behind the status", "[http][ready]")
{
    const auto one = page("one");
    const auto& answer = one->choose("", "");
    ready_batch batch;
    batch.add(one, answer, "", false);
    CHECK(text_of(batch) == answer.head());

    batch.clear();
    batch.add(one, answer, "A: b\r\n", true);
    CHECK(text_of(batch).starts_with("HTTP/1.1 200 OK\r\nA: b\r\nETag: "));
    CHECK(text_of(batch).ends_with("\r\n\r\none"));

    batch.clear();
    batch.add(one, answer, "A: b\r\n", false);
    CHECK(text_of(batch).ends_with("\r\n\r\n"));
}

TEST_CASE(
    "ready batch: it keeps the pages until it is cleared, and is full some time",
    "[http][ready]")
{
    ready_batch batch;
    std::weak_ptr<const http::page_answers> watched;
    while (!batch.is_full()) {
        auto one = page("one");
        watched = one;
        const auto& answer = one->choose("", "");
        batch.add(std::move(one), answer, "", true);
    }
    CHECK(batch.buffers().size() == ready_batch::answers_max);
    CHECK_FALSE(watched.expired());
    batch.clear();
    CHECK(watched.expired());
}
