#pragma once

#include "server/http/header_list.hpp"
#include "server/http/prepared_response.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace rejoinder::http {

/// A page that many ask for, as the answers that go out: 200 and 304, as it is, packed by gzip
/// and by Brotli (RFC 7932). What it was rendered as is made at once; a coding when the first
/// client that takes it asks. Thread-safe; immutable as its readers see it.
class page_answers {
public:
    /// `headers` get ETag, Vary, Content-Encoding and what prepared_response adds.
    page_answers(header_list headers, std::string_view body);

    /// The answer for a client with these header fields. Lives as long as the page.
    const prepared_response& choose(
        std::string_view accept_encoding,
        std::string_view if_none_match) const;

    std::string_view body() const noexcept { return forms_[identity].answer->body(); }
    std::string_view etag() const noexcept { return forms_[identity].tag; }

    /// What the page may take up once every coding has been asked for; never less than it does.
    std::size_t bytes_most() const noexcept;

private:
    enum coding : std::size_t { identity, gzipped, brotli_packed, codings };

    /// The page in one coding.
    struct form {
        std::string tag;
        shared_prepared not_modified;
        std::once_flag packed;
        std::unique_ptr<const prepared_response> answer;
    };

    static coding coding_for(std::string_view accept_encoding) noexcept;
    header_list headers_of(coding which) const;
    const prepared_response& answer_in(coding which) const;

    header_list headers_;
    mutable std::array<form, codings> forms_;
};

using shared_page = std::shared_ptr<const page_answers>;

/// That page's answer as a response, which shares it.
shared_prepared answer_of(
    const shared_page& page,
    std::string_view accept_encoding,
    std::string_view if_none_match);

}  // namespace rejoinder::http
