#pragma once

#include "server/http/request.hpp"
#include "server/model/site_list.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::routes {

/// A moment, or the beginning of a day in UTC.
std::optional<model::timestamp> time_from(std::string_view text);

/// The parameter of that name, if it is there. False where it is and is no time.
bool read_time(const http::request& request, const char* name, std::optional<model::timestamp>& to);

/// A whole number from 1, at most `most`. False for anything else that is there.
bool read_limit(const http::request& request, int most, int& to);

/// The parts between commas; those that are empty are left out.
std::vector<std::string> listed(std::string_view text);

/// Keeps to the sites that who asks may see. Where that leaves none, to a site that there is not.
void keep_to_sites(std::vector<std::string>& wanted, const model::site_list& seen);

}  // namespace rejoinder::routes
