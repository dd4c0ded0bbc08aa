#include "moderation/text/normalize.hpp"

#include "moderation/text/fold_table.hpp"
#include "moderation/text/sign_roles.hpp"
#include "moderation/text/utf8.hpp"

#include <algorithm>
#include <stdexcept>

namespace rejoinder::moderation {

namespace {

bool is_ascii_letter(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

}  // namespace

void folded_text::assign(std::string_view original)
{
    text_.clear();
    units_.clear();
    unit_at_.clear();
    look_as_typed_.clear();
    has_signs_ = false;
    has_wide_ = false;
    has_foreign_ = false;
    units_.reserve(original.size());

    for (std::size_t at = 0; at < original.size();) {
        const auto begin = at;
        while (at < original.size() && static_cast<unsigned char>(original[at]) < 0x80)
            ++at;
        add_ascii(original, begin, at);
        if (at == original.size())
            break;
        const auto wide = static_cast<std::uint32_t>(at);
        const char32_t code_point = next_code_point(original, at);
        add(code_point, wide, static_cast<std::uint32_t>(at));
    }
    if (has_foreign_)
        unmask_words();
    if (has_wide_)
        write_text();
    if (text_.find('&') != std::string::npos)
        strip_entities(units_);
    note_others();
    if (has_signs_)
        strip_punctuation(units_, others_);
}

/// What `add` makes of each ASCII character: it is the same wherever the character stands.
const std::array<text_unit, 0x80>& folded_text::ascii_units()
{
    static const auto made = [] {
        std::array<text_unit, 0x80> units{};
        for (char32_t c = 0; c < units.size(); ++c) {
            folded_text alone;
            alone.add(c, 0, 1);
            if (!alone.units_.empty())
                units[c] = alone.units_.front();
        }
        return units;
    }();
    return made;
}

/// The same as `add` for each byte of [begin, end), and `write_text` as long as there is only
/// ASCII: most texts are nothing else.
void folded_text::add_ascii(std::string_view original, std::size_t begin, std::size_t end)
{
    static const auto& known = ascii_units();
    auto count = units_.size();
    units_.resize(count + (end - begin));
    text_.resize(units_.size());
    text_unit* const units = units_.data();
    char* const text = text_.data();
    bool signs = has_signs_;
    bool after_blank = count > 0 && units[count - 1].kind == unit_kind::space;
    for (auto i = begin; i < end; ++i) {
        const auto& made = known[static_cast<unsigned char>(original[i])];
        const bool blank = made.kind == unit_kind::space;
        if (made.folded == 0 || (blank && after_blank)) {
            if (count > 0 && (blank || units[count - 1].end == i))
                units[count - 1].end = static_cast<std::uint32_t>(i + 1);
            continue;
        }
        auto& unit = units[count];
        unit = made;
        unit.begin = static_cast<std::uint32_t>(i);
        unit.end = static_cast<std::uint32_t>(i + 1);
        text[count] = static_cast<char>(made.folded);
        signs |= made.skeleton != 0 && made.kind != unit_kind::letter;
        after_blank = blank;
        ++count;
    }
    units_.resize(count);
    text_.resize(count);
    has_signs_ = signs;
}

void folded_text::add(char32_t code_point, std::uint32_t begin, std::uint32_t end)
{
    static const fold_table& table = fold_table::instance();
    has_wide_ = true;
    const folding made = table[code_point];

    // What is dropped still belongs to the character before it, so that a span covers it. Marks of
    // other scripts on Latin letters are decoration.
    if (made.folded == 0 ||
        (made.mark && !units_.empty() && is_ascii_letter(units_.back().skeleton))) {
        if (!units_.empty() && units_.back().end == begin)
            units_.back().end = end;
        return;
    }
    if (made.kind == unit_kind::space && !units_.empty() &&
        units_.back().kind == unit_kind::space) {
        units_.back().end = end;
        return;
    }

    if (made.composes && !units_.empty() && units_.back().end == begin) {
        auto& before = units_.back();
        if (const auto composed = table.compose(before.folded, made.folded); composed != 0) {
            before.folded = composed;
            before.skeleton = composed;
            before.end = end;
            return;
        }
    }

    text_unit unit;
    unit.folded = made.folded;
    unit.skeleton = made.look;
    if (unit.skeleton == 0 && made.kind == unit_kind::letter)
        unit.skeleton = made.folded;
    unit.begin = begin;
    unit.end = end;
    unit.kind = made.kind;
    unit.ambiguous = made.ambiguous;
    unit.unspaced = made.unspaced;
    unit.capital = code_point >= 'A' && code_point <= 'Z';
    has_signs_ = has_signs_ || (made.look != 0 && made.kind != unit_kind::letter);

    if (made.foreign || has_foreign_) {
        has_foreign_ = true;
        look_as_typed_.resize(units_.size(), 0);
        look_as_typed_.push_back(made.foreign ? made.look_as_typed : 0);
    }
    units_.push_back(unit);

    if (made.more != 0) {
        for (const char32_t next : table.rest(made.more)) {
            const folding part = table[next];
            unit.folded = next;
            unit.kind = part.folded == 0 ? unit_kind::letter : part.kind;
            unit.skeleton = unit.kind == unit_kind::letter ? next : part.look;
            units_.push_back(unit);
        }
    }
}

/// A word of Latin letters and some that only look Latin is a disguise: nobody writes so by
/// accident. There even capitals count whose small letters look different (Cyrillic Н).
void folded_text::unmask_words()
{
    look_as_typed_.resize(units_.size(), 0);
    for (std::size_t begin = 0; begin < units_.size();) {
        if (units_[begin].kind != unit_kind::letter) {
            ++begin;
            continue;
        }
        auto end = begin;
        std::size_t latin = 0;
        for (; end < units_.size() && units_[end].kind == unit_kind::letter; ++end)
            latin += is_ascii_letter(units_[end].folded) ? 1 : 0;
        const bool mostly_latin = latin > 0 && latin * 2 >= end - begin;
        for (auto i = begin; mostly_latin && i < end; ++i) {
            auto& unit = units_[i];
            if (is_ascii_letter(unit.folded))
                continue;
            const auto look = look_as_typed_[i] != 0 ? look_as_typed_[i] : unit.skeleton;
            if (is_ascii_letter(look)) {
                unit.folded = look;
                unit.skeleton = look;
            }
        }
        begin = end;
    }
}

void folded_text::write_text()
{
    text_.clear();
    text_.reserve(units_.size());
    unit_at_.reserve(units_.size() + 1);
    for (std::size_t i = 0; i < units_.size(); ++i) {
        append_utf8(text_, units_[i].folded);
        unit_at_.resize(text_.size(), static_cast<std::uint32_t>(i));
    }
    unit_at_.push_back(static_cast<std::uint32_t>(units_.size()));
}

void folded_text::note_others()
{
    others_.resize(units_.size());
    std::uint32_t* const others = others_.data();
    std::size_t count = 0;
    for (std::size_t i = 0; i < units_.size(); ++i) {
        // Written for each unit and kept for few, so that there is no branch.
        others[count] = static_cast<std::uint32_t>(i);
        const auto kind = units_[i].kind;
        count += kind != unit_kind::letter && kind != unit_kind::space ? 1 : 0;
    }
    others_.resize(count);
}

std::size_t folded_text::unit_at(std::size_t folded_byte) const
{
    if (!unit_at_.empty())
        return unit_at_.at(folded_byte);
    if (folded_byte > units_.size())
        throw std::out_of_range("folded_text::unit_at");
    return folded_byte;
}

text_span folded_text::original_span(std::size_t first, std::size_t last) const
{
    return {units_.at(first).begin, units_.at(last).end};
}

}  // namespace rejoinder::moderation
