#include "server/publish/render_text.hpp"

#include "tests/support/catch.hpp"

#include <string>

using rejoinder::publish::render_text;

TEST_CASE("render text: the closed grammar", "[publish]")
{
    const auto [text, html] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"one", "<p>one</p>"},
        {"one\ntwo", "<p>one<br>two</p>"},
        {"one\n\n \ntwo", "<p>one</p><p>two</p>"},
        {"> said\n> so\n\nno", "<blockquote><p>said<br>so</p></blockquote><p>no</p>"},
        {"> last", "<blockquote><p>last</p></blockquote>"},
        {"a *b* c", "<p>a <em>b</em> c</p>"},
        {"a **b *c* d** e", "<p>a <strong>b <em>c</em> d</strong> e</p>"},
        {"2 * 3 * 4", "<p>2 * 3 * 4</p>"},
        {"*open", "<p>*open</p>"},
        {"***", "<p>***</p>"},
        {"see https://a.example/x?y=1&z=2.",
         "<p>see <a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"nofollow ugc noopener\">"
         "https://a.example/x?y=1&amp;z=2</a>.</p>"},
        {"(http://a.example/b(c))",
         "<p>(<a href=\"http://a.example/b(c)\" rel=\"nofollow ugc noopener\">"
         "http://a.example/b(c)</a>)</p>"},
        {"http://", "<p>http://</p>"},
        {"javascript:alert(1)", "<p>javascript:alert(1)</p>"},
    }));
    CAPTURE(text);
    CHECK(render_text(text) == html);
}

TEST_CASE("render text: nothing typed is taken for markup", "[publish]")
{
    CHECK(
        render_text("<script>alert('x')</script> & \"q\"") ==
        "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;</p>");
    CHECK(
        render_text("https://a.example/\"onmouseover=x") ==
        "<p><a href=\"https://a.example/\" rel=\"nofollow ugc noopener\">https://a.example/</a>"
        "&quot;onmouseover=x</p>");
}

TEST_CASE("render text: elements close in the order they opened", "[publish]")
{
    CHECK(render_text("*a **b* c**") == "<p>*a <strong>b* c</strong></p>");
    CHECK(render_text("**a *b** c*") == "<p><strong>a *b</strong> c*</p>");
}
