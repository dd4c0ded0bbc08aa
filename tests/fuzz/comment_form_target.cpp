#include "server/http/json_depth.hpp"
#include "server/intake/comment_form.hpp"
#include "server/intake/validator.hpp"
#include "server/privacy/email_sealer.hpp"
#include "server/privacy/key_ring.hpp"
#include "server/privacy/pseudonyms.hpp"
#include "server/privacy/tokens.hpp"
#include "server/queue/submission_codec.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace rejoinder::fuzz {

namespace {

/// Intake as a site has it.
struct counter_of_intake {
    privacy::key_ring keys = privacy::key_ring::parse("k1 " + std::string(64, 'a'));
    privacy::email_sealer sealer{keys};
    privacy::pseudonyms hashes{keys};
    privacy::tokens tokens{keys};
    intake::validator check{{}, sealer, hashes, tokens};
    intake::site site;

    counter_of_intake()
    {
        site.id = model::site_id("news");
        site.origins = {"https://a"};
    }
};

void check_submission(const model::submission& made, const std::string& address)
{
    const auto entry = queue::encode(made);
    const auto again = queue::decode(entry);
    promise(again.has_value(), "what intake takes, the queue gives back");
    promise(queue::encode(*again) == entry, "and unchanged");
    for (const auto* field : {&made.author.name, &made.author.website, &made.text, &made.story_url})
        promise(is_valid_utf8(*field), "a field is UTF-8");
    promise(made.text.find('\0') == std::string::npos, "a text holds no NUL");
    if (address.size() > 5)
        promise(entry.find(address) == std::string::npos, "an entry holds no address");
}

void hand_in(intake::comment_form form)
{
    static const counter_of_intake at;
    const std::string address(form.email.reveal_private_address());
    intake::arrival with;
    with.to = &at.site;
    with.story = model::story_id("bridge");
    with.client = boost::asio::ip::make_address("192.0.2.1");
    const auto taken = at.check.accept(std::move(form), with);
    if (taken.has_value())
        check_submission(taken->submission, address);
    else
        for (const auto& wrong : taken.error().fields)
            promise(!wrong.code.empty() && !wrong.message.empty(), "an error says what is wrong");
}

std::size_t depth_of(const nlohmann::json& value)
{
    std::size_t deepest = 0;
    if (value.is_structured())
        for (const auto& each : value)
            deepest = std::max(deepest, depth_of(each));
    return value.is_structured() ? deepest + 1 : 0;
}

}  // namespace

void html_form(std::string_view bytes)
{
    if (auto form = intake::read_html_form(bytes); form.has_value())
        hand_in(std::move(*form));
}

void json_form(std::string_view bytes)
{
    if (!http::nests_too_deep(bytes)) {
        const auto parsed = nlohmann::json::parse(bytes, nullptr, false);
        promise(
            parsed.is_discarded() || depth_of(parsed) <= http::json_depth_max,
            "what does not nest too deep does not");
    }
    if (auto form = intake::read_json_form(bytes); form.has_value())
        hand_in(std::move(*form));
}

}  // namespace rejoinder::fuzz
