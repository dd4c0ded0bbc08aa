#pragma once

#include "moderation/text/normalize.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rejoinder::moderation {

/// What is compared of a text: its letters and digits, read through disguises, in overlapping
/// groups of four. Blanks, punctuation, case and accents are not looked at.
class shingles {
public:
    explicit shingles(const folded_text& text);

    std::size_t letters() const noexcept { return letters_; }

    /// Hashes of the groups, in the order of the text.
    const std::vector<std::uint64_t>& groups() const noexcept { return groups_; }

    /// Common groups as a share of all: 1 for the same text, 0 for nothing in common.
    double similarity_to(const shingles& other) const;

    /// False only where `similarity_to` would be less than `least`, and seldom true where it would
    /// be. Takes a small part of the time.
    bool may_reach(double least, const shingles& other) const;

    /// Whether every letter is the same, not only every group.
    bool same_as(const shingles& other) const;

private:
    std::size_t mark_of(std::uint64_t group) const;
    std::vector<std::uint64_t> different_groups() const;

    std::size_t letters_ = 0;
    std::uint64_t whole_ = 0;            // hash of all letters
    std::vector<std::uint64_t> groups_;  // hashes
    std::vector<bool> marks_;            // of the groups; several may share one
    std::size_t marked_ = 0;             // how many there are
};

}  // namespace rejoinder::moderation
