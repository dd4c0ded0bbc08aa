#pragma once

#include "server/model/comment.hpp"
#include "server/model/story.hpp"

#include <string>

namespace rejoinder::tests {

/// A published comment with every field filled; tests change what they are about.
inline model::comment sample_record(const std::string& id = "0192f0c1-0000-7000-8000-000000000001")
{
    model::comment comment;
    comment.id = model::comment_id(id);
    comment.story = {model::site_id("demo"), model::story_id("bridge")};
    comment.author_name = "Ada";
    comment.author = model::pseudonym("00112233445566778899aabbccddeeff");
    comment.avatar = "salt";
    comment.text = "Well said.";
    comment.state = model::comment_state::published;
    comment.created_at = *model::from_rfc3339("2026-10-01T09:15:00.123Z");
    return comment;
}

inline model::story sample_story()
{
    model::story story;
    story.key = {model::site_id("demo"), model::story_id("bridge")};
    story.url = "https://news.example/bridge";
    story.published_count = 3;
    return story;
}

}  // namespace rejoinder::tests
