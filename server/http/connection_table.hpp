#pragma once

#include <chrono>
#include <cstddef>
#include <list>

namespace rejoinder::http {

/// What the connections of one core have in common: a deadline, and being told to end. The calls
/// come from the table; none of them may remove the connection while it runs.
class connection {
public:
    using clock = std::chrono::steady_clock;

    connection() = default;
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    virtual ~connection() = default;

    /// The deadline has passed. It is gone until it is set anew.
    virtual void on_deadline() = 0;

    /// Finish what is begun, begin nothing more.
    virtual void on_drain() = 0;

    /// End now.
    virtual void on_cut() = 0;

protected:
    void set_deadline(clock::time_point when) noexcept { deadline_ = when; }
    void clear_deadline() noexcept { deadline_ = clock::time_point::max(); }

private:
    friend class connection_table;

    clock::time_point deadline_ = clock::time_point::max();
    std::list<connection*>::iterator place_;
};

/// All connections of one core, and the clock that their deadlines go by. One timer that ticks for
/// all of them takes the place of one for each, so that a request costs no timer and no system
/// call; a deadline is therefore exact to one tick only. Belongs to one thread.
class connection_table {
public:
    using clock = connection::clock;

    explicit connection_table(clock::time_point now) noexcept
        : now_(now)
    {
    }

    void add(connection& added);
    void remove(connection& removed) noexcept;

    /// The time of the last tick.
    clock::time_point now() const noexcept { return now_; }

    /// Tells the connections whose deadline has passed.
    void tick(clock::time_point now);

    /// Tells all connections, and from now on those that are added.
    void drain();
    void cut();

    bool is_draining() const noexcept { return draining_; }
    std::size_t size() const noexcept { return connections_.size(); }

private:
    clock::time_point now_;
    bool draining_ = false;
    std::list<connection*> connections_;
};

}  // namespace rejoinder::http
