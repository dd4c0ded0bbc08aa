#pragma once

#include "server/config/load_rule_set.hpp"
#include "server/storage/store.hpp"

#include <optional>
#include <string>

namespace rejoinder::rules {

/// Who changed the rules, where no moderator did.
inline constexpr const char* by_file = "file";

/// The versions of the rules in the record. Blocking; throws what the storage throws.
class rule_book {
public:
    /// The record belongs to the application and outlives this.
    explicit rule_book(storage::store& record)
        : record_(record)
    {
    }

    /// Compiles a rule set and keeps it, where it is not kept already. Throws rule_set_error where
    /// it does not compile.
    void keep(
        const config::loaded_rule_set& rules,
        const std::string& author,
        const std::string& note);

    /// A kept version, nothing where it is not. Throws config_error where this program cannot read
    /// what another kept.
    std::optional<config::loaded_rule_set> find(const std::string& version);

    /// The same as it was kept, and not read: whatever program kept it.
    std::optional<config::rule_set_bundle> bundle_of(const std::string& version);

    /// From the next batch on, every process judges by this version. False where it is not kept.
    bool put_in_force(const std::string& version, const std::string& by, const std::string& note);

    /// The version in force; nothing before the first start.
    std::optional<std::string> in_force();

    /// The version that was in force before the present one.
    std::optional<std::string> before_that();

private:
    storage::store& record_;
};

/// Whether the text can be a version: twelve hexadecimal digits.
bool is_version(std::string_view text);

}  // namespace rejoinder::rules
