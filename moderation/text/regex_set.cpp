#include "moderation/text/regex_set.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <stdexcept>

namespace rejoinder::moderation {

namespace {

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

}  // namespace

struct regex_set::compiled {
    RE2::Set all{set_options(), RE2::UNANCHORED};
    std::vector<std::unique_ptr<const RE2>> alone;
};

regex_set::regex_set(const std::vector<std::string>& patterns)
    : compiled_(std::make_unique<compiled>())
{
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        auto pattern = std::make_unique<const RE2>(patterns[i], options());
        if (!pattern->ok())
            throw regex_error{i, pattern->error()};
        if (RE2::FullMatch("", *pattern))
            throw regex_error{i, "the pattern matches the empty text, and so every text"};
        std::string error;
        if (compiled_->all.Add(patterns[i], &error) < 0)
            throw regex_error{i, error};
        compiled_->alone.push_back(std::move(pattern));
    }
    if (!patterns.empty() && !compiled_->all.Compile())
        throw std::runtime_error("the patterns together need too much memory");
}

regex_set::~regex_set() = default;
regex_set::regex_set(regex_set&&) noexcept = default;
regex_set& regex_set::operator=(regex_set&&) noexcept = default;

void regex_set::find(std::string_view text, std::vector<regex_hit>& hits) const
{
    if (compiled_->alone.empty() || text.empty())
        return;

    std::vector<int> matching;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    const re2::StringPiece all(text.data(), text.size());
    if (!compiled_->all.Match(all, &matching, &error)) {
        if (error.kind != RE2::Set::kNoError)
            throw std::runtime_error("matching patterns needs too much memory");
        return;
    }
    for (const int index : matching) {
        const auto& pattern = *compiled_->alone[static_cast<std::size_t>(index)];
        std::size_t from = 0;
        for (std::size_t count = 0; count < regex_hits_max && from < text.size(); ++count) {
            re2::StringPiece match;
            if (!pattern.Match(all, from, text.size(), RE2::UNANCHORED, &match, 1))
                break;
            const auto begin = static_cast<std::size_t>(match.data() - text.data());
            const auto end = begin + match.size();
            if (!match.empty())
                hits.push_back({static_cast<std::size_t>(index), begin, end});
            from = match.empty() ? end + 1 : end;
        }
    }
}

}  // namespace rejoinder::moderation
