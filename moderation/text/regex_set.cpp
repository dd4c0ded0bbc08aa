#include "moderation/text/regex_set.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/literal_matcher.hpp"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <stdexcept>

namespace rejoinder::moderation {

namespace {

// What a pattern's text must hold, to be worth looking for: shorter ones are in every text.
constexpr int atom_bytes_min = 4;
constexpr std::int64_t set_memory_max = 64 << 20;  // RE2's default of 8 MB fails for 300 patterns

RE2::Options options()
{
    RE2::Options chosen;
    chosen.set_log_errors(false);
    chosen.set_case_sensitive(false);
    return chosen;
}

RE2::Options set_options()
{
    auto chosen = options();
    chosen.set_max_mem(set_memory_max);
    return chosen;
}

/// Whether RE2's idea of lower case is that of folded text, for all letters in the pattern.
bool is_plain(const std::string& pattern)
{
    return is_ascii(pattern) && pattern.find("\\x") == std::string::npos;
}

}  // namespace

struct regex_set::compiled {
    std::vector<std::unique_ptr<const RE2>> alone;

    // Patterns that can only match where certain letters are ("subscribe"), looked for all at once.
    re2::FilteredRE2 filtered{atom_bytes_min};
    std::vector<std::size_t> by_number;  // pattern by its number in `filtered`
    literal_matcher atoms{{}};

    // The others. An automaton of many patterns is large, so it is kept for those that need it.
    std::vector<bool> needs_set;  // by pattern
    RE2::Set rest{set_options(), RE2::UNANCHORED};
    std::vector<std::size_t> without_atoms;  // pattern by its number in `rest`

    void find_atoms(const std::vector<std::string>& patterns);
    void compile_rest(const std::vector<std::string>& patterns);
    void add_possible(std::string_view text, std::vector<std::size_t>& possible) const;
    void add_matching(std::string_view text, std::vector<std::size_t>& matching) const;
};

void regex_set::compiled::find_atoms(const std::vector<std::string>& patterns)
{
    needs_set.assign(patterns.size(), true);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        int number = 0;
        if (is_plain(patterns[i]) &&
            filtered.Add(patterns[i], options(), &number) == RE2::NoError) {
            by_number.push_back(i);
            needs_set[i] = false;
        }
    }
    if (by_number.empty())
        return;
    std::vector<std::string> all_atoms;
    filtered.Compile(&all_atoms);
    // Without any atom only those are possible that have none.
    std::vector<int> always_possible;
    filtered.AllPotentials({}, &always_possible);
    for (const int number : always_possible)
        needs_set[by_number[static_cast<std::size_t>(number)]] = true;
    try {
        atoms = literal_matcher(all_atoms);
    } catch (const literal_error&) {
        needs_set.assign(patterns.size(), true);  // an atom of NULs cannot be looked for
    }
}

void regex_set::compiled::compile_rest(const std::vector<std::string>& patterns)
{
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (!needs_set[i])
            continue;
        std::string error;
        if (rest.Add(patterns[i], &error) < 0)
            throw regex_error{i, error};
        without_atoms.push_back(i);
    }
    if (!without_atoms.empty() && !rest.Compile())
        throw std::runtime_error("the patterns together need too much memory");
}

void regex_set::compiled::add_possible(std::string_view text, std::vector<std::size_t>& possible)
    const
{
    std::vector<literal_hit> hits;
    atoms.find(text, hits);
    if (hits.empty())
        return;
    std::vector<int> found;
    for (const auto& hit : hits)
        found.push_back(static_cast<int>(hit.literal));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<int> numbers;
    filtered.AllPotentials(found, &numbers);
    for (const int number : numbers) {
        const auto pattern = by_number[static_cast<std::size_t>(number)];
        if (!needs_set[pattern])
            possible.push_back(pattern);
    }
}

void regex_set::compiled::add_matching(std::string_view text, std::vector<std::size_t>& matching)
    const
{
    if (without_atoms.empty())
        return;
    std::vector<int> numbers;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (!rest.Match(re2::StringPiece(text.data(), text.size()), &numbers, &error) &&
        error.kind != RE2::Set::kNoError)
        throw std::runtime_error("matching patterns needs too much memory");
    for (const int number : numbers)
        matching.push_back(without_atoms[static_cast<std::size_t>(number)]);
}

regex_set::regex_set(const std::vector<std::string>& patterns)
    : compiled_(std::make_unique<compiled>())
{
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        auto pattern = std::make_unique<const RE2>(patterns[i], options());
        if (!pattern->ok())
            throw regex_error{i, pattern->error()};
        if (RE2::FullMatch("", *pattern))
            throw regex_error{i, "the pattern matches the empty text, and so every text"};
        compiled_->alone.push_back(std::move(pattern));
    }
    compiled_->find_atoms(patterns);
    compiled_->compile_rest(patterns);
}

regex_set::~regex_set() = default;
regex_set::regex_set(regex_set&&) noexcept = default;
regex_set& regex_set::operator=(regex_set&&) noexcept = default;

void regex_set::find(std::string_view text, std::vector<regex_hit>& hits) const
{
    if (compiled_->alone.empty() || text.empty())
        return;

    std::vector<std::size_t> worth_a_look;
    compiled_->add_possible(text, worth_a_look);
    compiled_->add_matching(text, worth_a_look);
    std::sort(worth_a_look.begin(), worth_a_look.end());

    const re2::StringPiece all(text.data(), text.size());
    for (const auto index : worth_a_look) {
        const auto& pattern = *compiled_->alone[index];
        std::size_t from = 0;
        for (std::size_t count = 0; count < regex_hits_max && from < text.size(); ++count) {
            re2::StringPiece match;
            if (!pattern.Match(all, from, text.size(), RE2::UNANCHORED, &match, 1))
                break;
            const auto begin = static_cast<std::size_t>(match.data() - text.data());
            const auto end = begin + match.size();
            if (!match.empty())
                hits.push_back({index, begin, end});
            from = match.empty() ? end + 1 : end;
        }
    }
}

}  // namespace rejoinder::moderation
