#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace rejoinder::model {

/// A string that identifies one kind of thing, so that a story id is never taken for a comment id.
template <class Tag>
class id {
public:
    id() = default;
    explicit id(std::string value)
        : value_(std::move(value))
    {
    }

    const std::string& str() const noexcept { return value_; }
    bool empty() const noexcept { return value_.empty(); }

    friend auto operator<=>(const id&, const id&) = default;

private:
    std::string value_;
};

using comment_id = id<struct comment_tag>;      ///< UUIDv7, canonical lower-case text, 36 bytes.
using site_id = id<struct site_tag>;            ///< Chosen by the operator: [a-z0-9-]{1,40}.
using story_id = id<struct story_tag>;          ///< The site's own id, 1 to 200 bytes of UTF-8.
using moderator_id = id<struct moderator_tag>;  ///< UUIDv7.

/// Keyed hash of an author's normalised address: 32 lower-case hexadecimal digits. Known only
/// inside and at the desk; says nothing without the key.
using pseudonym = id<struct pseudonym_tag>;

/// Keyed hash of a client's network address (its /24 or /48 for `network`). Expires.
using client_pseudonym = id<struct client_pseudonym_tag>;

/// A story is known by its site and the site's own id for it.
struct story_key {
    site_id site;
    story_id story;

    friend auto operator<=>(const story_key&, const story_key&) = default;
};

/// A fresh UUIDv7 (RFC 9562): sorts by time of creation, 74 random bits.
std::string new_uuid();
comment_id new_comment_id();
moderator_id new_moderator_id();

/// True for a UUID in canonical lower-case form of any version.
bool is_uuid(std::string_view text) noexcept;

}  // namespace rejoinder::model

template <class Tag>
struct std::hash<rejoinder::model::id<Tag>> {
    std::size_t operator()(const rejoinder::model::id<Tag>& value) const noexcept
    {
        return std::hash<std::string>()(value.str());
    }
};

template <>
struct std::hash<rejoinder::model::story_key> {
    std::size_t operator()(const rejoinder::model::story_key& key) const noexcept
    {
        return std::hash<std::string>()(key.site.str()) * 31 +
               std::hash<std::string>()(key.story.str());
    }
};
