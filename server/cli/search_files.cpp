#include "server/cli/search_files.hpp"

#include "server/cli/leak_report.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

namespace fs = std::filesystem;

void search_file(const fs::path& file, leak_report& report)
{
    std::error_code gone;
    const auto bytes = fs::file_size(file, gone);
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        if (!fs::exists(file))
            return;
        throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
    }
    report.search(file.string(), in, gone ? 0 : static_cast<std::size_t>(bytes));
}

}  // namespace

void search_files(const fs::path& where, leak_report& report)
{
    if (!fs::exists(where))
        throw std::runtime_error(fmt::format("{} does not exist", where.string()));
    if (fs::is_regular_file(where)) {
        search_file(where, report);
        return;
    }
    for (const auto& each : fs::recursive_directory_iterator(where))
        if (each.is_regular_file())
            search_file(each.path(), report);
}

void search_record_files(const fs::path& record, const fs::path& searched, leak_report& report)
{
    const auto inside =
        fs::weakly_canonical(record).lexically_relative(fs::weakly_canonical(searched));
    if (!inside.empty() && *inside.begin() != "..")
        return;
    for (const auto* part : {"", "-wal", "-journal"}) {
        auto file = record;
        file += part;
        if (fs::exists(file))
            search_file(file, report);
    }
}

}  // namespace rejoinder::cli
