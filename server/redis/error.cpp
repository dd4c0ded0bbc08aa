#include "server/redis/error.hpp"

#include <string>

namespace rejoinder::redis {

namespace {

// Boost's base class has no virtual destructor: categories are never deleted.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class category final : public boost::system::error_category {
public:
    const char* name() const noexcept override { return "redis"; }

    std::string message(int code) const override
    {
        switch (static_cast<error>(code)) {
        case error::not_connected:
            return "not connected to Redis";
        case error::connection_lost:
            return "connection to Redis lost";
        case error::timed_out:
            return "Redis did not answer in time";
        case error::refused:
            return "Redis refused the command";
        case error::stopped:
            return "the connection to Redis is stopping";
        }
        return "unknown Redis error";
    }
};
#pragma GCC diagnostic pop

}  // namespace

const boost::system::error_category& error_category() noexcept
{
    static const category instance;
    return instance;
}

boost::system::error_code make_error_code(error code) noexcept
{
    return {static_cast<int>(code), error_category()};
}

}  // namespace rejoinder::redis
