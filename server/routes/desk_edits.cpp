#include "server/routes/desk_edits.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/intake/validator.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/routes/desk_comments.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/edited_text.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/mask_spans.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr std::size_t spans_max = 200;
constexpr std::size_t edit_reason_max = 500;

/// Either another text or what to mask in the present one.
struct edit_form {
    std::int64_t revision = 0;
    std::optional<std::string> text;
    std::vector<text_span> spans;
    std::string reason;
};

std::optional<std::vector<text_span>> spans_from(const json& list)
{
    if (!list.is_array() || list.empty() || list.size() > spans_max)
        return std::nullopt;
    std::vector<text_span> spans;
    for (const auto& each : list) {
        const auto whole = [&](const char* name) {
            return each.is_object() && each.contains(name) && each[name].is_number_unsigned();
        };
        if (!whole("start") || !whole("end"))
            return std::nullopt;
        spans.push_back({each["start"].get<std::size_t>(), each["end"].get<std::size_t>()});
    }
    return spans;
}

std::optional<edit_form> edit_form_from(const json& parsed)
{
    if (!parsed.contains("revision") || !parsed["revision"].is_number_integer() ||
        parsed.contains("text") == parsed.contains("mask"))
        return std::nullopt;
    edit_form form;
    form.revision = parsed["revision"].get<std::int64_t>();
    form.reason = intake::tidy(text_member(parsed, "reason"));
    if (parsed.contains("mask")) {
        auto spans = spans_from(parsed["mask"]);
        if (!spans)
            return std::nullopt;
        form.spans = std::move(*spans);
    } else if (parsed["text"].is_string())
        form.text = intake::tidy(parsed["text"].get<std::string>());
    else
        return std::nullopt;
    return form;
}

/// What is wrong with the form, if anything. `text` is what would become of the comment.
std::vector<model::field_error> faults(
    const edit_form& form,
    const std::string& text,
    std::size_t text_max)
{
    std::vector<model::field_error> wrong;
    if (auto fault = words_fault("text", text, {1, text_max}, "A comment needs a text."))
        wrong.push_back(std::move(*fault));
    if (auto fault = words_fault("reason", form.reason, {0, edit_reason_max}, ""))
        wrong.push_back(std::move(*fault));
    return wrong;
}

model::error error_of(const model::decision_outcome& outcome)
{
    using enum model::decision_status;
    if (outcome.status == not_found)
        return model::error::comment_not_found;
    return outcome.status == conflict ? model::error::revision_conflict
                                      : model::error::invalid_request;
}

}  // namespace

awaitable<http::response> desk_edit_comment(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change);
    if (who.has_error())
        co_return http::error_response(who.error());
    json asked;
    if (const auto read = read_json(request, asked); read.has_error())
        co_return http::error_response(read.error());
    const auto form = edit_form_from(asked);
    if (!form)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    const auto before = co_await comment_seen_by(*who, request, use);
    if (before.has_error())
        co_return http::error_response(before.error());
    if (before->revision != form->revision)
        co_return http::error_response(model::refusal(model::error::revision_conflict));
    const auto text = form->text ? form->text : mask_spans(before->text, form->spans);
    if (!text)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    if (auto wrong = faults(*form, *text, use.validator.settings().text_max); !wrong.empty())
        co_return http::error_response(
            model::refusal(model::error::invalid_comment, std::move(wrong)));

    storage::comment_edit edit;
    edit.comment = before->id;
    edit.expected_revision = form->revision;
    edit.text = *text;
    edit.reason = form->reason;
    edit.batch = model::new_uuid();
    auto work = [&use, &before = *before, edit, by = acting(*who)] {
        return use.record.edit(judged_edit(use, before, edit), by);
    };
    const auto outcome = co_await async::on_threads(use.threads, std::move(work));
    if (outcome.status != model::decision_status::done)
        co_return http::error_response(model::refusal(error_of(outcome)));
    use.relay.notify();
    const auto comment = co_await comment_in_full(before->id, *who, request, use);
    const json body = {{"comment", comment.value_or(json())}, {"undo", edit.batch}};
    co_return http::json_response(http::status::ok, body);
}

std::optional<model::decision_outcome> undo_edit(
    const services& use,
    const std::string& batch,
    model::timestamp since,
    const storage::acting_moderator& by)
{
    const auto found = use.record.find_edit(batch);
    if (!found || found->at < since)
        return std::nullopt;
    const auto now = use.record.find_comment(found->comment);
    if (!now || !model::covers(by.sites, now->story.site))
        return std::nullopt;
    storage::comment_edit back;
    back.comment = found->comment;
    back.expected_revision = now->revision;
    back.text = found->text_before;
    back.batch = model::new_uuid();
    back.undoes = batch;
    return use.record.edit(judged_edit(use, *now, std::move(back)), by);
}

}  // namespace rejoinder::routes
