#include "server/intake/comment_form.hpp"

#include <boost/system/system_error.hpp>
#include <boost/url/encoding_opts.hpp>
#include <boost/url/pct_string_view.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace rejoinder::intake {

namespace {

using nlohmann::json;

constexpr int depth_max = 3;  // A form is flat; deeper nesting is not worth parsing.

/// The address is handled apart: it must never be a plain field.
struct named_field {
    std::string_view name;
    std::string_view wordpress_name;  // Empty: none.
    std::string comment_form::*target;
};

constexpr std::array<named_field, 12> fields = {{
    {"name", "author", &comment_form::name},
    {"website", "url", &comment_form::website},
    {"text", "comment", &comment_form::text},
    {"parent", "comment_parent", &comment_form::parent},
    {"story_url", "", &comment_form::story_url},
    {"story_title", "", &comment_form::story_title},
    {"story_published_at", "", &comment_form::story_published_at},
    {"form_token", "", &comment_form::form_token},
    {"topic", "", &comment_form::topic},
    {"author_of", "", &comment_form::author_of},
    {"author_token", "", &comment_form::author_token},
    {"redirect_to", "", &comment_form::redirect_to},
}};

bool too_deep(std::string_view body) noexcept
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '[') && ++depth > depth_max)
            return true;
        else if (!quoted && (c == '}' || c == ']'))
            --depth;
    }
    return false;
}

std::string form_decode(std::string_view text)
{
    boost::urls::encoding_opts options;
    options.space_as_plus = true;
    const boost::urls::pct_string_view encoded(text);
    return encoded.decode(options);
}

}  // namespace

model::result<comment_form> read_json_form(std::string_view body)
{
    if (too_deep(body))
        return model::refusal(model::error::invalid_request);
    const auto parsed = json::parse(body, nullptr, false);
    if (!parsed.is_object())
        return model::refusal(model::error::invalid_request);

    comment_form form;
    std::vector<model::field_error> wrong;
    const auto text_of = [&](std::string_view name) -> const std::string* {
        const auto found = parsed.find(std::string(name));
        if (found == parsed.end() || found->is_null())
            return nullptr;
        if (found->is_string())
            return found->get_ptr<const std::string*>();
        wrong.push_back({std::string(name), "invalid", "This must be a text."});
        return nullptr;
    };
    for (const auto& field : fields)
        if (const auto* value = text_of(field.name))
            form.*field.target = *value;
    if (const auto* value = text_of("email"))
        form.email = privacy::private_email(*value);
    if (!wrong.empty())
        return model::refusal(model::error::invalid_comment, std::move(wrong));
    return form;
}

model::result<comment_form> read_html_form(std::string_view body)
{
    comment_form form;
    while (!body.empty()) {
        const auto end = body.find('&');
        const auto pair = body.substr(0, end);
        body = end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
        const auto equals = std::min(pair.find('='), pair.size());
        std::string name;
        std::string value;
        try {
            name = form_decode(pair.substr(0, equals));
            value = form_decode(pair.substr(std::min(equals + 1, pair.size())));
        } catch (const boost::system::system_error&) {
            return model::refusal(model::error::invalid_request);  // A broken percent escape.
        }
        if (name == "email")
            form.email = privacy::private_email(std::move(value));
        else
            for (const auto& field : fields)
                if (name == field.name || (name == field.wordpress_name && !name.empty()))
                    form.*field.target = std::move(value);
    }
    if (form.parent == "0")
        form.parent.clear();  // WordPress' way to say "none".
    return form;
}

}  // namespace rejoinder::intake
