#include "server/routes/csv.hpp"

#include <fmt/format.h>

namespace rejoinder::routes {

namespace {

bool is_formula(std::string_view value)
{
    return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != value.npos;
}

std::string csv_value(std::string_view value)
{
    if (value.find_first_of(",\"\r\n") == value.npos && !is_formula(value))
        return std::string(value);
    std::string result = is_formula(value) ? "\"'" : "\"";
    for (const char c : value)
        result.append(c == '"' ? 2 : 1, c);
    return result + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& values)
{
    std::string line;
    for (const auto& value : values)
        line += (line.empty() && &value == &values.front() ? "" : ",") + csv_value(value);
    return line + "\r\n";
}

http::response csv_response(std::string_view file_name, std::string body)
{
    return http::response(http::status::ok, "text/csv; charset=utf-8", std::move(body))
        .with("Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name));
}

}  // namespace rejoinder::routes
