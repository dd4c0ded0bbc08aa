#pragma once

#include "server/async/net.hpp"
#include "server/model/ids.hpp"
#include "server/publish/publish_settings.hpp"
#include "server/publish/shared_snapshot.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace rejoinder::publish {

class single_flight;

/// Renders a story's first page from storage.
using snapshot_renderer = std::function<awaitable<shared_snapshot>(model::story_key)>;

/// What became of a story: readers see only more of it than before, or something no longer.
enum class change { adds, removes };

/// Keeps the first pages of the stories read last, as many as `snapshot_bytes_max` holds. However
/// many readers ask for a page that has changed, it is rendered once and all of them get the result
/// (single flight).
///
/// Thread-safe: any core may ask, the feed hub invalidates.
class snapshot_cache {
public:
    snapshot_cache(publish_settings settings, snapshot_renderer render);

    /// The page if it is here and still true; null otherwise. Never waits.
    shared_snapshot find(const model::story_key& key);

    /// The page, rendered if need be. Throws what the renderer throws.
    awaitable<shared_snapshot> get(model::story_key key);

    /// The story changed. Where something was removed, who asks from now on gets a rendering begun
    /// from now on. Where something was added, a page younger than `render_every` goes out until
    /// it is as old: a story that changes fast is not rendered for each change, and its live
    /// readers have the change anyway.
    void invalidate(const model::story_key& key, change what);
    void invalidate_all();

    /// While this node is cut off from the event stream, changes by other nodes go unseen: pages
    /// then live only for `stale_after`, and none of them outlives the reconnection.
    void set_following(bool following);

private:
    using clock = std::chrono::steady_clock;

    struct entry {
        shared_snapshot page;
        clock::time_point rendered_at;
        std::uint64_t generation = 0;  ///< Bumped by every change of the story.
        std::uint64_t removal = 0;     ///< The generation in which something was removed last.
        bool is_behind = false;        ///< Something was added that the page lacks.
        std::shared_ptr<single_flight> flight;
        std::list<model::story_key>::iterator recent;
    };

    entry& touch(const model::story_key& key);
    bool is_fresh(const entry& found) const;
    void keep(const model::story_key& key, const single_flight& landed, shared_snapshot page);
    void drop_page(entry& of);
    void set_page(entry& of, shared_snapshot page);
    void make_room();

    publish_settings settings_;
    snapshot_renderer render_;
    std::atomic<bool> following_{false};
    std::mutex mutex_;
    std::unordered_map<model::story_key, entry> entries_;
    std::list<model::story_key> recent_;  ///< Most recently used first.
    std::size_t bytes_ = 0;               ///< What all pages may take up.
};

}  // namespace rejoinder::publish
