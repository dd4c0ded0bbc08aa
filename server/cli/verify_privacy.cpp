#include "server/cli/commands.hpp"
#include "server/cli/leak_report.hpp"
#include "server/cli/running_redis.hpp"
#include "server/cli/search_answers.hpp"
#include "server/cli/search_feeds.hpp"
#include "server/cli/search_files.hpp"
#include "server/cli/search_redis.hpp"
#include "server/cli/search_refusals.hpp"
#include "server/config/config.hpp"
#include "server/foundation.hpp"
#include "server/privacy/leak_scanner.hpp"
#include "server/redis/managed_server.hpp"
#include "server/storage/open_store.hpp"

#include <fmt/format.h>

#include <optional>
#include <ostream>
#include <set>
#include <sodium.h>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

namespace fs = std::filesystem;

/// Every address that the record holds, each once.
privacy::leak_scanner scanner_for(
    storage::store& record,
    const privacy::email_sealer& sealer,
    const privacy::pseudonyms& hashes)
{
    privacy::leak_scanner scanner;
    std::set<std::string> known;
    std::size_t broken = 0;
    record.for_each_sealed_email([&](const model::sealed_email& sealed) {
        const auto address = sealer.open(sealed);
        if (!address)
            ++broken;
        else if (known.insert(hashes.of_author(*address).str()).second)
            scanner.add(*address);
    });
    if (broken > 0)
        throw std::runtime_error(
            fmt::format("{} sealed addresses open with none of the keys", broken));
    return scanner;
}

}  // namespace

int verify_privacy(const verify_options& options, std::ostream& out)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot find a source of random numbers");
    const auto settings = config::load_config(options.at.config);
    const fs::path directory = options.at.data_directory;
    if (!fs::is_directory(directory))
        throw std::runtime_error(
            fmt::format("there is no data directory {}; see --data-dir", directory.string()));
    const auto keys = open_keys(settings, directory);
    const privacy::email_sealer sealer(keys);
    const privacy::pseudonyms hashes(keys);
    const auto record = storage::open_store(settings.storage, directory);

    auto scanner = scanner_for(*record, sealer, hashes);
    out << fmt::format("{} different addresses are stored\n", scanner.addresses());
    scanner.add(made_up_address());
    leak_report report(scanner, out);

    record->for_each_text([&](std::string_view text) { report.search("record", text); });
    report.finish("record", "texts");
    search_files(directory, report);
    search_record_files(storage::record_file(settings.storage, directory), directory, report);
    report.finish("data directory", "files");
    for (const auto& path : options.also) {
        search_files(path, report);
        report.finish(path, "files");
    }
    std::optional<redis::managed_server> started;
    search_redis(running_redis(settings, directory / "redis", started), settings.redis, report);
    report.finish("Redis", "keys");
    if (!options.server.empty()) {
        search_answers(options.server, *record, report);
        report.finish("public answers", "answers");
        search_feeds(options.server, *record, report);
        report.finish("live feeds", "messages");
        search_refusals(options.server, report);
        report.finish("refusals", "answers");
    }
    if (!options.ops_server.empty()) {
        search_operations(options.ops_server, report);
        report.finish("operations", "answers");
    }
    out
        << (report.leaks() == 0 ? "No address found.\n"
                                : fmt::format("{} LEAKS FOUND.\n", report.leaks()));
    return report.leaks() == 0 ? 0 : 1;
}

}  // namespace rejoinder::cli
