#pragma once

#include "server/rules/rule_book.hpp"
#include "server/storage/store.hpp"

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace rejoinder::rules {

struct backtest_request {
    std::string candidate;  ///< A kept version.
    std::string against;    ///< Likewise.
    int days = 30;
    std::string by;
};

/// Runs backtests for the desk, one at a time, on half of the machine's cores. How far one is and
/// what came out is in the record, so that every process can tell.
class backtest_runner {
public:
    /// The record belongs to the application and outlives this.
    explicit backtest_runner(storage::store& record)
        : record_(record)
    {
    }
    ~backtest_runner() { stop(); }

    /// The id under which the record has it; nothing while another one runs. Throws config_error
    /// and rule_set_error for rules that this program cannot use, and std::out_of_range for a
    /// version that is not kept.
    std::optional<std::string> start(const backtest_request& request);

    /// Ends what is running, early.
    void stop();

private:
    struct job;
    void run(const job& todo);

    storage::store& record_;
    std::mutex mutex_;  // Guards the thread.
    std::thread thread_;
    std::atomic<bool> running_{false};
    std::atomic<bool> stopping_{false};
};

}  // namespace rejoinder::rules
