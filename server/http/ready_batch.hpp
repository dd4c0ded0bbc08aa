#pragma once

#include "server/http/page_answers.hpp"

#include <boost/asio/buffer.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace rejoinder::http {

/// Answers of ready pages on their way out: what was asked for in one go is written in one go. It
/// shares the pages, so that none of them ends while its bytes are in use.
class ready_batch {
public:
    static constexpr std::size_t answers_max = 32;

    bool empty() const noexcept { return pages_.empty(); }
    bool is_full() const noexcept { return pages_.size() == answers_max; }

    /// `answer` is one of the page's. `lines` go behind its status line and live as long as the
    /// batch is in use.
    void add(
        shared_page page,
        const prepared_response& answer,
        std::string_view lines,
        bool with_body);

    /// Valid until the next add() or clear().
    const std::vector<boost::asio::const_buffer>& buffers() const noexcept { return buffers_; }
    void clear() noexcept;

private:
    void append(std::string_view bytes);

    std::vector<shared_page> pages_;
    std::vector<boost::asio::const_buffer> buffers_;
};

}  // namespace rejoinder::http
