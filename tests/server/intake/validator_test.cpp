#include "server/intake/validator.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace rejoinder;
using namespace std::chrono_literals;
using intake::accepted;
using intake::arrival;
using intake::comment_form;
using privacy::private_email;

namespace {

constexpr const char* address = "ada.l@mail.example";

/// A validator with its keys, and a request of a reader of a site of ours.
struct fixture {
    privacy::key_ring keys = privacy::key_ring::parse("k1 " + std::string(64, 'a'));
    privacy::email_sealer sealer{keys};
    privacy::pseudonyms hashes{keys};
    privacy::tokens tokens{keys};
    intake::validator check{{}, sealer, hashes, tokens};
    intake::site news;

    fixture()
    {
        news.id = model::site_id("news");
        news.origins = {"https://news.example"};
    }

    arrival request() const
    {
        arrival with;
        with.to = &news;
        with.story = model::story_id("bridge");
        with.client = boost::asio::ip::make_address("192.0.2.1");
        with.own_origin = "https://comments.example";
        return with;
    }

    static comment_form form()
    {
        comment_form filled;
        filled.name = " Ada ";
        filled.email = private_email(address);
        filled.website = "ada.example";
        filled.text = "Well said.\r\n";
        filled.story_url = "https://news.example/bridge";
        filled.story_title = "The bridge is open";
        return filled;
    }

    accepted accept(comment_form filled) const
    {
        auto made = check.accept(std::move(filled), request());
        REQUIRE(made.has_value());
        return std::move(*made);
    }

    /// "field code" of each error, sorted.
    std::vector<std::string> errors(comment_form filled) const
    {
        const auto made = check.accept(std::move(filled), request());
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == model::error::invalid_comment);
        std::vector<std::string> found;
        for (const auto& each : made.error().fields)
            found.push_back(each.field + ' ' + each.code);
        std::sort(found.begin(), found.end());
        return found;
    }
};

}  // namespace

TEST_CASE_METHOD(fixture, "validator: a good form becomes a submission", "[intake][validator]")
{
    const auto before = model::now();
    const auto submission = accept(form()).submission;

    CHECK(model::is_uuid(submission.id.str()));
    CHECK(submission.story == model::story_key{model::site_id("news"), model::story_id("bridge")});
    CHECK(submission.story_url == "https://news.example/bridge");
    CHECK(submission.story_title == "The bridge is open");
    CHECK_FALSE(submission.parent);
    CHECK(submission.author.name == "Ada");
    CHECK(submission.author.website == "https://ada.example");
    CHECK(submission.author.email_domain == "mail.example");
    CHECK(submission.proof == model::author_proof::none);
    CHECK(submission.text == "Well said.");
    CHECK_FALSE(submission.own_address_masked);
    CHECK(submission.submitted_at >= before);
    CHECK(submission.submitted_at <= model::now());
}

TEST_CASE_METHOD(
    fixture,
    "validator: the address travels sealed and as a hash",
    "[intake][validator]")
{
    const auto submission = accept(form()).submission;

    const auto opened = sealer.open(submission.author.email);
    REQUIRE(opened);
    CHECK(opened->reveal_private_address() == address);
    CHECK(submission.author.known_as == hashes.of_author(private_email(address)));
    CHECK(submission.client == hashes.of_client(request().client));
    CHECK(submission.network == hashes.of_network(request().client));
}

TEST_CASE_METHOD(fixture, "validator: no other field holds the address", "[intake][validator]")
{
    auto filled = form();
    filled.name = std::string("Ada ") + address;
    filled.text = "Mail ADA.L@MAIL.EXAMPLE or ada.l(at)mail.example";
    filled.website = "https://ada.example/?mail=ada.l%40mail.example";
    filled.story_title = std::string("For ") + address;
    filled.story_url += "?reader=ada%2El%40mail.example";

    const auto submission = accept(std::move(filled)).submission;

    CHECK(submission.author.name == "Ada [address removed]");
    CHECK(submission.text == "Mail [address removed] or [address removed]");
    CHECK(submission.author.website.empty());
    CHECK(submission.story_title == "For [address removed]");
    CHECK(submission.story_url == "https://news.example/bridge");
    CHECK(submission.own_address_masked);
}

TEST_CASE_METHOD(
    fixture,
    "validator: an address in the page's URL is not held against the author",
    "[intake][validator]")
{
    auto filled = form();
    filled.story_url += std::string("?reader=") + address;

    CHECK_FALSE(accept(std::move(filled)).submission.own_address_masked);
}

TEST_CASE_METHOD(
    fixture,
    "validator: a text is measured with the address already removed",
    "[intake][validator]")
{
    auto filled = form();
    filled.email = private_email("a@b");
    for (int i = 0; i < 2'000; ++i)
        filled.text += "a@b. ";
    REQUIRE(filled.text.size() > 10'000);
    filled.text.resize(9'990);

    CHECK(errors(std::move(filled)) == std::vector<std::string>{"text too_long"});
}

TEST_CASE_METHOD(fixture, "validator: everything wrong is said at once", "[intake][validator]")
{
    comment_form filled;
    filled.website = "javascript:alert(1)";
    filled.parent = "17";
    filled.story_title = "\xFF";
    filled.story_url = "https://evil.example/";
    filled.form_token = "made.up.token";

    CHECK(
        errors(std::move(filled)) == std::vector<std::string>{
                                         "email required",
                                         "form_token invalid",
                                         "name required",
                                         "parent invalid",
                                         "story_title invalid",
                                         "story_url not_allowed",
                                         "text required",
                                         "website invalid"});
}

TEST_CASE_METHOD(fixture, "validator: messages never repeat what was typed", "[intake][validator]")
{
    auto filled = form();
    filled.email = private_email("typed@typed@typed");
    filled.website = "ftp://typed";
    filled.parent = "typed";
    filled.story_url = "https://typed.example";
    const auto made = check.accept(std::move(filled), request());

    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().fields.size() == 4);
    for (const auto& each : made.error().fields)
        CHECK(each.message.find("typed") == std::string::npos);
}

TEST_CASE_METHOD(fixture, "validator: a closed story takes no comment", "[intake][validator]")
{
    auto with = request();
    with.state = model::story_state::closed;
    const auto made = check.accept(form(), with);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == model::error::story_closed);

    with.state = model::story_state::pre_moderated;
    CHECK(check.accept(form(), with).has_value());
}

TEST_CASE_METHOD(
    fixture,
    "validator: a form token is of this story and not old",
    "[intake][validator]")
{
    struct example {
        std::string story;
        std::chrono::minutes age;
        std::string error;
    };
    const auto [story, age, error] = GENERATE(
        example{"bridge", 0min, ""},
        example{"bridge", 47h, ""},
        example{"bridge", 49h, "form_token expired"},
        example{"tunnel", 0min, "form_token invalid"});
    auto filled = form();
    filled.form_token = tokens.for_form({news.id, model::story_id(story)}, model::now() - age);

    if (error.empty())
        CHECK(accept(std::move(filled)).submission.text == "Well said.");
    else
        CHECK(errors(std::move(filled)) == std::vector<std::string>{error});
}

TEST_CASE_METHOD(fixture, "validator: a double click is the same submission", "[intake][validator]")
{
    const auto first = accept(form());
    const auto second = accept(form());
    CHECK(first.same_as == second.same_as);
    CHECK(first.content_digest == second.content_digest);
    CHECK(first.submission.id != second.submission.id);
    CHECK(first.keep == 600s);

    auto other_text = form();
    other_text.text = "Something else.";
    CHECK(accept(std::move(other_text)).same_as != first.same_as);
    auto other_author = form();
    other_author.email = private_email("bob@mail.example");
    CHECK(accept(std::move(other_author)).same_as != first.same_as);
}

TEST_CASE_METHOD(
    fixture,
    "validator: with the client's own key, the key says what is the same",
    "[intake][validator]")
{
    auto with = request();
    with.idempotency_key = "key-1";
    auto other_text = form();
    other_text.text = "Something else.";
    const auto first = check.accept(form(), with);
    const auto second = check.accept(std::move(other_text), with);
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());

    CHECK(first->same_as == second->same_as);
    CHECK(first->content_digest != second->content_digest);
    CHECK(first->keep == 24h);
    with.idempotency_key = "key-2";
    CHECK(check.accept(form(), with)->same_as != first->same_as);
}

TEST_CASE_METHOD(fixture, "validator: the form tells how its token came", "[intake][validator]")
{
    using moderation::form_token_state;
    const auto [age, state] = GENERATE(table<std::chrono::milliseconds, form_token_state>({
        {0ms, form_token_state::too_fresh},
        {1min, form_token_state::good},
        {25h, form_token_state::stale},
    }));
    auto filled = form();
    filled.form_token = tokens.for_form({news.id, model::story_id("bridge")}, model::now() - age);

    const auto accepted = accept(std::move(filled));

    CHECK(accepted.submission.form.token == state);
    CHECK_FALSE(accepted.form_use.empty());
    CHECK(accepted.form_use_keep == 48h);
    CHECK_FALSE(accepted.submission.form.honeypot_filled);
}

TEST_CASE_METHOD(fixture, "validator: a form without token, and a trap", "[intake][validator]")
{
    auto filled = form();
    filled.topic = "cheap watches";

    const auto accepted = accept(std::move(filled));

    CHECK(accepted.submission.form.token == moderation::form_token_state::missing);
    CHECK(accepted.submission.form.honeypot_filled);
    CHECK(accepted.form_use.empty());
}
