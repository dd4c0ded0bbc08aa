#include "server/model/url_path.hpp"

#include "tests/support/catch.hpp"

using rejoinder::model::path_of_url;

TEST_CASE("url path: without query and mark", "[model]")
{
    CHECK(path_of_url("https://news.example/sport/final?page=2#top") == "/sport/final");
    CHECK(path_of_url("https://news.example/sport/") == "/sport/");
    CHECK(path_of_url("https://news.example") == "/");
    CHECK(path_of_url("https://news.example?p=12") == "/");
    CHECK(path_of_url("https://news.example/?back=/sport/") == "/");
    CHECK(path_of_url("no URL") == "/");
}
