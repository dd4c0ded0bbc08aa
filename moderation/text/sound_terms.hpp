#pragma once

#include "moderation/text/guessing.hpp"
#include "moderation/text/normalize.hpp"
#include "moderation/text/string_sieve.hpp"
#include "moderation/text/word_hit.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rejoinder::moderation {

/// What a word of Latin letters sounds like, roughly: ph as f; c, ck and q as k; z as s; x as ks; y
/// as i. Letters in a row of three or more are one; from the 25th on they are not looked at. "ch"
/// and a soft c stay what they are.
std::string sound_of(std::string_view letters);

/// Finds terms that are spelled in another way and sound the same ("phuck", "kunt"), that lost
/// their vowels ("bstrd") or are written backwards. Whole words only; a fixed number of look-ups a
/// word.
///
/// Two ordinary spellings that sound alike are two words ("arced" and "arsed"). So each letter that
/// differs from the term must be one that people write to be different: ph or f for each other; k
/// and q for c, ck or k; z for s; y for i; ks for x.
class sound_terms {
public:
    /// `term` is one folded word of Latin letters, at least four, with careful guessing five;
    /// anything else is left alone. With `open_end` it is also found with the common endings of
    /// English (-s, -er, -ing, -in', -ed). Only with free guessing it is read backwards.
    void add(const std::u32string& term, bool open_end, std::size_t id, guessing how);

    void find(const folded_text& text, std::vector<word_hit>& hits) const;

private:
    struct sounding {
        std::size_t id;
        bool open_end;
        std::string letters;
        std::string spellings;  // of each sound
    };

    class hashes;
    class word;

    void add_spelling(const std::string& letters, std::size_t id);
    void look_at(const word& read, word_hit place, std::vector<word_hit>& hits) const;
    void look_up(const word& read, const hashes& heard, word_hit place, std::vector<word_hit>& hits)
        const;

    std::unordered_map<std::string, std::vector<sounding>> terms_;  // by sound
    std::unordered_map<std::string, std::vector<std::size_t>> other_spellings_;
    string_sieve sieve_of_sounds_;
    string_sieve sieve_of_spellings_;
};

}  // namespace rejoinder::moderation
