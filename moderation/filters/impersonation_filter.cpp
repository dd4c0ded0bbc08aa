#include "moderation/filters/impersonation_filter.hpp"

#include "moderation/rule_set_error.hpp"
#include "moderation/text/name_letters.hpp"
#include "moderation/text/normalize.hpp"

namespace rejoinder::moderation {

namespace {

/// What a name may have beside what it claims.
constexpr const char* accompanying[] = {"the", "real", "official", "verified", "team", "staff"};

}  // namespace

impersonation_filter::impersonation_filter(const impersonation_settings& settings)
{
    for (const auto& name : settings.staff_names)
        add_part(name, name);
    for (const auto& role : settings.roles)
        add_part(role, role);
    for (const auto* word : accompanying)
        add_part(word, {});
}

void impersonation_filter::add_part(const std::string& name, const std::string& claimed)
{
    auto letters = letters_of(folded_text(name), name_reading::letters_only);
    if (letters.empty())
        throw rule_set_error("impersonation: \"" + name + "\" has no letters");
    parts_.push_back({std::move(letters), claimed});
}

/// Whether the letters are nothing but parts, one of which claims something: that one.
const impersonation_filter::part* impersonation_filter::claimed_by(
    std::u32string_view letters) const
{
    struct reached_place {
        bool reached = false;
        const part* claim = nullptr;
    };
    std::vector<reached_place> places(letters.size() + 1);
    places[0].reached = true;
    const auto go_on = [&](std::size_t at, std::size_t from) {
        for (const auto& next : parts_) {
            if (!letters.substr(at).starts_with(next.letters) || at + next.letters.size() <= from)
                continue;
            auto& place = places[at + next.letters.size()];
            place.reached = true;
            if (place.claim == nullptr)
                place.claim = places[from].claim;
            if (place.claim == nullptr && !next.name.empty())
                place.claim = &next;
        }
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (!places[at].reached)
            continue;
        go_on(at, at);
        if (at > 0)
            go_on(at - 1, at);  // "OfficialLovelace": of the same letter twice one is left.
    }
    return places.back().claim;
}

findings impersonation_filter::inspect(const comment_view& comment) const
{
    findings found;
    const auto note = [&](std::string detail) {
        found.push_back(
            {.reason = reason::impersonation,
             .field = comment_field::name,
             .span = {0, comment.name.size()},
             .detail = std::move(detail)});
    };
    for (const auto reading :
         {name_reading::letters_only, name_reading::inner_digits, name_reading::all_as_letters}) {
        if (const auto* claim = claimed_by(letters_of(comment.folded_name, reading))) {
            note(claim->name);
            break;
        }
    }
    if (comment.author.name_is_anothers)
        note("another_author");
    return found;
}

}  // namespace rejoinder::moderation
