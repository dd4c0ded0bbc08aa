#pragma once

#include <boost/system/error_code.hpp>

#include <type_traits>

namespace rejoinder::redis {

/// What can go wrong with a command on its way. Thrown as boost::system::system_error.
enum class error {
    not_connected = 1,  ///< There was no connection; nothing was sent.
    connection_lost,    ///< The connection went while the command was under way: it may have run.
    timed_out,          ///< No answer within the deadline: it may have run or may yet run.
    refused,            ///< Redis answered with an error, or with something of another shape.
    stopped             ///< The connection is shutting down.
};

const boost::system::error_category& error_category() noexcept;
boost::system::error_code make_error_code(error code) noexcept;

}  // namespace rejoinder::redis

template <>
struct boost::system::is_error_code_enum<rejoinder::redis::error> : std::true_type {
};
