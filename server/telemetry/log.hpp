#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rejoinder::telemetry {

enum class log_level { debug, info, warning, error, off };

std::optional<log_level> log_level_from(std::string_view text) noexcept;

/// One named value of a log line. What may be logged is said by type: there is no overload for an
/// address or a pseudonym, and none may be added.
class log_field {
public:
    log_field(std::string_view name, std::string_view text)
        : name_(name),
          value_(std::string(text))
    {
    }
    log_field(std::string_view name, const char* text)
        : log_field(name, std::string_view(text))
    {
    }
    log_field(std::string_view name, const std::string& text)
        : log_field(name, std::string_view(text))
    {
    }
    log_field(std::string_view name, bool value)
        : name_(name),
          value_(value)
    {
    }
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) log_field(std::string_view name, Number value)
        : name_(name),
          value_(static_cast<std::int64_t>(value))
    {
    }
    log_field(std::string_view name, double value)
        : name_(name),
          value_(value)
    {
    }

    const std::string& name() const noexcept { return name_; }
    const auto& value() const noexcept { return value_; }

private:
    std::string name_;
    std::variant<std::string, std::int64_t, double, bool> value_;
};

using log_fields = std::initializer_list<log_field>;

/// One JSON object a line on standard error: time, level, event, then the fields. `event` is a
/// stable name in snake_case that an operator can search for.
///
/// As a last line of defence every text is scrubbed: what looks like an e-mail address or an IP
/// address is masked, whoever wrote it there.
void log_debug(std::string_view event, log_fields fields = {});
void log_info(std::string_view event, log_fields fields = {});
void log_warning(std::string_view event, log_fields fields = {});
void log_error(std::string_view event, log_fields fields = {});

void set_log_level(log_level level) noexcept;

/// Lines go here instead of standard error until it is called with nothing. For tests.
void capture_log(std::function<void(const std::string& line)> sink);

}  // namespace rejoinder::telemetry
