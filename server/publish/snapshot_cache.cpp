#include "server/publish/snapshot_cache.hpp"

#include "server/publish/single_flight.hpp"

#include <exception>
#include <utility>

namespace rejoinder::publish {

snapshot_cache::snapshot_cache(publish_settings settings, snapshot_renderer render)
    : settings_(settings),
      render_(std::move(render))
{
}

shared_snapshot snapshot_cache::find(const model::story_key& key)
{
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || !is_fresh(found->second))
        return nullptr;
    recent_.splice(recent_.begin(), recent_, found->second.recent);
    return found->second.page;
}

awaitable<shared_snapshot> snapshot_cache::get(model::story_key key)
{
    std::shared_ptr<single_flight> flight;
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        auto& found = touch(key);
        if (is_fresh(found))
            co_return found.page;
        if (!found.flight || found.flight->generation() != found.generation) {
            found.flight = std::make_shared<single_flight>(found.generation);
            first = true;
        }
        flight = found.flight;
    }
    if (!first)
        co_return co_await single_flight::wait(flight);

    std::exception_ptr failure;
    shared_snapshot page;
    try {
        page = co_await render_(key);
    } catch (...) {
        failure = std::current_exception();
    }
    keep(key, *flight, page);
    flight->land(failure, page);
    if (failure)
        std::rethrow_exception(failure);
    co_return page;
}

void snapshot_cache::invalidate(const model::story_key& key)
{
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end())
        return;
    ++found->second.generation;
    found->second.page = nullptr;
}

void snapshot_cache::invalidate_all()
{
    const std::lock_guard lock(mutex_);
    for (auto& [key, changed] : entries_) {
        ++changed.generation;
        changed.page = nullptr;
    }
}

void snapshot_cache::set_following(bool following)
{
    if (following && !following_.exchange(true))
        invalidate_all();
    else if (!following)
        following_ = false;
}

snapshot_cache::entry& snapshot_cache::touch(const model::story_key& key)
{
    const auto found = entries_.find(key);
    if (found != entries_.end()) {
        recent_.splice(recent_.begin(), recent_, found->second.recent);
        return found->second;
    }
    if (entries_.size() >= settings_.snapshots_max) {
        entries_.erase(recent_.back());
        recent_.pop_back();
    }
    recent_.push_front(key);
    auto& added = entries_[key];
    added.recent = recent_.begin();
    return added;
}

bool snapshot_cache::is_fresh(const entry& found) const
{
    if (!found.page)
        return false;
    return following_ || clock::now() - found.rendered_at < settings_.stale_after;
}

void snapshot_cache::keep(
    const model::story_key& key,
    const single_flight& landed,
    shared_snapshot page)
{
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.flight.get() != &landed)
        return;
    found->second.flight = nullptr;
    if (found->second.generation != landed.generation())
        return;
    found->second.page = std::move(page);
    found->second.rendered_at = clock::now();
}

}  // namespace rejoinder::publish
