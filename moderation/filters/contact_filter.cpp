#include "moderation/filters/contact_filter.hpp"

#include "moderation/text/find_email_addresses.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/find_street_addresses.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/numbers.hpp"

#include <algorithm>

namespace rejoinder::moderation {

namespace {

/// Numbers in links are ids, not telephones.
bool in_link(const comment_view& comment, const text_span& span)
{
    return std::any_of(comment.links.begin(), comment.links.end(), [&](const link& link) {
        return link.span.begin < span.end && span.begin < link.span.end;
    });
}

const char* name_of(number_kind kind)
{
    switch (kind) {
    case number_kind::telephone_number:
        return "telephone_number";
    case number_kind::iban:
        return "iban";
    case number_kind::card_number:
        return "card_number";
    }
    return "";
}

}  // namespace

contact_filter::contact_filter(contact_settings settings)
    : settings_(settings)
{
}

bool contact_filter::is_wanted(number_kind kind) const
{
    switch (kind) {
    case number_kind::telephone_number:
        return settings_.telephone_numbers;
    case number_kind::iban:
        return settings_.ibans;
    case number_kind::card_number:
        return settings_.card_numbers;
    }
    return false;
}

findings contact_filter::inspect(const comment_view& comment) const
{
    findings found;
    const auto& folded = comment.folded_text_body;
    const auto original = [&](std::size_t begin, std::size_t end) {
        return folded.original_span(folded.unit_at(begin), folded.unit_at(end - 1));
    };

    if (settings_.email_addresses)
        for (const auto& [begin, end] : find_email_addresses(folded.text()))
            found.push_back(
                {.reason = reason::contact_data,
                 .span = original(begin, end),
                 .detail = "email_address"});

    if (settings_.street_addresses)
        for (const auto& [begin, end] : find_street_addresses(folded.text()))
            if (const auto span = original(begin, end); !in_link(comment, span))
                found.push_back(
                    {.reason = reason::contact_data, .span = span, .detail = "street_address"});

    for (const auto& [kind, begin, end] : find_numbers(folded.text())) {
        const auto span = original(begin, end);
        if (is_wanted(kind) && !in_link(comment, span))
            found.push_back(
                {.reason = reason::contact_data, .span = span, .detail = name_of(kind)});
    }
    return found;
}

}  // namespace rejoinder::moderation
