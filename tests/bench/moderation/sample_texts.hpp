#pragma once

#include "moderation/comment_view.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rejoinder::bench {

/// What a text is like.
enum class text_kind : std::uint8_t {
    mixed,      ///< As comments are: see `sample_comments`.
    ascii,      ///< English without anything that is not ASCII.
    russian,    ///< Cyrillic throughout.
    disguised,  ///< Every sentence with signs and digits for letters, spaced and masked words.
};

/// A comment that owns its text.
struct sample_comment {
    std::string name;
    std::string text;
    moderation::author_activity author;

    /// Views this object.
    moderation::comment_input input() const;
};

/// Comments of about this many bytes, the same for the same seed. In mixed ones every tenth holds
/// one of `terms`, half of those in disguise; every sixth typographic quotes, every twelfth an
/// emoji, every tenth a link, every tenth a number; every fourth author has an earlier comment.
std::vector<sample_comment> sample_comments(
    std::size_t count,
    std::size_t bytes,
    text_kind kind,
    std::span<const std::string> terms,
    std::uint64_t seed);

}  // namespace rejoinder::bench
