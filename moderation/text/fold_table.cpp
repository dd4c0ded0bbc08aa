#include "moderation/text/fold_table.hpp"

#include "moderation/text/letter_forms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace rejoinder::moderation {

namespace {

void check(UErrorCode status, const char* what)
{
    if (U_FAILURE(status))
        throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
}

bool is_ascii_letter(UChar32 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char32_t lower(UChar32 c)
{
    return static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

UScriptCode script_of(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

bool is_unspaced(UChar32 c)
{
    switch (script_of(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

/// Scripts whose letters are passed off as Latin. Others would only lose by it.
bool has_latin_look_alikes(UScriptCode script)
{
    switch (script) {
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_CHEROKEE:
    case USCRIPT_COPTIC:
    case USCRIPT_LISU:
    case USCRIPT_CANADIAN_ABORIGINAL:
        return true;
    default:
        return false;
    }
}

/// Marks that decorate a letter. Those that are part of how a script spells (Devanagari, Thai, the
/// Japanese voicing marks) stay.
bool is_decoration(UChar32 c)
{
    if (c == 0x3099 || c == 0x309A)
        return false;
    const auto type = u_charType(c);
    if (type == U_ENCLOSING_MARK)
        return true;
    if (type != U_NON_SPACING_MARK)
        return false;
    switch (script_of(c)) {
    case USCRIPT_INHERITED:
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
        return true;
    default:
        return false;
    }
}

bool is_mark(UChar32 c)
{
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_inner_jamo(UChar32 c)
{
    return c >= 0x1161 && c <= 0x11C2;
}

bool is_invisible(UChar32 c)
{
    if (u_isUWhiteSpace(c))
        return false;
    const auto type = u_charType(c);
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR ||
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

unit_kind kind_of(UChar32 c)
{
    if (u_isUWhiteSpace(c))
        return unit_kind::space;
    if (c == '\'' || c == 0x2019 || c == 0x02BC)
        return unit_kind::apostrophe;
    if (u_isalpha(c) || is_mark(c))
        return unit_kind::letter;
    if (u_isdigit(c))
        return unit_kind::digit;
    return unit_kind::punctuation;
}

struct sign {
    char32_t code_point;
    char32_t letter;
    bool ambiguous = false;  // i as well as l
};

/// What people write for letters. One sign has one reading, except those that are i and l.
constexpr sign signs[] = {
    {'0', 'o'},    {'1', 'i', true}, {'3', 'e'},        {'4', 'a'},    {'5', 's'},
    {'6', 'g'},    {'7', 't'},       {'8', 'b'},        {'9', 'g'},    {'@', 'a'},
    {'$', 's'},    {'!', 'i', true}, {'|', 'i', true},  {'(', 'c'},    {'<', 'c'},
    {'#', 'h'},    {'+', 't'},       {0x20AC, 'e'},     {0xA3, 'l'},   {0xA2, 'c'},
    {0xA5, 'y'},   {0xA7, 's'},      {0xA1, 'i', true}, {0x20A1, 'c'}, {0x20A3, 'f'},
    {0x20A4, 'l'}, {0x20A6, 'n'},    {0x20A9, 'w'},     {0x20AB, 'd'}, {0x20AD, 'k'},
    {0x20AE, 't'}, {0x20B1, 'p'},    {0x20B2, 'g'},     {0x20B3, 'a'}, {0x20B4, 's'},
    {0x20B5, 'c'}, {0x20BD, 'p'},    {0x20BF, 'b'},     {0x0E3F, 'b'},
};

/// Letters in boxes and circles that NFKC leaves alone, and the letters that flags are made of.
char32_t boxed_letter(UChar32 c)
{
    for (const UChar32 first : {0x1F150, 0x1F170, 0x1F1E6})
        if (c >= first && c < first + 26)
            return static_cast<char32_t>('a' + (c - first));
    return 0;
}

/// ICU's folding and confusables with what is dropped here taken out.
class icu_folder {
public:
    icu_folder()
    {
        UErrorCode status = U_ZERO_ERROR;
        casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
        decompose_ = icu::Normalizer2::getNFDInstance(status);
        compose_ = icu::Normalizer2::getNFCInstance(status);
        spoof_ = uspoof_open(&status);
        check(status, "ICU");
        for (char c = 'a'; c <= 'z'; ++c)
            ascii_of_[skeleton(c)] = c;
        for (char c = 'A'; c <= 'Z'; ++c)
            ascii_of_.try_emplace(skeleton(c), c);
    }
    ~icu_folder() { uspoof_close(spoof_); }
    icu_folder(const icu_folder&) = delete;
    icu_folder& operator=(const icu_folder&) = delete;

    std::u32string fold(UChar32 c) const
    {
        UErrorCode status = U_ZERO_ERROR;
        const auto folded =
            decompose_->normalize(casefold_->normalize(icu::UnicodeString(c), status), status);
        check(status, "ICU normalisation");
        return compose(visible(folded));
    }

    /// The ASCII letters that the character looks like; empty when it looks like none.
    std::u32string look(UChar32 c) const
    {
        const auto shape = skeleton(c);
        if (const auto known = ascii_of_.find(shape); known != ascii_of_.end())
            return {lower(known->second)};
        if (shape.empty() || !std::all_of(shape.begin(), shape.end(), [](char32_t letter) {
                return is_ascii_letter(static_cast<UChar32>(letter));
            }))
            return {};
        std::u32string letters;
        for (const char32_t letter : shape)
            letters += lower(static_cast<UChar32>(letter));
        return letters;
    }

private:
    std::u32string skeleton(UChar32 c) const
    {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString shape;
        uspoof_getSkeletonUnicodeString(spoof_, 0, icu::UnicodeString(c), shape, &status);
        const auto decomposed = decompose_->normalize(shape, status);
        check(status, "ICU confusables");
        return visible(decomposed);
    }

    /// What was taken apart to find the decoration is put together again: が, 한.
    std::u32string compose(const std::u32string& text) const
    {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString parts;
        for (const char32_t c : text)
            parts.append(static_cast<UChar32>(c));
        const auto composed = compose_->normalize(parts, status);
        check(status, "ICU normalisation");
        return visible(composed);
    }

    static std::u32string visible(const icu::UnicodeString& text)
    {
        std::u32string kept;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
            const UChar32 c = text.char32At(i);
            if (!is_invisible(c) && !is_decoration(c))
                kept += static_cast<char32_t>(c);
        }
        return kept;
    }

    const icu::Normalizer2* casefold_ = nullptr;
    const icu::Normalizer2* decompose_ = nullptr;
    const icu::Normalizer2* compose_ = nullptr;
    USpoofChecker* spoof_ = nullptr;
    std::map<std::u32string, char32_t> ascii_of_;
};

/// A letter of Latin is folded to what it looks like (ø, ł, æ, ı); of other scripts the look is
/// noted beside, so that their own words stay what they are.
void note_look(folding& made, std::u32string& folded, UChar32 typed, const icu_folder& icu)
{
    const auto first = static_cast<UChar32>(folded.front());
    const auto script = script_of(first);
    if (script == USCRIPT_LATIN && folded.size() == 1 && first >= 0x80) {
        if (const auto letter = plain_letter_of(folded.front()); letter != 0)
            folded = {letter};
        else if (auto shape = icu.look(first); !shape.empty())
            folded = std::move(shape);
    } else if (has_latin_look_alikes(script)) {
        made.foreign = true;
        if (const auto shape = icu.look(first); shape.size() == 1)
            made.look = shape.front();
        if (const auto shape = icu.look(typed); shape.size() == 1)
            made.look_as_typed = shape.front();
        else if (made.look == 0)
            made.look_as_typed = latin_stand_in(folded.front());
        made.ambiguous = made.look == 'l' || made.look_as_typed == 'l';
    }
}

}  // namespace

const fold_table& fold_table::instance()
{
    static const fold_table table;
    return table;
}

fold_table::fold_table()
    : table_(pages_end),
      rest_(1)
{
    const icu_folder icu;
    for (UChar32 c = 0; c < static_cast<UChar32>(pages_end); ++c) {
        folding& made = table_[static_cast<std::size_t>(c)];
        const auto type = u_charType(c);
        if (type == U_UNASSIGNED || type == U_SURROGATE || type == U_PRIVATE_USE_CHAR) {
            made.folded = static_cast<char32_t>(c);
            continue;
        }
        if (u_isUWhiteSpace(c)) {
            made.folded = U' ';
            made.kind = unit_kind::space;
            continue;
        }
        if (is_invisible(c) || is_decoration(c))
            continue;

        auto folded = c < 0x80 ? std::u32string{lower(c)} : icu.fold(c);
        if (folded.empty())
            continue;
        if (const auto value = u_charDigitValue(c); value >= 0 && value <= 9)
            folded = {static_cast<char32_t>('0' + value)};
        if (const auto letter = boxed_letter(c); letter != 0)
            folded = {letter};
        note_look(made, folded, c, icu);

        made.folded = folded.front();
        made.kind = kind_of(static_cast<UChar32>(folded.front()));
        made.unspaced = is_unspaced(static_cast<UChar32>(folded.front()));
        made.mark = is_mark(static_cast<UChar32>(folded.front()));
        made.composes = made.mark || is_inner_jamo(static_cast<UChar32>(folded.front()));
        if (folded.size() > 1) {
            made.more = static_cast<std::uint16_t>(rest_.size());
            rest_.push_back(folded.substr(1));
        }
    }
    for (const auto& [code_point, letter, ambiguous] : signs) {
        folding& made = table_[code_point];
        made.look = letter;
        made.ambiguous = ambiguous;
        if (made.kind == unit_kind::punctuation)
            made.kind = unit_kind::symbol;
    }
}

char32_t fold_table::compose(char32_t first, char32_t second) const
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* composing = icu::Normalizer2::getNFCInstance(status);
    check(status, "ICU normalisation");
    const auto composed =
        composing->composePair(static_cast<UChar32>(first), static_cast<UChar32>(second));
    return composed < 0 ? 0 : static_cast<char32_t>(composed);
}

folding fold_table::outside(char32_t code_point) const
{
    folding made;
    const auto c = static_cast<UChar32>(code_point);
    if (!is_invisible(c) && !is_decoration(c)) {
        made.folded = code_point;
        made.kind = kind_of(c);
        made.unspaced = is_unspaced(c);
        made.mark = is_mark(c);
    }
    return made;
}

}  // namespace rejoinder::moderation
