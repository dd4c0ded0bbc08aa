#include "moderation/engine.hpp"
#include "server/cli/commands.hpp"
#include "server/config/config.hpp"
#include "server/intake/email_address.hpp"
#include "server/publish/finding_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <istream>
#include <ostream>
#include <string>

namespace rejoinder::cli {

namespace {

using nlohmann::json;

std::string text_of(const json& value, const char* name)
{
    const auto found = value.find(name);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json verdict_json(const moderation::verdict& verdict, const publish::found_in& fields)
{
    return {
        {"verdict", moderation::to_string(verdict.kind)},
        {"score", verdict.score},
        {"findings", publish::findings_json(verdict.found, fields)},
        {"rule_set", verdict.rule_set},
    };
}

}  // namespace

int judge(const place& at, std::istream& in, std::ostream& out)
{
    const auto settings = config::load_config(at.config);
    const moderation::engine engine(settings.rules.settings);
    std::string line;
    int exit_code = 0;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty())
            continue;
        const auto comment = json::parse(line, nullptr, false);
        if (!comment.is_object() || !comment.contains("text") || !comment["text"].is_string()) {
            const auto what = fmt::format("line {}: expected {{\"text\": \"…\"}}", number);
            out << json{{"error", what}} << '\n';
            exit_code = 1;
            continue;
        }
        const auto name = text_of(comment, "name");
        const auto website = text_of(comment, "website");
        const auto text = text_of(comment, "text");
        const auto email = intake::parse_email(text_of(comment, "email"));
        const std::string domain = email ? email->domain : std::string();
        moderation::comment_input input;
        input.name = name;
        input.website = website;
        input.email_domain = domain;
        input.text = text;
        out << verdict_json(engine.judge(input), {name, website, text})
                   .dump(-1, ' ', false, json::error_handler_t::replace)
            << '\n';
        out.flush();
    }
    return exit_code;
}

}  // namespace rejoinder::cli
