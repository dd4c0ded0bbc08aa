#include "tests/bench/moderation/report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rejoinder::bench {

namespace {

std::string shown(const cell& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    const auto number = std::get<double>(value);
    if (std::abs(number) >= 1'000)
        return fmt::format("{:.0f}", number);
    return fmt::format("{:.{}f}", number, std::abs(number) < 10 ? 2 : 1);
}

std::string row_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += i == 0 ? fmt::format("  {:<{}}", cells[i], widths[i])
                       : fmt::format("  {:>{}}", cells[i], widths[i]);
    return line + "\n";
}

}  // namespace

std::string as_text(const std::vector<table>& tables)
{
    std::string text;
    for (const auto& [title, columns, rows] : tables) {
        std::vector<std::size_t> widths;
        for (const auto& column : columns)
            widths.push_back(column.size());
        std::vector<std::vector<std::string>> lines;
        for (const auto& row : rows) {
            auto& line = lines.emplace_back();
            for (std::size_t i = 0; i < row.size(); ++i) {
                line.push_back(shown(row[i]));
                widths[i] = std::max(widths[i], line.back().size());
            }
        }
        text += title + "\n" + row_of(columns, widths);
        for (const auto& line : lines)
            text += row_of(line, widths);
        text += "\n";
    }
    return text;
}

std::string as_json(const std::vector<table>& tables)
{
    auto all = nlohmann::ordered_json::object();
    for (const auto& [title, columns, rows] : tables) {
        auto& list = all[title] = nlohmann::ordered_json::array();
        for (const auto& row : rows) {
            auto& object = list.emplace_back(nlohmann::ordered_json::object());
            for (std::size_t i = 0; i < row.size(); ++i)
                std::visit([&](const auto& value) { object[columns[i]] = value; }, row[i]);
        }
    }
    return all.dump(2) + "\n";
}

void progress(const std::string& what)
{
    fmt::print(stderr, "{}\n", what);
}

}  // namespace rejoinder::bench
