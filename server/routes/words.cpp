#include "server/routes/words.hpp"

#include "server/intake/unicode_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rejoinder::routes {

std::string text_member(const nlohmann::json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<model::field_error> words_fault(
    const char* field,
    const std::string& words,
    length_bounds bounds,
    const char* missing)
{
    const auto length = intake::count_code_points(words);
    if (!length || intake::has_controls(words))
        return model::field_error{field, "invalid", "This contains characters that are no text."};
    if (bounds.least > 0 && (*length < bounds.least || !intake::has_visible(words)))
        return model::field_error{field, "required", missing};
    if (*length > bounds.most)
        return model::field_error{
            field,
            "too_long",
            fmt::format("At most {} characters.", bounds.most)};
    return std::nullopt;
}

}  // namespace rejoinder::routes
