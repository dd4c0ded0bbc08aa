#pragma once

#include "server/model/submission.hpp"

#include <optional>
#include <string_view>

namespace rejoinder::queue {

/// The name of the first field that breaks its bounds, none for a submission that may travel.
///
/// The bounds are those of the queue: somewhat wider than what intake accepts, so that a changed
/// limit of intake never makes queued submissions undecodable. What must look sealed or hashed
/// has to look so, which no e-mail address and no IP does.
std::optional<std::string_view> field_out_of_bounds(const model::submission& submission) noexcept;

}  // namespace rejoinder::queue
