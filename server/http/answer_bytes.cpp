#include "server/http/answer_bytes.hpp"

#include "server/http/content_coding.hpp"
#include "server/http/entity_tag.hpp"
#include "server/http/response_bytes.hpp"

#include <utility>

namespace rejoinder::http {

namespace {

constexpr std::size_t worth_packing_bytes = 1'024;

void pack(response& reply, const request_summary& asked)
{
    const bool worth = reply.code == status::ok && reply.body.size() >= worth_packing_bytes &&
                       !reply.headers.contains("Content-Encoding") &&
                       is_compressible(reply.headers.find("Content-Type"));
    if (!worth)
        return;
    reply.headers.add("Vary", "Accept-Encoding");
    if (!accepts_coding(asked.accept_encoding, "gzip"))
        return;
    reply.body = gzip(reply.body);
    reply.headers.set("Content-Encoding", "gzip");
    if (const auto tag = reply.headers.find("ETag"); !tag.empty()) {
        auto coded = coded_tag(tag, "gzip");
        reply.headers.set("ETag", std::move(coded));
    }
}

void revalidate(response& reply, const request_summary& asked)
{
    const auto tag = reply.headers.find("ETag");
    if (reply.code != status::ok || tag.empty() || !matches_entity_tag(asked.if_none_match, tag))
        return;
    reply.code = status::not_modified;
    reply.body.clear();
    reply.headers.remove("Content-Type");
    reply.headers.remove("Content-Encoding");
}

}  // namespace

answer_bytes::answer_bytes(
    response reply,
    const request_summary* asked,
    const header_list& common,
    connection_end end)
{
    auto lines = header_lines(common);
    if (end == connection_end::close)
        lines += "Connection: close\r\n";
    with_body_ = !asked || !asked->is_head;
    if (reply.prepared) {
        prepared_ = std::move(reply.prepared);
        head_ = std::string(prepared_->status_line()) + lines + header_lines(reply.headers);
        return;
    }
    if (asked) {
        pack(reply, *asked);
        revalidate(reply, *asked);
    }
    head_ = status_line(reply.code) + lines +
            header_block(reply.code, reply.headers, reply.body.size());
    body_ = std::move(reply.body);
    with_body_ = with_body_ && !is_bodiless(reply.code);
}

std::array<net::const_buffer, 3> answer_bytes::buffers() const
{
    std::array<net::const_buffer, 3> all;
    all[0] = net::buffer(head_);
    if (prepared_) {
        const auto rest = with_body_ ? prepared_->rest() : prepared_->rest_without_body();
        all[1] = net::buffer(rest.data(), rest.size());
    } else if (with_body_) {
        all[1] = net::buffer(body_);
    }
    return all;
}

}  // namespace rejoinder::http
