#include "server/storage/store.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;

namespace {

const model::pseudonym ann("ann");

/// By one author: two published, one of them under another name, one of each other state.
void add_comments_of_ann(store& record)
{
    std::vector<judged_submission> batch = {
        judged(1),
        judged(2),
        judged(3, verdict_kind::hold),
        judged(4, verdict_kind::reject),
        judged(5, verdict_kind::spam)};
    batch[1].submission.author.name = "Ann";
    for (auto& each : batch)
        each.submission.author.known_as = ann;
    batch[4].submission.author.email.text = "k1.the-newest";
    add(record, batch);
}

}  // namespace

TEST_CASE("store: an author's record", "[storage][contract]")
{
    const fresh_store store;
    add_comments_of_ann(*store);

    const auto since = judged(4).submission.submitted_at;
    const auto record = store->author_record_of(ann, since, {}).value();
    CHECK(record.first_seen_at == judged(1).submission.submitted_at);
    REQUIRE(record.names.size() == 2);
    CHECK(record.names[0].name == "Ada");
    CHECK(record.names[0].comments == 4);
    CHECK(record.all.published == 2);
    CHECK(record.all.pending == 1);
    CHECK(record.lately.published == 0);
    CHECK(record.lately.rejected == 1);
    CHECK(record.lately.spam == 1);
    CHECK(record.bans.empty());
    CHECK(record.notes.empty());
    CHECK_FALSE(store->author_record_of(model::pseudonym("nobody"), since, {}));
}

TEST_CASE("store: notes about an author, newest first", "[storage][contract]")
{
    const fresh_store store;
    add_comments_of_ann(*store);
    model::author_note note{"1", ann, "Was warned.", "Mo", model::now()};
    CHECK(store->add_note(note, acting_mo()));
    note = {"2", ann, "And again.", "Kim", note.at + std::chrono::seconds(1)};
    CHECK(store->add_note(note, acting_mo()));
    note = {"3", model::pseudonym("nobody"), "Who?", "Kim", note.at};
    CHECK_FALSE(store->add_note(note, acting_mo()));

    const auto notes = store->author_record_of(ann, {}, {}).value().notes;
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].text == "And again.");
    CHECK(notes[1].by == "Mo");
}

TEST_CASE("store: the newest address of an author is revealed", "[storage][contract]")
{
    const fresh_store store;
    add_comments_of_ann(*store);

    const auto sealed = store->reveal_address(ann, acting_mo(), "a threat");
    REQUIRE(sealed);
    CHECK(sealed->text == "k1.the-newest");
    const model::pseudonym nobody("nobody");
    CHECK_FALSE(store->reveal_address(nobody, acting_mo(), "curiosity"));
}
