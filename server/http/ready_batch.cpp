#include "server/http/ready_batch.hpp"

#include <utility>

namespace rejoinder::http {

void ready_batch::add(
    shared_page page,
    const prepared_response& answer,
    std::string_view lines,
    bool with_body)
{
    pages_.push_back(std::move(page));
    if (lines.empty()) {
        append(with_body ? std::string_view(answer.bytes()) : answer.head());
        return;
    }
    append(answer.status_line());
    append(lines);
    append(with_body ? answer.rest() : answer.rest_without_body());
}

void ready_batch::append(std::string_view bytes)
{
    buffers_.emplace_back(bytes.data(), bytes.size());
}

void ready_batch::clear() noexcept
{
    pages_.clear();
    buffers_.clear();
}

}  // namespace rejoinder::http
