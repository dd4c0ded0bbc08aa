#pragma once

#include "server/model/ids.hpp"
#include "server/model/time.hpp"
#include "server/privacy/key_ring.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// Tokens that need no storage: message authentication codes under the installation's keys. Each is
/// "<key version>.<code>"; checking takes the same time whether it is right or wrong.
class tokens {
public:
    /// The ring must outlive this.
    explicit tokens(const key_ring& keys);

    /// What the writer of a comment gets: who has it may see the comment while it waits, edit and
    /// withdraw it, and is recognised as its author.
    std::string for_author(const model::comment_id& comment) const;
    bool is_author(const model::comment_id& comment, std::string_view token) const;

    /// What the form carries: says for which story it was given out, and when.
    std::string for_form(const model::story_key& story, model::timestamp issued) const;

    /// How old the token is, or nothing when it is not one of ours for this story.
    std::optional<std::chrono::milliseconds> form_age(
        const model::story_key& story,
        std::string_view token,
        model::timestamp now) const;

private:
    std::string code(std::string_view version, std::string_view message) const;
    bool matches(std::string_view token, std::string_view message) const;

    const key_ring& keys_;
};

}  // namespace rejoinder::privacy
