#include "server/routes/report_comment.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/model/report.hpp"
#include "server/model/time.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/routes/proved_author.hpp"
#include "server/routes/site_of.hpp"
#include "server/routes/words.hpp"
#include "server/rules/judge_reported.hpp"
#include "server/rules/rules_keeper.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using nlohmann::json;
using storage::report_status;

constexpr std::size_t text_max = 1'000;
constexpr int hourly_max = 20;
constexpr std::chrono::seconds hour{3'600};

struct report_form {
    model::report report;
    model::comment_id author_of;
    std::string author_token;
};

model::result<report_form> read_report(const std::string& body)
{
    const auto parsed = json::parse(body, nullptr, false);
    if (!parsed.is_object())
        return model::refusal(model::error::invalid_request);
    report_form form;
    form.author_of = model::comment_id(text_member(parsed, "author_of"));
    form.author_token = text_member(parsed, "author_token");
    auto& report = form.report;
    report.text = intake::tidy(text_member(parsed, "text"));

    std::vector<model::field_error> wrong;
    const auto reason = model::report_reason_from(text_member(parsed, "reason"));
    if (!reason)
        wrong.push_back({"reason", "invalid", "Please choose what is wrong with the comment."});
    report.reason = reason.value_or(report.reason);
    const bool explains = report.reason == model::report_reason::illegal;
    const auto* const missing = "Please say what is illegal, and why.";
    if (auto fault = words_fault("text", report.text, {explains ? 1u : 0u, text_max}, missing))
        wrong.push_back(std::move(*fault));
    if (!wrong.empty())
        return model::refusal(model::error::invalid_report, std::move(wrong));
    return form;
}

/// Keeps the report, and lets the rules look at the comment in its light.
report_status take(const services& use, const model::report& report)
{
    const auto status = use.record.add_report(report, hourly_max);
    // Also of a report that came before: what followed may not have got so far.
    if (status == report_status::added || status == report_status::repeated)
        rules::judge_reported(use.record, *use.rules.current().engine, report.comment);
    return status;
}

}  // namespace

awaitable<http::response> report_comment(http::request request, const services& use)
{
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    const model::comment_id id(request.path("comment"));
    const auto comment = co_await use.store.find_comment(id);
    if (!comment || comment->state != model::comment_state::published)
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    const auto* site = use.sites.find(comment->story.site);
    if (!site || !may_write_to(request, *site))
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));
    auto form = read_report(request.body);
    if (form.has_error())
        co_return http::error_response(form.error());

    const auto author = co_await proved_author(form->author_of, form->author_token, use);
    auto& report = form->report;
    report.id = model::new_uuid();
    report.comment = id;
    report.reporter = author ? author->str() : use.hashes.of_client(request.client.reveal()).str();
    report.at = model::now();
    auto work = [&use, taken = std::move(report)] {
        return take(use, taken);
    };
    const auto status = co_await async::on_threads(use.threads, std::move(work));
    if (status == report_status::too_many)
        co_return http::error_response(model::refusal(model::error::too_many_requests, hour));
    if (status == report_status::not_published)
        co_return http::error_response(model::refusal(model::error::comment_not_found));
    use.relay.notify();
    const json body = {{"status", "received"}};
    co_return http::json_response(http::status::accepted, body);
}

}  // namespace rejoinder::routes
