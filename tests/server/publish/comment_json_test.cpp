#include "server/publish/comment_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_comment_record.hpp"

#include <nlohmann/json.hpp>

using namespace rejoinder;
using nlohmann::json;
using tests::sample_record;
using tests::sample_story;

TEST_CASE("comment JSON: exactly what a reader may see", "[publish]")
{
    auto comment = sample_record();
    CHECK(
        publish::comment_json(comment) ==
        json::parse(R"({"id": "0192f0c1-0000-7000-8000-000000000001",
            "author": {"name": "Ada", "avatar": "salt"}, "html": "<p>Well said.</p>",
            "created_at": "2026-10-01T09:15:00.123Z", "likes": 0})"));

    comment.author_website = "https://ada.example/";
    comment.parent = model::comment_id("p");
    comment.edited_at = model::from_rfc3339("2026-10-01T09:16:00.000Z");
    const auto full = publish::comment_json(comment);
    CHECK(full.at("author").at("website") == "https://ada.example/");
    CHECK(full.at("parent") == "p");
    CHECK(full.at("edited_at") == "2026-10-01T09:16:00.000Z");
}

TEST_CASE("comment JSON: invalid UTF-8 is replaced and never thrown over", "[publish]")
{
    auto comment = sample_record();
    comment.author_name = "\xff";
    const auto page = publish::page_json(sample_story(), {{comment}, ""});
    CHECK(json::parse(page).at("comments").at(0).at("author").at("name") == "\xEF\xBF\xBD");
}

TEST_CASE("page JSON: replies nest under their parents, orphans stand at the top", "[publish]")
{
    std::vector<model::comment> comments;
    const auto add = [&](const char* id, const char* parent) {
        comments.push_back(sample_record(id));
        if (parent)
            comments.back().parent = model::comment_id(parent);
    };
    add("a", nullptr);
    add("b", "a");
    add("c", "b");
    add("d", "a");
    add("e", "elsewhere");

    const auto page = json::parse(publish::page_json(sample_story(), {comments, "next-cursor"}));

    CHECK(page.at("story") == json({{"id", "bridge"}, {"state", "open"}, {"count", 3}}));
    CHECK(page.at("next") == "next-cursor");
    REQUIRE(page.at("comments").size() == 2);
    const auto& a = page.at("comments").at(0);
    CHECK(a.at("replies").size() == 2);
    CHECK(a.at("replies").at(0).at("replies").at(0).at("id") == "c");
    CHECK(a.at("replies").at(1).at("id") == "d");
    CHECK(page.at("comments").at(1).at("id") == "e");
}

TEST_CASE("page JSON: what was left out has its cursor", "[publish]")
{
    storage::comment_page page;
    page.comments = {sample_record("a"), sample_record("b")};
    page.comments[1].parent = model::comment_id("a");
    page.more_replies["a"] = "further";
    const auto shown = json::parse(publish::page_json(sample_story(), page));
    CHECK(shown.at("comments").at(0).at("more_replies") == "further");
    CHECK_FALSE(shown.at("comments").at(0).at("replies").at(0).contains("more_replies"));
    CHECK_FALSE(shown.contains("earlier"));

    page.earlier = "";
    CHECK(json::parse(publish::page_json(sample_story(), page)).at("earlier").is_null());
    page.earlier = "before";
    CHECK(json::parse(publish::page_json(sample_story(), page)).at("earlier") == "before");
}

TEST_CASE("page JSON: further replies come without the story", "[publish]")
{
    storage::comment_page page;
    page.comments = {sample_record("b"), sample_record("c")};
    page.comments[0].parent = model::comment_id("a");
    page.comments[1].parent = model::comment_id("b");
    page.next = "further";
    const auto shown = json::parse(publish::replies_json(page));
    CHECK(shown.size() == 2);
    CHECK(shown.at("next") == "further");
    REQUIRE(shown.at("comments").size() == 1);
    CHECK(shown.at("comments").at(0).at("parent") == "a");
    CHECK(shown.at("comments").at(0).at("replies").at(0).at("id") == "c");
}

TEST_CASE("page JSON: an empty page is a page", "[publish]")
{
    const auto page = json::parse(publish::page_json(sample_story(), {}));
    CHECK(page.at("comments") == json::array());
    CHECK(page.at("next").is_null());
}

TEST_CASE("page JSON: ten thousand levels of replies are no danger", "[publish]")
{
    std::vector<model::comment> comments;
    for (int i = 0; i < 10'000; ++i) {
        comments.push_back(sample_record(std::to_string(i)));
        if (i > 0)
            comments.back().parent = model::comment_id(std::to_string(i - 1));
    }
    const auto page = publish::page_json(sample_story(), {comments, ""});
    CHECK(page.ends_with("}]}],\"next\":null}"));
}
