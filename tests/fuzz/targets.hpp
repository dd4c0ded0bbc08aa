#pragma once

#include <string_view>

namespace rejoinder::fuzz {

// Each takes any bytes, does with them what the server does with those of a stranger or an
// operator, and ends the program where a promise is broken. Run in the root of the repository.

void normalize(std::string_view bytes);      ///< Folding and skeletons of a text.
void find_links(std::string_view bytes);     ///< Links in a text.
void judge(std::string_view bytes);          ///< Name, website and text, one a line, judged.
void word_list(std::string_view bytes);      ///< The file of a word list.
void rule_set(std::string_view bytes);       ///< A file such as config/moderation.json.
void configuration(std::string_view bytes);  ///< A file such as config/rejoinder.json.
void key_file(std::string_view bytes);       ///< The keys.

void http_request(std::string_view bytes);        ///< What a connection sends, cut in any way.
void websocket_messages(std::string_view bytes);  ///< What it sends behind a handshake.
void html_form(std::string_view bytes);           ///< The body of a plain form.
void json_form(std::string_view bytes);           ///< The body of the API's post.
void cursor(std::string_view bytes);              ///< Where a page ended; and times.
void token(std::string_view bytes);               ///< An author's, a form's, a sealed text.
void redis_reply(std::string_view bytes);         ///< What a Redis answers.
void submission(std::string_view bytes);          ///< An entry of the queue.

struct target {
    const char* name;
    void (*run)(std::string_view bytes);
};

/// Each by the name of its folder in tests/fuzz/corpus/.
inline constexpr target targets[] = {
    {"normalize", normalize},
    {"find_links", find_links},
    {"judge", judge},
    {"word_list", word_list},
    {"rule_set", rule_set},
    {"configuration", configuration},
    {"key_file", key_file},
    {"http_request", http_request},
    {"websocket_messages", websocket_messages},
    {"html_form", html_form},
    {"json_form", json_form},
    {"cursor", cursor},
    {"token", token},
    {"redis_reply", redis_reply},
    {"submission", submission},
};

}  // namespace rejoinder::fuzz
