#pragma once

#include "server/model/site_list.hpp"

#include <string>
#include <utility>

namespace rejoinder::storage {

/// Whose comments are counted: those of one site, where it is named, among the sites allowed.
struct desk_scope {
    // NOLINTBEGIN(google-explicit-constructor): reads as `counts("demo")`.
    desk_scope(std::string site_, model::site_list sites_ = {})
        : site(std::move(site_)),
          sites(std::move(sites_))
    {
    }
    desk_scope(const char* site_)
        : desk_scope(std::string(site_))
    {
    }
    // NOLINTEND(google-explicit-constructor)

    std::string site;  ///< Empty: every site.
    model::site_list sites;
};

}  // namespace rejoinder::storage
