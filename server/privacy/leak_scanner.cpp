#include "server/privacy/leak_scanner.hpp"

#include <algorithm>
#include <istream>
#include <stdexcept>
#include <utility>

namespace rejoinder::privacy {

namespace {

constexpr std::size_t chunk_bytes = 1024 * 1024;
constexpr std::uint64_t window_mask = (std::uint64_t{1} << (8 * leak_scanner::window_bytes)) - 1;

std::uint64_t slide(std::uint64_t window, char next)
{
    return ((window << 8) | static_cast<unsigned char>(next)) & window_mask;
}

void fold(std::string& text, std::size_t from)
{
    for (auto i = from; i < text.size(); ++i)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = static_cast<char>(text[i] - 'A' + 'a');
}

}  // namespace

void leak_scanner::add(const private_email& address)
{
    for (auto& form : forms_of(address)) {
        if (form.bytes.size() < window_bytes)
            continue;
        std::uint64_t window = 0;
        for (std::size_t i = 0; i < window_bytes; ++i)
            window = slide(window, form.bytes[i]);
        longest_ = std::max(longest_, form.bytes.size());
        forms_[window].push_back({addresses_, std::move(form)});
    }
    ++addresses_;
}

/// Finds forms that begin before `begins_before`; `base` is the offset of the text's first byte.
void leak_scanner::scan_from(
    std::string_view folded,
    std::uint64_t base,
    std::size_t begins_before,
    std::vector<leak>& found) const
{
    std::uint64_t window = 0;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        window = slide(window, folded[i]);
        if (i + 1 < window_bytes)
            continue;
        const auto begin = i + 1 - window_bytes;
        if (begin >= begins_before)
            return;
        const auto known = forms_.find(window);
        if (known == forms_.end())
            continue;
        for (const auto& each : known->second)
            if (folded.substr(begin).starts_with(each.form.bytes))
                found.push_back({each.address, each.form.name, base + begin});
    }
}

std::vector<leak> leak_scanner::scan(std::string_view text) const
{
    std::string folded(text);
    fold(folded, 0);
    std::vector<leak> found;
    scan_from(folded, 0, folded.size(), found);
    return found;
}

std::vector<leak> leak_scanner::scan(std::istream& in) const
{
    std::vector<leak> found;
    std::string text;
    std::uint64_t base = 0;
    for (;;) {
        const auto kept = text.size();
        text.resize(kept + chunk_bytes);
        in.read(text.data() + kept, static_cast<std::streamsize>(chunk_bytes));
        text.resize(kept + static_cast<std::size_t>(in.gcount()));
        if (in.bad())
            throw std::runtime_error("verify-privacy: reading failed");
        fold(text, kept);
        // A form that begins in the last bytes may go on in the next chunk: it is looked for then.
        const auto complete =
            in.eof() ? text.size() : text.size() - std::min(text.size(), longest_);
        scan_from(text, base, complete, found);
        if (in.eof())
            return found;
        text.erase(0, complete);
        base += complete;
    }
}

}  // namespace rejoinder::privacy
