#include "server/routes/own_comment.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/intake/validator.hpp"
#include "server/model/time.hpp"
#include "server/privacy/tokens.hpp"
#include "server/publish/comment_json.hpp"
#include "server/publish/finding_json.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/routes/edited_text.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/site_of.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using model::comment_state;
using nlohmann::json;

constexpr std::int64_t revisions_max = 50;  ///< Then a comment has been changed often enough.
constexpr std::chrono::seconds soon{1};

struct edit_form {
    std::string text;
    std::int64_t revision = 0;
};

model::result<edit_form> read_edit(const http::request& request, std::size_t text_max)
{
    json asked;
    if (const auto read = read_json(request, asked); read.has_error())
        return read.error();
    if (!asked.contains("revision") || !asked["revision"].is_number_integer())
        return model::refusal(model::error::invalid_request);
    edit_form form;
    form.revision = asked["revision"].get<std::int64_t>();
    form.text = intake::tidy(text_member(asked, "text"));
    std::vector<model::field_error> wrong;
    if (auto fault = words_fault("text", form.text, {1, text_max}, "A comment needs a text."))
        wrong.push_back(std::move(*fault));
    if (!wrong.empty())
        return model::refusal(model::error::invalid_comment, std::move(wrong));
    return form;
}

/// What is in the way of this edit, if anything.
std::optional<model::error> hindrance(
    const model::comment& before,
    const edit_form& form,
    const intake::site& site)
{
    const bool may_be =
        before.state == comment_state::published || before.state == comment_state::pending;
    if (!may_be || model::now() > editable_until(before, site))
        return model::error::edit_window_over;
    if (before.revision != form.revision)
        return model::error::revision_conflict;
    if (before.revision >= revisions_max)
        return model::error::too_many_requests;
    return std::nullopt;
}

/// What filters and record made of an edit.
struct edit_outcome {
    bool rejected = false;
    json reasons;
    model::decision_status status = model::decision_status::done;
};

edit_outcome apply(const services& use, const model::comment& before, storage::comment_edit edit)
{
    using moderation::verdict_kind;
    edit = judged_edit(use, before, std::move(edit));
    edit_outcome outcome;
    outcome.reasons = publish::reasons_json(edit.verdict.found);
    const auto kind = edit.verdict.kind;
    outcome.rejected = kind == verdict_kind::reject || kind == verdict_kind::spam;
    if (outcome.rejected)
        return outcome;
    if (kind == verdict_kind::hold)
        edit.state = comment_state::pending;
    const storage::acting_moderator author{{}, "author"};
    outcome.status = use.record.edit(edit, author).status;
    return outcome;
}

json rejection_json(const json& reasons)
{
    json body = json::parse(http::error_response(model::error::edit_rejected).body);
    body["reasons"] = reasons;
    return body;
}

}  // namespace

model::timestamp editable_until(const model::comment& comment, const intake::site& site)
{
    return comment.created_at + site.edit_window;
}

awaitable<model::result<model::comment>> require_own_comment(
    const http::request& request,
    const services& use)
{
    const model::comment_id id(request.path("comment"));
    if (!model::is_uuid(id.str()))
        co_return model::refusal(model::error::comment_not_found);
    const auto token = request.bearer_token();
    if (!token || !use.tokens.is_author(id, *token))
        co_return model::refusal(model::error::author_token_wrong);
    auto comment = co_await use.store.find_comment(id);
    if (!comment)
        co_return model::refusal(model::error::not_stored_yet, soon);
    const auto* const site = use.sites.find(comment->story.site);
    if (!site || !may_write_to(request, *site))
        co_return model::refusal(model::error::origin_not_allowed);
    co_return std::move(*comment);
}

awaitable<http::response> withdraw_own_comment(http::request request, const services& use)
{
    const auto own = co_await require_own_comment(request, use);
    if (own.has_error())
        co_return http::error_response(own.error());
    const bool erase = request.query("erase").value_or("") == "1";
    auto work = [&use, id = own->id, erase] {
        return use.record.withdraw(
            id,
            erase ? storage::withdrawal::erase : storage::withdrawal::keep);
    };
    co_await async::on_threads(use.threads, std::move(work));
    use.relay.notify();
    co_return http::empty_response();
}

awaitable<http::response> edit_own_comment(http::request request, const services& use)
{
    const auto own = co_await require_own_comment(request, use);
    if (own.has_error())
        co_return http::error_response(own.error());
    const auto form = read_edit(request, use.validator.settings().text_max);
    if (form.has_error())
        co_return http::error_response(form.error());
    const auto& site = *use.sites.find(own->story.site);
    if (const auto hindered = hindrance(*own, *form, site))
        co_return http::error_response(model::refusal(*hindered));

    storage::comment_edit edit;
    edit.comment = own->id;
    edit.expected_revision = form->revision;
    edit.text = form->text;
    edit.batch = model::new_uuid();
    auto work = [&use, &before = *own, edit] {
        return apply(use, before, edit);
    };
    const auto outcome = co_await async::on_threads(use.threads, std::move(work));
    if (outcome.rejected) {
        auto refused = http::json_response(
            http::status::unprocessable_entity,
            rejection_json(outcome.reasons));
        refused.headers.set("Content-Type", "application/problem+json");
        co_return refused;
    }
    if (outcome.status != model::decision_status::done)
        co_return http::error_response(model::refusal(model::error::revision_conflict));
    use.relay.notify();
    const auto now = co_await use.store.find_comment(own->id);
    if (!now)
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    json body = {
        {"comment", publish::comment_json(*now)},
        {"state", model::to_string(now->state)},
        {"revision", now->revision},
    };
    if (now->state != comment_state::published)
        body["reasons"] = outcome.reasons;
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
