#include "server/routes/proved_author.hpp"

#include "server/privacy/tokens.hpp"
#include "server/storage/async_store.hpp"

namespace rejoinder::routes {

awaitable<std::optional<model::pseudonym>> proved_author(
    model::comment_id comment,
    std::string token,
    const services& use)
{
    if (token.empty() || !model::is_uuid(comment.str()) || !use.tokens.is_author(comment, token))
        co_return std::nullopt;
    const auto found = co_await use.store.find_comment(comment);
    co_return found ? std::optional(found->author) : std::nullopt;
}

}  // namespace rejoinder::routes
