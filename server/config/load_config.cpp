#include "server/config/config.hpp"
#include "server/config/json_reader.hpp"
#include "server/config/load_rule_set.hpp"
#include "server/redis/endpoint.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cctype>
#include <utility>

namespace rejoinder::config {

namespace {

constexpr std::int64_t day_s = 24 * 60 * 60;

void read_limits(json_reader& from, http::limits& limits)
{
    from.number("header_bytes_max", limits.header_bytes_max, 1'024, 1 << 20);
    from.number("body_bytes_max", limits.body_bytes_max, 1'024, 1 << 24);
    from.duration("header_timeout_ms", limits.header_timeout, 10, 600'000);
    from.duration("body_timeout_ms", limits.body_timeout, 10, 600'000);
    from.duration("request_timeout_ms", limits.request_timeout, 10, 600'000);
    from.duration("write_timeout_ms", limits.write_timeout, 10, 600'000);
    from.duration("idle_timeout_ms", limits.idle_timeout, 10, 3'600'000);
    from.number("connections_max", limits.connections_max, 1, 1'000'000);
    from.number("connections_per_network_max", limits.connections_per_network_max, 1, 1'000'000);
    from.number("outbox_messages_max", limits.outbox_messages_max, 1, 100'000);
    from.number("outbox_bytes_max", limits.outbox_bytes_max, 1'024, 1 << 28);
    from.number("message_bytes_max", limits.message_bytes_max, 1, 1 << 20);
    from.duration("websocket_idle_timeout_ms", limits.websocket_idle_timeout, 100, 3'600'000);
}

void read_http(json_reader& from, http::server_settings& http)
{
    std::vector<std::string> proxies;
    from.text("address", http.address);
    boost::system::error_code no_address;
    boost::asio::ip::make_address(http.address, no_address);
    if (no_address)
        from.complain("address", "expected an IP address such as \"127.0.0.1\" or \"::\"");
    from.number("port", http.port, 0, 65'535);
    from.texts("trusted_proxies", proxies);
    for (const auto& proxy : proxies) {
        if (const auto network = http::network::parse(proxy))
            http.trusted_proxies.push_back(*network);
        else
            from.complain("trusted_proxies", "expected networks such as \"10.0.0.0/8\"");
    }
    from.object("limits", [&](json_reader& limits) { read_limits(limits, http.bounds); });
}

void read_redis(json_reader& from, redis::redis_settings& redis)
{
    from.choice("mode", {"managed", "url"}, [&](std::string_view word) {
        redis.mode = word == "url" ? redis::redis_mode::url : redis::redis_mode::managed;
    });
    from.text("url", redis.url);
    from.text("key_prefix", redis.key_prefix);
    from.text("executable", redis.executable);
    from.duration("connect_deadline_ms", redis.connect_deadline, 10, 60'000);
    from.duration("deadline_ms", redis.deadline, 10, 60'000);
    from.duration("back_off_least_ms", redis.back_off_least, 1, 60'000);
    from.duration("back_off_most_ms", redis.back_off_most, 1, 600'000);
}

void check_redis(json_reader& from, const redis::redis_settings& redis)
{
    if (redis.mode != redis::redis_mode::url)
        return;
    if (redis.url.empty())
        from.complain("redis.url", "expected an address, because redis.mode is \"url\"");
    else if (!redis::parse_endpoint(redis.url))
        from.complain(
            "redis.url",
            "expected redis://[user:password@]host[:port][/db] or unix:///path");
}

void read_rate(json_reader& from, std::string_view key, queue::rate_limit& rate)
{
    from.object(key, [&](json_reader& limit) {
        limit.number("count", rate.count, 0, 1'000'000);
        limit.duration("window_s", rate.window, 1, day_s);
    });
}

void read_queue(json_reader& from, queue::queue_settings& queue)
{
    from.number("partitions", queue.partitions, 1, 64);
    from.number("waiting_max", queue.waiting_max, 1, 100'000'000);
    from.duration("reclaim_after_ms", queue.reclaim_after, 100, 3'600'000);
    from.number("attempts_max", queue.attempts_max, 1, 100);
    from.duration("deadline_ms", queue.deadline, 10, 60'000);
    from.object("limits", [&](json_reader& limits) {
        read_rate(limits, "per_client", queue.per_client);
        read_rate(limits, "per_network", queue.per_network);
        read_rate(limits, "per_author", queue.per_author);
        read_rate(limits, "per_story", queue.per_story);
    });
}

void read_publish(json_reader& from, publish::publish_settings& publish)
{
    from.number("stream_events_max", publish.stream_events_max, 100, 100'000'000);
    from.number("history_events_max", publish.history_events_max, 1, 1'000'000);
    from.number("snapshot_bytes_max", publish.snapshot_bytes_max, 1 << 20, 1'000'000'000'000);
    from.duration("render_every_ms", publish.render_every, 0, 10'000);
    from.duration("stale_after_ms", publish.stale_after, 1, 60'000);
    from.duration("deadline_ms", publish.deadline, 10, 60'000);
}

void read_intake(json_reader& from, intake::intake_settings& intake)
{
    from.number("name_max", intake.name_max, 1, 200);
    from.number("text_max", intake.text_max, 1, 10'000);
    from.number("title_max", intake.title_max, 1, 1'000);
    from.duration("form_token_lifetime_h", intake.form_token_lifetime, 1, 24 * 365);
    from.duration("form_token_stale_h", intake.form_token_stale, 1, 24 * 365);
    from.duration("form_token_fresh_ms", intake.form_token_fresh, 0, 600'000);
}

void read_worker(json_reader& from, worker::worker_settings& worker)
{
    from.number("batch_max", worker.batch_max, 1, 500);
    from.duration("wait_ms", worker.wait, 10, 10'000);
    from.duration("reclaim_every_ms", worker.reclaim_every, 100, 3'600'000);
}

void read_auth(json_reader& from, auth::auth_settings& auth)
{
    from.duration("session_lifetime_s", auth.session_lifetime, 60, 30 * day_s);
    from.number("failures_max", auth.failures_max, 1, 1'000);
    from.duration("failures_window_s", auth.failures_window, 1, 30 * day_s);
    from.duration("delay_max_s", auth.delay_max, 1, day_s);
}

bool is_site_id(const std::string& id)
{
    return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '-';
    });
}

intake::site read_site(const std::string& id, json_reader& from)
{
    intake::site site;
    site.id = model::site_id(id);
    if (!is_site_id(id))
        from.complain("", "expected an id of a-z, 0-9 and -, at most 40");
    from.text("name", site.name);
    from.texts("origins", site.origins);
    site.is_served_by_us = std::erase(site.origins, "self") > 0;
    for (const auto& origin : site.origins)
        if (origin.empty() || intake::origin_of(origin) != origin)
            from.complain("origins", "expected origins such as \"https://news.example\"");
    from.choice("moderation", {"after", "before"}, [&](std::string_view word) {
        site.moderation =
            word == "before" ? intake::site_moderation::before : intake::site_moderation::after;
    });
    from.duration("edit_window_s", site.edit_window, 0, 7 * day_s);
    std::string zone;
    from.text("time_zone", zone);
    if (!zone.empty() && !(site.clock = intake::time_zone::named(zone)))
        from.complain("time_zone", "expected a time zone such as \"Europe/Berlin\"");
    return site;
}

void read_all(json_reader& from, config& all)
{
    from.object("http", [&](json_reader& http) {
        http.number("cores", all.cores, 0, 256);
        read_http(http, all.http);
    });
    from.object("operations", [&](json_reader& http) { read_http(http, all.operations); });
    from.object("redis", [&](json_reader& redis) { read_redis(redis, all.redis); });
    from.object("queue", [&](json_reader& queue) { read_queue(queue, all.queue); });
    from.object("storage", [&](json_reader& storage) {
        storage.text("url", all.storage.url);
        if (!all.storage.url.starts_with("sqlite:"))
            storage.complain("url", "expected \"sqlite:\" and the name of a file");
        storage.number("connections", all.storage.connections, 1, 64);
        storage.number("busy_timeout_ms", all.storage.busy_timeout_ms, 100, 600'000);
    });
    from.object("publish", [&](json_reader& publish) { read_publish(publish, all.publish); });
    all.publish.replay_messages_max = all.http.bounds.outbox_messages_max / 2;
    all.publish.replay_bytes_max = all.http.bounds.outbox_bytes_max / 2;
    from.object("intake", [&](json_reader& intake) { read_intake(intake, all.intake); });
    from.object("worker", [&](json_reader& worker) { read_worker(worker, all.worker); });
    from.object("auth", [&](json_reader& auth) { read_auth(auth, all.auth); });
    from.object("privacy", [&](json_reader& privacy) { privacy.text("key_file", all.key_file); });
    from.members("sites", [&](const std::string& id, json_reader& site) {
        all.sites.push_back(read_site(id, site));
    });
}

}  // namespace

config load_config(const std::filesystem::path& file)
{
    std::vector<problem> problems;
    const json_document document(file, problems);
    if (!problems.empty())
        throw config_error(std::move(problems));  // What was not read would be missed below.
    config all;
    all.operations.port = 8081;
    all.operations.name = "operations";

    json_reader reader(document, document.root(), "", problems);
    read_all(reader, all);
    std::string rules = "moderation.json";
    reader.text("rules", rules);
    reader.choice("rules_master", {"file", "desk"}, [&](std::string_view word) {
        all.master = word == "desk" ? rules_master::desk : rules_master::file;
    });
    reader.finish();
    if (problems.empty() && all.sites.empty())
        reader.complain("sites", "expected at least one site");
    check_redis(reader, all.redis);

    all.rules = load_rule_set(
        std::filesystem::path(document.file_of("rules")).parent_path() / rules,
        problems);
    if (!problems.empty())
        throw config_error(std::move(problems));
    return all;
}

}  // namespace rejoinder::config
