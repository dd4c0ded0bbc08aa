#pragma once

#include <string>
#include <string_view>

namespace rejoinder::publish {

/// Appends one block's text as HTML: links, emphasis and line breaks; the rest escaped.
void render_inline(std::string_view text, std::string& html);

/// Appends the text with & < > " ' escaped.
void append_escaped(std::string_view text, std::string& html);

}  // namespace rejoinder::publish
