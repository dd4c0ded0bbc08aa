#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::storage {

/// The few places where engines differ. Everything else is one text of SQL.
class dialect {
public:
    virtual ~dialect() = default;

    /// How a transaction that will write begins: it must not find out at its first write that
    /// somebody else was quicker.
    virtual std::string_view begin_change() const noexcept = 0;

    /// How a transaction begins that only reads and sees one moment.
    virtual std::string_view begin_reading() const noexcept = 0;

    /// A column that numbers its rows, ever increasing, never reusing a number.
    virtual std::string_view identity() const noexcept = 0;

    /// The statements that keep an index of the words in comments' names and texts.
    virtual std::vector<std::string> full_text() const = 0;
    virtual std::vector<std::string> drop_full_text() const = 0;

    /// The statements that keep waiting_reason: for each comment that is pending, each reason that
    /// a finding of it has.
    virtual std::vector<std::string> waiting_reasons() const = 0;

    /// A condition on the comment c with one placeholder, which full_text_query() fills: quick
    /// where the comments that have the words are few, or asked one by one.
    virtual std::string_view is_one_with_words() const noexcept = 0;
    virtual std::string_view has_words() const noexcept = 0;

    /// A query for how many have the words, with a second placeholder for how far to count.
    virtual std::string_view count_with_words() const noexcept = 0;

    /// For texts with all of these words, or words that begin so. Whatever was typed is a word.
    virtual std::string full_text_query(std::string_view words) const = 0;

    /// A query for table and column of all that holds text.
    virtual std::string_view text_columns() const noexcept = 0;
};

std::unique_ptr<const dialect> make_sqlite_dialect();

}  // namespace rejoinder::storage
