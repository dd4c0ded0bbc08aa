#include "server/telemetry/log.hpp"

#include "server/telemetry/scrub.hpp"

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>

namespace rejoinder::telemetry {

namespace {

std::atomic<log_level> least_level = log_level::info;

struct sink_holder {
    std::mutex mutex;
    std::function<void(const std::string&)> capture;
    std::shared_ptr<spdlog::logger> logger;
};

sink_holder& sink()
{
    static sink_holder holder;
    return holder;
}

constexpr std::string_view name_of(log_level level)
{
    switch (level) {
    case log_level::debug:
        return "debug";
    case log_level::info:
        return "info";
    case log_level::warning:
        return "warning";
    case log_level::error:
        return "error";
    case log_level::off:
        break;
    }
    return "off";
}

std::string time_now()
{
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    const auto seconds = floor<std::chrono::seconds>(now);
    return fmt::format(
        "{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
        fmt::gmtime(system_clock::to_time_t(seconds)),
        (now - seconds).count());
}

void write(log_level level, std::string_view event, log_fields fields)
{
    if (level < least_level.load(std::memory_order_relaxed))
        return;

    nlohmann::ordered_json line;
    line["time"] = time_now();
    line["level"] = name_of(level);
    line["event"] = event;
    for (const auto& field : fields)
        std::visit(
            [&](const auto& value) {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
                    line[field.name()] = scrub(value);
                else
                    line[field.name()] = value;
            },
            field.value());
    const auto text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);

    auto& to = sink();
    const std::lock_guard lock(to.mutex);
    if (to.capture)
        return to.capture(text);
    if (!to.logger) {
        auto stderr_sink = std::make_shared<spdlog::sinks::stderr_sink_st>();
        to.logger = std::make_shared<spdlog::logger>("rejoinder", std::move(stderr_sink));
        to.logger->set_pattern("%v");
    }
    to.logger->info("{}", text);
    to.logger->flush();
}

}  // namespace

std::optional<log_level> log_level_from(std::string_view text) noexcept
{
    for (const auto level :
         {log_level::debug, log_level::info, log_level::warning, log_level::error, log_level::off})
        if (name_of(level) == text)
            return level;
    return std::nullopt;
}

void log_debug(std::string_view event, log_fields fields)
{
    write(log_level::debug, event, fields);
}

void log_info(std::string_view event, log_fields fields)
{
    write(log_level::info, event, fields);
}

void log_warning(std::string_view event, log_fields fields)
{
    write(log_level::warning, event, fields);
}

void log_error(std::string_view event, log_fields fields)
{
    write(log_level::error, event, fields);
}

void set_log_level(log_level level) noexcept
{
    least_level = level;
}

void capture_log(std::function<void(const std::string& line)> sink_function)
{
    auto& to = sink();
    const std::lock_guard lock(to.mutex);
    to.capture = std::move(sink_function);
}

}  // namespace rejoinder::telemetry
