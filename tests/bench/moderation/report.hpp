#pragma once

#include <string>
#include <variant>
#include <vector>

namespace rejoinder::bench {

using cell = std::variant<std::string, double>;

struct table {
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<cell>> rows;
};

/// Columns beside each other, for people.
std::string as_text(const std::vector<table>& tables);

/// An object by title, each an array of objects by column, for programs.
std::string as_json(const std::vector<table>& tables);

/// Says on standard error what is being measured.
void progress(const std::string& what);

}  // namespace rejoinder::bench
