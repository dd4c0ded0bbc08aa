#pragma once

#include "server/async/net.hpp"
#include "server/storage/store.hpp"

#include <boost/asio/thread_pool.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// The store's verbs as awaitables: each runs on a thread of the pool, and the caller goes on where
/// it was. Arguments are taken by value because the coroutine outlives the call. Contracts are
/// those of store.hpp.
class async_store {
public:
    /// Store and pool belong to the application and outlive every call.
    async_store(store& blocking, net::thread_pool& threads)
        : store_(blocking),
          threads_(threads)
    {
    }

    awaitable<std::optional<model::story>> find_story(model::story_key key);
    awaitable<model::result<comment_page>> list_published(list_request request);
    awaitable<std::optional<model::comment>> find_comment(model::comment_id id);
    awaitable<std::vector<std::int64_t>> published_counts(
        model::site_id site,
        std::vector<model::story_id> stories);

    awaitable<model::result<desk_page>> list_for_desk(desk_request request);
    awaitable<std::optional<desk_comment>> find_for_desk(model::comment_id id);
    awaitable<std::vector<model::event>> history_of(model::comment_id id);
    awaitable<state_counts> counts(desk_scope where);
    awaitable<std::vector<model::decision_outcome>> decide(
        std::vector<model::decision> decisions,
        acting_moderator by,
        std::string batch);
    awaitable<model::result<model::story>> change_story(
        model::story_key key,
        model::story_change change,
        acting_moderator by);

    awaitable<std::optional<model::moderator>> find_moderator(std::string name);

    awaitable<std::vector<outbox_entry>> events_after(std::int64_t seq, int limit);
    awaitable<std::int64_t> last_event();
    awaitable<std::int64_t> published_through();
    awaitable<void> set_published_through(std::int64_t seq);

    awaitable<void> ping();

private:
    store& store_;
    net::thread_pool& threads_;
};

}  // namespace rejoinder::storage
