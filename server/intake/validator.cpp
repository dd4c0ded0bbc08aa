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

std::optional<parsed_email> check_email(const privacy::private_email& given, field_checks& checks)
{
    const auto typed = tidy(given.reveal_private_address());
    if (typed.empty()) {
        checks.wrong("email", "required", "Please give an e-mail address.");
        return std::nullopt;
    }
    auto parsed = parse_email(typed);
    if (!parsed)
        checks.wrong("email", "invalid", "This is no e-mail address.");
    return parsed;
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
    checks.name(form.name);
    auto email = check_email(form.email, checks);
    checks.website(form.website);
    checks.text(form.text);
    checks.parent(form.parent);
    checks.story_id(with.story.str());
    checks.story_url(form.story_url, *with.to, with.own_origin);
    checks.story_title(form.story_title);
    if (!form.form_token.empty()) {
        const auto age = tokens_.form_age(story, form.form_token, now);
        if (!age)
            checks.wrong("form_token", "invalid", "Please reload the page and try again.");
        else if (*age > settings_.form_token_lifetime)
            checks.wrong("form_token", "expired", "Please reload the page and try again.");
    }
    if (!checks.errors().empty())
        return model::refusal(model::error::invalid_comment, checks.errors());

    const privacy::private_email address(std::move(email->address));
    accepted made;
    auto& submission = made.submission;
    submission.author.email = sealer_.seal(address);
    submission.author.known_as = hashes_.of_author(address);
    submission.author.email_domain = std::move(email->domain);
    for (auto* field : {&form.text, &form.name, &form.story_title})
        submission.own_address_masked =
            mask_address(*field, address) || submission.own_address_masked;
    if (mask_address(form.website, address)) {
        submission.own_address_masked = true;
        form.website.clear();  // A masked link leads nowhere.
    }

    submission.id = model::new_comment_id();
    submission.story = story;
    submission.story_url = std::move(form.story_url);
    submission.story_title = std::move(form.story_title);
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
