#include "moderation/filters/own_address_filter.hpp"

namespace rejoinder::moderation {

findings own_address_filter::inspect(const comment_view& comment) const
{
    if (!comment.own_address_masked)
        return {};
    return {{.reason = reason::own_address}};
}

}  // namespace rejoinder::moderation
