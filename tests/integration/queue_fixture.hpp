#pragma once

#include "server/queue/queue_depth.hpp"
#include "server/queue/redis_submission_appender.hpp"
#include "server/queue/redis_submission_source.hpp"
#include "server/queue/submission_codec.hpp"
#include "tests/support/redis_server.hpp"
#include "tests/support/run.hpp"
#include "tests/support/sample_submission.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace rejoinder::tests {

/// Settings without rate limits, and quick to reclaim.
inline queue::queue_settings unlimited()
{
    queue::queue_settings settings;
    settings.per_client.count = 0;
    settings.per_network.count = 0;
    settings.per_author.count = 0;
    settings.per_story.count = 0;
    settings.reclaim_after = std::chrono::milliseconds(1);
    return settings;
}

/// The n-th sample with an idempotency key of its own.
inline queue::sealed_submission sealed_sample(int number)
{
    queue::sealed_submission sealed;
    sealed.submission = sample_submission(number);
    sealed.same_as.key = "key-" + std::to_string(number);
    sealed.same_as.digest = "digest-" + std::to_string(number);
    return sealed;
}

/// A Redis of its own with everything that works on the queue.
class queue_fixture {
public:
    explicit queue_fixture(queue::queue_settings values = unlimited())
        : settings(values)
    {
    }

    queue::redis_submission_source make_source(const std::string& consumer = "worker-1")
    {
        auto& waiting = server.connect("waiting");
        return {waiting, commands, "rj:", consumer, settings};
    }

    model::result<queue::queued> append(queue::sealed_submission submission)
    {
        return run(context, appender.append(std::move(submission)));
    }

    queue::queue_depth depth()
    {
        return run(context, queue::read_queue_depth(commands, "rj:", settings));
    }

    redis::reply execute(std::vector<std::string> words)
    {
        redis::command command(words.front());
        for (std::size_t i = 1; i < words.size(); ++i)
            command.add(words[i]);
        return run(context, commands.execute(std::move(command), std::chrono::seconds(5)));
    }

    net::io_context context;
    redis_server server{context};
    redis::connection& commands = server.connect("commands");
    queue::queue_settings settings;
    telemetry::metrics metrics;
    queue::redis_submission_appender appender{commands, "rj:", settings, metrics};
};

/// The ids of what was taken, in order.
inline std::vector<std::string> ids_of(const queue::batch& batch)
{
    std::vector<std::string> ids;
    for (const auto& delivery : batch.deliveries)
        ids.push_back(delivery.submission.id.str());
    return ids;
}

}  // namespace rejoinder::tests
