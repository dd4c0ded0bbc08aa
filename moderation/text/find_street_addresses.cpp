#include "moderation/text/find_street_addresses.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/regex_set.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace rejoinder::moderation {

namespace {

const regex_set& shapes()
{
    static const regex_set made(std::vector<std::string>{
        // 12 baker street, 221b old kent rd
        R"(\b\d{1,5}[a-z]?,? (?:[a-z']{2,} ){1,3}(?:street|road|avenue|lane|drive|)"
        R"(crescent|terrace|boulevard|close|rd|ave|blvd)\b)",
        // hauptstrasse 5a, berliner str. 12, kerkstraat 3
        R"(\b[a-z]{2,}[a-z-]*(?:strasse|str\.|gasse|allee|weg|straat|laan|gracht) ?)"
        R"(\d{1,4} ?[a-z]?\b)",
        R"(\b[a-z]{3,}er (?:strasse|str\.|allee|weg|platz) \d{1,4} ?[a-z]?\b)",
        // 12 bis, rue de la paix
        R"(\b\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|av\.|boulevard|bd|chemin|allee|quai) )"
        R"((?:de |du |des |la |le |les |l'|d')*[a-z]{3,})",
        // calle mayor, 5
        R"(\b(?:calle|avenida|avda\.?|paseo) (?:[a-z]+ ){0,3}[a-z]{2,},? )"
        R"((?:n\.? ?|numero )?\d{1,4}\b)",
    });
    return made;
}

constexpr byte_set digits("0123456789");

/// Words that stand between numbers and streets where no house is meant.
// clang-format off
constexpr std::string_view no_names[] = {
    "a", "across", "al", "along", "am", "an", "and", "are", "at", "autobahn", "bundesstrasse",
    "busy", "by", "car", "cars", "con", "day", "days", "dead", "desde", "different", "down",
    "dual", "durante", "durchweg", "en", "feet", "from", "ft", "hace", "hay", "hinweg", "hour",
    "hours", "in", "is", "keinesweg", "km", "landstrasse", "lane", "lanes", "long", "m", "mas",
    "men", "metre", "metres", "mile", "miles", "minute", "minutes", "month", "months", "more",
    "mph", "of", "off", "old", "on", "or", "other", "people", "per", "percent", "pm", "por",
    "single", "son", "staatsstrasse", "star", "the", "then", "times", "to", "unos", "up",
    "vorweg", "was", "way", "week", "weeks", "were", "with", "women", "yard", "yards", "year",
    "years",
};
// clang-format on

bool is_no_name(std::string_view word)
{
    return std::find(std::begin(no_names), std::end(no_names), word) != std::end(no_names);
}

bool is_seat_of_government(std::string_view address)
{
    static constexpr std::string_view seats[] = {
        "10 downing street",
        "11 downing street",
        "1600 pennsylvania avenue",
    };
    return std::find(std::begin(seats), std::end(seats), address) != std::end(seats);
}

bool names_a_house(std::string_view address)
{
    if (is_seat_of_government(address))
        return false;
    for (std::size_t at = 0; at < address.size();) {
        auto end = at;
        while (end < address.size() && address[end] >= 'a' && address[end] <= 'z')
            ++end;
        const bool of_number = at > 0 && address[at - 1] >= '0' && address[at - 1] <= '9';
        if (!of_number && is_no_name(address.substr(at, end - at)))
            return false;
        at = std::max(end, at + 1);
    }
    return true;
}

/// "$12 baker street" and "3.12 …" begin with no number of a house.
bool begins_apart(std::string_view text, std::size_t begin)
{
    return begin == 0 ||
           std::string_view("$#.,:/-").find(text[begin - 1]) == std::string_view::npos;
}

}  // namespace

std::vector<text_span> find_street_addresses(std::string_view folded)
{
    if (!digits.is_any_in(folded))
        return {};
    std::vector<regex_hit> hits;
    shapes().find(folded, hits);
    std::vector<text_span> found;
    for (const auto& hit : hits)
        if (begins_apart(folded, hit.begin) &&
            names_a_house(folded.substr(hit.begin, hit.end - hit.begin)))
            found.push_back({hit.begin, hit.end});
    std::sort(found.begin(), found.end(), [](const text_span& left, const text_span& right) {
        return left.begin < right.begin;
    });
    return found;
}

}  // namespace rejoinder::moderation
