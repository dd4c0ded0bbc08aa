#include "server/cli/leak_report.hpp"

#include <fmt/format.h>

#include <istream>
#include <ostream>

namespace rejoinder::cli {

namespace {

constexpr std::size_t lines_per_place_max = 10;
constexpr double megabyte = 1e6;

}  // namespace

leak_report::leak_report(const privacy::leak_scanner& scanner, std::ostream& out)
    : scanner_(scanner),
      out_(out)
{
}

void leak_report::search(const std::string& place, std::string_view text)
{
    ++places_;
    bytes_ += text.size();
    add(place, scanner_.scan(text));
}

void leak_report::search(const std::string& place, std::istream& in, std::size_t bytes)
{
    ++places_;
    bytes_ += bytes;
    add(place, scanner_.scan(in));
}

/// A place whose name holds an address, such as a key of Redis, is named up to there.
std::string leak_report::name_of(const std::string& place) const
{
    const auto inside = scanner_.scan(place);
    return inside.empty() ? place : place.substr(0, inside.front().offset) + "(an address)";
}

void leak_report::add(const std::string& place, const std::vector<privacy::leak>& found)
{
    if (found.empty())
        return;
    const auto name = name_of(place);
    for (std::size_t i = 0; i < found.size() && i < lines_per_place_max; ++i)
        out_ << fmt::format(
            "LEAK  {}: address no. {} as {} at byte {}\n",
            name,
            found[i].address + 1,
            found[i].form,
            found[i].offset);
    if (found.size() > lines_per_place_max)
        out_ << fmt::format("LEAK  {}: {} more\n", name, found.size() - lines_per_place_max);
    leaks_here_ += found.size();
    leaks_ += found.size();
}

void leak_report::finish(std::string_view kind, std::string_view unit)
{
    out_ << fmt::format(
        "{}: {} {}, {:.1f} MB searched, {}\n",
        kind,
        places_,
        unit,
        static_cast<double>(bytes_) / megabyte,
        leaks_here_ == 0 ? "nothing found" : fmt::format("{} FOUND", leaks_here_));
    out_.flush();
    places_ = bytes_ = leaks_here_ = 0;
}

}  // namespace rejoinder::cli
