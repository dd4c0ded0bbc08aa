#include "moderation/text/pattern_set.hpp"

#include "moderation/rule_set_error.hpp"
#include "moderation/text/respelled.hpp"
#include "moderation/text/words.hpp"

#include <algorithm>
#include <unordered_map>

namespace rejoinder::moderation {

namespace {

/// Index of the text among the different ones seen so far.
class numbering {
public:
    explicit numbering(std::vector<std::string>& texts)
        : texts_(texts)
    {
    }

    std::size_t number(const std::string& text)
    {
        const auto [known, is_new] = numbers_.try_emplace(text, texts_.size());
        if (is_new)
            texts_.push_back(text);
        return known->second;
    }

private:
    std::vector<std::string>& texts_;
    std::unordered_map<std::string, std::size_t> numbers_;
};

/// What a search writes on. Large blocks that come and go with every comment are dear.
struct search_space {
    skeleton shape;
    std::vector<literal_hit> candidates;
};

/// That of this thread, with nothing found yet. A search does not begin within another.
search_space& scratch()
{
    thread_local search_space space;
    space.candidates.clear();
    return space;
}

bool covers(const text_span& outer, const text_span& inner)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// What an exception covers: where it goes on, the words to their ends.
text_span whole_words(
    const folded_text& text,
    const word_entry& exception,
    std::size_t first,
    std::size_t last)
{
    while (exception.open_begin && !word_begins(text, first))
        --first;
    while (exception.open_end && !word_ends(text, last))
        ++last;
    return text.original_span(first, last);
}

std::u32string letters_of(const folded_text& text)
{
    std::u32string letters;
    for (const auto& unit : text.units())
        letters += unit.skeleton != 0 ? unit.skeleton : unit.folded;
    return letters;
}

}  // namespace

pattern_set::pattern_set(std::span<const pattern_source> lists)
{
    numbering skeletons(skeletons_);
    numbering exact(exact_);
    for (std::size_t list = 0; list < lists.size(); ++list) {
        for (const auto& entry : lists[list].entries) {
            const auto id = entries_.size();
            entries_.push_back({list, entry});
            if (entry.kind == entry_kind::pattern) {
                patterns_.push_back(entry.text);
                by_pattern_.push_back(id);
                continue;
            }
            const folded_text folded(entry.text);
            if (folded.text().find_first_not_of(' ') == std::string::npos)
                refuse(lists, id, "there is nothing visible in it");

            auto shape = entry.kind == entry_kind::term && !entry.as_written
                             ? term::make(entry.text, entry.open_begin, entry.open_end)
                             : std::nullopt;
            if (!shape) {
                const auto number = exact.number(folded.text());
                by_exact_.resize(exact_.size());
                by_exact_[number].push_back(id);
                continue;
            }
            for (std::size_t i = 0; i < shape->spellings().size(); ++i) {
                const auto number = skeletons.number(shape->spellings()[i].text);
                by_skeleton_.resize(skeletons_.size());
                by_skeleton_[number].push_back({terms_.size(), i});
            }
            terms_.push_back({id, std::move(*shape)});
            masked_.add(letters_of(folded), entry.open_end, id, lists[list].guesses);
            sounds_.add(letters_of(folded), entry.open_end, id, lists[list].guesses);
        }
    }
    compile(lists);
}

void pattern_set::compile(std::span<const pattern_source> lists)
{
    try {
        regexes_ = regex_set(patterns_);
    } catch (const regex_error& error) {
        refuse(lists, by_pattern_[error.pattern], error.message);
    }
    for (const auto& [entry, shape] : terms_)
        for (const auto& spelling : shape.spellings())
            term_letters_max_ = std::max(term_letters_max_, spelling.letters.size());
    try {
        skeleton_matcher_ = literal_matcher(skeletons_);
    } catch (const literal_error& error) {
        refuse(lists, terms_[by_skeleton_[error.literal].front().term].entry, error.message);
    }
    try {
        exact_matcher_ = literal_matcher(exact_);
    } catch (const literal_error& error) {
        refuse(lists, by_exact_[error.literal].front(), error.message);
    }
}

void pattern_set::refuse(
    std::span<const pattern_source> lists,
    std::size_t entry,
    const std::string& why) const
{
    const auto& [list, faulty] = entries_[entry];
    std::string where(lists[list].name);
    if (faulty.line != 0)
        where += ":" + std::to_string(faulty.line);
    throw rule_set_error(where + ": entry \"" + faulty.text + "\": " + why);
}

void pattern_set::find(
    const folded_text& text,
    std::string_view original,
    std::vector<pattern_hit>& hits) const
{
    const auto first_new = static_cast<std::ptrdiff_t>(hits.size());
    std::vector<pattern_hit> exceptions;

    find_terms(text, sign_reading::as_gaps, hits);
    if (text.has_signs())
        find_terms_with_signs(
            text,
            0,
            surroundings_of_signs(text, wanted_signs::look_alikes, term_letters_max_ + 1),
            hits);
    const auto certain = hits.size();
    find_masked(text, hits);
    find_sounding(text, hits);
    for (auto i = certain; i < hits.size(); ++i)
        hits[i].guessed = true;
    find_respelled(original, hits);
    find_exact(text, original, hits, exceptions);
    find_patterns(text, hits);

    if (exceptions.empty())
        return;
    const auto excepted = [&](const pattern_hit& hit) {
        return std::any_of(exceptions.begin(), exceptions.end(), [&](const pattern_hit& exception) {
            return exception.list == hit.list && covers(exception.span, hit.span);
        });
    };
    hits.erase(std::remove_if(hits.begin() + first_new, hits.end(), excepted), hits.end());
}

void pattern_set::find_terms(
    const folded_text& text,
    sign_reading reading,
    std::vector<pattern_hit>& hits) const
{
    auto& [shape, candidates] = scratch();
    shape.assign(text, reading);
    skeleton_matcher_.find(shape.text(), candidates);
    for (const auto& candidate : candidates)
        verify(candidate, text, shape, hits);
}

void pattern_set::find_terms_with_signs(
    const folded_text& text,
    char32_t for_masks,
    std::span<const unit_range> parts,
    std::vector<pattern_hit>& hits) const
{
    for (const auto& part : parts) {
        auto& [shape, candidates] = scratch();
        shape.assign(text, part, sign_reading::as_letters, for_masks);
        skeleton_matcher_.find(shape.text(), candidates);
        for (const auto& candidate : candidates) {
            const auto& signs = shape.signs();
            const auto sign =
                std::lower_bound(signs.begin(), signs.end(), shape.letter_at(candidate.begin));
            if (sign != signs.end() && *sign <= shape.letter_at(candidate.end - 1))
                verify(candidate, text, shape, hits);
        }
    }
}

void pattern_set::verify(
    const literal_hit& candidate,
    const folded_text& text,
    const skeleton& shape,
    std::vector<pattern_hit>& hits) const
{
    const auto first_letter = shape.letter_at(candidate.begin);
    for (const auto& [number, spelling] : by_skeleton_[candidate.literal]) {
        const auto& [id, meant] = terms_[number];
        const auto found = meant.matches(meant.spellings()[spelling], text, shape, first_letter);
        if (found)
            hits.push_back(
                {entries_[id].list,
                 &entries_[id].entry,
                 text.original_span(found->first_unit, found->last_unit)});
    }
}

void pattern_set::find_masked(const folded_text& text, std::vector<pattern_hit>& hits) const
{
    const auto parts = surroundings_of_signs(text, wanted_signs::masks, term_letters_max_ + 1);
    for (const char32_t vowel : {'a', 'e', 'i', 'o', 'u'})
        find_terms_with_signs(text, vowel, parts, hits);

    std::vector<word_hit> masked;
    masked_.find(text, masked);
    for (const auto& [id, first, last] : masked)
        hits.push_back({entries_[id].list, &entries_[id].entry, text.original_span(first, last)});
}

void pattern_set::find_sounding(const folded_text& text, std::vector<pattern_hit>& hits) const
{
    std::vector<word_hit> sounding;
    sounds_.find(text, sounding);
    for (const auto& [id, first, last] : sounding)
        hits.push_back({entries_[id].list, &entries_[id].entry, text.original_span(first, last)});
}

void pattern_set::find_respelled(std::string_view original, std::vector<pattern_hit>& hits) const
{
    const auto plain = respelled(original);
    if (!plain.is_rewritten())
        return;
    const auto first = hits.size();
    find_terms(folded_text(plain.text()), sign_reading::as_letters, hits);
    for (auto i = first; i < hits.size(); ++i)
        hits[i].span = plain.original_span(hits[i].span.begin, hits[i].span.end);
}

void pattern_set::find_exact(
    const folded_text& text,
    std::string_view original,
    std::vector<pattern_hit>& hits,
    std::vector<pattern_hit>& exceptions) const
{
    std::vector<literal_hit> candidates;
    exact_matcher_.find(text.text(), candidates);
    for (const auto& candidate : candidates) {
        const auto first = text.unit_at(candidate.begin);
        const auto last = text.unit_at(candidate.end - 1);
        const bool begins = word_begins(text, first);
        const bool ends = word_ends(text, last);
        for (const auto id : by_exact_[candidate.literal]) {
            const auto& [list, entry] = entries_[id];
            if ((!begins && !entry.open_begin) || (!ends && !entry.open_end))
                continue;
            const auto span = text.original_span(first, last);
            if (entry.case_sensitive &&
                original.substr(span.begin, span.end - span.begin) != entry.text)
                continue;
            if (entry.kind == entry_kind::exception)
                exceptions.push_back({list, &entry, whole_words(text, entry, first, last)});
            else
                hits.push_back({list, &entry, span});
        }
    }
}

void pattern_set::find_patterns(const folded_text& text, std::vector<pattern_hit>& hits) const
{
    std::vector<regex_hit> matches;
    regexes_.find(text.text(), matches);
    for (const auto& match : matches) {
        const auto& [list, entry] = entries_[by_pattern_[match.pattern]];
        hits.push_back(
            {list,
             &entry,
             text.original_span(text.unit_at(match.begin), text.unit_at(match.end - 1))});
    }
}

}  // namespace rejoinder::moderation
