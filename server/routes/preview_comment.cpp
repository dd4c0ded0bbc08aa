#include "server/routes/preview_comment.hpp"

#include "server/http/error_response.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/intake/validator.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/publish/render_text.hpp"
#include "server/queue/reader_limits.hpp"
#include "server/routes/json_body.hpp"
#include "server/routes/site_of.hpp"
#include "server/routes/words.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

/// By one client.
constexpr queue::rate_limit previews_often{120, std::chrono::minutes(10)};

}  // namespace

awaitable<http::response> preview_comment(http::request request, const services& use)
{
    const auto* const site = site_of(request, use);
    if (!site)
        co_return http::error_response(model::refusal(model::error::site_not_found));
    if (!may_write_to(request, *site))
        co_return http::error_response(model::refusal(model::error::origin_not_allowed));
    nlohmann::json asked;
    if (const auto read = read_json(request, asked); read.has_error())
        co_return http::error_response(read.error());
    auto client = use.hashes.of_client(request.client.reveal());
    auto* const limits = use.cores.at(request.core).limits;
    if (const auto wait = co_await limits->charge("previews", std::move(client), previews_often))
        co_return http::error_response(model::refusal(model::error::too_many_requests, *wait));
    const auto text = intake::tidy(text_member(asked, "text"));
    const std::size_t most = use.validator.settings().text_max;
    std::vector<model::field_error> wrong;
    if (auto fault = words_fault("text", text, {1, most}, "There is nothing to show yet."))
        wrong.push_back(std::move(*fault));
    if (!wrong.empty())
        co_return http::error_response(
            model::refusal(model::error::invalid_comment, std::move(wrong)));
    const nlohmann::json body = {{"html", publish::render_text(text)}};
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
