#pragma once

#include "server/storage/storage_settings.hpp"

#include <soci/soci.h>

#include <filesystem>
#include <memory>

namespace rejoinder::storage {

/// A connection to the SQLite database in this file, which is made if it is not there. What it
/// commits is on disk when the commit returns; readers and a writer do not wait for one another.
/// The path holds no quotation mark. Throws what SOCI throws.
std::unique_ptr<soci::session> open_sqlite(
    const std::filesystem::path& file,
    const storage_settings& settings);

}  // namespace rejoinder::storage
