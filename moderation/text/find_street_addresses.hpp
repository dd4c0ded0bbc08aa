#pragma once

#include "moderation/finding.hpp"

#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Finds where somebody lives, in folded text: a house number with the name of a street, as people
/// write it in English ("12 baker street"), German ("hauptstrasse 5a"), French ("12 rue de la
/// paix") and Spanish ("calle mayor, 5"). Roads without a house, distances ("5 miles down the
/// road") and the seats of governments are none. The spans are bytes of the text.
std::vector<text_span> find_street_addresses(std::string_view folded);

}  // namespace rejoinder::moderation
