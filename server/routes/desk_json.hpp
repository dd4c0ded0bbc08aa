#pragma once

#include "moderation/policy_settings.hpp"
#include "server/storage/store.hpp"

#include <nlohmann/json_fwd.hpp>

namespace rejoinder::routes {

/// A comment as the desk sees it: text, state, findings, what is known of its author, and how far
/// the rules in force trust them. Never the address. Places of findings are in code points.
nlohmann::json desk_comment_json(
    const storage::desk_comment& entry,
    const moderation::trust_settings& trust);

/// An entry of a comment's history.
nlohmann::json history_json(const model::event& event);

/// Texts that a comment had before moderators changed it.
nlohmann::json revisions_json(const std::vector<storage::text_revision>& revisions);

/// Readers' reports of a comment, with what each weighs and never who made it.
nlohmann::json reports_json(const std::vector<storage::weighed_report>& reports);

/// Every filter that ran, in its order, and whether it found nothing: [{"name", "passed"}]. `ran`
/// are their names, separated by blanks; where they are not known, those that found something.
nlohmann::json filters_json(const moderation::verdict& verdict, const std::string& ran);

}  // namespace rejoinder::routes
