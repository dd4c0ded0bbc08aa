#pragma once

#include "server/privacy/leak_scanner.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::cli {

/// What verify-privacy found, place by place, as it goes. Names the address by number and never
/// repeats it.
class leak_report {
public:
    /// The scanner and the stream outlive the report.
    leak_report(const privacy::leak_scanner& scanner, std::ostream& out);

    /// Searches a text and counts it. `place` is said where something was found.
    void search(const std::string& place, std::string_view text);
    void search(const std::string& place, std::istream& in, std::size_t bytes);

    /// Ends a kind of places: "database: 3 files, 1.2 MB searched, nothing found".
    void finish(std::string_view kind, std::string_view unit);

    std::size_t leaks() const noexcept { return leaks_; }

private:
    std::string name_of(const std::string& place) const;
    void add(const std::string& place, const std::vector<privacy::leak>& found);

    const privacy::leak_scanner& scanner_;
    std::ostream& out_;
    std::size_t places_ = 0;
    std::size_t bytes_ = 0;
    std::size_t leaks_here_ = 0;
    std::size_t leaks_ = 0;
};

}  // namespace rejoinder::cli
