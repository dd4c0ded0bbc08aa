#include "server/routes/desk_settings.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/routes/desk_access.hpp"
#include "server/routes/json_body.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace rejoinder::routes {

namespace {

constexpr std::size_t settings_bytes_max = 4 * 1024;

bool is_plain(const nlohmann::json& value)
{
    return value.is_string() || value.is_number() || value.is_boolean();
}

}  // namespace

awaitable<http::response> desk_keep_settings(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_own);
    if (who.has_error())
        co_return http::error_response(who.error());
    nlohmann::json body;
    if (const auto read = read_json(request, body); read.has_error())
        co_return http::error_response(read.error());
    auto text = body.dump();
    if (text.size() > settings_bytes_max || !std::ranges::all_of(body, is_plain))
        co_return http::error_response(model::refusal(model::error::invalid_request));
    auto keep = [&use, id = who->id, text = std::move(text)] {
        use.record.keep_settings(id, text);
    };
    co_await async::on_threads(use.threads, std::move(keep));
    co_return http::empty_response();
}

}  // namespace rejoinder::routes
