#include "server/http/connection_gate.hpp"

#include <utility>

namespace rejoinder::http {

connection_gate::connection_gate(const limits& bounds, networks trusted_proxies)
    : connections_max_(bounds.connections_max),
      per_network_max_(bounds.connections_per_network_max),
      trusted_proxies_(std::move(trusted_proxies))
{
}

std::optional<connection_gate::place> connection_gate::enter(const net::ip::address& peer)
{
    const bool counts = !unmapped(peer).is_loopback() && !contains(trusted_proxies_, peer);
    auto network = counts ? network_of(peer) : std::string();

    const std::lock_guard lock(mutex_);
    if (connections_ >= connections_max_)
        return std::nullopt;
    if (counts) {
        auto& of_network = by_network_[network];
        if (of_network >= per_network_max_)
            return std::nullopt;
        ++of_network;
    }
    ++connections_;
    return place(*this, std::move(network));
}

std::size_t connection_gate::connections() const
{
    const std::lock_guard lock(mutex_);
    return connections_;
}

void connection_gate::leave(const std::string& network)
{
    const std::lock_guard lock(mutex_);
    --connections_;
    if (network.empty())
        return;
    const auto found = by_network_.find(network);
    if (--found->second == 0)
        by_network_.erase(found);
}

connection_gate::place::place(connection_gate& gate, std::string network)
    : gate_(&gate),
      network_(std::move(network))
{
}

connection_gate::place::place(place&& other) noexcept
    : gate_(std::exchange(other.gate_, nullptr)),
      network_(std::move(other.network_))
{
}

connection_gate::place::~place()
{
    if (gate_)
        gate_->leave(network_);
}

}  // namespace rejoinder::http
