#include "moderation/text/find_links.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/host.hpp"
#include "moderation/text/ipv4_host.hpp"
#include "moderation/text/plain_links.hpp"
#include "moderation/text/tlds.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t host_bytes_max = 253 * 4;  // a name of 253 characters, written in UTF-8

constexpr bool is_ascii_alnum(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_label_character(char32_t c)
{
    if (c < 0x80)
        return is_ascii_alnum(c) || c == '-' || c == '_';
    return u_isalnum(static_cast<UChar32>(c)) ||
           u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool ends_url(char32_t c)
{
    return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c == 0xFFFD ||
           u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool ends_sentence(char32_t c, std::string_view rest)
{
    static constexpr std::u32string_view marks =
        U"\uFF0C\u3001\u300C\u300D\uFF08\uFF09\uFF01\uFF1F\u201D\u00BB";
    // Browsers take the ideographic full stop for a dot, so before ASCII letters it is one.
    if (c == 0x3002)
        return rest.empty() || !is_ascii_alnum(static_cast<unsigned char>(rest.front()));
    return marks.find(c) != std::u32string_view::npos;
}

bool is_punctuation_after(std::string_view last_character)
{
    static constexpr std::string_view marks[] = {
        ".", ",",      ";",      ":",      "!",      "?",      "'",      "*",      "_",      "~",
        "|", "\u2019", "\u201D", "\u00BB", "\u2026", "\u3002", "\uFF0C", "\u3001", "\u300D",
    };
    return std::find(std::begin(marks), std::end(marks), last_character) != std::end(marks);
}

std::string_view last_character_of(std::string_view text)
{
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
        --begin;
    return text.substr(begin);
}

/// Where the URL that begins at `begin` ends: before a blank, and without the punctuation of the
/// sentence it stands in. A closing bracket belongs to it only if it was opened in it.
std::size_t end_of_url(std::string_view text, std::size_t begin)
{
    std::size_t end = begin;
    std::array<int, 2> open{};  // ( and [
    while (end < text.size()) {
        auto next = end;
        const char32_t c = next_code_point(text, next);
        if (ends_url(c) || ends_sentence(c, text.substr(next)))
            break;
        // "https://one.example,https://two.example"
        if ((c == ',' || c == ';') && text.substr(next).starts_with("http"))
            break;
        if (c == '(' || c == '[')
            ++open[c == '['];
        if ((c == ')' || c == ']') && --open[c == ']'] < 0)
            break;
        end = next;
    }
    while (end > begin) {
        const auto last = last_character_of(text.substr(begin, end - begin));
        if (!is_punctuation_after(last) && last != "(" && last != "[")
            break;
        end -= last.size();
    }
    return end;
}

/// The scheme the run of letters ends in ("seehttp" does not count), by its length; 0: none.
std::size_t scheme_at_end(std::string_view run)
{
    static constexpr std::string_view schemes[] = {"https", "http", "ftp"};
    const auto lower = lower_ascii(run.substr(run.find_last_of(".-_") + 1));
    for (const auto scheme : schemes)
        if (lower == scheme)
            return scheme.size();
    return 0;
}

/// Whether a run such as "www.example.com" or "example.com" is a host by its looks.
bool looks_like_host(std::string_view run, bool path_follows)
{
    const auto last_dot = run.rfind('.');
    if (last_dot == std::string_view::npos || last_dot == 0)
        return false;
    const auto typed_ending = run.substr(last_dot + 1);
    auto ending = lower_ascii(typed_ending);
    // "in the end.Com" begins a sentence, "EXAMPLE.COM" does not.
    if (typed_ending != ending && std::any_of(typed_ending.begin(), typed_ending.end(), [](char c) {
            return c >= 'a' && c <= 'z';
        }))
        return false;

    const auto dot_count = std::count(run.begin(), run.end(), '.');
    if (lower_ascii(run.substr(0, 4)) == "www." && dot_count >= 2)
        return true;
    if (std::any_of(ending.begin(), ending.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0x80;
        }))
        ending = canonical_host(ending);
    switch (strength_of_ending(ending)) {
    case ending_strength::none:
        return path_follows && dot_count == 3 && ipv4_host(run) == run;
    case ending_strength::weak:
        return path_follows || dot_count >= 2;
    case ending_strength::strong:
        return true;
    }
    return false;
}

/// Whether the text ends in what is read as the sign of an e-mail address.
bool ends_in_at_sign(std::string_view text)
{
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    static constexpr std::string_view signs[] = {"@", "(at)", "[at]", "{at}", "(AT)", "[AT]"};
    return std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) {
        return text.ends_with(sign);
    });
}

/// Whether the part of a URL between scheme and path hides where it leads: "good.com@evil.com",
/// "3221225985", "%65xample.com".
bool is_deceptive(std::string_view authority)
{
    const auto user = authority.rfind('@');
    if (user != std::string_view::npos && looks_like_host(authority.substr(0, user), false))
        return true;
    auto host = authority.substr(user == std::string_view::npos ? 0 : user + 1);
    host = host.substr(0, host.find(':'));
    const auto address = ipv4_host(host);
    return host.find('%') != std::string_view::npos || (address && *address != host);
}

/// Walks over the plain text once, from one run of host characters and dots to the next that has a
/// sign of a link in it.
class link_finder {
public:
    explicit link_finder(const rewritten_text& plain)
        : plain_(plain),
          text_(plain.text())
    {
    }

    std::vector<link> find()
    {
        while (links_.size() < links_found_max && go_to_sign()) {
            const auto begin = at_;
            read_run();
            if (at_ == begin) {
                next_code_point(text_, at_);
                continue;
            }
            look_at_run(begin, at_);
        }
        return std::move(links_);
    }

private:
    /// Moves on to the next sign of a link, as far as nothing that belongs to it is passed. False
    /// when there is none.
    bool go_to_sign()
    {
        if (sign_ != std::string_view::npos && at_ <= sign_)
            return at_ < text_.size();
        sign_ = next_sign(at_);
        if (sign_ == text_.size())
            return false;
        auto begin = sign_;
        while (begin > at_ && !separates(text_[begin - 1]))
            --begin;
        at_ = begin;
        return true;
    }

    /// A dot that something follows, or what stands behind a scheme.
    std::size_t next_sign(std::size_t from) const
    {
        constexpr byte_set signs(".:");
        auto at = signs.find_in(text_, from);
        for (; at < text_.size(); at = signs.find_in(text_, at + 1)) {
            const auto rest = text_.substr(at + 1);
            if (text_[at] == ':' ? rest.starts_with("//") : !rest.empty() && !separates(rest[0]))
                break;
        }
        return at;
    }

    static bool separates(char c)
    {
        return static_cast<unsigned char>(c) < 0x80 && c != '.' &&
               !is_label_character(static_cast<unsigned char>(c));
    }

    void read_run()
    {
        while (at_ < text_.size()) {
            auto next = at_;
            const char32_t c = next_code_point(text_, next);
            if (c != '.' && !is_label_character(c))
                return;
            at_ = next;
        }
    }

    void look_at_run(std::size_t begin, std::size_t end)
    {
        const auto run = text_.substr(begin, end - begin);
        if (text_.substr(end).starts_with("://")) {
            if (const auto length = scheme_at_end(run); length > 0)
                add(end - length, end + 3);
            return;
        }
        const bool address =
            (begin > 0 && text_[begin - 1] == '@') || (end < text_.size() && text_[end] == '@') ||
            (plain_.is_rewritten(begin, end) && ends_in_at_sign(text_.substr(0, begin)));
        if (address || run.find('.') == std::string_view::npos)
            return;

        // "Wait...example.com": several dots separate.
        for (std::size_t part = begin; part < end;) {
            const auto part_end = std::min(text_.substr(0, end).find("..", part), end);
            auto last = part_end;
            while (part < last && (text_[part] == '.' || text_[part] == '-' || text_[part] == '_'))
                ++part;
            while (last > part && (text_[last - 1] == '.' || text_[last - 1] == '-'))
                --last;
            const bool path = last == end && end < text_.size() &&
                              std::string_view("/?#:").find(text_[end]) != std::string_view::npos &&
                              end + 1 < text_.size() && text_[end + 1] > ' ';
            if (last - part <= host_bytes_max &&
                looks_like_host(text_.substr(part, last - part), path)) {
                add(part, part, last, path);
                return;
            }
            part = part_end < end ? part_end + 2 : end;
        }
    }

    void add(std::size_t begin, std::size_t after_scheme)
    {
        const auto end = end_of_url(text_, after_scheme);
        const auto host_end = std::min(text_.find_first_of("/?#\\", after_scheme), end);
        at_ = std::max(end, after_scheme);
        if (host_end <= after_scheme || host_end - after_scheme > host_bytes_max)
            return;
        auto host = host_of(text_.substr(begin, end - begin));
        const auto authority = text_.substr(after_scheme, host_end - after_scheme);
        if (!host.empty())
            links_.push_back(
                {plain_.original_span(begin, end),
                 std::move(host),
                 plain_.is_rewritten(begin, host_end) || is_deceptive(authority)});
    }

    void add(std::size_t begin, std::size_t host_begin, std::size_t host_end, bool path)
    {
        const auto end = path ? std::max(end_of_url(text_, host_end), host_end) : host_end;
        at_ = std::max(at_, end);
        links_.push_back(
            {plain_.original_span(begin, end),
             canonical_host(text_.substr(host_begin, host_end - host_begin)),
             plain_.is_rewritten(begin, host_end)});
    }

    const rewritten_text& plain_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t sign_ = std::string_view::npos;
    std::vector<link> links_;
};

}  // namespace

std::vector<link> find_links(std::string_view text)
{
    const auto plain = plain_links(text);
    // Most comments have no link, and none is without one of these.
    if (plain.text().find('.') == std::string::npos &&
        plain.text().find("://") == std::string::npos)
        return {};
    return link_finder(plain).find();
}

}  // namespace rejoinder::moderation
