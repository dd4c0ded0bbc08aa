#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::model {

/// What a reader complains of.
enum class report_reason { offensive, abusive, spam, illegal, other };

std::string_view to_string(report_reason reason) noexcept;
std::optional<report_reason> report_reason_from(std::string_view text) noexcept;

/// What a moderator's decision on the comment made of a report of it.
enum class report_outcome {
    open,      ///< No moderator has decided since.
    upheld,    ///< The comment was rejected or is spam.
    dismissed  ///< It was approved.
};

std::string_view to_string(report_outcome outcome) noexcept;
std::optional<report_outcome> report_outcome_from(std::string_view text) noexcept;

/// A reader's complaint about a published comment. Each reader has one for a comment.
struct report {
    std::string id;  ///< UUIDv7.
    comment_id comment;
    /// Pseudonym of an author proved by token, or else of the client's network address: of
    /// somebody who is no author nothing more is known, and the latter expires.
    std::string reporter;
    report_reason reason = report_reason::other;
    std::string text;  ///< In the reader's words, at most 1,000 code points; may be empty.
    timestamp at;
    report_outcome outcome = report_outcome::open;
};

/// How a reader's earlier reports ended.
struct reporter_record {
    std::int64_t upheld = 0;
    std::int64_t dismissed = 0;
};

}  // namespace rejoinder::model
