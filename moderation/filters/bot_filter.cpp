#include "moderation/filters/bot_filter.hpp"

#include <stdexcept>

namespace rejoinder::moderation {

namespace {

findings found_in_token(form_token_state state)
{
    switch (state) {
    case form_token_state::not_checked:
    case form_token_state::good:
        return {};
    case form_token_state::missing:
        return {{.reason = reason::no_form_token, .detail = "missing"}};
    case form_token_state::invalid:
        return {{.reason = reason::no_form_token, .detail = "invalid"}};
    case form_token_state::too_fresh:
        return {{.reason = reason::form_too_fresh}};
    case form_token_state::stale:
        return {{.reason = reason::form_stale}};
    case form_token_state::replayed:
        return {{.reason = reason::form_replayed}};
    }
    throw std::logic_error("bot filter: a state of the form's token that nobody knows");
}

}  // namespace

findings bot_filter::inspect(const comment_view& comment) const
{
    auto found = found_in_token(comment.form.token);
    if (comment.form.honeypot_filled)
        found.push_back({.reason = reason::honeypot});
    return found;
}

}  // namespace rejoinder::moderation
