#include "server/intake/comment_form.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder;
using intake::read_html_form;
using intake::read_json_form;

TEST_CASE("JSON form: every field is read by its name", "[intake][form]")
{
    const auto form = read_json_form(R"({
        "name": "Ada", "email": "ada@mail.example", "website": "https://ada.example",
        "text": "Well \"said\"\n\u00e4", "parent": "p", "story_url": "https://news.example/bridge",
        "story_title": "The bridge", "form_token": "t", "redirect_to": "/thanks"})");

    REQUIRE(form.has_value());
    CHECK(form->name == "Ada");
    CHECK(form->email.reveal_private_address() == "ada@mail.example");
    CHECK(form->website == "https://ada.example");
    CHECK(form->text == "Well \"said\"\n\xC3\xA4");
    CHECK(form->parent == "p");
    CHECK(form->story_url == "https://news.example/bridge");
    CHECK(form->story_title == "The bridge");
    CHECK(form->form_token == "t");
    CHECK(form->redirect_to == "/thanks");
}

TEST_CASE("JSON form: absent, null and unknown fields do no harm", "[intake][form]")
{
    const auto form = read_json_form(R"({"text": "x", "name": null, "extra": [{"a": 1}]})");

    REQUIRE(form.has_value());
    CHECK(form->text == "x");
    CHECK(form->name.empty());
    CHECK(form->email.reveal_private_address().empty());
}

TEST_CASE("JSON form: what is no object is refused as a whole", "[intake][form]")
{
    const auto body = GENERATE(values<std::string>({
        "",
        "null",
        "[]",
        "\"text\"",
        "{\"text\": \"x\"",
        "{\"text\": \"x\"} {}",
        "{\"text\": \"\xFF\"}",
        "{\"text\": \"\\ud800\"}",
        "{\"a\": {\"b\": {\"c\": {}}}}",
        std::string(100'000, '['),
        "text=x&name=Ada",
    }));

    const auto form = read_json_form(body);
    REQUIRE_FALSE(form.has_value());
    CHECK(form.error().code == model::error::invalid_request);
}

TEST_CASE("JSON form: brackets inside a text are no nesting", "[intake][form]")
{
    const auto form = read_json_form(R"({"text": "[[[[ \" {{{{ \\", "name": "n"})");

    REQUIRE(form.has_value());
    CHECK(form->text == "[[[[ \" {{{{ \\");
}

TEST_CASE("JSON form: each field that is no text is named", "[intake][form]")
{
    const auto form = read_json_form(R"({"name": 1, "email": {}, "text": ["x"], "parent": true})");

    REQUIRE_FALSE(form.has_value());
    CHECK(form.error().code == model::error::invalid_comment);
    CHECK(
        form.error().fields == std::vector<model::field_error>{
                                   {"name", "invalid", "This must be a text."},
                                   {"text", "invalid", "This must be a text."},
                                   {"parent", "invalid", "This must be a text."},
                                   {"email", "invalid", "This must be a text."}});
}

TEST_CASE("HTML form: our names and WordPress' names mean the same", "[intake][form]")
{
    const auto body = GENERATE(
        as<std::string>(),
        "name=Ada&email=ada%40mail.example&website=https%3A%2F%2Fada.example&text=Well+said&parent="
        "p",
        "comment=Well+said&author=Ada&email=ada%40mail.example&url=https%3A%2F%2Fada.example"
        "&submit=Post+Comment&comment_post_ID=123&comment_parent=p");

    const auto form = read_html_form(body);
    REQUIRE(form.has_value());
    CHECK(form->name == "Ada");
    CHECK(form->email.reveal_private_address() == "ada@mail.example");
    CHECK(form->website == "https://ada.example");
    CHECK(form->text == "Well said");
    CHECK(form->parent == "p");
}

TEST_CASE("HTML form: WordPress' parent 0 is none", "[intake][form]")
{
    const auto form = read_html_form("comment=x&comment_parent=0");

    REQUIRE(form.has_value());
    CHECK(form->parent.empty());
}

TEST_CASE("HTML form: escapes are decoded once", "[intake][form]")
{
    struct example {
        std::string body;
        std::string text;
    };
    const auto [body, text] = GENERATE(
        example{"text=a+b%2Bc", "a b+c"},
        example{"text=%C3%A4%0D%0Ax", "\xC3\xA4\r\nx"},
        example{"text=%2541", "%41"},
        example{"text=a=b", "a=b"},
        example{"text=", ""},
        example{"text", ""},
        example{"", ""},
        example{"&&text=x&&", "x"},
        example{"text=one&text=two", "two"},
        example{"=nameless&text=x", "x"},
        example{"te%78t=x", "x"});

    const auto form = read_html_form(body);
    REQUIRE(form.has_value());
    CHECK(form->text == text);
    CHECK(form->story_url.empty());
}

TEST_CASE("HTML form: a broken escape refuses the form", "[intake][form]")
{
    const auto body = GENERATE(as<std::string>(), "text=%", "text=%4", "text=%zz", "%=x");

    const auto form = read_html_form(body);
    REQUIRE_FALSE(form.has_value());
    CHECK(form.error().code == model::error::invalid_request);
}
