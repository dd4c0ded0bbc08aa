#pragma once

#include "server/model/error.hpp"

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <stdexcept>
#include <string>

namespace rejoinder::model {

/// Either what was asked for, or the refusal to answer with.
template <class T>
using result = boost::system::result<T, refusal>;

/// Taking the value of a refused result without looking is a bug, and boost::system calls this.
[[noreturn]] inline void throw_exception_from_error(
    const refusal& refused,
    const boost::source_location&)
{
    throw std::logic_error("unchecked refusal: " + std::string(to_string(refused.code)));
}

}  // namespace rejoinder::model
