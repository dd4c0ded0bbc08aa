#include "moderation/engine.hpp"
#include "server/cli/commands.hpp"
#include "server/config/config.hpp"

#include <ostream>

namespace rejoinder::cli {

int check_config(const place& at, std::ostream& out)
{
    const auto settings = config::load_config(at.config);
    const moderation::engine engine(settings.rules.settings);  // Compiles patterns.
    out << at.config << ": good. " << settings.sites.size() << " site(s), rule set "
        << engine.version() << ".\n";
    return 0;
}

}  // namespace rejoinder::cli
