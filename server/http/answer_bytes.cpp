#include "server/http/answer_bytes.hpp"

#include "server/http/content_coding.hpp"
#include "server/http/entity_tag.hpp"
#include "server/http/response_bytes.hpp"

#include <string_view>
#include <utility>

namespace rejoinder::http {

namespace {

constexpr std::size_t worth_packing_bytes = 1'024;

bool is_known(const response& reply, const request_summary& asked)
{
    const auto tag = reply.headers.find("ETag");
    return reply.code == status::ok && !tag.empty() && matches_entity_tag(asked.if_none_match, tag);
}

/// Says in the fields how the body goes out; returns whether it has yet to be packed.
bool choose_coding(response& reply, const request_summary& asked)
{
    const bool worth = reply.body.size() >= worth_packing_bytes &&
                       !reply.headers.contains("Content-Encoding") &&
                       is_compressible(reply.headers.find("Content-Type"));
    if (!worth)
        return false;
    reply.headers.add("Vary", "Accept-Encoding");
    if (!accepts_coding(asked.accept_encoding, "gzip"))
        return false;
    reply.headers.set("Content-Encoding", "gzip");
    if (const auto tag = reply.headers.find("ETag"); !tag.empty())
        reply.headers.set("ETag", coded_tag(tag, "gzip"));
    return true;
}

/// Has the fields of the answer that it stands for (RFC 9110, 15.4.5).
void make_not_modified(response& reply)
{
    reply.code = status::not_modified;
    reply.body.clear();
    reply.headers.remove("Content-Type");
    reply.headers.remove("Content-Encoding");
}

std::string_view connection_line(after_answer after)
{
    switch (after) {
    case after_answer::keep:
        break;
    case after_answer::keep_http_1_0:
        return "Connection: keep-alive\r\n";
    case after_answer::close:
        return "Connection: close\r\n";
    }
    return {};
}

}  // namespace

answer_bytes::answer_bytes(
    response reply,
    const request_summary& asked,
    const header_list& common,
    after_answer after)
    : code_(reply.code),
      with_body_(!asked.is_head)
{
    if (reply.prepared) {
        prepared_ = std::move(reply.prepared);
        code_ = prepared_->code();
        head_ = prepared_->status_line();
    } else {
        const bool known = is_known(reply, asked);
        const bool unpacked = choose_coding(reply, asked);
        if (known)
            make_not_modified(reply);
        else if (unpacked)
            reply.body = gzip(reply.body);
        code_ = reply.code;
        head_ = status_line(code_);
        body_ = std::move(reply.body);
        with_body_ = with_body_ && !is_bodiless(code_);
    }
    head_ += header_lines(common);
    head_ += connection_line(after);
    head_ +=
        prepared_ ? header_lines(reply.headers) : header_block(code_, reply.headers, body_.size());
}

std::array<boost::asio::const_buffer, 2> answer_bytes::buffers() const
{
    std::string_view rest;
    if (prepared_)
        rest = with_body_ ? prepared_->rest() : prepared_->rest_without_body();
    else if (with_body_)
        rest = body_;
    return {boost::asio::buffer(head_), boost::asio::buffer(rest.data(), rest.size())};
}

}  // namespace rejoinder::http
