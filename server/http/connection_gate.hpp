#pragma once

#include "server/http/client_address.hpp"
#include "server/http/limits.hpp"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace rejoinder::http {

/// Counts the connections of all cores and says when there are too many: in total, or of one
/// network. Thread-safe. Networks are kept in memory while they are connected and nowhere else.
class connection_gate {
public:
    connection_gate(const limits& bounds, networks trusted_proxies);

    /// A place for one connection, given back when it is destroyed. Must not outlive the gate.
    class place {
    public:
        place(place&& other) noexcept;
        place& operator=(place&&) = delete;
        ~place();

    private:
        friend class connection_gate;
        place(connection_gate& gate, std::string network);

        connection_gate* gate_;
        std::string network_;  ///< Empty when it does not count by network.
    };

    /// Nothing when there is no place left. This machine itself and trusted proxies, which stand
    /// for many clients, are counted in the total only.
    std::optional<place> enter(const net::ip::address& peer);

    std::size_t connections() const;

private:
    void leave(const std::string& network);

    std::size_t connections_max_;
    std::size_t per_network_max_;
    networks trusted_proxies_;
    mutable std::mutex mutex_;
    std::size_t connections_ = 0;
    std::unordered_map<std::string, std::size_t> by_network_;
};

}  // namespace rejoinder::http
