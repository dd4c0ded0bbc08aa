#include "server/routes/desk_rules_test.hpp"

#include "moderation/engine.hpp"
#include "moderation/rule_set_error.hpp"
#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/publish/finding_json.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/draft_rules.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/words.hpp"
#include "server/rules/rule_book.hpp"
#include "server/rules/rules_keeper.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;
using shared_engine = std::shared_ptr<const moderation::engine>;

constexpr std::size_t tested_bytes_max = 40'000;

/// A comment that somebody made up, as the filters see one of an author of whom nothing is known.
struct made_up_comment {
    std::string name;
    std::string website;
    std::string text;
    std::string site;
    std::string story;
};

std::optional<made_up_comment> comment_from(const json& body)
{
    const auto found = body.find("comment");
    if (found == body.end() || !found->is_object())
        return std::nullopt;
    made_up_comment comment{
        text_member(*found, "name"),
        text_member(*found, "website"),
        text_member(*found, "text"),
        text_member(*found, "site"),
        text_member(*found, "story")};
    const auto bytes = comment.name.size() + comment.website.size() + comment.text.size();
    return bytes <= tested_bytes_max ? std::optional(std::move(comment)) : std::nullopt;
}

model::result<shared_engine> compiled(const config::loaded_rule_set& rules)
{
    try {
        return shared_engine(std::make_shared<const moderation::engine>(rules.settings));
    } catch (const moderation::rule_set_error& error) {
        return uncompiled(error.what());
    }
}

/// The draft in the body, the version that it names, or what is in force.
model::result<shared_engine> engine_for(const services& use, const json& body)
{
    if (body.contains("rules")) {
        const auto draft = draft_rules(use.record, body);
        return draft.has_error() ? model::result<shared_engine>(draft.error()) : compiled(*draft);
    }
    const auto version = text_member(body, "version");
    if (version.empty())
        return use.rules.current().engine;
    const auto kept = rules::rule_book(use.record).find(version);
    if (!kept)
        return model::refusal(model::error::rules_not_found);
    return compiled(*kept);
}

/// JSON in a type that nothing else converts to.
struct trial_answer {
    json body;
};

trial_answer judged(const moderation::engine& engine, const made_up_comment& comment)
{
    moderation::comment_input input;
    input.name = comment.name;
    input.website = comment.website;
    input.text = comment.text;
    input.story.site = comment.site;
    input.story.story = comment.story;
    const auto verdict = engine.judge(input);
    const publish::found_in fields{comment.name, comment.website, comment.text};
    return {{
        {"verdict", moderation::to_string(verdict.kind)},
        {"score", verdict.score},
        {"findings", publish::findings_json(verdict.found, fields)},
        {"rule_set", verdict.rule_set},
    }};
}

model::result<trial_answer> test_rules(const services& use, const json& body)
{
    const auto comment = comment_from(body);
    if (!comment)
        return model::refusal(model::error::invalid_request);
    const auto engine = engine_for(use, body);
    if (engine.has_error())
        return engine.error();
    return judged(**engine, *comment);
}

}  // namespace

awaitable<http::response> desk_test_rules(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::try_rules);
    if (who.has_error())
        co_return http::error_response(who.error());
    json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto test = [&use, asked = std::move(body)] {
        return test_rules(use, asked);
    };
    const auto answer = co_await async::on_threads(use.threads, std::move(test));
    if (answer.has_error())
        co_return http::error_response(answer.error());
    co_return http::json_response(http::status::ok, answer->body);
}

}  // namespace rejoinder::routes
