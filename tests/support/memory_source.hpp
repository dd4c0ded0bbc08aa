#pragma once

#include "server/queue/submission_queue.hpp"
#include "server/redis/error.hpp"
#include "tests/support/sample_submission.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace rejoinder::tests {

/// A submission source in memory that keeps its promises: at-least-once, and attempts counted.
/// Fails as often as a test says.
class memory_source final : public queue::submission_source {
public:
    explicit memory_source(net::io_context& context)
        : context_(context)
    {
    }

    void append(const model::submission& submission)
    {
        const int number = ++last_entry_;
        waiting[number] = {std::to_string(number), 0, submission};
    }

    awaitable<queue::batch> take_unfinished(int limit) override
    {
        fail_if(take_failures);
        co_return deliver(delivered, limit, std::exchange(unfinished_seen_, true));
    }

    awaitable<queue::batch> take(int limit, std::chrono::milliseconds wait) override
    {
        net::steady_timer pause(context_, std::min(wait, std::chrono::milliseconds(2)));
        co_await pause.async_wait(net::use_awaitable);
        fail_if(take_failures);
        auto batch = deliver(waiting, limit, false);
        batch.broken = std::exchange(broken, {});
        co_return batch;
    }

    awaitable<queue::batch> reclaim(int limit) override
    {
        fail_if(take_failures);
        co_return deliver(delivered, limit, false);
    }

    awaitable<void> acknowledge(std::vector<queue::delivery> done) override
    {
        fail_if(acknowledge_failures);
        for (const auto& each : done)
            delivered.erase(std::stoi(each.entry));
        acknowledged += done.size();
        co_return;
    }

    awaitable<void> park(std::vector<queue::undeliverable> entries) override
    {
        fail_if(park_failures);
        for (auto& each : entries) {
            delivered.erase(std::stoi(each.entry));
            parked.push_back(std::move(each));
        }
        co_return;
    }

    struct entry {
        std::string id;
        int attempts = 0;
        model::submission submission;
    };

    std::map<int, entry> waiting;
    std::map<int, entry> delivered;  ///< And not acknowledged.
    std::vector<queue::undeliverable> broken;
    std::vector<queue::undeliverable> parked;
    std::size_t acknowledged = 0;
    int take_failures = 0;
    int acknowledge_failures = 0;
    int park_failures = 0;

private:
    static void fail_if(int& failures)
    {
        if (failures == 0)
            return;
        --failures;
        throw boost::system::system_error(make_error_code(redis::error::connection_lost));
    }

    queue::batch deliver(std::map<int, entry>& from, int limit, bool nothing)
    {
        queue::batch batch;
        std::map<int, entry> taken;
        if (nothing)
            return batch;
        for (const auto& [number, each] : from)
            if (taken.size() < static_cast<std::size_t>(limit))
                taken[number] = each;
        for (auto& [number, each] : taken) {
            from.erase(number);
            ++each.attempts;
            batch.deliveries.push_back({"memory", each.id, each.attempts, each.submission});
            delivered[number] = each;
        }
        return batch;
    }

    net::io_context& context_;
    int last_entry_ = 0;
    bool unfinished_seen_ = false;
};

}  // namespace rejoinder::tests
