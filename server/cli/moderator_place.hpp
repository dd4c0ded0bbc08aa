#pragma once

#include "server/cli/place.hpp"
#include "server/config/config.hpp"
#include "server/storage/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rejoinder::cli {

enum class when_missing { create, refuse };

/// The record of an installation whose moderators a command is about.
struct moderator_place {
    config::config settings;
    std::unique_ptr<storage::store> record;
};

moderator_place open_moderators(const place& at, when_missing what);

/// Throws where there is none of that name.
model::moderator find_moderator(storage::store& record, const std::string& name);

/// Who acts, as the audit log names the command line.
storage::acting_moderator command_line_hand();

/// The sites of these ids; "all" alone is all of them. Throws for what is not configured.
model::site_list sites_from(const std::vector<std::string>& ids, const config::config& settings);

/// "all sites", or the ids.
std::string sites_text(const model::site_list& sites);

/// Throws where nobody can be called so.
void check_moderator_name(const std::string& name);

}  // namespace rejoinder::cli
