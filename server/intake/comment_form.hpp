#pragma once

#include "server/model/result.hpp"
#include "server/privacy/private_email.hpp"

#include <string>
#include <string_view>

namespace rejoinder::intake {

/// The fields of a comment as they came, not yet checked; empty where absent. The address is
/// already in its wrapper.
struct comment_form {
    std::string name;
    privacy::private_email email{std::string()};
    std::string website;
    std::string text;
    std::string parent;
    std::string story_url;
    std::string story_title;
    std::string story_published_at;
    std::string form_token;
    std::string topic;         ///< Of a field that people do not see: who fills it in is a program.
    std::string author_of;     ///< A comment that the author wrote before, and …
    std::string author_token;  ///< … the token that proves it.
    std::string redirect_to;   ///< Of HTML forms: where to continue.
};

/// From JSON (the `post` body of the API). Refuses what is no object with invalid_request, and a
/// field of another type than text with invalid_comment naming it. Unknown fields are ignored.
model::result<comment_form> read_json_form(std::string_view body);

/// From application/x-www-form-urlencoded, under our names or WordPress' (author, email, url,
/// comment, comment_parent, redirect_to).
model::result<comment_form> read_html_form(std::string_view body);

}  // namespace rejoinder::intake
