#include "moderation/engine.hpp"

#include "moderation/rule_set.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <thread>

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::entries_of;

namespace {

rule_set_settings sample_rules()
{
    rule_set_settings rules;
    rules.version = "7";
    rules.words.lists = {
        {.name = "banned", .reason = reason::banned_word, .entries = entries_of("badword\n")},
        {.name = "suspect", .reason = reason::suspect_word, .entries = entries_of("dubious\n")},
        {.name = "promotion", .reason = reason::promotion, .entries = entries_of("my channel\n")},
    };
    rules.links.blocked_hosts = {"casino.example"};
    return rules;
}

verdict judge(std::string_view text)
{
    static const engine judging(sample_rules());
    return judging.judge(comment_of(text));
}

}  // namespace

TEST_CASE("engine: from text to verdict", "[moderation][engine]")
{
    struct row {
        const char* text;
        verdict_kind expected;
    };
    static const row rows[] = {
        {"I read this with pleasure, thank you.", verdict_kind::publish},
        {"See https://example.org and https://example.com for the numbers.", verdict_kind::publish},
        {"A dubious claim.", verdict_kind::hold},
        {"Please visit my channel", verdict_kind::hold},
        {"Read https://a.example, https://b.example and https://c.example please",
         verdict_kind::hold},
        {"Call +49 30 1234567 today", verdict_kind::hold},
        {"   ", verdict_kind::hold},
        {"Play at https://www.casino.example/now with all your friends", verdict_kind::spam},
        {"What a b.a.d.w.o.r.d", verdict_kind::reject},
        {"What a bаdwоrd, in part Cyrillic", verdict_kind::reject},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(judge(text).kind == expected);
    }
}

TEST_CASE(
    "engine: a verdict names its rule set, and findings lead to the original",
    "[moderation][engine]")
{
    const std::string text = "Ein Käse: BÁD\u200BWÖRD!";

    const auto made = judge(text);

    CHECK(made.rule_set == "7");
    REQUIRE(made.found.size() == 3);
    CHECK(made.found[0].reason == reason::new_author);
    CHECK(made.found[1].reason == reason::unicode_abuse);
    CHECK(made.found[2].reason == reason::banned_word);
    CHECK(made.found[2].filter == "words");
    CHECK(made.found[2].detail == "badword");
    CHECK(
        text.substr(made.found[2].span.begin, made.found[2].span.end - made.found[2].span.begin) ==
        "BÁD\u200BWÖRD");
}

TEST_CASE("engine: the same comment always gets the same verdict", "[moderation][engine]")
{
    const std::string text =
        "dubious dubious my channel badword https://casino.example +49 30 1234567";

    CHECK(judge(text) == judge(text));
}

TEST_CASE("engine: a story that is moderated before publication holds", "[moderation][engine]")
{
    const engine judging(sample_rules());
    auto comment = comment_of("Quite harmless.");
    comment.story.mode = moderation_mode::before;

    CHECK(judging.judge(comment).kind == verdict_kind::hold);
}

TEST_CASE("engine: a masked address is reported and does not decide", "[moderation][engine]")
{
    const engine judging(sample_rules());
    auto comment = comment_of("Write to me: (address removed)");
    comment.own_address_masked = true;

    const auto made = judging.judge(comment);

    CHECK(made.kind == verdict_kind::publish);
    CHECK(std::any_of(made.found.begin(), made.found.end(), [](const finding& item) {
        return item.reason == reason::own_address;
    }));
}

TEST_CASE("engine: any bytes get a verdict", "[moderation][engine]")
{
    static const std::string texts[] = {
        std::string("\xFF\xFE\xC3", 3),
        std::string("\0\0", 2),
        "\xF0\x9F\x98",
        std::string(10'000, 'a'),
        std::string(10'000, '('),
        std::string(10'000, '.'),
        std::string(10'000, '@'),
        std::string(10'000, '1'),
        std::string(10'000, '*'),
    };
    for (const auto& text : texts) {
        CAPTURE(text.size(), text.substr(0, 4));
        const auto made = judge(text);
        for (const auto& item : made.found) {
            CHECK(item.reason != reason::filter_failed);
            CHECK(item.span.end <= text.size());
        }
    }
}

TEST_CASE("engine: a faulty entry is named", "[moderation][engine]")
{
    auto rules = sample_rules();
    rules.words.lists[1].entries = entries_of("fine\n/(unclosed/\n");

    CHECK_THROWS_WITH(
        engine(rules),
        rejoinder::tests::contains("suspect:2") && rejoinder::tests::contains("(unclosed"));
}

TEST_CASE("engine: judges on several threads at once", "[moderation][engine]")
{
    const engine judging(sample_rules());
    const auto expected = judging.judge(comment_of("a dubious b4dword on my channel"));
    std::atomic<int> different = 0;

    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 200; ++k)
                if (judging.judge(comment_of("a dubious b4dword on my channel")) != expected)
                    ++different;
        });
    for (auto& thread : threads)
        thread.join();

    CHECK(different == 0);
}
