#include "moderation/text/scheme_spelling.hpp"

#include "moderation/text/ascii.hpp"

namespace rejoinder::moderation {

namespace {

/// Reads on character by character; once it met a blank it may meet one before each.
class scheme_reader {
public:
    explicit scheme_reader(std::string_view text)
        : text_(text)
    {
    }

    bool eat(std::string_view any_of)
    {
        auto at = at_;
        if (spaced_ && at < text_.size() && text_[at] == ' ')
            ++at;
        if (at >= text_.size() || any_of.find(lower_ascii(text_[at])) == std::string_view::npos)
            return false;
        at_ = at + 1;
        return true;
    }

    void look_for_blanks() { spaced_ = at_ < text_.size() && text_[at_] == ' '; }
    std::size_t at() const { return at_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool spaced_ = false;
};

/// "http", "hxxp", "h**p", and with a letter lost "ttp", "htp".
bool eat_name(scheme_reader& reader)
{
    constexpr std::string_view for_t = "tx*_#+-";
    const bool has_h = reader.eat("h");
    reader.look_for_blanks();
    return reader.eat(has_h ? for_t : "t") && (reader.eat(for_t) || has_h) && reader.eat("p");
}

/// "://", ":\\", "[:]//", "[://]", "//", ":/".
bool eat_slashes(scheme_reader& reader)
{
    const bool bracket = reader.eat("[(");
    const bool colon = reader.eat(":;");
    if (bracket && !colon)
        return false;
    const bool closed = bracket && reader.eat("])");
    const std::size_t slashes = reader.eat("/\\") ? (reader.eat("/\\") ? 2 : 1) : 0;
    if (bracket && !closed && !reader.eat("])"))
        return false;
    return slashes == 2 || (colon && slashes == 1);
}

}  // namespace

scheme_spelling spelled_scheme(std::string_view text)
{
    if (text.size() < 2 || !scheme_begins.contains(text[0]) || !scheme_goes_on.contains(text[1]))
        return {};
    scheme_reader reader(text);
    if (!eat_name(reader))
        return {};
    const bool secure = reader.eat("s$");
    if (!eat_slashes(reader))
        return {};

    auto length = reader.at();
    const std::string_view plain = secure ? "https://" : "http://";
    const bool disguised = lower_ascii(text.substr(0, length)) != plain;
    // "http:// example.com"
    const bool goes_on = length + 1 < text.size() && text[length] == ' ' && text[length + 1] > ' ';
    if (goes_on)
        ++length;
    return {length, plain, disguised || goes_on};
}

}  // namespace rejoinder::moderation
