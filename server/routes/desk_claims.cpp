#include "server/routes/desk_claims.hpp"

#include "server/http/error_response.hpp"
#include "server/publish/claim_board.hpp"
#include "server/routes/desk_comments.hpp"
#include "server/routes/desk_session.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace rejoinder::routes {

awaitable<http::response> desk_claim(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change);
    if (who.has_error())
        co_return http::error_response(who.error());
    const auto comment = co_await comment_seen_by(*who, request, use);
    if (comment.has_error())
        co_return http::error_response(comment.error());
    publish::claim mine{who->id, who->name};
    auto& board = *use.cores[request.core].claims;
    const auto holder = co_await board.take(comment->id, comment->story, std::move(mine));
    const nlohmann::json body = {
        {"comment", comment->id.str()},
        {"by", holder.name},
        {"mine", holder.id == who->id},
    };
    co_return http::json_response(http::status::ok, body);
}

awaitable<http::response> desk_release(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change);
    if (who.has_error())
        co_return http::error_response(who.error());
    const auto comment = co_await comment_seen_by(*who, request, use);
    if (comment.has_error())
        co_return http::error_response(comment.error());
    publish::claim mine{who->id, who->name};
    co_await use.cores[request.core].claims->release(comment->id, comment->story, std::move(mine));
    co_return http::empty_response();
}

}  // namespace rejoinder::routes
