#include "moderation/text/numbers.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace rejoinder::moderation {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// A run of digits as people group them: "+49 (0)30 1234-567".
struct digit_run {
    std::size_t begin = 0;  ///< With a leading + or bracket.
    std::size_t end = 0;
    std::string digits;
    std::string shape;  ///< Digits as 'd', everything else as it is.
    bool plus = false;
};

constexpr std::size_t digits_max = 32;  // longer than any of the numbers looked for

bool may_separate(char c)
{
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

/// Reads the run that begins at `at`, which is a digit, "+" or "(" before one.
digit_run read_run(std::string_view text, std::size_t at)
{
    digit_run run{.begin = at, .end = at, .digits = {}, .shape = {}};
    std::size_t separators = 0;
    for (auto i = at; i < text.size() && run.digits.size() <= digits_max; ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            run.digits += c;
            run.end = i + 1;
            separators = 0;
        } else if (c == '+' && i == at) {
            run.plus = true;
        } else if (!may_separate(c) || ++separators > 2) {
            break;
        }
        run.shape += is_digit(c) ? 'd' : c;
    }
    run.shape.resize(run.end - run.begin);
    return run;
}

bool passes_luhn(std::string_view digits)
{
    int sum = 0;
    bool twice = false;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it, twice = !twice) {
        const int value = (*it - '0') * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

int leading(std::string_view digits, std::size_t count)
{
    int value = 0;
    for (const char c : digits.substr(0, count))
        value = value * 10 + (c - '0');
    return value;
}

/// By issuer, length and checksum; groups may be set apart by blanks and hyphens only.
bool is_card(const digit_run& run)
{
    const auto length = run.digits.size();
    if (length < 13 || length > 19 || run.plus ||
        run.shape.find_first_not_of("d -") != std::string::npos)
        return false;
    const int two = leading(run.digits, 2);
    const int four = leading(run.digits, 4);
    const bool known =
        (run.digits[0] == '4' && (length == 13 || length == 16 || length == 19)) ||
        (((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) && length == 16) ||
        ((two == 34 || two == 37) && length == 15) ||
        ((four == 6011 || two == 64 || two == 65) && length >= 16) ||
        ((two == 36 || two == 38 || two == 30) && length == 14) || (two == 35 && length == 16) ||
        (two == 62 && length >= 16);
    // A number of one and the same digit passes the sum and belongs to nobody.
    return known && run.digits.find_first_not_of(run.digits[0]) != std::string::npos &&
           passes_luhn(run.digits);
}

/// 31.12.2024, 31/12/24, 2024-12-31, also with more digits behind (a time of day).
bool is_date(const digit_run& run)
{
    static constexpr std::string_view shapes[] = {
        "dd.dd.dddd",
        "dd/dd/dddd",
        "dd-dd-dddd",
        "dddd-dd-dd",
        "dddd/dd/dd",
        "dddd.dd.dd",
        "dd.dd.dd",
        "dd/dd/dd",
        "d.d.dddd",
        "d/d/dddd",
    };
    return std::any_of(std::begin(shapes), std::end(shapes), [&](std::string_view shape) {
        return run.shape.starts_with(shape) &&
               (run.shape.size() == shape.size() || run.shape[shape.size()] != 'd');
    });
}

bool is_american(const digit_run& run)
{
    static constexpr std::string_view shapes[] = {
        "(ddd) ddd-dddd",
        "(ddd)ddd-dddd",
        "(ddd) ddd dddd",
        "ddd-ddd-dddd",
        "ddd.ddd.dddd",
        "d-ddd-ddd-dddd",
        "d (ddd) ddd-dddd",
    };
    return std::find(std::begin(shapes), std::end(shapes), run.shape) != std::end(shapes);
}

bool is_telephone(const digit_run& run)
{
    const auto length = run.digits.size();
    if (is_date(run) || length > 17)
        return false;
    if (run.plus)
        return length >= 8 && length <= 16 && run.digits[0] != '0';
    if (is_american(run))
        return true;
    const auto first = run.shape.find('d');
    if (run.digits[0] != '0' || run.shape.substr(first + 1, 1) == ".")
        return false;
    if (run.digits.starts_with("00"))
        return length >= 11 && run.digits[2] != '0';
    return length >= 9 && length <= 12;
}

struct iban_country {
    std::string_view code;
    std::size_t length;
};

constexpr iban_country iban_countries[] = {
    {"ad", 24}, {"ae", 23}, {"al", 28}, {"at", 20}, {"az", 28}, {"ba", 20}, {"be", 16}, {"bg", 22},
    {"bh", 22}, {"br", 29}, {"by", 28}, {"ch", 21}, {"cr", 22}, {"cy", 28}, {"cz", 24}, {"de", 22},
    {"dk", 18}, {"do", 28}, {"ee", 20}, {"eg", 29}, {"es", 24}, {"fi", 18}, {"fo", 18}, {"fr", 27},
    {"gb", 22}, {"ge", 22}, {"gi", 23}, {"gl", 18}, {"gr", 27}, {"gt", 28}, {"hr", 21}, {"hu", 28},
    {"ie", 22}, {"il", 23}, {"iq", 23}, {"is", 26}, {"it", 27}, {"jo", 30}, {"kw", 30}, {"kz", 20},
    {"lb", 28}, {"lc", 32}, {"li", 21}, {"lt", 20}, {"lu", 20}, {"lv", 21}, {"mc", 27}, {"md", 24},
    {"me", 22}, {"mk", 19}, {"mr", 27}, {"mt", 31}, {"mu", 30}, {"nl", 18}, {"no", 15}, {"pk", 24},
    {"pl", 28}, {"ps", 29}, {"pt", 25}, {"qa", 29}, {"ro", 24}, {"rs", 22}, {"sa", 24}, {"se", 24},
    {"si", 19}, {"sk", 24}, {"sm", 27}, {"tn", 24}, {"tr", 26}, {"ua", 29}, {"va", 22}, {"xk", 20},
};

/// The remainder of ISO 13616: the first four characters moved to the end, letters as 10 to 35.
bool passes_iban_sum(const std::string& iban)
{
    int remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        const int value = is_digit(c) ? c - '0' : c - 'a' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
}

/// The end of the IBAN that begins at `at`, if there is one.
std::optional<std::size_t> end_of_iban(std::string_view text, std::size_t at)
{
    const auto country =
        std::find_if(std::begin(iban_countries), std::end(iban_countries), [&](const auto& known) {
            return text.substr(at, 2) == known.code;
        });
    if (country == std::end(iban_countries))
        return std::nullopt;
    std::string iban;
    auto i = at;
    for (; i < text.size() && iban.size() < country->length; ++i) {
        const char c = text[i];
        if (is_digit(c) || (c >= 'a' && c <= 'z'))
            iban += c;
        else if ((c != ' ' && c != '-') || text[i - 1] == c)
            return std::nullopt;
    }
    const bool goes_on = i < text.size() && (is_digit(text[i]) || is_letter(text[i]));
    if (iban.size() < country->length || goes_on || !passes_iban_sum(iban))
        return std::nullopt;
    return i;
}

bool follows_word(std::string_view text, std::size_t at)
{
    return at > 0 && (is_digit(text[at - 1]) || is_letter(text[at - 1]));
}

/// Whether the digits only continue something else: "1,234", "#123", "v1.2", "$5".
bool continues(std::string_view text, std::size_t at)
{
    if (at == 0)
        return false;
    const char before = text[at - 1];
    return is_digit(before) || is_letter(before) ||
           std::string_view(",.:#$%=_/-+").find(before) != std::string_view::npos;
}

std::optional<number_kind> kind_of(const digit_run& run)
{
    if (is_card(run))
        return number_kind::card_number;
    if (is_telephone(run))
        return number_kind::telephone_number;
    return std::nullopt;
}

/// All kinds of numbers have one, and most comments have none.
bool has_digit(std::string_view text)
{
    std::size_t digits = 0;  // Counted to the end: without a way out, many bytes go at a time.
    for (const char c : text)
        digits += is_digit(c) ? 1 : 0;
    return digits > 0;
}

}  // namespace

std::vector<found_number> find_numbers(std::string_view folded)
{
    std::vector<found_number> found;
    if (!has_digit(folded))
        return found;
    for (std::size_t at = 0; at < folded.size() && found.size() < numbers_found_max;) {
        const char c = folded[at];
        const auto next_is_digit = [&](std::size_t i) {
            return i < folded.size() && is_digit(folded[i]);
        };
        if (is_letter(c) && !follows_word(folded, at) && next_is_digit(at + 2) &&
            next_is_digit(at + 3)) {
            if (const auto end = end_of_iban(folded, at)) {
                found.push_back({number_kind::iban, at, *end});
                at = *end;
                continue;
            }
        }
        if (!is_digit(c) && !((c == '+' || c == '(') && next_is_digit(at + 1))) {
            ++at;
            continue;
        }
        const auto run = read_run(folded, at);
        const bool goes_on = run.end < folded.size() && is_letter(folded[run.end]);
        if (!continues(folded, at) && !goes_on)
            if (const auto kind = kind_of(run))
                found.push_back({*kind, run.begin, run.end});
        at = std::max(run.end, at + 1);
    }
    return found;
}

}  // namespace rejoinder::moderation
