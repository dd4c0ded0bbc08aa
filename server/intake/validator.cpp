#include "server/intake/validator.hpp"

#include "server/intake/email_address.hpp"
#include "server/intake/field_checks.hpp"
#include "server/intake/mask_address.hpp"
#include "server/intake/unicode_text.hpp"

#include <optional>
#include <utility>

namespace rejoinder::intake {

namespace {

/// Without a key of the client's own, a double click is recognised for this long.
constexpr std::chrono::seconds same_content_window{600};

privacy::private_email tidied(const privacy::private_email& given)
{
    return privacy::private_email(tidy(given.reveal_private_address()));
}

void refuse_email(const privacy::private_email& given, field_checks& checks)
{
    if (given.reveal_private_address().empty())
        checks.wrong("email", "required", "Please give an e-mail address.");
    else
        checks.wrong("email", "invalid", "This is no e-mail address.");
}

moderation::form_token_state state_of(
    const std::optional<std::chrono::milliseconds>& age,
    const intake_settings& settings)
{
    using enum moderation::form_token_state;
    if (!age)
        return missing;
    if (*age < settings.form_token_fresh)
        return too_fresh;
    return *age > settings.form_token_stale ? stale : good;
}

/// Takes the author's own address out of whatever else was sent. Returns whether the author wrote
/// it somewhere; the story's URL is the page's.
bool mask_everywhere(comment_form& form, const privacy::private_email& address)
{
    bool masked = false;
    for (auto* field : {&form.text, &form.name, &form.story_title})
        masked = mask_address(*field, address) || masked;
    if (url_holds_address(form.website, address)) {
        masked = true;
        form.website.clear();  // A masked link leads nowhere.
    }
    remove_address(form.story_url, address);
    return masked;
}

}  // namespace

validator::validator(
    intake_settings settings,
    const privacy::email_sealer& sealer,
    const privacy::pseudonyms& hashes,
    const privacy::tokens& tokens)
    : settings_(settings),
      sealer_(sealer),
      hashes_(hashes),
      tokens_(tokens)
{
}

model::result<accepted> validator::accept(comment_form form, const arrival& with) const
{
    if (with.state == model::story_state::closed)
        return model::refusal(model::error::story_closed);

    const auto now = model::now();
    const model::story_key story{with.to->id, with.story};
    field_checks checks(settings_);
    const auto typed = tidied(form.email);
    auto email = parse_email(typed.reveal_private_address());
    // Before the lengths are checked: what takes the address's place may be longer.
    const bool masked = email && mask_everywhere(form, email->address);
    checks.name(form.name);
    if (!email)
        refuse_email(typed, checks);
    checks.website(form.website);
    checks.text(form.text);
    checks.parent(form.parent);
    checks.story_id(with.story.str());
    checks.story_url(form.story_url, *with.to, with.own_origin);
    checks.story_title(form.story_title);
    const auto published_at = checks.story_published_at(form.story_published_at, now);
    const auto token_age = tokens_.form_age(story, form.form_token, now);
    if (!form.form_token.empty() && !token_age)
        checks.wrong("form_token", "invalid", "Please reload the page and try again.");
    else if (token_age && *token_age > settings_.form_token_lifetime)
        checks.wrong("form_token", "expired", "Please reload the page and try again.");
    if (!checks.errors().empty())
        return model::refusal(model::error::invalid_comment, checks.errors());

    accepted made;
    auto& submission = made.submission;
    submission.author.email = sealer_.seal(email->address);
    submission.author.known_as = hashes_.of_author(email->address);
    submission.author.email_domain = std::move(email->domain);
    submission.own_address_masked = masked;
    submission.form.honeypot_filled = !form.topic.empty();
    submission.form.token = state_of(token_age, settings_);
    if (token_age) {
        made.form_use = hashes_.of_parts({"form", form.form_token});
        made.form_use_keep = settings_.form_token_lifetime;
    }

    submission.id = model::new_comment_id();
    submission.story = story;
    submission.story_url = std::move(form.story_url);
    submission.story_title = std::move(form.story_title);
    submission.story_published_at = published_at;
    if (!form.parent.empty())
        submission.parent = model::comment_id(form.parent);
    submission.author.name = std::move(form.name);
    submission.author.website = std::move(form.website);
    submission.text = std::move(form.text);
    submission.client = hashes_.of_client(with.client);
    submission.network = hashes_.of_network(with.client);
    submission.submitted_at = now;

    made.content_digest = hashes_.of_parts(
        {submission.author.name, submission.author.website, submission.text, form.parent});
    const auto& key = with.idempotency_key.empty() ? made.content_digest : with.idempotency_key;
    made.same_as = hashes_.of_parts(
        {story.site.str(), story.story.str(), submission.author.known_as.str(), key});
    if (with.idempotency_key.empty())
        made.keep = same_content_window;
    return made;
}

}  // namespace rejoinder::intake
