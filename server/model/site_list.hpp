#pragma once

#include "server/model/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::model {

/// The sites that somebody may work on. An empty list means all of them, those to come included.
using site_list = std::vector<site_id>;

bool covers(const site_list& sites, const site_id& site);

/// Whether all that the other list covers is covered.
bool covers_all(const site_list& sites, const site_list& other);

/// The ids with spaces between them, which no id contains.
std::string to_text(const site_list& sites);
site_list site_list_from(std::string_view text);

}  // namespace rejoinder::model
