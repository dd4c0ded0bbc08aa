#include "tests/bench/moderation/sample_texts.hpp"

#include "tests/bench/moderation/random.hpp"

#include <string_view>

namespace rejoinder::bench {

namespace {

// Frequent first.
constexpr std::string_view english_words[] = {
    "the",
    "of",
    "and",
    "to",
    "a",
    "in",
    "that",
    "is",
    "it",
    "for",
    "was",
    "on",
    "are",
    "as",
    "with",
    "they",
    "be",
    "this",
    "have",
    "from",
    "not",
    "but",
    "what",
    "all",
    "were",
    "when",
    "we",
    "there",
    "can",
    "an",
    "your",
    "which",
    "their",
    "if",
    "will",
    "who",
    "people",
    "them",
    "would",
    "about",
    "so",
    "more",
    "has",
    "like",
    "just",
    "these",
    "government",
    "than",
    "been",
    "only",
    "even",
    "because",
    "should",
    "other",
    "how",
    "then",
    "its",
    "any",
    "could",
    "after",
    "money",
    "years",
    "into",
    "time",
    "news",
    "country",
    "think",
    "know",
    "why",
    "those",
    "also",
    "now",
    "city",
    "very",
    "many",
    "council",
    "law",
    "never",
    "public",
    "over",
    "article",
    "much",
    "cost",
    "same",
    "school",
    "party",
    "work",
    "right",
    "first",
    "such",
    "vote",
    "need",
    "health",
    "house",
    "make",
    "good",
    "where",
    "against",
    "tax",
    "again",
    "world",
    "price",
    "does",
    "most",
    "report",
    "police",
    "down",
    "pay",
    "before",
    "every",
    "minister",
    "being",
    "water",
    "place",
    "system",
    "local",
    "old",
    "really",
    "week",
    "under",
    "long",
    "problem",
    "traffic",
    "street",
    "great",
    "point",
    "workers",
    "wrong",
    "mayor",
    "energy",
    "claim",
    "question",
    "young",
    "company",
    "children",
    "hospital",
    "answer",
    "budget",
    "election",
    "family",
    "history",
    "teachers",
    "train",
    "housing",
    "class",
    "assume",
    "analysis",
    "document",
    "password",
    "association",
    "responsible",
    "decision",
    "industry",
    "evidence",
    "opposition",
    "possible",
    "department",
    "university",
    "transport",
    "understand",
    "development",
    "particularly",
    "infrastructure",
    "journalist",
    "correspondent",
    "circumstances",
    "grass",
    "title",
    "cocktail",
    "shuttle",
    "scrap",
    "therapist",
    "essex",
    "peacock",
    "glasses",
    "passenger",
};
constexpr std::string_view english_short[] = {"don't", "it's", "I", "I'm", "isn't", "can't"};
constexpr std::string_view names[] = {
    "Ada",
    "Martin K.",
    "concerned_citizen",
    "Sophie Lange",
    "old tom 52",
    "J. R. Whitaker",
    "Nadia",
    "RiverWalker",
    "Dr. Peter Holm",
    "maria.l",
    "Jürgen",
    "anna",
};
constexpr std::string_view web_addresses[] = {
    "https://www.example.org/news/2026/11/council-votes-on-budget?ref=front",
    "www.example.com",
    "example.net/a/b",
    "http://statistics.example.org/table?id=17",
};
constexpr std::string_view russian_syllables[] = {
    "по",  "ста", "но", "го", "ра", "да", "не", "во", "ли", "ко",  "на", "те",
    "при", "ми",  "ло", "же", "вы", "ся", "ту", "бе", "чи", "про", "мы", "ка",
};

std::string_view for_letter(char c)
{
    switch (c) {
    case 'a':
        return "@";
    case 'e':
        return "3";
    case 'i':
        return "1";
    case 'o':
        return "0";
    case 's':
        return "$";
    default:
        return {};
    }
}

class writer {
public:
    writer(text_kind kind, std::span<const std::string> terms, std::uint64_t seed)
        : kind_(kind),
          terms_(terms),
          random_(seed)
    {
    }

    sample_comment write(std::size_t bytes)
    {
        sample_comment made;
        made.name = random_.one_of(names);
        made.text = text(bytes);
        if (random_.one_in(4))
            made.author.recent.push_back({text(bytes), 600, false});
        return made;
    }

private:
    std::string text(std::size_t bytes)
    {
        quotes_ = kind_ == text_kind::mixed && random_.one_in(6);
        std::string made;
        const bool mixed = kind_ == text_kind::mixed;
        const auto somewhere = [&](bool wanted) {
            return wanted ? random_.number(bytes) : std::string::npos;
        };
        auto hit_at = somewhere(mixed && !terms_.empty() && random_.one_in(10));
        auto link_at = somewhere(mixed && random_.one_in(10));
        auto emoji_at = somewhere(mixed && random_.one_in(12));
        auto number_at = somewhere(random_.one_in(10));
        const auto insert = [&](std::size_t& at, auto&& what) {
            if (made.size() < at)
                return;
            made += ' ';
            made += what();
            at = std::string::npos;
        };
        while (made.size() < bytes) {
            sentence(made);
            insert(hit_at, [&] { return hit(); });
            insert(link_at, [&] { return random_.one_of(web_addresses); });
            insert(emoji_at, [] { return std::string_view("\U0001F44D\U0001F3FD"); });
            insert(number_at, [&] { return std::to_string(random_.number(100'000)); });
        }
        return made;
    }

    void sentence(std::string& to)
    {
        const auto words = 4 + random_.number(16);
        const auto disguised = kind_ == text_kind::disguised ? random_.number(words) : words;
        for (std::size_t i = 0; i < words; ++i) {
            if (!to.empty())
                to += ' ';
            auto next = i == disguised ? disguise(word()) : word();
            if (i == 0 && next[0] >= 'a' && next[0] <= 'z')
                next[0] = static_cast<char>(next[0] - 'a' + 'A');
            to += next;
            if (i + 1 < words && random_.one_in(9))
                to += ',';
        }
        to += random_.one_in(10) ? '!' : random_.one_in(10) ? '?' : '.';
    }

    std::string word()
    {
        std::string made;
        if (kind_ == text_kind::russian) {
            for (auto count = 1 + random_.number(4); count > 0; --count)
                made += random_.one_of(russian_syllables);
            return made;
        }
        if (!random_.one_in(20))
            return std::string(random_.one_of_ranked(english_words));
        made = random_.one_of(english_short);
        const auto apostrophe = made.find('\'');
        if (quotes_ && apostrophe != std::string::npos)
            made.replace(apostrophe, 1, "\u2019");
        return made;
    }

    std::string hit()
    {
        const auto& term = random_.one_of(terms_);
        return random_.one_in(2) ? disguise(term) : term;
    }

    std::string disguise(std::string_view term)
    {
        const auto way = random_.number(3);
        std::string made;
        for (std::size_t i = 0; i < term.size(); ++i) {
            const auto other = for_letter(term[i]);
            if (way == 0 && !other.empty())
                made += other;
            else if (way == 1 && i == 1)
                made += '*';
            else
                made += term[i];
            if (way == 2)
                made += '.';
        }
        return made;
    }

    text_kind kind_;
    std::span<const std::string> terms_;
    random_source random_;
    bool quotes_ = false;
};

}  // namespace

moderation::comment_input sample_comment::input() const
{
    moderation::comment_input made;
    made.name = name;
    made.text = text;
    made.author = author;
    return made;
}

std::vector<sample_comment> sample_comments(
    std::size_t count,
    std::size_t bytes,
    text_kind kind,
    std::span<const std::string> terms,
    std::uint64_t seed)
{
    writer writing(kind, terms, seed);
    std::vector<sample_comment> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back(writing.write(bytes));
    return made;
}

}  // namespace rejoinder::bench
