#include "server/storage/async_store.hpp"

#include "server/async/on_threads.hpp"

#include <utility>

namespace rejoinder::storage {

// Each job is named before it is awaited: g++ 12 destroys temporaries of a co_await twice.

awaitable<std::optional<model::story>> async_store::find_story(model::story_key key)
{
    auto job = [this, key = std::move(key)] {
        return store_.find_story(key);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<model::result<comment_page>> async_store::list_published(list_request request)
{
    auto job = [this, request = std::move(request)] {
        return store_.list_published(request);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::optional<model::comment>> async_store::find_comment(model::comment_id id)
{
    auto job = [this, id = std::move(id)] {
        return store_.find_comment(id);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::vector<std::int64_t>> async_store::published_counts(
    model::site_id site,
    std::vector<model::story_id> stories)
{
    auto job = [this, site = std::move(site), stories = std::move(stories)] {
        return store_.published_counts(site, stories);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<model::result<desk_page>> async_store::list_for_desk(desk_request request)
{
    auto job = [this, request = std::move(request)] {
        return store_.list_for_desk(request);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::optional<desk_comment>> async_store::find_for_desk(model::comment_id id)
{
    auto job = [this, id = std::move(id)] {
        return store_.find_for_desk(id);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::vector<model::event>> async_store::history_of(model::comment_id id)
{
    auto job = [this, id = std::move(id)] {
        return store_.history_of(id);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<state_counts> async_store::counts(desk_scope where)
{
    auto job = [this, where = std::move(where)] {
        return store_.counts(where);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::vector<model::decision_outcome>> async_store::decide(
    std::vector<model::decision> decisions,
    acting_moderator by,
    std::string batch)
{
    auto job =
        [this, decisions = std::move(decisions), by = std::move(by), batch = std::move(batch)] {
            return store_.decide(decisions, by, batch);
        };
    return async::on_threads(threads_, std::move(job));
}

awaitable<model::result<model::story>> async_store::change_story(
    model::story_key key,
    model::story_change change,
    acting_moderator by)
{
    auto job = [this, key = std::move(key), change, by = std::move(by)] {
        return store_.change_story(key, change, by);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::optional<model::moderator>> async_store::find_moderator(std::string name)
{
    auto job = [this, name = std::move(name)] {
        return store_.find_moderator(name);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::vector<outbox_entry>> async_store::events_after(std::int64_t seq, int limit)
{
    auto job = [this, seq, limit] {
        return store_.events_after(seq, limit);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::int64_t> async_store::last_event()
{
    auto job = [this] {
        return store_.last_event();
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<std::int64_t> async_store::published_through()
{
    auto job = [this] {
        return store_.published_through();
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<void> async_store::set_published_through(std::int64_t seq)
{
    auto job = [this, seq] {
        store_.set_published_through(seq);
    };
    return async::on_threads(threads_, std::move(job));
}

awaitable<void> async_store::ping()
{
    auto job = [this] {
        store_.ping();
    };
    return async::on_threads(threads_, std::move(job));
}

}  // namespace rejoinder::storage
