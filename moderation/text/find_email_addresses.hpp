#pragma once

#include "moderation/finding.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

inline constexpr std::size_t email_addresses_found_max = 50;

/// Finds e-mail addresses in folded text, also written as "name (at) example (dot) org". The spans
/// are bytes of the folded text.
std::vector<text_span> find_email_addresses(std::string_view folded);

}  // namespace rejoinder::moderation
