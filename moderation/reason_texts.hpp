#pragma once

#include "moderation/finding.hpp"

#include <string_view>

namespace rejoinder::moderation {

/// What an author is told of a reason for which a comment is not public: plain words that say what
/// to change, and never which word, host or limit it was, which would only teach how to get around
/// it. One English sentence; the codes are there to translate.
std::string_view text_for_author(reason value) noexcept;

}  // namespace rejoinder::moderation
