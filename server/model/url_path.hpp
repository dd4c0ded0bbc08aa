#pragma once

#include <string>

namespace rejoinder::model {

/// "/sport/final" of "https://news.example/sport/final?page=2#top"; "/" where there is none.
std::string path_of_url(const std::string& url);

}  // namespace rejoinder::model
