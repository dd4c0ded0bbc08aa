#include "moderation/text/tlds.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::moderation {

namespace {

// Sorted, for binary search.
constexpr std::string_view strong_endings[] = {
    "app", "ar",    "asia",  "at", "au",      "berlin",  "bid", "biz",      "blog",   "br",
    "ca",  "cat",   "cc",    "ch", "click",   "club",    "cn",  "com",      "cz",     "de",
    "dev", "dk",    "edu",   "es", "eu",      "example", "fi",  "fr",       "fun",    "gg",
    "gl",  "gov",   "gr",    "hu", "icu",     "ie",      "il",  "info",     "io",     "ir",
    "jp",  "kr",    "link",  "ly", "mx",      "net",     "nl",  "nz",       "online", "org",
    "pl",  "press", "pt",    "pw", "ro",      "rs",      "ru",  "se",       "shop",   "site",
    "sk",  "space", "store", "su", "tech",    "test",    "tk",  "tokyo",    "top",    "tr",
    "tv",  "tw",    "ua",    "uk", "website", "wiki",    "win", "xn--p1ai", "xyz",    "za",
};

bool is_two_letters(std::string_view ending)
{
    return ending.size() == 2 && ending[0] >= 'a' && ending[0] <= 'z' && ending[1] >= 'a' &&
           ending[1] <= 'z';
}

// Generic endings that are words of everyday text, or that files end in.
constexpr std::string_view weak_endings[] = {
    "art",    "bar",     "best",   "bet",       "buzz",   "care",   "casino",  "cash",
    "cloud",  "codes",   "cool",   "date",      "day",    "deals",  "digital", "earth",
    "email",  "expert",  "fit",    "food",      "game",   "games",  "gift",    "gold",
    "group",  "guru",    "help",   "host",      "house",  "int",    "job",     "jobs",
    "life",   "live",    "loan",   "lol",       "love",   "ltd",    "market",  "media",
    "men",    "mil",     "mobi",   "money",     "mov",    "movie",  "name",    "network",
    "news",   "one",     "page",   "party",     "photo",  "plus",   "porn",    "pro",
    "review", "reviews", "rest",   "rocks",     "run",    "sale",   "school",  "science",
    "sex",    "show",    "social", "solutions", "stream", "study",  "support", "systems",
    "tips",   "today",   "tools",  "town",      "trade",  "travel", "vip",     "vote",
    "watch",  "webcam",  "work",   "works",     "world",  "xxx",    "zip",     "zone",
};

}  // namespace

ending_strength strength_of_ending(std::string_view ending) noexcept
{
    static_assert(std::is_sorted(std::begin(strong_endings), std::end(strong_endings)));
    if (std::binary_search(std::begin(strong_endings), std::end(strong_endings), ending))
        return ending_strength::strong;
    if (is_two_letters(ending) ||
        std::find(std::begin(weak_endings), std::end(weak_endings), ending) !=
            std::end(weak_endings) ||
        ending.starts_with("xn--"))
        return ending_strength::weak;
    return ending_strength::none;
}

}  // namespace rejoinder::moderation
