#include "server/storage/connection_pool.hpp"

#include "server/storage/storage_failure.hpp"

#include <cassert>
#include <utility>

namespace rejoinder::storage {

connection_pool::loan::loan(connection_pool& pool, std::unique_ptr<soci::session> session)
    : pool_(pool),
      session_(std::move(session))
{
}

connection_pool::loan::~loan()
{
    pool_.give_back(std::move(session_));
}

connection_pool::connection_pool(
    std::size_t size,
    const opener& open,
    std::chrono::milliseconds patience)
    : patience_(patience)
{
    assert(size >= 1);
    free_.reserve(size);  // So that giving back never allocates.
    for (std::size_t i = 0; i < size; ++i)
        free_.push_back(open());
}

connection_pool::loan connection_pool::take()
{
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, patience_, [this] { return !free_.empty(); }))
        throw storage_failure("waiting for a free connection", 0);
    auto session = std::move(free_.back());
    free_.pop_back();
    return loan(*this, std::move(session));
}

void connection_pool::give_back(std::unique_ptr<soci::session> session)
{
    {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(session));
    }
    returned_.notify_one();
}

}  // namespace rejoinder::storage
