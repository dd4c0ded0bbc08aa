#pragma once

#include "server/model/result.hpp"
#include "server/model/time.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rejoinder::storage {

/// What the audit log lists, newest first. Empty fields do not filter.
struct log_request {
    std::vector<std::string> sites;  ///< Only what concerns these.
    std::string actor;               ///< A name: a moderator's, "filters" or "author".
    std::vector<std::string> kinds;  ///< Empty: all but "judged".
    std::optional<model::timestamp> since;
    std::optional<model::timestamp> until;  ///< Not included.
    std::string cursor;
    int limit = 50;  ///< At least 1.
};

/// Something that somebody did. Fields that do not apply are empty.
struct log_entry {
    std::string id;  ///< Unique in the log.
    std::string kind;
    model::timestamp at;
    std::string by;
    std::string site;
    std::string story;
    std::string comment;
    std::string subject;  ///< An author's pseudonym, a rule set's version, an account's name.
    std::string from;     ///< States of the comment.
    std::string to;
    std::string story_state;
    std::string reason;
    std::string batch;
};

struct log_page {
    std::vector<log_entry> entries;
    std::string next;  ///< Empty on the last page.
};

struct statistics_request {
    std::vector<std::string> sites;  ///< Empty: all.
    model::timestamp since;
    model::timestamp until;                      ///< Not included.
    std::chrono::milliseconds step{86'400'000};  ///< Of a bucket; see steps_max.
    std::chrono::milliseconds zone{0};           ///< Local time is so much later than UTC.
};

/// Comments by what became of them at first, and decisions, in one span of time.
struct activity_bucket {
    model::timestamp at;  ///< Its beginning.
    std::int64_t submitted = 0;
    std::int64_t published = 0;  ///< At once.
    std::int64_t held = 0;
    std::int64_t spam = 0;
    std::int64_t rejected = 0;
    std::int64_t decided = 0;  ///< By moderators.
};

/// How a reason stands against what moderators decided.
struct reason_record {
    std::string reason;
    std::int64_t comments = 0;
    std::int64_t decided = 0;
    std::int64_t refused = 0;  ///< Of the decided: rejected or spam.
};

struct moderator_record {
    std::string name;
    std::int64_t approved = 0;
    std::int64_t rejected = 0;
    std::int64_t spam = 0;
    std::int64_t undone_by_others = 0;
};

struct statistics {
    std::vector<activity_bucket> series;  ///< Every step of the span.
    std::vector<reason_record> reasons;   ///< Of comments written in the span; most frequent first.
    std::vector<moderator_record> moderators;  ///< By name.
    std::int64_t waits = 0;                    ///< Comments that were decided after they waited.
    std::chrono::milliseconds wait_median{0};  ///< Until their decision.
    std::chrono::milliseconds wait_p90{0};
    std::int64_t twice_decided = 0;  ///< Decisions on what another moderator had decided before.
    std::int64_t agreed = 0;         ///< Of these, with the same outcome.
};

/// Steps of one series, at most.
inline constexpr std::int64_t steps_max = 2'400;

/// A look back at what was done. Blocking, as all of the record; see store.
class oversight_store {
public:
    virtual ~oversight_store() = default;

    /// Refuses a cursor that is none of its own with invalid_request.
    virtual model::result<log_page> list_log(const log_request& request) = 0;

    /// Refuses a span of more than steps_max steps, or of none, with invalid_request.
    virtual model::result<statistics> statistics_of(const statistics_request& request) = 0;
};

}  // namespace rejoinder::storage
