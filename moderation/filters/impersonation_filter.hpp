#pragma once

#include "moderation/filter.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rejoinder::moderation {

/// The "filters.impersonation" section.
struct impersonation_settings {
    std::vector<std::string> staff_names = {};  ///< "Ada Lovelace"; read from a list.
    /// Who writes under one of these alone, or with a word like "the" or "official", speaks for
    /// the house.
    std::vector<std::string> roles = {
        "Admin",
        "Administrator",
        "Chefredaktion",
        "Editor",
        "Editorial Team",
        "Moderator",
        "Redakteur",
        "Redaktion",
        "Webmaster",
    };
    /// From so many published comments with its author's token on, a name belongs to its author.
    /// The caller looks that up; see `author_activity::name_is_anothers`. 0 switches this off.
    std::int64_t known_author_min = 10;
};

/// Finds names that read like those of the staff or of its roles, and those under which somebody
/// else is known to write. The whole name is compared, so a first name in common is nothing. Case,
/// accents, blanks, signs, doubled and look-alike letters, digits for letters and additions ("The
/// real …", "… Moderator", "… 2") make no difference. The detail is the staff's name or the role,
/// or "another_author".
class impersonation_filter final : public filter {
public:
    /// Throws rule_set_error for a name or role without letters.
    explicit impersonation_filter(const impersonation_settings& settings);

    std::string_view name() const noexcept override { return "impersonation"; }
    findings inspect(const comment_view& comment) const override;

private:
    struct part {
        std::u32string letters;
        std::string name;  ///< As configured; empty for a word that only accompanies.
    };

    void add_part(const std::string& name, const std::string& claimed);
    const part* claimed_by(std::u32string_view letters) const;

    std::vector<part> parts_;
};

}  // namespace rejoinder::moderation
