#include "moderation/text/find_links.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace rejoinder::fuzz {

void find_links(std::string_view bytes)
{
    const auto links = moderation::find_links(bytes);
    promise(links.size() <= moderation::links_found_max, "links are bounded");
    std::size_t from = 0;
    for (const auto& link : links) {
        check_span(link.span, bytes);
        promise(link.span.begin < link.span.end, "a link is something");
        promise(link.span.begin >= from, "links are in order and apart");
        promise(!link.host.empty(), "a link leads somewhere");
        from = link.span.end;
    }
}

}  // namespace rejoinder::fuzz
