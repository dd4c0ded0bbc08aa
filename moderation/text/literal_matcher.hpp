#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::moderation {

/// Where a literal was found: bytes [begin, end) of the text.
struct literal_hit {
    std::size_t literal = 0;  ///< Index into the literals the matcher was made from.
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Finds any number of literals in one pass, byte by byte and overlapping ones included. Knows
/// nothing of words. Immutable; safe to use from several threads at once.
class literal_matcher {
public:
    /// The literals must be different and not empty. Throws literal_error for one that does not
    /// compile, std::bad_alloc or std::runtime_error for anything else.
    explicit literal_matcher(const std::vector<std::string>& literals);
    ~literal_matcher();
    literal_matcher(literal_matcher&&) noexcept;
    literal_matcher& operator=(literal_matcher&&) noexcept;

    /// Appends the hits in the order of their ends. Throws std::runtime_error when the scan fails.
    void find(std::string_view text, std::vector<literal_hit>& hits) const;

private:
    struct database;
    std::unique_ptr<database> database_;
};

/// A literal that does not compile.
struct literal_error {
    std::size_t literal = 0;
    std::string message;
};

}  // namespace rejoinder::moderation
