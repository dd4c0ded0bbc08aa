#pragma once

#include "server/http/cross_origin.hpp"
#include "server/http/ready_pages.hpp"
#include "server/publish/snapshot_cache.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace rejoinder::routes {

/// The story whose first page, in its usual order, that target asks for: "/api/v1/sites/{site}/
/// stories/{story}/comments" with nothing escaped and no query. Anything else is for the route.
std::optional<model::story_key> story_of_first_page(std::string_view target);

/// The snapshots that are here and still true, as pages that the session writes by itself. Only a
/// configured site's stories are ever among them.
class first_pages final : public http::ready_pages {
public:
    /// `snapshots` outlives this object.
    first_pages(
        publish::snapshot_cache& snapshots,
        std::shared_ptr<const http::allowed_origins> allowed);

    http::shared_page find(std::string_view target) override;
    std::string_view lines_for(std::string_view origin) const noexcept override;
    std::string_view route() const noexcept override;

private:
    publish::snapshot_cache& snapshots_;
    std::shared_ptr<const http::allowed_origins> allowed_;
};

}  // namespace rejoinder::routes
