#include "server/model/time.hpp"
#include "server/privacy/base64url.hpp"
#include "server/privacy/key_ring.hpp"
#include "server/privacy/sealed_text.hpp"
#include "server/privacy/tokens.hpp"
#include "server/storage/page_cursor.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <exception>
#include <string>

namespace rejoinder::fuzz {

void cursor(std::string_view bytes)
{
    if (const auto place = storage::read_cursor(bytes))
        promise(storage::write_cursor(*place) == bytes, "a cursor is spelled in one way");
    if (const auto time = model::from_rfc3339(bytes))
        promise(model::to_rfc3339(*time) == bytes, "a time is spelled in one way");
    static_cast<void>(model::day_of_rfc3339(bytes));
}

void token(std::string_view bytes)
{
    static const auto keys = privacy::key_ring::parse("k1 " + std::string(64, 'a'));
    static const privacy::tokens tokens(keys);
    static const model::comment_id comment("0192f0c1-0000-7000-8000-000000000001");
    static const model::story_key story{model::site_id("demo"), model::story_id("bridge")};
    static const auto now = model::timestamp(std::chrono::milliseconds(1'764'600'000'000));

    promise(
        tokens.is_author(comment, bytes) == (bytes == tokens.for_author(comment)),
        "an author's token is the one that was given out");
    if (const auto age = tokens.form_age(story, bytes, now))
        promise(tokens.for_form(story, now - *age) == bytes, "a form's token was given out");
    for (const auto purpose : {privacy::key_purpose::seal_email, privacy::key_purpose::token})
        promise(!privacy::open_text(keys, purpose, bytes), "nobody else seals");
}

void key_file(std::string_view bytes)
{
    try {
        const auto keys = privacy::key_ring::parse(bytes);
        promise(!keys.current().empty(), "a ring has a current key");
        promise(
            keys.derive(keys.current(), privacy::key_purpose::token).has_value(),
            "the current key is there");
    } catch (const std::exception& refused) {
        promise(*refused.what() != '\0', "a bad key file says why");
    }
}

}  // namespace rejoinder::fuzz
