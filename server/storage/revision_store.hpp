#pragma once

#include "moderation/verdict.hpp"
#include "server/model/comment.hpp"
#include "server/model/decision.hpp"
#include "server/model/ids.hpp"
#include "server/model/sealed_email.hpp"
#include "server/model/time.hpp"
#include "server/storage/acting_moderator.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// Another text for a comment, judged already.
struct comment_edit {
    model::comment_id comment;
    std::int64_t expected_revision = 0;
    std::string text;
    moderation::verdict verdict;  ///< Of this text.
    std::string reason;           ///< Why, for the event; may be empty.
    std::string batch;            ///< A fresh UUID, by which it is taken back.
    std::string undoes = {};      ///< Batch of the edit that this one takes back; empty: none.
    std::optional<model::comment_state> state = {};  ///< Which the comment then has; absent: as is.
};

/// How an author takes a comment back: its text is kept for the newsroom and shown to no reader; or
/// name, address and text are gone for good, from the search and from earlier revisions too.
enum class withdrawal { keep, erase };

/// A text that a comment had before somebody changed it.
struct text_revision {
    std::int64_t revision = 0;  ///< The last that had it.
    std::string text;
    std::string by;
    std::string reason;
    bool undone = false;  ///< The change was taken back.
    model::timestamp at;  ///< Of the change.
};

/// An edit as one looks for it to take it back.
struct found_edit {
    model::comment_id comment;
    std::string text_before;
    model::timestamp at;
    bool standing = false;  ///< The comment's text is what this edit made of it.
};

/// Texts that moderators and authors change. Blocking, as all of the record; see store.
class revision_store {
public:
    virtual ~revision_store() = default;

    /// Keeps the text from before, gives the comment the new one with its findings and an event.
    /// Withdrawn and erased comments are not allowed; taking back an edit that does not stand is a
    /// conflict.
    virtual model::decision_outcome edit(const comment_edit& edit, const acting_moderator& by) = 0;

    /// What the author takes back is withdrawn or erased, with an event. Done again, it changes
    /// nothing; what is withdrawn can still be erased, and nothing comes back.
    virtual model::decision_outcome withdraw(const model::comment_id& id, withdrawal how) = 0;

    /// The edit of this batch, if there is one.
    virtual std::optional<found_edit> find_edit(const std::string& batch) = 0;

    /// The address that a comment came with, for masking it in a new text.
    virtual std::optional<model::sealed_email> sealed_email_of(const model::comment_id& id) = 0;

    /// Oldest first.
    virtual std::vector<text_revision> revisions_of(const model::comment_id& id) = 0;
};

}  // namespace rejoinder::storage
