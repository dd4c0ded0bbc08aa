#include "server/http/connection_table.hpp"

namespace rejoinder::http {

void connection_table::add(connection& added)
{
    added.place_ = connections_.insert(connections_.end(), &added);
    if (draining_)
        added.on_drain();
}

void connection_table::remove(connection& removed) noexcept
{
    connections_.erase(removed.place_);
}

void connection_table::tick(clock::time_point now)
{
    now_ = now;
    for (auto* const each : connections_) {
        if (each->deadline_ > now)
            continue;
        each->clear_deadline();
        each->on_deadline();
    }
}

void connection_table::drain()
{
    draining_ = true;
    for (auto* const each : connections_)
        each->on_drain();
}

void connection_table::cut()
{
    draining_ = true;
    for (auto* const each : connections_)
        each->on_cut();
}

}  // namespace rejoinder::http
