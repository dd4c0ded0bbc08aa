#include "server/config/config.hpp"
#include "server/config/problem.hpp"
#include "tests/fuzz/private_folder.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace rejoinder::fuzz {

void configuration(std::string_view bytes)
{
    static const private_folder folder;
    static const auto rules = folder.write("moderation.json", "{}");
    try {
        const auto all = config::load_config(folder.write("rejoinder.json", bytes));
        promise(!all.sites.empty(), "a configuration has a site");
        promise(all.http.bounds.body_bytes_max > 0, "limits are limits");
        promise(all.queue.partitions > 0, "there is a queue");
    } catch (const config::config_error& error) {
        promise(*error.what() != '\0', "a bad configuration says why");
    }
}

}  // namespace rejoinder::fuzz
