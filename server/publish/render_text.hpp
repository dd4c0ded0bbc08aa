#pragma once

#include <string>
#include <string_view>

namespace rejoinder::publish {

/// The one function that turns what a reader typed into HTML, from a closed grammar:
///
///     blank line      new paragraph            <p>
///     line break      break                    <br>
///     > at line start quotation                <blockquote>
///     *text*          emphasis                 <em>
///     **text**        strong emphasis          <strong>
///     http(s)://…     link                     <a rel="nofollow ugc noopener">
///
/// Nothing is ever sanitised, because nothing typed is ever taken for markup: every other character
/// is shown as typed. The result is linear in the input and well formed whatever the input is.
std::string render_text(std::string_view text);

/// Escapes the five characters that mean something in HTML text and attributes.
std::string escape_html(std::string_view text);

}  // namespace rejoinder::publish
