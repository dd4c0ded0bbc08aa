#include "server/queue/redis_submission_source.hpp"

#include "server/queue/delivery_scripts.hpp"
#include "server/queue/submission_codec.hpp"
#include "server/redis/connection.hpp"
#include "server/redis/error.hpp"
#include "server/telemetry/log.hpp"

#include <boost/system/system_error.hpp>

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace rejoinder::queue {

namespace {

/// Entries a script is given at most: each is a few Redis commands, and nobody else is served
/// meanwhile.
constexpr std::size_t entries_per_script_max = 500;

/// What the two scripts that take are good for at most.
int bounded(int limit)
{
    return std::clamp(limit, 1, static_cast<int>(entries_per_script_max));
}

/// True for the errors of a stream or group that is not there, or went while it was waited for.
bool says_missing(const redis::reply& answer)
{
    const auto& text = answer.error_text();
    return text.starts_with("NOGROUP") || text.starts_with("UNBLOCKED");
}

std::string submission_in(const redis::reply& fields)
{
    const bool ours = fields.elements().size() >= 2 && fields.at(0).text() == "submission";
    return ours ? fields.at(1).text() : std::string();
}

}  // namespace

redis_submission_source::redis_submission_source(
    redis::connection& waiting,
    redis::connection& commands,
    std::string_view prefix,
    std::string consumer,
    queue_settings settings)
    : waiting_(waiting),
      commands_(commands),
      consumer_(std::move(consumer)),
      settings_(settings)
{
    for (auto& keys : all_partitions(prefix, settings.partitions))
        places_.push_back(progress{std::move(keys)});
}

awaitable<batch> redis_submission_source::take_unfinished(int limit)
{
    batch taken;
    for (auto& place : places_) {
        while (!place.unfinished_seen && taken.deliveries.empty() && taken.broken.empty()) {
            const auto answer =
                co_await take_by(unfinished_script, place, place.unfinished_after, limit);
            place.unfinished_after = answer.at(0).text();
            place.unfinished_seen = place.unfinished_after.empty();
            for (const auto& entry : answer.at(1).elements()) {
                const auto attempts = static_cast<int>(entry.at(1).integer());
                add(taken, place, entry.at(0).text(), attempts, entry.at(2).text());
            }
        }
    }
    if (taken.deliveries.empty() && taken.broken.empty()) {
        for (auto& place : places_) {
            place.unfinished_seen = false;
            place.unfinished_after = "0";
        }
    }
    co_return taken;
}

awaitable<batch> redis_submission_source::reclaim(int limit)
{
    batch taken;
    for (auto& place : places_) {
        const auto answer =
            co_await take_by(reclaim_script, place, place.reclaimed_to, share_of(limit));
        place.reclaimed_to = answer.at(0).text();
        for (const auto& entry : answer.at(1).elements()) {
            const auto attempts = static_cast<int>(entry.at(1).integer());
            add(taken, place, entry.at(0).text(), attempts, entry.at(2).text());
        }
    }
    co_return taken;
}

awaitable<redis::reply> redis_submission_source::take_by(
    std::string_view script,
    const progress& from,
    std::string position,
    int limit)
{
    std::vector<std::string> keys;
    keys.push_back(from.keys.stream());
    std::vector<std::string> arguments;
    arguments.emplace_back(consumer_group);
    arguments.push_back(consumer_);
    arguments.push_back(std::move(position));
    arguments.push_back(std::to_string(bounded(limit)));
    arguments.push_back(std::to_string(settings_.reclaim_after.count()));
    co_return co_await commands_
        .evaluate(script, std::move(keys), std::move(arguments), settings_.deadline);
}

awaitable<batch> redis_submission_source::take(int limit, std::chrono::milliseconds wait)
{
    redis::command read("XREADGROUP");
    read.add("GROUP").add(consumer_group).add(consumer_).add("COUNT").add(share_of(limit));
    if (wait.count() > 0)  // To Redis, blocking for 0 means for ever.
        read.add("BLOCK").add(wait.count());
    read.add("STREAMS");
    for (const auto& place : places_)
        read.add(place.keys.stream());
    for (std::size_t i = 0; i < places_.size(); ++i)
        read.add(">");

    const auto answer = co_await waiting_.try_execute(std::move(read), wait + settings_.deadline);
    batch taken;
    if (says_missing(answer)) {
        co_await create_groups();
        co_return taken;
    }
    answer.throw_if_error();
    for (const auto& stream : answer.elements()) {
        const auto& name = stream.at(0).text();
        const auto from = std::ranges::find_if(places_, [&](const progress& each) {
            return each.keys.stream() == name;
        });
        assert(from != places_.end());
        for (const auto& entry : stream.at(1).elements())
            add(taken, *from, entry.at(0).text(), 1, submission_in(entry.at(1)));
    }
    co_return taken;
}

awaitable<void> redis_submission_source::create_groups()
{
    for (const auto& place : places_) {
        redis::command create("XGROUP");
        create.add("CREATE").add(place.keys.stream()).add(consumer_group).add("0").add("MKSTREAM");
        const auto answer = co_await commands_.try_execute(std::move(create), settings_.deadline);
        if (!answer.error_text().starts_with("BUSYGROUP"))  // Somebody else was first: good.
            answer.throw_if_error();
    }
}

void redis_submission_source::add(
    batch& taken,
    const progress& from,
    const std::string& id,
    int attempts,
    std::string entry) const
{
    auto decoded = decode(entry);
    if (decoded.has_error()) {
        telemetry::log_error(
            "submission_undecodable",
            {{"entry", id}, {"what", decoded.error().what}, {"bytes", entry.size()}});
        taken.broken.push_back({from.keys.stream(), id, "undecodable"});
        return;
    }
    taken.deliveries.push_back({from.keys.stream(), id, attempts, *std::move(decoded)});
}

awaitable<void> redis_submission_source::acknowledge(std::vector<delivery> done)
{
    std::map<std::string, std::vector<std::string>> by_stream;
    for (auto& each : done)
        by_stream[each.partition].push_back(std::move(each.entry));

    for (const auto& [stream, entries] : by_stream) {
        for (std::size_t i = 0; i < entries.size(); i += entries_per_script_max) {
            std::vector<std::string> keys;
            keys.push_back(stream);
            std::vector<std::string> arguments;
            arguments.emplace_back(consumer_group);
            for (std::size_t k = i; k < std::min(entries.size(), i + entries_per_script_max); ++k)
                arguments.push_back(entries[k]);
            co_await commands_.evaluate(
                acknowledge_script,
                std::move(keys),
                std::move(arguments),
                settings_.deadline);
        }
    }
}

awaitable<void> redis_submission_source::park(std::vector<undeliverable> broken)
{
    std::map<std::string, std::vector<std::string>> by_stream;
    for (auto& each : broken) {
        auto& arguments = by_stream[each.partition];
        arguments.push_back(std::move(each.entry));
        arguments.push_back(std::move(each.why));
    }

    for (const auto& [stream, entries] : by_stream) {
        const auto& keys_of = partition_with(stream);
        for (std::size_t i = 0; i < entries.size(); i += 2 * entries_per_script_max) {
            std::vector<std::string> keys;
            keys.push_back(stream);
            keys.push_back(keys_of.dead_stream());
            std::vector<std::string> arguments;
            arguments.emplace_back(consumer_group);
            const auto end = std::min(entries.size(), i + 2 * entries_per_script_max);
            for (std::size_t k = i; k < end; ++k)
                arguments.push_back(entries[k]);
            co_await commands_
                .evaluate(park_script, std::move(keys), std::move(arguments), settings_.deadline);
        }
    }
}

const partition& redis_submission_source::partition_with(const std::string& stream) const
{
    const auto at = std::ranges::find_if(places_, [&](const progress& each) {
        return each.keys.stream() == stream;
    });
    assert(at != places_.end());
    return at->keys;
}

int redis_submission_source::share_of(int limit) const
{
    return std::max(1, bounded(limit) / static_cast<int>(places_.size()));
}

}  // namespace rejoinder::queue
