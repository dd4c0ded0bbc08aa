#include "moderation/presets.hpp"

#include "moderation/engine.hpp"
#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;

namespace {

verdict_kind judged(std::string_view preset_name, const comment_input& comment)
{
    return engine(preset(preset_name)).judge(comment).kind;
}

/// A rule set as a site that comes from WordPress has it.
rule_set_settings wordpress()
{
    auto rules = preset("wordpress");
    word_list moderation_keys;
    moderation_keys.reason = reason::suspect_word;
    moderation_keys.entries = rejoinder::tests::entries_of("*casino*\n");
    word_list disallowed_keys;
    disallowed_keys.reason = reason::banned_word;
    disallowed_keys.entries = rejoinder::tests::entries_of("*viagra*\n");
    rules.words.lists = {moderation_keys, disallowed_keys};
    return rules;
}

comment_input approved_before(std::string_view text)
{
    auto comment = comment_of(text);
    comment.author.approved_by_human = 1;
    return comment;
}

}  // namespace

TEST_CASE("presets: each can be compiled and is named as it is asked for", "[moderation]")
{
    for (const auto name : preset_names) {
        const engine made(preset(name));
        CHECK(made.rules_of_policy().name_of(0) == "preset " + std::string(name));
    }
    CHECK(preset("no such").policy.base_name == "preset balanced");
}

TEST_CASE("presets: from relaxed to strict more waits", "[moderation]")
{
    const auto plain = comment_of("I was there too, and it was quieter than they say.");
    CHECK(judged("relaxed", plain) == verdict_kind::publish);
    CHECK(judged("balanced", plain) == verdict_kind::publish);
    CHECK(judged("strict", plain) == verdict_kind::hold);

    const auto links =
        comment_of("Three sources say so, see for yourself what each of them wrote about it: "
                   "https://a.example/1 https://b.example/2 https://c.example/3");
    CHECK(judged("relaxed", links) == verdict_kind::publish);
    CHECK(judged("balanced", links) == verdict_kind::hold);
    CHECK(judged("strict", links) == verdict_kind::hold);
}

TEST_CASE("presets: WordPress' own decisions", "[moderation][wordpress]")
{
    const engine rules(wordpress());
    const auto kind = [&](comment_input comment) {
        return rules.judge(comment).kind;
    };

    // comment_previously_approved: by typed name and address, as WordPress does.
    CHECK(kind(comment_of("hello")) == verdict_kind::hold);
    CHECK(kind(approved_before("hello")) == verdict_kind::publish);

    // comment_max_links is 2: two wait, one does not.
    CHECK(kind(approved_before("see http://a.example")) == verdict_kind::publish);
    CHECK(kind(approved_before("http://a.example http://b.example")) == verdict_kind::hold);

    // Keys hit inside words and without regard to case, in text, name and website.
    CHECK(kind(approved_before("my MEGACASINOS")) == verdict_kind::hold);
    CHECK(kind(approved_before("BuyViagraNow")) == verdict_kind::reject);
    auto named = approved_before("hello");
    named.name = "casinoking";
    CHECK(kind(named) == verdict_kind::hold);
    auto from = approved_before("hello");
    from.website = "https://viagra.example/";
    CHECK(kind(from) == verdict_kind::reject);

    // A ban of our own desk counts all the same.
    auto banned = approved_before("hello");
    banned.author.banned = true;
    CHECK(kind(banned) == verdict_kind::reject);

    // What WordPress does not look at decides nothing.
    CHECK(
        kind(approved_before("WHY IS EVERYBODY SHOUTING HERE ALL THE DAY")) ==
        verdict_kind::publish);

    // comment_moderation: everything waits, and a disallowed key still wins.
    auto before = approved_before("hello");
    before.story.mode = moderation_mode::before;
    CHECK(kind(before) == verdict_kind::hold);
    before.text = "viagra";
    CHECK(kind(before) == verdict_kind::reject);
}

TEST_CASE("presets: a guess at a banned word waits for a human under each", "[moderation][presets]")
{
    for (const auto name : preset_names) {
        CAPTURE(name);
        const policy rules(preset(name).policy);
        const auto made = rules.decide({{.reason = reason::disguised_word}}, rules.effective({}));
        CHECK(made.kind == verdict_kind::hold);
    }
}
