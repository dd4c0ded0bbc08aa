#pragma once

#include "server/intake/validator.hpp"
#include "server/model/error.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::intake {

/// Checks the fields of a form one by one and gathers what is wrong. Each check tidies its field in
/// place; messages never repeat what was typed.
class field_checks {
public:
    explicit field_checks(const intake_settings& settings)
        : settings_(settings)
    {
    }

    void name(std::string& name);
    void website(std::string& website);
    void text(std::string& text);
    void parent(const std::string& parent);
    void story_id(const std::string& story);
    void story_url(std::string& url, const site& of, std::string_view own_origin);
    void story_title(std::string& title);

    /// RFC 3339 with or without a time of day, of which the day counts. What lies more than a day
    /// ahead is an error.
    std::optional<model::timestamp> story_published_at(
        const std::string& text,
        model::timestamp now);
    void wrong(std::string field, std::string code, std::string message);

    const std::vector<model::field_error>& errors() const noexcept { return errors_; }

private:
    bool is_text(const char* field, const std::string& value);

    const intake_settings& settings_;
    std::vector<model::field_error> errors_;
};

}  // namespace rejoinder::intake
