// The decisions of WordPress' check_comment() and of its disallowed keys, under preset "wordpress".

#include "moderation/engine.hpp"
#include "moderation/presets.hpp"
#include "moderation/text/word_list_formats.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

constexpr const char* moderation_keys = "casino\n"
                                        "cheap pills\n"
                                        "[url=\n"
                                        "#deal\n"
                                        "@trash.example\n"
                                        "öl\n";
constexpr const char* disallowed_keys = "viagra\r\n"
                                        "\r\n"
                                        "  v1agra  \r\n"
                                        "spam.example\r\n"
                                        "***\r\n";

word_list keys(const char* name, reason why, const char* text)
{
    word_list list;
    list.name = name;
    list.reason = why;
    list.fields = {
        comment_field::name,
        comment_field::email_domain,
        comment_field::website,
        comment_field::text};
    auto parsed = parse_wordpress_keys(text);
    REQUIRE(parsed.errors.empty());
    list.entries = std::move(parsed.entries);
    return list;
}

const engine& wordpress()
{
    static const engine judging = [] {
        auto rules = preset("wordpress");
        rules.words.lists = {
            keys("moderation_keys", reason::suspect_word, moderation_keys),
            keys("disallowed_keys", reason::banned_word, disallowed_keys),
        };
        return engine(rules);
    }();
    return judging;
}

/// Of an author with an approved comment under the same name and address.
comment_input approved_before(std::string_view text)
{
    comment_input comment;
    comment.name = "Ada";
    comment.email_domain = "example.org";
    comment.text = text;
    comment.author.approved_by_human = 1;
    return comment;
}

verdict_kind judged(const comment_input& comment)
{
    return wordpress().judge(comment).kind;
}

struct row {
    const char* text;
    verdict_kind expected;
};

}  // namespace

TEST_CASE("WordPress: comment_moderation holds everything", "[moderation][wordpress]")
{
    auto comment = approved_before("hello");
    comment.story.mode = moderation_mode::before;
    CHECK(judged(comment) == verdict_kind::hold);
    comment.text = "viagra";
    CHECK(judged(comment) == verdict_kind::reject);
}

TEST_CASE("WordPress: comment_max_links", "[moderation][wordpress]")
{
    static const row rows[] = {
        {"no link at all", verdict_kind::publish},
        {"one: http://a.example/x", verdict_kind::publish},
        {"two: http://a.example/x http://b.example/y", verdict_kind::hold},
        {"www.a.example and www.b.example", verdict_kind::hold},
        {"http://a.example/x", verdict_kind::publish},  // nothing but a link is none of its rules
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(judged(approved_before(text)) == expected);
    }
}

TEST_CASE("WordPress: keys are found anywhere, in any case", "[moderation][wordpress]")
{
    static const row rows[] = {
        {"a casino", verdict_kind::hold},
        {"my MEGACASINOS", verdict_kind::hold},
        {"occasinonal", verdict_kind::hold},
        {"cheap pills here", verdict_kind::hold},
        {"cheappills", verdict_kind::publish},
        {"[url=x]y[/url]", verdict_kind::hold},
        {"best #DEAL of the day", verdict_kind::hold},
        {"deal", verdict_kind::publish},
        {"HEIZÖLPREISE", verdict_kind::hold},
        {"BuyViagraNow", verdict_kind::reject},
        {"via gra", verdict_kind::publish},  // through disguises only where a list says so
        {"V1AGRA", verdict_kind::reject},
        {"a *** b", verdict_kind::reject},
        {"casino and viagra", verdict_kind::reject},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(judged(approved_before(text)) == expected);
    }
}

TEST_CASE("WordPress: keys are looked for in all that the author wrote", "[moderation][wordpress]")
{
    auto named = approved_before("hello");
    named.name = "CasinoKing";
    CHECK(judged(named) == verdict_kind::hold);

    auto from = approved_before("hello");
    from.website = "https://www.spam.example/";
    CHECK(judged(from) == verdict_kind::reject);

    // Of the address only the domain is known; a key with its sign fits it from the beginning.
    auto mailing = approved_before("hello");
    mailing.email_domain = "trash.example";
    CHECK(judged(mailing) == verdict_kind::hold);
    mailing.email_domain = "nottrash.example";
    CHECK(judged(mailing) == verdict_kind::publish);
    mailing.email_domain = "mail.spam.example";
    CHECK(judged(mailing) == verdict_kind::reject);
}

TEST_CASE("WordPress: comment_previously_approved", "[moderation][wordpress]")
{
    auto comment = approved_before("hello");
    CHECK(judged(comment) == verdict_kind::publish);
    comment.author.approved_by_human = 0;
    CHECK(judged(comment) == verdict_kind::hold);
    // A comment that is public, and was not approved by a human, approves nobody.
    comment.author.published = 5;
    CHECK(judged(comment) == verdict_kind::hold);
    // Without a token the typed name and address are trusted, as there.
    comment.author.approved_by_human = 1;
    comment.author.proved = false;
    CHECK(judged(comment) == verdict_kind::publish);
}

TEST_CASE("WordPress: what it does not look at decides nothing", "[moderation][wordpress]")
{
    auto comment = approved_before("WHY IS EVERYBODY SHOUTING HERE?!!!!!!!! 0151 496 0123");
    CHECK(judged(comment) == verdict_kind::publish);
    comment.text = "see example [dot] com, fuck it";
    CHECK(judged(comment) == verdict_kind::publish);
    comment.form.honeypot_filled = true;
    CHECK(judged(comment) == verdict_kind::publish);
}
