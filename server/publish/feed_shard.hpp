#pragma once

#include "server/model/site_list.hpp"
#include "server/publish/feed_message.hpp"
#include "server/publish/publish_settings.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rejoinder::publish {

/// Whoever listens to a feed: a WebSocket session.
class subscriber {
public:
    virtual ~subscriber() = default;

    /// The bytes are shared by all subscribers. Must not block and must not unsubscribe from
    /// within.
    virtual void deliver(std::shared_ptr<const std::string> message) = 0;
};

/// The feeds of one core: who listens to which story or to the desk, and the last events for those
/// who resume. Belongs to one thread; the hub posts to it.
class feed_shard {
public:
    explicit feed_shard(const publish_settings& settings);

    /// Subscribes and greets: "hello" with an event id that every page rendered from now on
    /// contains, and what came after it; or, where `since` is given, with the latest id and what
    /// was missed; with "resync" between when the history does not reach back that far or it is
    /// more than is told one by one. The subscriber must outlive the subscription.
    void join_story(
        const model::story_key& story,
        subscriber& listener,
        std::optional<std::int64_t> since);
    void leave_story(const model::story_key& story, subscriber& listener);

    /// The desk hears of these sites; of all where none is named.
    void join_desk(
        subscriber& listener,
        std::optional<std::int64_t> since,
        model::site_list sites = {});
    void leave_desk(subscriber& listener);

    /// Remembers and hands out, in order. Events already seen are ignored.
    void deliver(std::span<const feed_message> messages);

    /// Hands out notices to the desk, which are not remembered.
    void tell_desk(std::span<const feed_message> notices);

    /// The event stream began anew: history is void, everybody is told to fetch again.
    void reset(std::int64_t latest);

    std::size_t subscribers() const noexcept;

private:
    using clock = std::chrono::steady_clock;
    using listeners = std::unordered_set<subscriber*>;

    void greet(
        subscriber& listener,
        const model::story_key* story,
        const model::site_list& sites,
        std::optional<std::int64_t> since);

    /// The last event that no page lacks any more: pages may be `render_every` behind.
    std::int64_t settled();

    using payloads = std::vector<std::shared_ptr<const std::string>>;
    payloads after(std::int64_t since, const model::story_key* story, const model::site_list& sites)
        const;

    /// Nothing where it is too much to be told one by one, or not known any more.
    std::optional<payloads> missed_since(
        std::int64_t since,
        const model::story_key* story,
        const model::site_list& sites) const;

    std::size_t history_events_max_;
    std::size_t replay_messages_max_;
    std::size_t replay_bytes_max_;
    std::chrono::milliseconds render_every_;
    std::int64_t latest_ = 0;
    std::int64_t settled_ = 0;
    std::deque<std::pair<clock::time_point, std::int64_t>> fresh_;  ///< When they came; unsettled.
    std::int64_t complete_since_ = 0;  ///< Everything after this event is in history.
    std::deque<feed_message> history_;
    std::unordered_map<model::story_key, listeners> by_story_;
    std::unordered_map<subscriber*, model::site_list> desk_;
};

}  // namespace rejoinder::publish
