#include "server/http/request_head.hpp"

#include <boost/beast/http/fields.hpp>

namespace rejoinder::http {

std::string_view request_head::header(std::string_view name) const noexcept
{
    const auto found = fields_.find(boost::beast::string_view(name.data(), name.size()));
    if (found == fields_.end())
        return {};
    return {found->value().data(), found->value().size()};
}

}  // namespace rejoinder::http
