#pragma once

#include "server/model/time.hpp"

#include <memory>
#include <optional>
#include <string>

namespace rejoinder::intake {

/// The clock of a place, daylight saving included, by the tables of ICU (IANA time zones). May be
/// copied and used from several threads.
class time_zone {
public:
    /// "Europe/Berlin", "UTC"; nothing for a name that is none.
    static std::optional<time_zone> named(const std::string& name);

    /// 0 to 1439.
    int minute_of_day(model::timestamp time) const;

private:
    explicit time_zone(std::shared_ptr<const void> zone)
        : zone_(std::move(zone))
    {
    }

    std::shared_ptr<const void> zone_;  ///< An icu::TimeZone; its header stays out of here.
};

}  // namespace rejoinder::intake
