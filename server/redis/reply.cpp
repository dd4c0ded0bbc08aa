#include "server/redis/reply.hpp"

#include "server/redis/error.hpp"

#include <boost/system/system_error.hpp>
#include <hiredis/hiredis.h>

namespace rejoinder::redis {

namespace {

[[noreturn]] void refuse()
{
    throw boost::system::system_error(make_error_code(error::refused));
}

}  // namespace

reply::reply(const redisReply& source)
{
    switch (source.type) {
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        kind_ = shape::text;
        text_.assign(source.str, source.len);
        break;
    case REDIS_REPLY_ERROR:
        kind_ = shape::error;
        text_.assign(source.str, source.len);
        break;
    case REDIS_REPLY_INTEGER:
        kind_ = shape::integer;
        integer_ = source.integer;
        break;
    case REDIS_REPLY_ARRAY:
        kind_ = shape::array;
        elements_.reserve(source.elements);
        for (std::size_t i = 0; i < source.elements; ++i)
            elements_.emplace_back(*source.element[i]);
        break;
    default:
        break;
    }
}

const std::string& reply::text() const
{
    if (kind_ != shape::text)
        refuse();
    return text_;
}

std::int64_t reply::integer() const
{
    if (kind_ != shape::integer)
        refuse();
    return integer_;
}

const std::vector<reply>& reply::elements() const
{
    if (kind_ != shape::array && kind_ != shape::nil)
        refuse();
    return elements_;
}

const reply& reply::at(std::size_t i) const
{
    const auto& all = elements();
    if (i >= all.size())
        refuse();
    return all[i];
}

const std::string& reply::error_text() const noexcept
{
    static const std::string none;
    return kind_ == shape::error ? text_ : none;
}

void reply::throw_if_error() const
{
    if (is_error())
        refuse();
}

}  // namespace rejoinder::redis
