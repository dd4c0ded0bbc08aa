#include "server/privacy/email_sealer.hpp"

#include "server/privacy/sealed_text.hpp"

#include <utility>

namespace rejoinder::privacy {

email_sealer::email_sealer(const key_ring& keys)
    : keys_(keys)
{
}

model::sealed_email email_sealer::seal(const private_email& address) const
{
    return {seal_text(keys_, key_purpose::seal_email, address.reveal_private_address())};
}

std::optional<private_email> email_sealer::open(const model::sealed_email& sealed) const
{
    auto address = open_text(keys_, key_purpose::seal_email, sealed.text);
    if (!address)
        return std::nullopt;
    return private_email(std::move(*address));
}

}  // namespace rejoinder::privacy
