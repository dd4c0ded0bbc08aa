#pragma once

#include "server/intake/comment_form.hpp"
#include "server/intake/site.hpp"
#include "server/model/result.hpp"
#include "server/model/story.hpp"
#include "server/model/submission.hpp"
#include "server/privacy/email_sealer.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/privacy/tokens.hpp"

#include <boost/asio/ip/address.hpp>

#include <chrono>
#include <string>

namespace rejoinder::intake {

/// The "intake" section of config/rejoinder.json. Lengths in code points where not said otherwise.
struct intake_settings {
    std::size_t name_max = 80;
    std::size_t website_bytes_max = 200;
    std::size_t text_max = 10'000;
    std::size_t title_max = 300;
    std::size_t story_id_bytes_max = 200;
    std::size_t url_bytes_max = 2'000;
    std::chrono::hours form_token_lifetime{48};
    std::chrono::hours form_token_stale{24};  ///< Older is a sign of a program, and no error.
    std::chrono::milliseconds form_token_fresh{3'000};  ///< Likewise younger.
};

/// What the request says beside the form.
struct arrival {
    const site* to = nullptr;  ///< Never null when given to the validator.
    model::story_id story;
    model::story_state state = model::story_state::open;
    boost::asio::ip::address client;
    std::string own_origin;       ///< How the client reached this server.
    std::string idempotency_key;  ///< The client's header; empty when it sent none.
};

/// A submission ready for the queue, and what makes a retry of it the same submission.
struct accepted {
    model::submission submission;
    std::string same_as;         ///< Keyed hash over site, story, author and the client's key.
    std::string content_digest;  ///< Keyed hash over what was written.
    std::chrono::seconds keep{24 * 60 * 60};
    std::string form_use;                   ///< Keyed hash of the form's token; empty without one.
    std::chrono::seconds form_use_keep{0};  ///< How long that token would be good.
};

/// Turns a form into a submission, or says everything that is wrong with it at once.
///
/// The address is sealed and masked here: nothing behind this call ever sees it in the clear.
class validator {
public:
    /// The key ring's users belong to the application and outlive the validator.
    validator(
        intake_settings settings,
        const privacy::email_sealer& sealer,
        const privacy::pseudonyms& hashes,
        const privacy::tokens& tokens);

    /// Refuses with story_closed, or invalid_comment with one error per field.
    model::result<accepted> accept(comment_form form, const arrival& with) const;

    const intake_settings& settings() const noexcept { return settings_; }

private:
    intake_settings settings_;
    const privacy::email_sealer& sealer_;
    const privacy::pseudonyms& hashes_;
    const privacy::tokens& tokens_;
};

}  // namespace rejoinder::intake
