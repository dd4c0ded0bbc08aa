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

json verdict_json(
    const moderation::verdict& verdict,
    const std::string& name,
    const std::string& website,
    const std::string& text)
{
    json findings = json::array();
    for (const auto& found : verdict.found) {
        const auto* field = &text;
        if (found.field == moderation::comment_field::name)
            field = &name;
        else if (found.field == moderation::comment_field::website)
            field = &website;
        findings.push_back(publish::finding_json(found, *field));
    }
    return {
        {"verdict", moderation::to_string(verdict.kind)},
        {"score", verdict.score},
        {"findings", std::move(findings)},
        {"rule_set", verdict.rule_set},
    };
}

}  // namespace

int judge(const place& at, std::istream& in, std::ostream& out)
{
    const auto settings = config::load_config(at.config);
    const moderation::engine engine(settings.rules);
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
        out << verdict_json(engine.judge(input), name, website, text)
                   .dump(-1, ' ', false, json::error_handler_t::replace)
            << '\n';
        out.flush();
    }
    return exit_code;
}

}  // namespace rejoinder::cli
