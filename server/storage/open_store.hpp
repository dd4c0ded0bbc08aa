#pragma once

#include "server/storage/retractions.hpp"
#include "server/storage/storage_settings.hpp"
#include "server/storage/store.hpp"

#include <filesystem>
#include <memory>

namespace rejoinder::storage {

/// Opens the record and brings its schema up to date. Throws std::runtime_error when the settings
/// name no engine of ours, schema_too_new, or storage_failure when the engine refuses.
std::unique_ptr<store> open_store(
    const storage_settings& settings,
    const std::filesystem::path& data_directory,
    retraction_listener on_retraction = {});

/// Where the record of these settings is.
std::filesystem::path record_file(
    const storage_settings& settings,
    const std::filesystem::path& data_directory);

}  // namespace rejoinder::storage
