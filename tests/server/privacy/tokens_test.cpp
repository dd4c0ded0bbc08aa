#include "server/privacy/tokens.hpp"

#include "tests/server/privacy/sample_keys.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace std::chrono_literals;
using privacy::key_ring;
using privacy::tokens;
using tests::key_line;

namespace {

const model::comment_id comment("0192f0c1-0000-7000-8000-000000000001");
const model::comment_id other_comment("0192f0c1-0000-7000-8000-000000000002");
const model::timestamp issued(1'790'000'000'000ms);

model::story_key story(const std::string& site, const std::string& id)
{
    return {model::site_id(site), model::story_id(id)};
}

/// The text with its i-th character replaced by another of the same alphabet.
std::string changed_at(std::string text, std::size_t i)
{
    text[i] = text[i] == 'A' ? 'B' : 'A';
    return text;
}

}  // namespace

TEST_CASE("author token: belongs to one comment", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    const auto token = check.for_author(comment);

    CHECK(token == check.for_author(comment));
    CHECK(check.is_author(comment, token));
    CHECK_FALSE(check.is_author(other_comment, token));
}

TEST_CASE("author token: any character changed, added or taken is refused", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    const auto token = check.for_author(comment);

    for (std::size_t i = 0; i < token.size(); ++i) {
        CAPTURE(i);
        CHECK_FALSE(check.is_author(comment, changed_at(token, i)));
        CHECK_FALSE(check.is_author(comment, token.substr(0, i)));
    }
    CHECK_FALSE(check.is_author(comment, token + "A"));
    CHECK_FALSE(check.is_author(comment, " " + token));
    CHECK_FALSE(check.is_author(comment, ""));
    CHECK_FALSE(check.is_author(comment, "."));
    CHECK_FALSE(check.is_author(comment, "k9." + token.substr(3)));
}

TEST_CASE("author token: needs the key it was made with, rotated or not", "[privacy]")
{
    const auto before = tests::sample_ring('a');
    const auto after = key_ring::parse(key_line("k1", 'a') + key_line("k2", 'b'));
    const auto stranger = tests::sample_ring('b');
    const auto token = tokens(before).for_author(comment);

    CHECK(tokens(after).is_author(comment, token));
    CHECK_FALSE(tokens(stranger).is_author(comment, token));
    CHECK(tokens(after).for_author(comment).substr(0, 3) == "k2.");
}

TEST_CASE("form token: tells its age, so that an old one can be refused", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    const auto token = check.for_form(story("news", "bridge"), issued);
    const auto age = GENERATE(as<std::chrono::milliseconds>(), 0, 1, 48 * 3'600'000, -5'000);

    CHECK(check.form_age(story("news", "bridge"), token, issued + age) == age);
}

TEST_CASE("form token: holds for the story it was given out for", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    const auto token = check.for_form(story("news", "bridge"), issued);

    CHECK_FALSE(check.form_age(story("news", "tunnel"), token, issued));
    CHECK_FALSE(check.form_age(story("blog", "bridge"), token, issued));
    CHECK_FALSE(check.form_age(story("news:bridge", ""), token, issued));
}

TEST_CASE("form token: the token of one story cannot be rewritten as another's", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    // A story whose id ends in a time far ahead: moved to the front, it would never expire.
    const auto token = check.for_form(story("news", "bridge:9999999999999"), issued);

    CHECK_FALSE(check.form_age(story("news", "bridge"), "9999999999999:" + token, issued));
}

TEST_CASE("form token: any character changed or taken is refused", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    const auto key = story("news", "bridge");
    const auto token = check.for_form(key, issued);

    for (std::size_t i = 0; i < token.size(); ++i) {
        CAPTURE(i);
        CHECK_FALSE(check.form_age(key, changed_at(token, i), issued));
        CHECK_FALSE(check.form_age(key, token.substr(0, i), issued));
    }
    CHECK_FALSE(check.form_age(key, "0" + token, issued));
    CHECK_FALSE(check.form_age(key, "", issued));
}

TEST_CASE("tokens: one kind is never taken for the other", "[privacy]")
{
    const auto ring = tests::sample_ring();
    const tokens check(ring);
    const auto form = check.for_form(story("news", "bridge"), issued);

    CHECK_FALSE(check.is_author(comment, form));
    CHECK_FALSE(check.is_author(comment, form.substr(form.find('.') + 1)));
    CHECK_FALSE(check.form_age(story("news", "bridge"), check.for_author(comment), issued));
}
