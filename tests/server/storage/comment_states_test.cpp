#include "server/storage/comment_states.hpp"

#include "server/storage/storage_failure.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/storage/sample_judged.hpp"
#include "tests/server/storage/sqlite_file.hpp"
#include "tests/support/catch.hpp"

using namespace rejoinder;
using namespace rejoinder::storage;
using namespace rejoinder::tests;
using model::comment_state;

namespace {

/// A published comment 1 with a held reply 2.
struct two_comments {
    two_comments() { add(*store, {judged(1), judged(2, verdict_kind::hold, 1)}); }

    long long shown() const
    {
        const auto id = sample_id(1).str();
        return select_numbers(*session, "SELECT shown FROM comment WHERE id = '" + id + "'").at(0);
    }

    void decide(int number, comment_state to) const
    {
        const auto from = read_position(*session, sample_id(number)).value();
        write_state(*session, sample_id(number), from, {to, true});
    }

    fresh_store store;
    std::unique_ptr<soci::session> session =
        open_sqlite(store.directory() / "record.db", store.settings());
};

}  // namespace

TEST_CASE("comment states: a position says where and how a comment is", "[storage][comment_states]")
{
    const two_comments at;

    const auto reply = read_position(*at.session, sample_id(2));
    REQUIRE(reply);
    CHECK(reply->story == sample_key());
    CHECK(reply->state == comment_state::pending);
    CHECK(reply->revision == 1);
    CHECK(reply->root == sample_id(1).str());
    CHECK(read_position(*at.session, sample_id(1))->root == sample_id(1).str());
    CHECK_FALSE(read_position(*at.session, sample_id(3)));
}

TEST_CASE("comment states: each decision is a revision", "[storage][comment_states]")
{
    const two_comments at;

    at.decide(2, comment_state::published);
    at.decide(2, comment_state::spam);

    const auto reply = read_position(*at.session, sample_id(2));
    CHECK(reply->state == comment_state::spam);
    CHECK(reply->revision == 3);
    CHECK(read_position(*at.session, sample_id(1))->revision == 1);
}

TEST_CASE("comment states: a discussion counts what it shows", "[storage][comment_states]")
{
    const two_comments at;
    CHECK(at.shown() == 1);

    at.decide(2, comment_state::published);
    CHECK(at.shown() == 2);
    at.decide(1, comment_state::rejected);
    CHECK(at.shown() == 1);
    at.decide(1, comment_state::spam);
    CHECK(at.shown() == 1);
    at.decide(2, comment_state::rejected);
    CHECK(at.shown() == 0);

    change_shown(*at.session, sample_id(1).str(), 2);
    CHECK(at.shown() == 2);
}

TEST_CASE("comment states: a state that is not known is no other", "[storage][comment_states]")
{
    const two_comments at;
    *at.session << "UPDATE comment SET state = 'unheard-of'";

    CHECK_THROWS_AS(read_position(*at.session, sample_id(1)), storage_failure);
    CHECK_THROWS_AS(at.store->find_comment(sample_id(1)), storage_failure);
}
