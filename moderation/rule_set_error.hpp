#pragma once

#include <stdexcept>

namespace rejoinder::moderation {

/// A rule set that cannot be used. The message names the faulty part for the operator, by list,
/// line and entry where there is one.
class rule_set_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace rejoinder::moderation
