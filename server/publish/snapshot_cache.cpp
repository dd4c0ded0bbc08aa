#include "server/publish/snapshot_cache.hpp"

#include "server/publish/single_flight.hpp"

#include <exception>
#include <utility>

namespace rejoinder::publish {

namespace {

/// What a story costs beside its page: the entry, its keys, their nodes.
constexpr std::size_t entry_bytes = 512;

}  // namespace

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
        if (!found.flight || found.flight->generation() < found.removal) {
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

void snapshot_cache::invalidate(const model::story_key& key, change what)
{
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end())
        return;
    if (what == change::adds) {
        ++found->second.generation;
        found->second.is_behind = true;
    } else {
        drop_page(found->second);
    }
}

void snapshot_cache::invalidate_all()
{
    const std::lock_guard lock(mutex_);
    for (auto& [key, changed] : entries_)
        drop_page(changed);
}

void snapshot_cache::drop_page(entry& of)
{
    of.removal = ++of.generation;
    set_page(of, nullptr);
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
    recent_.push_front(key);
    auto& added = entries_[key];
    added.recent = recent_.begin();
    bytes_ += entry_bytes;
    make_room();
    return added;
}

void snapshot_cache::set_page(entry& of, shared_snapshot page)
{
    bytes_ -= of.page ? of.page->bytes_most() : 0;
    of.page = std::move(page);
    bytes_ += of.page ? of.page->bytes_most() : 0;
}

/// The story used last stays, however large its page.
void snapshot_cache::make_room()
{
    while (bytes_ > settings_.snapshot_bytes_max && recent_.size() > 1) {
        const auto oldest = entries_.find(recent_.back());
        set_page(oldest->second, nullptr);
        entries_.erase(oldest);
        recent_.pop_back();
        bytes_ -= entry_bytes;
    }
}

bool snapshot_cache::is_fresh(const entry& found) const
{
    if (!found.page)
        return false;
    if (following_ && !found.is_behind)
        return true;
    const auto age = clock::now() - found.rendered_at;
    return age < (following_ ? settings_.render_every : settings_.stale_after);
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
    if (landed.generation() < found->second.removal)
        return;
    found->second.is_behind = landed.generation() != found->second.generation;
    found->second.rendered_at = clock::now();
    set_page(found->second, std::move(page));
    make_room();
}

}  // namespace rejoinder::publish
