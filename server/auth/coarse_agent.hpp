#pragma once

#include <string>
#include <string_view>

namespace rejoinder::auth {

/// "Firefox on Linux": family of the browser and of the system, by which moderators know their
/// sessions. No version: it would tell more than that.
std::string coarse_agent(std::string_view user_agent);

}  // namespace rejoinder::auth
