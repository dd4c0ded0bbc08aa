#include "server/async/task_group.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>

#include <condition_variable>
#include <list>
#include <mutex>
#include <utility>

namespace rejoinder::async {

namespace {

struct task {
    net::any_io_executor executor;
    net::cancellation_signal signal;  // Emitted only on the executor.
};

bool is_cancellation(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const boost::system::system_error& error) {
        return error.code() == net::error::operation_aborted;
    } catch (...) {
        return false;
    }
}

}  // namespace

struct task_group::state {
    failure_handler on_failure;
    mutable std::mutex mutex;
    mutable std::condition_variable none_runs;
    std::list<std::shared_ptr<task>> tasks;
    bool cancelled = false;

    void forget(const std::shared_ptr<task>& ended)
    {
        const std::lock_guard lock(mutex);
        tasks.remove(ended);
        if (tasks.empty())
            none_runs.notify_all();
    }
};

task_group::task_group(failure_handler on_failure)
    : state_(std::make_shared<state>())
{
    state_->on_failure = std::move(on_failure);
}

task_group::~task_group() = default;

void task_group::spawn(net::any_io_executor executor, awaitable<void> work, std::string_view what)
{
    auto entry = std::make_shared<task>();
    entry->executor = executor;
    {
        const std::lock_guard lock(state_->mutex);
        if (state_->cancelled)
            return;
        state_->tasks.push_back(entry);
    }
    auto ended = [state = state_, entry, what](std::exception_ptr failure) {
        if (failure && state->on_failure && !is_cancellation(failure))
            state->on_failure(what, failure);
        state->forget(entry);
    };
    net::co_spawn(
        executor,
        std::move(work),
        net::bind_cancellation_slot(entry->signal.slot(), std::move(ended)));
}

void task_group::cancel(net::cancellation_type type)
{
    const std::lock_guard lock(state_->mutex);
    state_->cancelled = true;
    for (const auto& entry : state_->tasks)
        net::post(entry->executor, [entry, type] { entry->signal.emit(type); });
}

std::size_t task_group::running() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->tasks.size();
}

bool task_group::wait_for(std::chrono::milliseconds longest) const
{
    std::unique_lock lock(state_->mutex);
    return state_->none_runs.wait_for(lock, longest, [this] { return state_->tasks.empty(); });
}

}  // namespace rejoinder::async
