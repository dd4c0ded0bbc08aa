#include "server/queue/submission_codec.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace rejoinder::fuzz {

void submission(std::string_view bytes)
{
    const auto decoded = queue::decode(bytes);
    if (decoded.has_error()) {
        promise(!decoded.error().what.empty(), "what is no submission says why");
        return;
    }
    promise(model::is_uuid(decoded->id.str()), "a submission has an id");
    promise(is_valid_utf8(decoded->text), "a text is UTF-8");
    const auto entry = queue::encode(*decoded);
    promise(entry.size() <= queue::entry_bytes_max, "an entry is within its limit");
    const auto again = queue::decode(entry);
    promise(again.has_value(), "what was encoded is decoded");
    promise(queue::encode(*again) == entry, "and is the same");
}

}  // namespace rejoinder::fuzz
