#pragma once

#include "server/async/net.hpp"
#include "server/config/config.hpp"
#include "server/rules/rule_book.hpp"
#include "server/telemetry/metrics.hpp"
#include "server/worker/context_needs.hpp"

#include <boost/asio/thread_pool.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace rejoinder::moderation {
class engine;
}

namespace rejoinder::rules {

/// What comments are judged by at present: never changed, only replaced as a whole.
struct active_rules {
    std::shared_ptr<const moderation::engine> engine;
    worker::context_needs needs;
};

/// Holds the rules in force and follows the record, in which every process sees a change within
/// `look_every`. Where the file is the master, it follows the file too: what changes there is kept
/// as a version and put in force. Rules that cannot be read or compiled change nothing; they leave
/// a log line and a metric, and the comments are judged as before.
class rules_keeper {
public:
    /// Compiles the rules of the file, and so throws rule_set_error. The record and the threads
    /// belong to the application and outlive this.
    rules_keeper(
        storage::store& record,
        net::thread_pool& threads,
        const config::loaded_rule_set& of_file,
        config::rules_master master,
        telemetry::metrics& metrics);

    /// What is in force. From any thread.
    active_rules current() const;

    /// Before anything is judged: puts the file's rules in force where the file is the master or
    /// nothing is in force yet, then takes up what is. Blocking.
    void begin();

    /// Looks once at file and record. Blocking, from one thread at a time.
    void look();

    /// Looks again and again, until cancelled.
    awaitable<void> run();

private:
    using stamps = std::map<std::filesystem::path, std::filesystem::file_time_type>;

    void look_at_file();
    void look_at_record();
    void replace(const config::loaded_rule_set& by);
    void failed(const std::string& what, const std::exception& why);
    stamps look_at_stamps() const;

    rule_book book_;
    storage::store& record_;
    net::thread_pool& threads_;
    config::loaded_rule_set of_file_;
    config::rules_master master_;
    stamps seen_;
    std::int64_t activation_ = 0;  ///< The last one taken up.
    telemetry::counter changes_;
    telemetry::counter failures_;

    mutable std::mutex mutex_;
    active_rules current_;  ///< Guarded by the mutex.
};

}  // namespace rejoinder::rules
