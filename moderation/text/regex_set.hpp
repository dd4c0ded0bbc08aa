#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Where a pattern matched: bytes [begin, end) of the text.
struct regex_hit {
    std::size_t pattern = 0;  ///< Index into the patterns the set was made from.
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A pattern that cannot be used.
struct regex_error {
    std::size_t pattern = 0;
    std::string message;
};

/// Matches kept of one pattern in one text.
inline constexpr std::size_t regex_hits_max = 20;

/// Finds many regular expressions (RE2, linear time) in a pass for what letters they need and one
/// for those that need none in particular; each that can occur is then matched alone for its
/// places. Case makes no difference. Immutable and safe for several threads.
class regex_set {
public:
    /// Throws regex_error for a pattern that does not compile or that matches the empty text (and
    /// with it every text), std::runtime_error when all together need too much memory.
    explicit regex_set(const std::vector<std::string>& patterns);
    ~regex_set();
    regex_set(regex_set&&) noexcept;
    regex_set& operator=(regex_set&&) noexcept;

    /// The text must be folded (normalize.hpp), or valid UTF-8 without capitals at least. Throws
    /// std::runtime_error when matching needs too much memory.
    void find(std::string_view text, std::vector<regex_hit>& hits) const;

private:
    struct compiled;
    std::unique_ptr<compiled> compiled_;
};

}  // namespace rejoinder::moderation
