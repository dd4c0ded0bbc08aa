#include "server/http/page_answers.hpp"

#include "server/http/content_coding.hpp"
#include "server/http/entity_tag.hpp"

#include <utility>

namespace rejoinder::http {

namespace {

constexpr std::array<std::string_view, 3> coding_names{"", "gzip", "br"};

/// The header of an answer, its 304 and what a packed form may be longer than the page.
constexpr std::size_t overhead_bytes = 2 * 1'024;

std::string packed_by(std::string_view coding, std::string_view body)
{
    return coding == "br" ? brotli(body) : gzip(body);
}

}  // namespace

page_answers::page_answers(header_list headers, std::string_view body)
    : headers_(std::move(headers))
{
    const auto tag = entity_tag(body);
    for (std::size_t each = identity; each < codings; ++each) {
        auto& made = forms_[each];
        made.tag = each == identity ? tag : coded_tag(tag, coding_names[each]);
        auto unchanged = headers_of(static_cast<coding>(each));
        unchanged.remove("Content-Type");
        unchanged.remove("Content-Encoding");
        made.not_modified = prepare(status::not_modified, unchanged, {});
    }
    forms_[identity].answer =
        std::make_unique<const prepared_response>(status::ok, headers_of(identity), body);
}

header_list page_answers::headers_of(coding which) const
{
    auto headers = headers_;
    headers.add("ETag", forms_[which].tag);
    headers.add("Vary", "Accept-Encoding");
    if (which != identity)
        headers.add("Content-Encoding", std::string(coding_names[which]));
    return headers;
}

page_answers::coding page_answers::coding_for(std::string_view accept_encoding) noexcept
{
    if (accepts_coding(accept_encoding, coding_names[brotli_packed]))
        return brotli_packed;
    return accepts_coding(accept_encoding, coding_names[gzipped]) ? gzipped : identity;
}

const prepared_response& page_answers::answer_in(coding which) const
{
    auto& wanted = forms_[which];
    if (which != identity)
        std::call_once(wanted.packed, [&] {
            wanted.answer = std::make_unique<const prepared_response>(
                status::ok,
                headers_of(which),
                packed_by(coding_names[which], body()));
        });
    return *wanted.answer;
}

const prepared_response& page_answers::choose(
    std::string_view accept_encoding,
    std::string_view if_none_match) const
{
    const auto which = coding_for(accept_encoding);
    const auto& found = forms_[which];
    if (!if_none_match.empty() && matches_entity_tag(if_none_match, found.tag))
        return *found.not_modified;
    return answer_in(which);
}

std::size_t page_answers::bytes_most() const noexcept
{
    return sizeof(*this) + codings * (body().size() + overhead_bytes);
}

shared_prepared answer_of(
    const shared_page& page,
    std::string_view accept_encoding,
    std::string_view if_none_match)
{
    return {page, &page->choose(accept_encoding, if_none_match)};
}

}  // namespace rejoinder::http
