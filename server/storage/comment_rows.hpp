#pragma once

#include "server/model/comment.hpp"
#include "server/storage/sql_statement.hpp"

#include <span>
#include <string>

namespace rejoinder::storage {

/// The columns of a comment in a SELECT, and how a row becomes a model::comment.
///
/// The SELECT says `FROM comment c JOIN author a ON a.pseudonym = c.author`, or gives a subquery
/// that has all columns of comment the name c.
class comment_columns {
public:
    /// What to write after SELECT.
    static std::string list();

    /// Adds the columns to the statement, which must outlive this.
    explicit comment_columns(sql_statement& select);

    /// The comment of the present row, without its findings. Throws storage_failure for a state
    /// that this program does not know.
    model::comment read() const;

    /// The top-level ancestor, or the comment itself.
    const std::string& root() const noexcept { return root_.value; }

private:
    const text_column& id_;
    const text_column& site_;
    const text_column& story_;
    const text_column& parent_;
    const text_column& root_;
    const text_column& author_name_;
    const text_column& author_website_;
    const text_column& author_;
    const text_column& avatar_;
    const text_column& text_;
    const text_column& state_;
    const integer_column& revision_;
    const integer_column& created_at_;
    const integer_column& edited_at_;
    const integer_column& likes_;
    const text_column& verdict_;
    const real_column& score_;
    const text_column& rule_set_;
};

/// Brings each comment its findings, all by one question for every 500 comments.
void attach_findings(soci::session& session, std::span<model::comment* const> comments);

/// The comments with these ids, in no order; those that are not there are left out.
std::vector<model::comment> read_comments(soci::session& session, std::span<const std::string> ids);

}  // namespace rejoinder::storage
