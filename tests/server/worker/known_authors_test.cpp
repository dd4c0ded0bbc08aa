#include "server/worker/known_authors.hpp"

#include "tests/server/worker/recording_store.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using worker::known_authors;

namespace {

/// Number 1 by "Ada", number 2 by "Bob".
std::vector<model::submission> two_submissions()
{
    std::vector<model::submission> batch = {
        tests::sample_submission(1),
        tests::sample_submission(2)};
    batch[1].author.name = "Bob";
    return batch;
}

model::ban ban_of(const model::submission& submission, const char* story = "")
{
    model::ban ban;
    ban.author = submission.author.known_as;
    ban.site = submission.story.site;
    ban.story = model::story_id(story);
    return ban;
}

}  // namespace

TEST_CASE("known authors: a ban covers its story, its site or all", "[worker]")
{
    const auto batch = two_submissions();
    tests::recording_store store;
    CHECK_FALSE(known_authors(store, batch, 0).is_banned(batch[0]));

    store.bans = {ban_of(batch[0], "tunnel")};
    CHECK_FALSE(known_authors(store, batch, 0).is_banned(batch[0]));

    for (const auto* story : {"bridge", ""}) {
        store.bans = {ban_of(batch[0], "tunnel"), ban_of(batch[0], story)};
        const known_authors known(store, batch, 0);
        CHECK(known.is_banned(batch[0]));
        CHECK_FALSE(known.is_banned(batch[1]));
    }
}

TEST_CASE("known authors: a name is another's unless it is one's own too", "[worker]")
{
    const auto batch = two_submissions();
    tests::recording_store store;
    store.owners = {{"ada", model::pseudonym("somebody else")}};

    CHECK(known_authors(store, batch, 10).has_anothers_name(batch[0]));
    CHECK_FALSE(known_authors(store, batch, 10).has_anothers_name(batch[1]));
    CHECK_FALSE(known_authors(store, batch, 0).has_anothers_name(batch[0]));

    store.owners.push_back({"ada", batch[0].author.known_as});
    CHECK_FALSE(known_authors(store, batch, 10).has_anothers_name(batch[0]));
}

TEST_CASE("known authors: only who proves it makes a name known", "[worker]")
{
    auto submission = tests::sample_submission(1);
    CHECK(known_authors::proved_name_of(submission).empty());
    submission.proof = model::author_proof::author_token;
    CHECK(known_authors::proved_name_of(submission) == "ada");
}
