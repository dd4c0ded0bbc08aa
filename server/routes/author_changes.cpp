#include "server/routes/author_changes.hpp"

#include "server/async/on_threads.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/intake/validator.hpp"
#include "server/model/time.hpp"
#include "server/privacy/tokens.hpp"
#include "server/publish/outbox_relay.hpp"
#include "server/routes/edited_text.hpp"
#include "server/routes/words.hpp"
#include "server/storage/async_store.hpp"

#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using model::comment_state;

constexpr std::int64_t revisions_max = 50;  ///< Then a comment has been changed often enough.
constexpr std::chrono::seconds soon{1};

/// What is in the way of an edit, if anything.
std::optional<model::refusal> hindrance(
    const model::comment& before,
    const std::string& text,
    std::int64_t expected_revision,
    const services& use)
{
    const std::size_t text_max = use.validator.settings().text_max;
    if (auto fault = words_fault("text", text, {1, text_max}, "A comment needs a text."))
        return model::refusal(model::error::invalid_comment, {std::move(*fault)});
    const auto* const site = use.sites.find(before.story.site);
    const bool may_be =
        before.state == comment_state::published || before.state == comment_state::pending;
    if (!site || !may_be || model::now() > editable_until(before, *site))
        return model::refusal(model::error::edit_window_over);
    if (before.revision != expected_revision)
        return model::refusal(model::error::revision_conflict);
    if (before.revision >= revisions_max)
        return model::refusal(model::error::too_many_requests);
    return std::nullopt;
}

/// Judges the edit and keeps it unless it is rejected. Blocking.
model::result<text_change> apply(
    const services& use,
    const model::comment& before,
    storage::comment_edit edit)
{
    using moderation::verdict_kind;
    edit = judged_edit(use, before, std::move(edit));
    text_change change;
    change.found = edit.verdict.found;
    const auto kind = edit.verdict.kind;
    change.rejected = kind == verdict_kind::reject || kind == verdict_kind::spam;
    if (change.rejected) {
        change.comment = before;
        return change;
    }
    if (kind == verdict_kind::hold)
        edit.state = comment_state::pending;
    const storage::acting_moderator author{{}, "author"};
    if (use.record.edit(edit, author).status != model::decision_status::done)
        return model::refusal(model::error::revision_conflict);
    auto now = use.record.find_comment(before.id);
    if (!now)
        return model::refusal(model::error::comment_not_found);
    change.comment = std::move(*now);
    return change;
}

}  // namespace

model::timestamp editable_until(const model::comment& comment, const intake::site& site)
{
    return comment.created_at + site.edit_window;
}

awaitable<model::result<model::comment>> own_comment(
    model::comment_id id,
    std::string token,
    const services& use)
{
    if (!model::is_uuid(id.str()))
        co_return model::refusal(model::error::comment_not_found);
    if (!use.tokens.is_author(id, token))
        co_return model::refusal(model::error::author_token_wrong);
    auto comment = co_await use.store.find_comment(id);
    if (!comment)
        co_return model::refusal(model::error::not_stored_yet, soon);
    co_return std::move(*comment);
}

awaitable<void> withdraw(model::comment_id id, storage::withdrawal how, const services& use)
{
    auto work = [&use, id = std::move(id), how] {
        return use.record.withdraw(id, how);
    };
    co_await async::on_threads(use.threads, std::move(work));
    use.relay.notify();
}

awaitable<model::result<text_change>> change_text(
    model::comment before,
    std::string text,
    std::int64_t expected_revision,
    const services& use)
{
    text = intake::tidy(text);
    if (auto hindered = hindrance(before, text, expected_revision, use))
        co_return std::move(*hindered);
    storage::comment_edit edit;
    edit.comment = before.id;
    edit.expected_revision = expected_revision;
    edit.text = std::move(text);
    edit.batch = model::new_uuid();
    auto work = [&use, &before, edit = std::move(edit)] {
        return apply(use, before, edit);
    };
    auto change = co_await async::on_threads(use.threads, std::move(work));
    if (change.has_value() && !change->rejected)
        use.relay.notify();
    co_return change;
}

}  // namespace rejoinder::routes
