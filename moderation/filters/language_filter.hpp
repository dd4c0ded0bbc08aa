#pragma once

#include "moderation/filter.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rejoinder::moderation {

/// The "filters.language" section.
struct language_settings {
    std::vector<std::string> accepted = {};  ///< ISO 639 codes ("en"); none: any language will do.
    std::size_t letters_min = 60;            ///< Of shorter texts no language is certain.
};

/// Finds text in a language that is not accepted, by CLD2. Only what is certain is a finding: a
/// text that is long enough, mostly in that language and next to nothing of it in an accepted one
/// or one that reads nearly the same (Danish and Norwegian). The detail is the code, e.g. "ru".
class language_filter final : public filter {
public:
    /// Throws rule_set_error for a code that CLD2 does not know.
    explicit language_filter(language_settings settings);

    std::string_view name() const noexcept override { return "language"; }
    findings inspect(const comment_view& comment) const override;

private:
    bool accepts(int language) const;

    std::size_t letters_min_;
    std::vector<int> accepted_;  // CLD2's numbers
};

}  // namespace rejoinder::moderation
