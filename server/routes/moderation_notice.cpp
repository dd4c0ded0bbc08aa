#include "server/routes/moderation_notice.hpp"

#include "moderation/engine.hpp"
#include "server/async/on_threads.hpp"
#include "server/model/report.hpp"
#include "server/model/time.hpp"
#include "server/model/url_path.hpp"
#include "server/rules/rules_keeper.hpp"
#include "server/storage/store.hpp"
#include "server/worker/story_mode.hpp"

#include <string>
#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::chrono::days wait_looks_back{7};
constexpr int wait_decisions_min = 5;
constexpr int wait_decisions_max = 50;

std::string mode_word(
    const model::story_key& key,
    const std::optional<model::story>& story,
    const services& use)
{
    const auto path = story ? model::path_of_url(story->url) : std::string("/");
    moderation::policy_context in;
    in.story.site = key.site.str();
    in.story.story = key.story.str();
    in.story.path = path;
    in.story.mode = worker::mode_of(story, use.site_modes, key.site);
    const auto engine = use.rules.current().engine;
    const auto mode = engine->rules_of_policy().effective(in).mode.value;
    return mode == moderation::moderation_mode::before ? "before" : "after";
}

nlohmann::json report_reasons()
{
    using enum model::report_reason;
    auto names = nlohmann::json::array();
    for (const auto reason : {offensive, abusive, spam, illegal, other})
        names.push_back(model::to_string(reason));
    return names;
}

}  // namespace

awaitable<nlohmann::json> moderation_notice(
    model::story_key key,
    std::optional<model::story> story,
    const services& use)
{
    auto notice = nlohmann::json::object();
    notice["moderation"] = mode_word(key, story, use);
    notice["report_reasons"] = report_reasons();
    auto work = [&use, site = key.site] {
        const auto since = model::now() - wait_looks_back;
        return use.record.usual_wait(site, since, wait_decisions_min, wait_decisions_max);
    };
    if (const auto wait = co_await async::on_threads(use.threads, std::move(work)))
        notice["usual_wait_s"] = std::chrono::ceil<std::chrono::seconds>(*wait).count();
    co_return notice;
}

}  // namespace rejoinder::routes
