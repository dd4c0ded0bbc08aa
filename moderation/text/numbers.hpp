#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

enum class number_kind { telephone_number, iban, card_number };

/// A number by which somebody can be reached or robbed: bytes [begin, end) of the text.
struct found_number {
    number_kind kind = number_kind::telephone_number;
    std::size_t begin = 0;
    std::size_t end = 0;
};

inline constexpr std::size_t numbers_found_max = 50;

/// Finds telephone numbers, IBANs and card numbers in folded text (lower case, ASCII digits, single
/// blanks).
///
/// IBANs and card numbers are proved by their checksums. A telephone number is recognised by how
/// people write it: +country, 00country, a leading 0 of a national number, or the American
/// groups of 3-3-4. Dates, prices, years, counts and decimals are none.
std::vector<found_number> find_numbers(std::string_view folded);

}  // namespace rejoinder::moderation
