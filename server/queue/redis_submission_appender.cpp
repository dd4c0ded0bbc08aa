#include "server/queue/redis_submission_appender.hpp"

#include "server/queue/submit_script.hpp"
#include "server/redis/connection.hpp"
#include "server/redis/error.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace rejoinder::queue {

namespace {

constexpr std::chrono::seconds retry_when_away{5};
constexpr std::chrono::seconds retry_when_full{10};

}  // namespace

redis_submission_appender::redis_submission_appender(
    redis::connection& connection,
    std::string_view prefix,
    queue_settings settings,
    telemetry::metrics& metrics)
    : connection_(connection),
      settings_(settings),
      partitions_(all_partitions(prefix, settings.partitions)),
      metrics_(metrics)
{
}

awaitable<model::result<queued>> redis_submission_appender::append(sealed_submission submission)
{
    const auto number =
        partition_of(submission.submission.story, static_cast<int>(partitions_.size()));
    const auto& target = partitions_[static_cast<std::size_t>(number)];
    auto call = call_for(submission, target, settings_);

    const auto began = std::chrono::steady_clock::now();
    try {
        const auto answer = co_await connection_.evaluate(
            submit_script,
            std::move(call.keys),
            std::move(call.arguments),
            settings_.deadline);
        const auto took = std::chrono::steady_clock::now() - began;
        metrics_.observe_append(std::chrono::duration<double>(took).count());
        co_return result_of(answer);
    } catch (const boost::system::system_error& failure) {
        if (failure.code() == net::error::operation_aborted)
            throw;  // The sender is gone; nobody waits for an answer.
        co_return unavailable(failure.code().message());
    }
}

model::result<queued> redis_submission_appender::result_of(const redis::reply& answer)
{
    const auto& outcome = answer.at(0).text();
    metrics_.count(outcome);
    if (outcome == "queued" || outcome == "repeated") {
        queued receipt;
        receipt.id = model::comment_id(answer.at(1).text());
        receipt.repeated = outcome == "repeated";
        return receipt;
    }
    if (outcome == "reused")
        return model::refusal(model::error::idempotency_key_reused);
    if (outcome == "limited") {
        const std::chrono::milliseconds wait(answer.at(1).integer());
        return model::refusal(
            model::error::too_many_comments,
            std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(wait)));
    }
    return model::refusal(model::error::temporarily_unavailable, retry_when_full);
}

model::refusal redis_submission_appender::unavailable(std::string_view why)
{
    metrics_.count("unavailable");
    telemetry::log_warning("append_failed", {{"why", why}});
    return {model::error::temporarily_unavailable, retry_when_away};
}

}  // namespace rejoinder::queue
