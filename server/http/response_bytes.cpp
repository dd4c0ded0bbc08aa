#include "server/http/response_bytes.hpp"

#include "server/http/http_date.hpp"

#include <string_view>

namespace rejoinder::http {

namespace {

constexpr std::string_view security_lines = "X-Content-Type-Options: nosniff\r\n"
                                            "Referrer-Policy: same-origin\r\n"
                                            "Permissions-Policy: camera=(), geolocation=(), "
                                            "microphone=(), payment=()\r\n";

/// What is no page of ours loads nothing, runs nothing and is framed by nobody, should a browser
/// ever take it for a page.
constexpr std::string_view no_page_policy =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

}  // namespace

bool is_bodiless(status code) noexcept
{
    return code == status::no_content || code == status::not_modified ||
           static_cast<unsigned>(code) < 200;
}

std::string status_line(status code)
{
    std::string line = "HTTP/1.1 ";
    line += std::to_string(static_cast<unsigned>(code));
    line += ' ';
    line += reason_phrase(code);
    line += "\r\n";
    return line;
}

std::string header_lines(const header_list& headers)
{
    std::string lines;
    for (const auto& field : headers) {
        lines += field.name;
        lines += ": ";
        lines += field.value;
        lines += "\r\n";
    }
    return lines;
}

std::string header_block(status code, const header_list& headers, std::size_t body_bytes)
{
    std::string block = header_lines(headers);
    block += "Date: ";
    block += http_date_now();
    block += "\r\n";
    block += security_lines;
    if (!is_bodiless(code)) {
        if (!headers.contains("Content-Security-Policy"))
            block += no_page_policy;
        block += "Content-Length: ";
        block += std::to_string(body_bytes);
        block += "\r\n";
    }
    block += "\r\n";
    return block;
}

}  // namespace rejoinder::http
