#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::model {

/// Every refusal a client can meet. What the environment does to us (Redis gone, disk full) is an
/// exception and not in this list, except where it is answered on purpose as
/// temporarily_unavailable.
enum class error {
    invalid_request = 1,      ///< The body or a parameter cannot be read at all.
    invalid_comment,          ///< Fields are wrong; `fields` names each.
    site_not_found,           ///< No such site is configured.
    story_not_found,          ///< The desk named a story nobody has commented on.
    author_not_found,         ///< Nobody has commented under this pseudonym.
    undo_not_found,           ///< No such decisions, or none that can still be taken back.
    ban_not_found,            ///< No such ban, or one that is lifted already.
    invalid_note,             ///< Fields of a note or a reason are wrong; `fields` names each.
    invalid_report,           ///< Fields of a report are wrong; `fields` names each.
    comment_not_found,        ///< No such comment, or none the asker may see.
    story_closed,             ///< The story takes no more comments.
    origin_not_allowed,       ///< A browser page that the site does not list asked.
    too_many_comments,        ///< A rate limit of the submit script; `retry_after` says when.
    too_many_requests,        ///< Any other rate limit.
    idempotency_key_reused,   ///< The key was used before with different content.
    temporarily_unavailable,  ///< Redis is away or the queue is full; `retry_after` is set.
    not_signed_in,            ///< The desk needs a session.
    wrong_credentials,        ///< Name, password or code is wrong; which one is not said.
    second_factor_required,   ///< Name and password are right; the second factor is missing.
    password_wrong,           ///< Who is signed in gave a wrong password of their own.
    code_wrong,               ///< The code does not prove the second factor that is proposed.
    invalid_account,          ///< Fields of an account are wrong; `fields` names each.
    invitation_not_found,     ///< No such invitation, or one that is used or too old.
    moderator_not_found,
    session_not_found,
    token_not_found,
    last_admin,          ///< Nobody would be left who may administer.
    csrf_token_wrong,    ///< A desk request that changes state lacks its token.
    not_allowed,         ///< The moderator's role does not include this.
    revision_conflict,   ///< Somebody else changed the comment meanwhile.
    payload_too_large,   ///< The body exceeds its limit.
    rules_not_found,     ///< No such version of the rules is kept.
    rules_kept_in_file,  ///< The rules are changed in their file.
    invalid_rules,       ///< A rule set is wrong; `fields` names each key or line.
    backtest_not_found,
    unsupported_media_type,  ///< Neither JSON nor an HTML form.
    author_token_wrong,      ///< The token is missing, or is not the one this comment's author has.
    not_stored_yet,          ///< The comment is still in the queue; `retry_after` is set.
    edit_window_over,  ///< The comment's author could change it for a time, and no longer can.
    edit_rejected,     ///< The filters refuse the new text; the comment stays as it was.
};

/// The stable code of the API, such as "story_closed".
std::string_view to_string(error code) noexcept;

/// What is wrong with one field of a form. The codes are stable; the widget translates them.
struct field_error {
    std::string field;    ///< Name in the API: "name", "email", "text" …
    std::string code;     ///< "required", "too_long", "too_short", "invalid", "not_allowed" …
    std::string message;  ///< English, for people without the widget. Never repeats the input.

    friend bool operator==(const field_error&, const field_error&) = default;
};

/// A refusal is a value: it is answered to the client, and nothing is logged as a failure.
struct refusal {
    refusal() = default;  // boost::system::result::error() wants one to give back for no error.
    refusal(
        error code_)  // NOLINT(google-explicit-constructor): reads as `return error::story_closed`.
        : code(code_)
    {
    }
    refusal(error code_, std::vector<field_error> fields_)
        : code(code_),
          fields(std::move(fields_))
    {
    }
    refusal(error code_, std::chrono::seconds retry_after_)
        : code(code_),
          retry_after(retry_after_)
    {
    }

    error code = error::invalid_request;
    std::vector<field_error> fields;
    std::optional<std::chrono::seconds> retry_after;
};

}  // namespace rejoinder::model
