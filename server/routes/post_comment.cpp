#include "server/routes/post_comment.hpp"

#include "server/http/error_response.hpp"
#include "server/intake/validator.hpp"
#include "server/model/story.hpp"
#include "server/queue/submission_queue.hpp"
#include "server/routes/proved_author.hpp"
#include "server/routes/site_of.hpp"
#include "server/storage/async_store.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::size_t idempotency_key_bytes_max = 200;

enum class form_kind { json_body, html_post };

std::optional<form_kind> kind_of(const http::request& request)
{
    const auto type = request.content_type();
    if (type == "application/json")
        return form_kind::json_body;
    if (type == "application/x-www-form-urlencoded")
        return form_kind::html_post;
    return std::nullopt;
}

/// Where a browser without JavaScript continues: the page it came from, if that is the site's.
std::string continue_at(
    const intake::comment_form& form,
    const intake::site& site,
    std::string_view own_origin)
{
    return !form.redirect_to.empty() && site.owns(form.redirect_to, own_origin) ? form.redirect_to
                                                                                : form.story_url;
}

http::response receipt(const model::comment_id& id, const services& use)
{
    const nlohmann::json body = {
        {"id", id.str()},
        {"status", "submitted"},
        {"author_token", use.tokens.for_author(id)},
        {"status_url", "/api/v1/comments/" + id.str()},
    };
    return http::json_response(http::status::accepted, body);
}

queue::sealed_submission to_queue(intake::accepted accepted)
{
    queue::sealed_submission sealed;
    sealed.submission = std::move(accepted.submission);
    sealed.same_as.key = std::move(accepted.same_as);
    sealed.same_as.digest = std::move(accepted.content_digest);
    sealed.same_as.keep = accepted.keep;
    sealed.form.key = std::move(accepted.form_use);
    sealed.form.keep = accepted.form_use_keep;
    return sealed;
}

}  // namespace

awaitable<http::response> post_comment(http::request request, const services& use)
{
    const auto* site = site_of(request, use);
    if (!site)
        co_return http::error_response(model::refusal(model::error::site_not_found));
    const auto kind = kind_of(request);
    if (!kind)
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    const auto own_origin = request.own_origin();
    if (!may_write_to(request, *site))
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));

    auto form = kind == form_kind::json_body ? intake::read_json_form(request.body)
                                             : intake::read_html_form(request.body);
    if (form.has_error())
        co_return http::error_response(form.error());
    const auto back = continue_at(*form, *site, own_origin);
    const model::comment_id author_of(form->author_of);
    const auto author_token = form->author_token;

    intake::arrival arrival;
    arrival.to = site;
    arrival.story = model::story_id(request.path("story"));
    arrival.client = request.client.reveal();
    arrival.own_origin = own_origin;
    arrival.idempotency_key = request.header("Idempotency-Key");
    if (arrival.idempotency_key.size() > idempotency_key_bytes_max)
        co_return http::error_response(model::refusal(model::error::invalid_request));
    if (const auto story = co_await use.store.find_story(story_of(request)))
        arrival.state = story->state;

    // Validation seals the address: what travels on from here carries it only sealed.
    auto accepted = use.validator.accept(std::move(*form), arrival);
    if (accepted.has_error())
        co_return http::error_response(accepted.error());

    // The token proves who has it, and its comment that the address is the same.
    const auto proved = co_await proved_author(author_of, author_token, use);
    if (proved == accepted->submission.author.known_as)
        accepted->submission.proof = model::author_proof::author_token;

    auto sealed = to_queue(std::move(*accepted));
    auto& appender = *use.cores[request.core].appender;
    const auto queued = co_await appender.append(std::move(sealed));
    if (queued.has_error())
        co_return http::error_response(queued.error());
    if (kind == form_kind::html_post)
        co_return http::redirect_response(back);
    co_return receipt(queued->id, use);
}

}  // namespace rejoinder::routes
