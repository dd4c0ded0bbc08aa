#include "server/routes/proofs.hpp"

#include "server/async/on_threads.hpp"
#include "server/auth/password.hpp"
#include "server/auth/recovery_codes.hpp"
#include "server/auth/totp.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/privacy/secret_sealer.hpp"
#include "server/storage/store.hpp"

#include <sodium.h>
#include <utility>

namespace rejoinder::routes {

auth::sign_in_attempt attempt_of(
    const http::request& request,
    const services& use,
    std::string_view name)
{
    auth::sign_in_attempt attempt;
    attempt.name_hash = use.hashes.of_parts({"sign-in", name});
    attempt.network_hash = use.hashes.of_network(request.client.reveal()).str();
    return attempt;
}

std::string recovery_hash(const services& use, const model::moderator_id& id, std::string_view code)
{
    return use.hashes.of_parts({"recovery-code", id.str(), code});
}

bool spend_code(const services& use, const model::moderator& who, std::string_view code)
{
    if (const auto recovery = auth::tidy_recovery_code(code); !recovery.empty())
        return use.record.spend_recovery_code(who.id, recovery_hash(use, who.id, recovery));
    std::string digits(code);
    std::erase(digits, ' ');
    auto secret = use.secrets.open(who.sealed_secret);
    if (!secret)
        return false;
    const auto step = auth::totp_step_of(*secret, digits, model::now());
    sodium_memzero(secret->data(), secret->size());
    return step && use.record.spend_step(who.id, *step);
}

awaitable<model::result<void>> require_password(
    const http::request& request,
    const services& use,
    const auth::signed_in& who,
    std::string password)
{
    auto& delays = *use.cores[request.core].delays;
    const auto attempt = attempt_of(request, use, who.name);
    if (const auto wait = co_await delays.begin(attempt))
        co_return model::refusal(model::error::too_many_requests, *wait);
    auto verify = [&use, id = who.id, password = std::move(password)] {
        const auto now = use.record.find_moderator(id);
        return now && password.size() <= auth::password_bytes_max &&
               auth::verify_password(now->password_hash, password);
    };
    if (!co_await async::on_threads(use.threads, std::move(verify)))
        co_return model::refusal(model::error::password_wrong);
    co_await delays.withdrawn(attempt);
    co_return model::result<void>();
}

}  // namespace rejoinder::routes
