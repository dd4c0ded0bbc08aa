#include "server/model/url_path.hpp"

namespace rejoinder::model {

std::string path_of_url(const std::string& url)
{
    const auto host = url.find("://");
    const auto path = host == std::string::npos ? host : url.find_first_of("/?#", host + 3);
    if (path == std::string::npos || url[path] != '/')
        return "/";
    return url.substr(path, url.find_first_of("?#", path) - path);
}

}  // namespace rejoinder::model
