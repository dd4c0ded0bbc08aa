#pragma once

#include "server/storage/store.hpp"
#include "tests/support/sample_submission.hpp"

#include <initializer_list>
#include <utility>
#include <vector>

namespace rejoinder::tests {

using moderation::verdict_kind;

inline model::story_key sample_key()
{
    return {model::site_id("demo"), model::story_id("bridge")};
}

/// The n-th sample submission with a verdict and nothing found.
inline storage::judged_submission judged(
    int number,
    verdict_kind kind = verdict_kind::publish,
    int parent = 0)
{
    storage::judged_submission made;
    made.submission = sample_submission(number);
    if (parent != 0)
        made.submission.parent = sample_id(parent);
    made.verdict.kind = kind;
    made.verdict.rule_set = "rules-1";
    return made;
}

inline moderation::finding sample_finding(
    moderation::reason reason = moderation::reason::suspect_word)
{
    moderation::finding found;
    found.reason = reason;
    found.field = moderation::comment_field::text;
    found.span = {3, 9};
    found.detail = "entry";
    found.filter = "wordlist";
    found.weight = 1.5;
    return found;
}

inline std::size_t add(storage::store& store, const std::vector<storage::judged_submission>& batch)
{
    return store.add(batch);
}

/// Numbers of sample comments, in the order listed.
inline std::vector<int> numbers(const std::vector<model::comment>& comments)
{
    std::vector<int> all;
    for (const auto& comment : comments)
        all.push_back(std::stoi(comment.id.str().substr(24)));
    return all;
}

inline storage::acting_moderator acting_mo()
{
    return {model::moderator_id("0192f0c1-0000-7000-9000-000000000001"), "Mo"};
}

/// Takes one decision of a moderator called Mo.
inline model::decision_outcome decide(
    storage::store& store,
    int number,
    model::decision_action action,
    std::int64_t expected_revision = 1,
    const std::string& reason = "",
    const std::string& batch = "")
{
    const std::vector<model::decision> decisions = {
        {sample_id(number), expected_revision, action, reason}};
    return store.decide(decisions, acting_mo(), batch).at(0);
}

/// The first page of the sample story.
inline storage::list_request first_page()
{
    storage::list_request request;
    request.story = sample_key();
    return request;
}

inline std::vector<model::comment> published(storage::store& store)
{
    return store.list_published(first_page()).value().comments;
}

}  // namespace rejoinder::tests
