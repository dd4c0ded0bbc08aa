#include "server/rules/judge_edited.hpp"

#include "moderation/engine.hpp"
#include "server/rules/replay_source.hpp"

namespace rejoinder::rules {

moderation::verdict judge_edited(
    storage::store& record,
    const moderation::engine& engine,
    const model::comment& before,
    const std::string& text)
{
    auto comment = replayed(record, before.id);
    if (!comment) {
        auto verdict = before.verdict;
        verdict.found.clear();
        return verdict;
    }
    comment->stored.comment.text = text;
    return engine.judge(comment->input());
}

}  // namespace rejoinder::rules
