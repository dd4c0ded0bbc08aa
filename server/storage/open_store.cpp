#include "server/storage/open_store.hpp"

#include "server/storage/connection_pool.hpp"
#include "server/storage/dialect.hpp"
#include "server/storage/migrate.hpp"
#include "server/storage/migrations.hpp"
#include "server/storage/open_sqlite.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/storage_failure.hpp"

#include <chrono>
#include <stdexcept>
#include <string_view>

namespace rejoinder::storage {

namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

}  // namespace

std::unique_ptr<store> open_store(
    const storage_settings& settings,
    const std::filesystem::path& data_directory,
    retraction_listener on_retraction)
{
    const auto file = record_file(settings, data_directory);
    if (file.string().find('"') != std::string::npos)
        throw std::runtime_error("storage.url: the path must not contain a quotation mark");

    return attempt("opening the database", [&]() -> std::unique_ptr<store> {
        const auto open = [&] {
            return open_sqlite(file, settings);
        };
        auto engine = make_sqlite_dialect();
        migrate(*open(), *engine, migrations());
        const std::chrono::milliseconds patience(settings.busy_timeout_ms);
        auto writers = std::make_unique<connection_pool>(1, open, patience);
        auto readers = std::make_unique<connection_pool>(
            static_cast<std::size_t>(settings.connections),
            open,
            patience);
        return std::make_unique<sql_store>(
            std::move(engine),
            std::move(writers),
            std::move(readers),
            std::move(on_retraction));
    });
}

std::filesystem::path record_file(
    const storage_settings& settings,
    const std::filesystem::path& data_directory)
{
    if (!settings.url.starts_with(sqlite_scheme))
        throw std::runtime_error("storage.url: expected sqlite:FILE");
    return data_directory / settings.url.substr(sqlite_scheme.size());
}

}  // namespace rejoinder::storage
