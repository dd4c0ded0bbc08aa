#include "server/routes/edited_text.hpp"

#include "server/intake/mask_address.hpp"
#include "server/privacy/email_sealer.hpp"
#include "server/rules/judge_edited.hpp"
#include "server/rules/rules_keeper.hpp"
#include "server/storage/store.hpp"

namespace rejoinder::routes {

storage::comment_edit judged_edit(
    const services& use,
    const model::comment& before,
    storage::comment_edit edit)
{
    const auto sealed = use.record.sealed_email_of(before.id);
    if (const auto address = sealed ? use.sealer.open(*sealed) : std::nullopt)
        intake::mask_address(edit.text, *address);
    const auto& engine = *use.rules.current().engine;
    edit.verdict = rules::judge_edited(use.record, engine, before, edit.text);
    return edit;
}

}  // namespace rejoinder::routes
