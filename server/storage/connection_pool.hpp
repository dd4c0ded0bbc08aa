#pragma once

#include <soci/soci.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace rejoinder::storage {

/// Connections opened beforehand, each lent to one thread at a time. A pool of one is how writers
/// take turns.
class connection_pool {
public:
    using opener = std::function<std::unique_ptr<soci::session>()>;

    /// A connection on loan, given back with the object. The pool must outlive it.
    class loan {
    public:
        loan(connection_pool& pool, std::unique_ptr<soci::session> session);
        ~loan();
        loan(const loan&) = delete;
        loan& operator=(const loan&) = delete;

        soci::session& operator*() const noexcept { return *session_; }

    private:
        connection_pool& pool_;
        std::unique_ptr<soci::session> session_;
    };

    /// Opens `size` connections of at least 1. Throws what `open` throws.
    connection_pool(std::size_t size, const opener& open, std::chrono::milliseconds patience);

    /// Waits for a free connection, and throws storage_failure when none comes back in time.
    loan take();

private:
    void give_back(std::unique_ptr<soci::session> session);

    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<soci::session>> free_;
    std::chrono::milliseconds patience_;
};

}  // namespace rejoinder::storage
