#include "moderation/text/host_look.hpp"

#include "moderation/text/ascii.hpp"
#include "moderation/text/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace rejoinder::moderation {

namespace {

constexpr std::size_t host_bytes_max = 1'100;  // longer is no host

struct close_checker {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

const USpoofChecker* checker()
{
    static const auto made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<USpoofChecker, close_checker> opened(uspoof_open(&status));
        if (U_FAILURE(status))
            throw std::runtime_error(std::string("ICU confusables: ") + u_errorName(status));
        return opened;
    }();
    return made.get();
}

/// The host as a browser might show it: punycode as the letters it stands for.
std::string shown(std::string_view host)
{
    if (host.find("xn--") == std::string_view::npos)
        return std::string(host);
    static const std::unique_ptr<const icu::IDNA> idna = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::IDNA>(
            icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_UNICODE, status));
    }();
    UErrorCode status = U_ZERO_ERROR;
    icu::IDNAInfo info;
    std::string letters;
    icu::StringByteSink<std::string> sink(&letters);
    if (idna)
        idna->nameToUnicodeUTF8(
            icu::StringPiece(host.data(), static_cast<int32_t>(host.size())),
            sink,
            info,
            status);
    return U_FAILURE(status) || info.hasErrors() ? std::string(host) : letters;
}

/// What the text looks like: the same for all that look the same (UTS 39).
std::string look_of(std::string_view text)
{
    std::array<char, host_bytes_max * 4> look{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length = uspoof_getSkeletonUTF8(
        checker(),
        0,
        text.data(),
        static_cast<int32_t>(text.size()),
        look.data(),
        static_cast<int32_t>(look.size()),
        &status);
    if (U_FAILURE(status) || length > static_cast<int32_t>(look.size()))
        return std::string(text);
    return {look.data(), static_cast<std::size_t>(length)};
}

struct scripts {
    bool latin = false;
    int looking_latin = 0;  // scripts with letters that pass for Latin ones
    bool other = false;
};

scripts scripts_of(std::string_view label)
{
    constexpr std::array<UScriptCode, 4> alike =
        {USCRIPT_CYRILLIC, USCRIPT_GREEK, USCRIPT_ARMENIAN, USCRIPT_CHEROKEE};
    std::array<bool, 4> seen{};
    scripts found;
    for (std::size_t at = 0; at < label.size();) {
        UErrorCode status = U_ZERO_ERROR;
        const auto c = static_cast<UChar32>(next_code_point(label, at));
        const auto script = uscript_getScript(c, &status);
        found.latin = found.latin || script == USCRIPT_LATIN;
        bool is_alike = false;
        for (std::size_t i = 0; i < alike.size(); ++i) {
            is_alike = is_alike || alike[i] == script;
            seen[i] = seen[i] || alike[i] == script;
        }
        found.other = found.other || (u_isalpha(c) && script != USCRIPT_LATIN && !is_alike);
    }
    for (const bool each : seen)
        found.looking_latin += each ? 1 : 0;
    return found;
}

}  // namespace

bool has_deceptive_label(std::string_view host)
{
    if (host.find("xn--") == std::string_view::npos || host.size() > host_bytes_max)
        return false;
    const auto letters = shown(host);
    const bool latin_ending = is_ascii(letters.substr(letters.rfind('.') + 1));
    for (std::size_t begin = 0; begin < letters.size();) {
        const auto dot = std::min(letters.find('.', begin), letters.size());
        const auto label = std::string_view(letters).substr(begin, dot - begin);
        const auto found = scripts_of(label);
        if (found.looking_latin + (found.latin ? 1 : 0) > 1)
            return true;
        if (latin_ending && found.looking_latin == 1 && !found.other && is_ascii(look_of(label)))
            return true;
        begin = dot + 1;
    }
    return false;
}

genuine_hosts::genuine_hosts(const host_set& hosts)
    : hosts_(hosts)
{
    for (const auto& host : hosts_)
        by_look_.emplace(look_of(shown(host)), host);
}

std::string_view genuine_hosts::imitated_by(std::string_view host) const
{
    if (by_look_.empty() || host.size() > host_bytes_max || contains_host(hosts_, host))
        return {};
    auto letters = shown(host);
    for (std::string_view rest = letters;;) {
        if (const auto known = by_look_.find(look_of(rest)); known != by_look_.end())
            return known->second;
        const auto dot = rest.find('.');
        if (dot == std::string_view::npos)
            return {};
        rest.remove_prefix(dot + 1);
    }
}

}  // namespace rejoinder::moderation
