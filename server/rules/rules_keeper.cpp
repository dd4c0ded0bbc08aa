#include "server/rules/rules_keeper.hpp"

#include "moderation/engine.hpp"
#include "moderation/rule_set_error.hpp"
#include "server/async/on_threads.hpp"
#include "server/storage/storage_failure.hpp"
#include "server/telemetry/log.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <system_error>
#include <utility>

namespace rejoinder::rules {

namespace {

constexpr std::chrono::milliseconds look_every{1'000};

active_rules compile(const moderation::rule_set_settings& settings)
{
    return {std::make_shared<const moderation::engine>(settings), worker::needs_of(settings)};
}

}  // namespace

rules_keeper::rules_keeper(
    storage::store& record,
    net::thread_pool& threads,
    const config::loaded_rule_set& of_file,
    config::rules_master master,
    telemetry::metrics& metrics)
    : book_(record),
      record_(record),
      threads_(threads),
      of_file_(of_file),
      master_(master),
      seen_(look_at_stamps()),
      changes_(metrics.make_counter(
          "rejoinder_rule_set_changes_total",
          "Times that this process took up another version of the rules.")),
      failures_(metrics.make_counter(
          "rejoinder_rule_set_failures_total",
          "Times that rules could not be read or compiled, and those in force stayed.")),
      current_(compile(of_file.settings))
{
}

active_rules rules_keeper::current() const
{
    const std::lock_guard lock(mutex_);
    return current_;
}

void rules_keeper::begin()
{
    const auto in_force = book_.in_force();
    const auto& version = of_file_.settings.version;
    if (!in_force || (master_ == config::rules_master::file && *in_force != version)) {
        book_.keep(of_file_, by_file, "");
        book_.put_in_force(version, by_file, in_force ? "changed while stopped" : "first start");
    }
    look_at_record();
}

void rules_keeper::look()
{
    if (master_ == config::rules_master::file)
        look_at_file();
    look_at_record();
}

awaitable<void> rules_keeper::run()
{
    net::steady_timer pause(co_await net::this_coro::executor);
    for (;;) {
        pause.expires_after(look_every);
        co_await pause.async_wait(net::use_awaitable);
        try {
            auto once = [this] {
                look();
            };
            co_await async::on_threads(threads_, std::move(once));
        } catch (const storage::storage_failure&) {
            // The worker says that the storage is away; those in force stay.
        } catch (const std::exception& error) {
            failed("", error);
        }
    }
}

void rules_keeper::look_at_file()
{
    auto now = look_at_stamps();
    if (now == seen_)
        return;
    seen_ = std::move(now);
    const auto& file = of_file_.sources.front();
    std::vector<config::problem> problems;
    auto loaded = config::load_rule_set(file, problems);
    try {
        if (!problems.empty())
            throw config::config_error(std::move(problems));
        if (loaded.settings.version != of_file_.settings.version) {
            book_.keep(loaded, by_file, "");
            book_.put_in_force(loaded.settings.version, by_file, "changed");
        }
        of_file_ = std::move(loaded);
        seen_ = look_at_stamps();  // It may name other lists now.
    } catch (const config::config_error& error) {
        failed(file.string(), error);
    } catch (const moderation::rule_set_error& error) {
        failed(file.string(), error);
    } catch (const std::exception&) {
        seen_.clear();  // The storage is away; to be tried again.
        throw;
    }
}

void rules_keeper::look_at_record()
{
    const auto last = record_.rule_set_activations(1);
    if (last.empty() || last.front().seq == activation_)
        return;
    const auto& version = last.front().version;
    try {
        if (current().engine->version() != version)
            if (const auto found = book_.find(version))
                replace(*found);
    } catch (const config::config_error& error) {
        failed(version, error);
    } catch (const moderation::rule_set_error& error) {
        failed(version, error);
    }
    activation_ = last.front().seq;
}

void rules_keeper::replace(const config::loaded_rule_set& by)
{
    auto compiled = compile(by.settings);
    changes_.increment();
    telemetry::log_info("rules_in_force", {{"version", by.settings.version}});
    const std::lock_guard lock(mutex_);
    std::swap(current_, compiled);
}

void rules_keeper::failed(const std::string& what, const std::exception& why)
{
    failures_.increment();
    telemetry::log_error("rules_not_taken", {{"rules", what}, {"why", why.what()}});
}

rules_keeper::stamps rules_keeper::look_at_stamps() const
{
    stamps all;
    for (const auto& file : of_file_.sources) {
        std::error_code missing;
        all[file] = std::filesystem::last_write_time(file, missing);
    }
    return all;
}

}  // namespace rejoinder::rules
