#include "server/queue/submission_codec.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_submission.hpp"

#include <nlohmann/json.hpp>

#include <functional>

using namespace rejoinder;
using rejoinder::tests::sample_id;
using rejoinder::tests::sample_submission;

namespace {

/// The sample's entry after a change to its JSON.
std::string changed(const std::function<void(nlohmann::json&)>& change)
{
    auto object = nlohmann::json::parse(queue::encode(sample_submission()));
    change(object);
    return object.dump();
}

std::string fault_of(const std::string& entry)
{
    const auto decoded = queue::decode(entry);
    return decoded.has_error() ? decoded.error().what : "none";
}

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

}  // namespace

TEST_CASE("submission codec: the entry is pinned, for queues outlive versions", "[queue][codec]")
{
    auto submission = sample_submission();
    submission.parent = sample_id(7);
    submission.proof = model::author_proof::author_token;
    submission.own_address_masked = true;

    CHECK(
        queue::encode(submission) ==
        R"({"author":"000000000000000000000000000a0001",)"
        R"("client":"c0ffee00c0ffee00c0ffee00c0ffee00",)"
        R"("email":"k1.bm90LWFuLWFkZHJlc3MtYnV0LXNlYWxlZA","email_domain":"mail.example",)"
        R"("id":"0192f0c1-0000-7000-8000-000000000001","name":"Ada",)"
        R"("network":"0ddba1100ddba1100ddba1100ddba110","own_address_masked":true,)"
        R"("parent":"0192f0c1-0000-7000-8000-000000000007","proof":"author_token","site":"demo",)"
        R"("story":"bridge","story_title":"The bridge is open",)"
        R"("story_url":"https://news.example/bridge","submitted_at":1790846101123,)"
        R"("text":"Comment number 1, well meant.","v":1,"website":"https://ada.example/"})");
}

TEST_CASE("submission codec: what is encoded is decoded, field for field", "[queue][codec]")
{
    auto submission = sample_submission(42);
    submission.text = "Zwei Zeilen,\nein \"Zitat\" und \xF0\x9F\x8C\x89.";
    if (GENERATE(true, false)) {
        submission.parent = sample_id(7);
        submission.proof = model::author_proof::author_token;
        submission.own_address_masked = true;
        submission.form = {true, moderation::form_token_state::good};
        submission.story_published_at = model::from_rfc3339("2026-10-01T00:00:00.000Z");
    }

    const auto decoded = queue::decode(queue::encode(submission));

    REQUIRE(decoded.has_value());
    CHECK(decoded->id == submission.id);
    CHECK(decoded->story == submission.story);
    CHECK(decoded->story_url == submission.story_url);
    CHECK(decoded->story_title == submission.story_title);
    CHECK(decoded->story_published_at == submission.story_published_at);
    CHECK(decoded->parent == submission.parent);
    CHECK(decoded->author.name == submission.author.name);
    CHECK(decoded->author.website == submission.author.website);
    CHECK(decoded->author.known_as == submission.author.known_as);
    CHECK(decoded->author.email == submission.author.email);
    CHECK(decoded->author.email_domain == submission.author.email_domain);
    CHECK(decoded->proof == submission.proof);
    CHECK(decoded->text == submission.text);
    CHECK(decoded->own_address_masked == submission.own_address_masked);
    CHECK(decoded->form == submission.form);
    CHECK(decoded->client == submission.client);
    CHECK(decoded->network == submission.network);
    CHECK(decoded->submitted_at == submission.submitted_at);
}

TEST_CASE("submission codec: the longest text passes, escaped or not", "[queue][codec]")
{
    auto submission = sample_submission();
    submission.text = repeated(GENERATE("\x01", "\"", "\xF0\x9F\x8C\x89"), 10'000);

    const auto entry = queue::encode(submission);

    CHECK(entry.size() <= queue::entry_bytes_max);
    REQUIRE(queue::decode(entry).has_value());
    CHECK(queue::decode(entry)->text == submission.text);
}

TEST_CASE("submission codec: what is no entry of this version is refused", "[queue][codec]")
{
    CHECK(fault_of("") == "json");
    CHECK(fault_of("[1]") == "json");
    CHECK(fault_of("{\"v\":1") == "json");
    CHECK(fault_of("{\"v\":1,\"id\":\"\xFF\"}") == "json");
    CHECK(fault_of(std::string(queue::entry_bytes_max + 1, '[')) == "json");
    CHECK(fault_of("{}") == "version");
    CHECK(fault_of("{\"v\":2}") == "version");
    CHECK(fault_of("{\"v\":\"1\"}") == "version");
    CHECK(fault_of(changed([](auto& entry) { entry["ip"] = "192.0.2.7"; })) == "unknown_field");
}

TEST_CASE("submission codec: signs of the form may be missing, and are checked", "[queue][codec]")
{
    CHECK(fault_of(changed([](auto& entry) { entry["form_token"] = "golden"; })) == "form_token");
    CHECK(fault_of(changed([](auto& entry) { entry["form_token"] = 1; })) == "form_token");
    CHECK(fault_of(changed([](auto& entry) {
              entry["honeypot_filled"] = "yes";
          })) == "honeypot_filled");
}

TEST_CASE("submission codec: each field must be there and of its kind", "[queue][codec]")
{
    const std::string field = GENERATE(
        "id",
        "site",
        "story",
        "story_url",
        "story_title",
        "name",
        "website",
        "author",
        "email",
        "email_domain",
        "proof",
        "text",
        "own_address_masked",
        "client",
        "network",
        "submitted_at");
    CAPTURE(field);

    CHECK(fault_of(changed([&](auto& entry) { entry.erase(field); })) == field);
    CHECK(fault_of(changed([&](auto& entry) { entry[field] = nullptr; })) == field);
    CHECK(fault_of(changed([&](auto& entry) { entry[field] = nlohmann::json::array(); })) == field);
}

TEST_CASE("submission codec: each field is bounded", "[queue][codec]")
{
    const auto [field, value] = GENERATE(table<std::string, nlohmann::json>({
        {"id", "0192F0C1-0000-7000-8000-000000000001"},
        {"site", ""},
        {"site", "Demo"},
        {"site", std::string(41, 'a')},
        {"story", ""},
        {"story", std::string(201, 'a')},
        {"story", std::string("a\0b", 3)},
        {"story_url", std::string(4'097, 'a')},
        {"story_title", std::string(4'097, 'a')},
        {"story_published_at", "yesterday"},
        {"story_published_at", 253'402'300'800'000},
        {"parent", "1"},
        {"name", std::string(1'025, 'a')},
        {"website", std::string(4'097, 'a')},
        {"author", ""},
        {"author", std::string(65, 'a')},
        {"author", "ada@mail.example"},
        {"email", "ada@mail.example"},
        {"email", std::string(1'025, 'a')},
        {"email_domain", "ada@mail.example"},
        {"email_domain", std::string(256, 'a')},
        {"proof", "word of honour"},
        {"text", ""},
        {"text", std::string(10'001, 'a')},
        {"text", std::string("a\0b", 3)},
        {"client", "192.0.2.7"},
        {"client", "2001:db8::7"},
        {"network", "192.0.2.0/24"},
        {"submitted_at", 0},
        {"submitted_at", 1.5},
        {"submitted_at", 253'402'300'800'000},
        {"submitted_at", 18'446'744'073'709'551'615U},
    }));
    CAPTURE(field, value.dump());

    CHECK(fault_of(changed([&](auto& entry) { entry[field] = value; })) == field);
}

TEST_CASE("submission codec: what could not be decoded is not encoded", "[queue][codec]")
{
    auto submission = sample_submission();

    SECTION("out of bounds")
    {
        submission.author.email.text = "ada@mail.example";
        CHECK_THROWS_WITH(queue::encode(submission), "submission: email is out of bounds");
    }
    SECTION("not UTF-8")
    {
        submission.text = "\xFF";
        CHECK_THROWS_WITH(queue::encode(submission), "submission: not UTF-8");
    }
}
