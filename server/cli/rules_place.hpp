#pragma once

#include "server/cli/place.hpp"
#include "server/config/config.hpp"
#include "server/rules/rule_book.hpp"
#include "server/storage/store.hpp"

#include <memory>
#include <string>

namespace rejoinder::cli {

/// The rules of an installation, for the commands of `rejoinder rules`: those of the file, and the
/// record with all versions.
class rules_place {
public:
    /// Throws config_error. The record is opened when it is first needed.
    explicit rules_place(const place& at);

    /// A version, "active", or a file. Throws std::runtime_error where there is none.
    config::loaded_rule_set find(const std::string& named);

    /// Throws std::runtime_error where there is no data directory.
    storage::store& record();
    rules::rule_book book() { return rules::rule_book(record()); }

    const config::config& settings() const noexcept { return settings_; }

private:
    place at_;
    config::config settings_;
    std::unique_ptr<storage::store> record_;
};

}  // namespace rejoinder::cli
