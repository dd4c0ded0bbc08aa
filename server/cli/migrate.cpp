#include "server/cli/commands.hpp"
#include "server/config/config.hpp"
#include "server/storage/open_store.hpp"

#include <filesystem>
#include <ostream>

namespace rejoinder::cli {

int migrate(const place& at, std::ostream& out)
{
    const auto settings = config::load_config(at.config);
    std::filesystem::create_directories(at.data_directory);
    storage::open_store(settings.storage, at.data_directory)->ping();
    out << "The schema is up to date.\n";
    return 0;
}

}  // namespace rejoinder::cli
