#include "moderation/pipeline.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;

namespace {

class counting_filter final : public filter {
public:
    counting_filter(std::string name, std::size_t count)
        : name_(std::move(name)),
          count_(count)
    {
    }

    std::string_view name() const noexcept override { return name_; }
    findings inspect(const comment_view&) const override
    {
        return findings(count_, {.reason = reason::shouting, .detail = name_});
    }

private:
    std::string name_;
    std::size_t count_;
};

class failing_filter final : public filter {
public:
    std::string_view name() const noexcept override { return "failing"; }
    findings inspect(const comment_view&) const override
    {
        throw std::runtime_error("reader@example.org");
    }
};

findings run(filter_list filters)
{
    const auto comment = comment_of("text");
    return pipeline(std::move(filters)).run(prepared_comment(comment).view());
}

}  // namespace

TEST_CASE(
    "pipeline: findings come in the order of the filters and bear their names",
    "[moderation]")
{
    filter_list filters;
    filters.push_back(std::make_unique<counting_filter>("first", 1));
    filters.push_back(std::make_unique<counting_filter>("none", 0));
    filters.push_back(std::make_unique<counting_filter>("second", 2));

    const auto found = run(std::move(filters));

    REQUIRE(found.size() == 3);
    CHECK(found[0].filter == "first");
    CHECK(found[1].filter == "second");
    CHECK(found[2].filter == "second");
}

TEST_CASE("pipeline: a filter that throws is a finding, and the others still run", "[moderation]")
{
    filter_list filters;
    filters.push_back(std::make_unique<failing_filter>());
    filters.push_back(std::make_unique<counting_filter>("after", 1));

    const auto found = run(std::move(filters));

    REQUIRE(found.size() == 2);
    CHECK(found[0].reason == reason::filter_failed);
    CHECK(found[0].filter == "failing");
    CHECK(found[1].filter == "after");
}

TEST_CASE("pipeline: the message of a failure is not repeated", "[moderation]")
{
    filter_list filters;
    filters.push_back(std::make_unique<failing_filter>());

    CHECK(run(std::move(filters)).at(0).detail.find('@') == std::string::npos);
}

TEST_CASE("pipeline: findings of one filter are bounded", "[moderation]")
{
    filter_list filters;
    filters.push_back(std::make_unique<counting_filter>("wall", 1'000));

    CHECK(run(std::move(filters)).size() == findings_per_filter_max);
}
