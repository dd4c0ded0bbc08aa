#include "server/rules/backtest_runner.hpp"

#include "server/model/ids.hpp"
#include "server/rules/backtest.hpp"
#include "server/rules/backtest_json.hpp"
#include "server/telemetry/log.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace rejoinder::rules {

namespace {

constexpr std::chrono::milliseconds progress_every{500};

config::loaded_rule_set kept(rule_book& book, const std::string& version)
{
    auto found = book.find(version);
    if (!found)
        throw std::out_of_range("no such version");
    return std::move(*found);
}

std::string progress_text(std::int64_t done, std::int64_t of)
{
    return nlohmann::json{{"done", done}, {"of", of}}.dump();
}

}  // namespace

struct backtest_runner::job {
    config::loaded_rule_set before;
    config::loaded_rule_set after;
    backtest_settings settings;
    model::backtest_record saved;
};

std::optional<std::string> backtest_runner::start(const backtest_request& request)
{
    const std::lock_guard lock(mutex_);
    if (running_)
        return std::nullopt;
    rule_book book(record_);
    const auto now = model::now();
    job todo{
        .before = kept(book, request.against),
        .after = kept(book, request.candidate),
        .settings =
            {.since = now - std::chrono::days(request.days),
             .threads = std::max(1U, std::thread::hardware_concurrency() / 2)},
        .saved =
            {model::new_uuid(),
             request.candidate,
             request.by,
             "running",
             progress_text(0, 0),
             now,
             now},
    };
    record_.save_backtest(todo.saved);
    if (thread_.joinable())
        thread_.join();
    stopping_ = false;
    running_ = true;
    auto id = todo.saved.id;
    thread_ = std::thread([this, todo = std::move(todo)] {
        run(todo);
        running_ = false;
    });
    return id;
}

void backtest_runner::run(const job& todo)
{
    auto saved = todo.saved;
    const auto save = [&](const char* state, std::string report) {
        saved.state = state;
        saved.report = std::move(report);
        saved.changed_at = model::now();
        record_.save_backtest(saved);
    };
    auto last = std::chrono::steady_clock::now();
    try {
        const auto report = run_backtest(
            record_,
            todo.before,
            todo.after,
            todo.settings,
            [&](std::int64_t done, std::int64_t of) {
                const auto now = std::chrono::steady_clock::now();
                if (now - last >= progress_every) {
                    last = now;
                    save("running", progress_text(done, of));
                }
                return !stopping_;
            });
        save(stopping_ ? "failed" : "done", backtest_json(report, excerpts::left_out).dump());
    } catch (const std::exception&) {
        // What it says may repeat what a reader wrote, and is not logged.
        telemetry::log_error("backtest_failed", {{"candidate", saved.candidate}});
        try {
            save("failed", "{}");
        } catch (const std::exception&) {
            telemetry::log_error("backtest_not_saved", {{"candidate", saved.candidate}});
        }
    }
}

void backtest_runner::stop()
{
    stopping_ = true;
    const std::lock_guard lock(mutex_);
    if (thread_.joinable())
        thread_.join();
}

}  // namespace rejoinder::rules
