#include "server/publish/event_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_comment_record.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;
using enum model::comment_state;
using nlohmann::json;

namespace {

storage::outbox_entry change(
    std::optional<model::comment_state> from,
    std::optional<model::comment_state> to)
{
    storage::outbox_entry entry;
    entry.comment = tests::sample_record();
    entry.comment->state = to.value_or(published);
    entry.story = tests::sample_story();
    entry.event.seq = 7;
    entry.event.kind = from ? model::event_kind::decided : model::event_kind::judged;
    entry.event.story = entry.story.key;
    entry.event.comment = entry.comment->id;
    entry.event.from = from;
    entry.event.to = to;
    entry.event.by = "filters";
    return entry;
}

std::string type_for_readers(const storage::outbox_entry& entry)
{
    const auto message = publish::message_for(entry);
    return message.for_readers ? json::parse(*message.for_readers).at("type") : json("nothing");
}

}  // namespace

TEST_CASE("event JSON: readers are told what they may see and nothing else", "[publish]")
{
    CHECK(type_for_readers(change(std::nullopt, published)) == "published");
    CHECK(type_for_readers(change(std::nullopt, pending)) == "nothing");
    CHECK(type_for_readers(change(std::nullopt, rejected)) == "nothing");
    CHECK(type_for_readers(change(std::nullopt, spam)) == "nothing");
    CHECK(type_for_readers(change(pending, published)) == "published");
    CHECK(type_for_readers(change(pending, rejected)) == "nothing");
    CHECK(type_for_readers(change(published, rejected)) == "removed");
    CHECK(type_for_readers(change(published, withdrawn)) == "removed");
    CHECK(type_for_readers(change(published, published)) == "edited");
}

TEST_CASE("event JSON: what is no longer public when published is not shown", "[publish]")
{
    auto entry = change(std::nullopt, published);
    entry.comment->state = rejected;
    CHECK(type_for_readers(entry) == "nothing");
}

TEST_CASE("event JSON: a removal names the comment and shows none of it", "[publish]")
{
    const auto message = publish::message_for(change(published, rejected));
    CHECK(
        json::parse(*message.for_readers) ==
        json::parse(R"({"id": "7", "type": "removed", "count": 3,
                           "comment": "0192f0c1-0000-7000-8000-000000000001"})"));
}

TEST_CASE("event JSON: the desk hears of every change", "[publish]")
{
    const auto message = publish::message_for(change(pending, published));
    CHECK(
        json::parse(*message.for_desk) ==
        json::parse(R"({"id": "7", "type": "comment", "site": "demo", "story": "bridge",
            "comment": "0192f0c1-0000-7000-8000-000000000001", "from": "pending",
            "to": "published", "by": "filters"})"));
}

TEST_CASE("event JSON: a story's change goes to both", "[publish]")
{
    auto entry = change(std::nullopt, std::nullopt);
    entry.event.kind = model::event_kind::story_changed;
    entry.event.comment.reset();
    entry.comment.reset();
    entry.story.state = model::story_state::closed;

    const auto message = publish::message_for(entry);
    CHECK(json::parse(*message.for_readers).at("story").at("state") == "closed");
    CHECK(json::parse(*message.for_desk).at("state") == "closed");
}

TEST_CASE("event JSON: only what becomes public adds and takes nothing away", "[publish]")
{
    CHECK(publish::message_for(change(std::nullopt, published)).only_adds);
    CHECK(publish::message_for(change(pending, published)).only_adds);
    CHECK_FALSE(publish::message_for(change(published, published)).only_adds);
    CHECK_FALSE(publish::message_for(change(published, rejected)).only_adds);
    CHECK_FALSE(publish::message_for(change(std::nullopt, pending)).only_adds);
}

TEST_CASE("event JSON: a like tells readers how many there are, and the desk nothing", "[publish]")
{
    auto entry = change(std::nullopt, std::nullopt);
    entry.event.kind = model::event_kind::liked;
    entry.comment->likes = 4;
    const auto message = publish::message_for(entry);

    CHECK(
        json::parse(*message.for_readers) ==
        json::parse(R"({"id": "7", "type": "liked", "likes": 4,
                           "comment": "0192f0c1-0000-7000-8000-000000000001"})"));
    CHECK_FALSE(message.for_desk);
    CHECK(message.only_adds);
    entry.comment->state = pending;
    CHECK(type_for_readers(entry) == "nothing");
}

TEST_CASE("event JSON: many likes of one comment are told once", "[publish]")
{
    auto like = change(std::nullopt, std::nullopt);
    like.event.kind = model::event_kind::liked;
    auto other = like;
    other.event.comment = model::comment_id("other");
    const std::vector<storage::outbox_entry> entries = {like, other, change({}, published), like};

    const auto messages = publish::messages_for(entries);
    REQUIRE(messages.size() == 4);
    CHECK_FALSE(messages[0].for_readers);
    CHECK(messages[1].for_readers);
    CHECK(messages[2].for_readers);
    CHECK(messages[3].for_readers);
    CHECK(messages[0].seq == 7);
}
