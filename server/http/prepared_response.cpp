#include "server/http/prepared_response.hpp"

#include "server/http/response_bytes.hpp"

namespace rejoinder::http {

prepared_response::prepared_response(status code, const header_list& headers, std::string_view body)
    : code_(code),
      bytes_(http::status_line(code))
{
    status_line_size_ = bytes_.size();
    bytes_ += header_block(code, headers, body.size());
    header_size_ = bytes_.size();
    if (!is_bodiless(code))
        bytes_ += body;
    bytes_.shrink_to_fit();
}

shared_prepared prepare(status code, const header_list& headers, std::string_view body)
{
    return std::make_shared<const prepared_response>(code, headers, body);
}

}  // namespace rejoinder::http
