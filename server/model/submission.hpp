#pragma once

#include "moderation/comment_view.hpp"
#include "server/model/ids.hpp"
#include "server/model/sealed_email.hpp"
#include "server/model/time.hpp"

#include <optional>
#include <string>

namespace rejoinder::model {

/// Who wrote, as far as anything behind intake may know.
struct author {
    std::string name;
    std::string website;  ///< Empty when none was given; http or https.
    pseudonym known_as;
    sealed_email email;
    std::string email_domain;  ///< Lower case, for the filters; never shown.
};

/// Whether the writer proved to be the author of an earlier comment by its author token. Trust in a
/// returning author rests on this and never on a typed address.
enum class author_proof { none, author_token };

/// A validated comment on its way through the queue. Holds no address in the clear: intake sealed
/// it and masked it in every field.
struct submission {
    comment_id id;
    story_key story;
    std::string story_url;
    std::string story_title;
    std::optional<timestamp> story_published_at = {};  ///< By the word of the page.
    std::optional<comment_id> parent;
    model::author author;
    author_proof proof = author_proof::none;
    std::string text;  ///< As typed, valid UTF-8 without NUL, 1 to 10,000 code points.
    moderation::form_signs form = {};  ///< What the form tells of who filled it in.
    bool own_address_masked = false;   ///< Intake replaced the author's own address in a field.
    client_pseudonym client;           ///< Keyed hash of the client's address.
    client_pseudonym network;          ///< Keyed hash of its /24 or /48.
    timestamp submitted_at;
};

}  // namespace rejoinder::model
