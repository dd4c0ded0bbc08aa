#pragma once

#include "server/model/submission.hpp"

#include <cstdio>
#include <string>

namespace rejoinder::tests {

/// The id of the n-th sample: a canonical UUID that sorts by n.
inline model::comment_id sample_id(int number)
{
    char text[40];
    std::snprintf(text, sizeof text, "0192f0c1-0000-7000-8000-%012d", number);
    return model::comment_id(text);
}

/// A submission with every field but `parent` filled; tests change what they are about. Each
/// number has an id, a text and an author of its own; they are a second apart.
inline model::submission sample_submission(int number = 1)
{
    char author[33];
    std::snprintf(author, sizeof author, "%032x", 0xa0000 + number);

    model::submission submission;
    submission.id = sample_id(number);
    submission.story = {model::site_id("demo"), model::story_id("bridge")};
    submission.story_url = "https://news.example/bridge";
    submission.story_title = "The bridge is open";
    submission.author.name = "Ada";
    submission.author.website = "https://ada.example/";
    submission.author.known_as = model::pseudonym(author);
    submission.author.email.text = "k1.bm90LWFuLWFkZHJlc3MtYnV0LXNlYWxlZA";
    submission.author.email_domain = "mail.example";
    submission.text = "Comment number " + std::to_string(number) + ", well meant.";
    submission.client = model::client_pseudonym("c0ffee00c0ffee00c0ffee00c0ffee00");
    submission.network = model::client_pseudonym("0ddba1100ddba1100ddba1100ddba110");
    submission.submitted_at =
        *model::from_rfc3339("2026-10-01T09:15:00.123Z") + std::chrono::seconds(number);
    return submission;
}

}  // namespace rejoinder::tests
