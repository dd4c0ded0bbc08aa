#pragma once

#include "server/model/submission.hpp"

#include <boost/system/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace rejoinder::queue {

/// The longest entry that is read: a text of 10,000 code points with each of them escaped, and the
/// other fields at their bounds.
inline constexpr std::size_t entry_bytes_max = 128 * 1024;

/// Why an entry is no submission. `what` is "json", "version", "unknown_field" or the name of the
/// first field at fault; never anything of its content.
struct undecodable {
    std::string what;
};

/// A submission as the one field of a stream entry: a flat JSON object with "v": 1.
///
/// Throws std::invalid_argument, naming the field, for a submission that decode would not take
/// back: such a one must not be acknowledged to its author. Intake makes none.
std::string encode(const model::submission& submission);

/// Takes exactly what encode writes: every field of its kind and within its bounds, none missing,
/// none unknown.
boost::system::result<model::submission, undecodable> decode(std::string_view entry);

}  // namespace rejoinder::queue
