#pragma once

#include "moderation/filter.hpp"

namespace rejoinder::moderation {

enum class number_kind;

/// The "filters.contact" section.
struct contact_settings {
    bool email_addresses = true;
    bool telephone_numbers = true;
    bool ibans = true;             ///< Recognised by country, length and checksum.
    bool card_numbers = true;      ///< Recognised by issuer, length and checksum.
    bool street_addresses = true;  ///< A house number with a street.
};

/// Finds data by which somebody can be reached or robbed: somebody else's (doxing) or one's own
/// (an advertisement). The detail is "email_address", "telephone_number", "iban", "card_number" or
/// "street_address", never the thing itself.
class contact_filter final : public filter {
public:
    explicit contact_filter(contact_settings settings);

    std::string_view name() const noexcept override { return "contact"; }
    findings inspect(const comment_view& comment) const override;

private:
    bool is_wanted(number_kind kind) const;

    contact_settings settings_;
};

}  // namespace rejoinder::moderation
