#include "server/cli/moderator_place.hpp"

#include "server/auth/moderator_name.hpp"
#include "server/storage/open_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sodium.h>
#include <stdexcept>

namespace rejoinder::cli {

moderator_place open_moderators(const place& at, when_missing what)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot find a source of random numbers");
    moderator_place opened{config::load_config(at.config), nullptr};
    if (what == when_missing::create)
        std::filesystem::create_directories(at.data_directory);
    else if (!std::filesystem::is_directory(at.data_directory))
        throw std::runtime_error(
            fmt::format("there is no data directory {}; see --data-dir", at.data_directory));
    opened.record = storage::open_store(opened.settings.storage, at.data_directory);
    return opened;
}

model::moderator find_moderator(storage::store& record, const std::string& name)
{
    auto found = record.find_moderator(name);
    if (!found)
        throw std::runtime_error(
            fmt::format("there is no moderator {}; see: rejoinder moderator list", name));
    return *found;
}

storage::acting_moderator command_line_hand()
{
    return {model::moderator_id(), "command line"};
}

model::site_list sites_from(const std::vector<std::string>& ids, const config::config& settings)
{
    model::site_list sites;
    if (ids == std::vector<std::string>{"all"})
        return sites;
    for (const auto& id : ids) {
        const bool known = std::ranges::any_of(settings.sites, [&](const auto& site) {
            return site.id.str() == id;
        });
        if (!known)
            throw std::runtime_error(
                fmt::format("there is no site {}; sites are in the configuration", id));
        sites.emplace_back(id);
    }
    return sites;
}

std::string sites_text(const model::site_list& sites)
{
    return sites.empty() ? "all sites" : model::to_text(sites);
}

void check_moderator_name(const std::string& name)
{
    if (!auth::fits_as_moderator_name(name))
        throw std::runtime_error(fmt::format(
            "NAME: expected 1 to {} bytes without control characters",
            auth::moderator_name_bytes_max));
}

}  // namespace rejoinder::cli
