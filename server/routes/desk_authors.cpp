#include "server/routes/desk_authors.hpp"

#include "server/async/on_threads.hpp"
#include "server/http/error_response.hpp"
#include "server/intake/unicode_text.hpp"
#include "server/model/author_record.hpp"
#include "server/privacy/email_sealer.hpp"
#include "server/routes/desk_bans.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/words.hpp"
#include "server/storage/store.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <utility>

namespace rejoinder::routes {

namespace {

using nlohmann::json;

constexpr std::chrono::days lately{30};
constexpr std::size_t note_max = 2'000;
constexpr std::size_t why_min = 3;
constexpr std::size_t why_max = 500;

json counts_json(const model::counts_by_state& counts)
{
    return {
        {"published", counts.published},
        {"pending", counts.pending},
        {"rejected", counts.rejected},
        {"spam", counts.spam},
    };
}

json note_json(const model::author_note& note)
{
    return {{"text", note.text}, {"by", note.by}, {"at", model::to_rfc3339(note.at)}};
}

json author_json(const model::pseudonym& author, const model::author_record& record)
{
    json body = {
        {"pseudonym", author.str()},
        {"first_seen_at", model::to_rfc3339(record.first_seen_at)},
        {"names", json::array()},
        {"counts", {{"all", counts_json(record.all)}, {"month", counts_json(record.lately)}}},
        {"bans", json::array()},
        {"notes", json::array()},
    };
    for (const auto& [name, comments] : record.names)
        body["names"].push_back({{"name", name}, {"comments", comments}});
    for (const auto& ban : record.bans)
        body["bans"].push_back(ban_json(ban));
    for (const auto& note : record.notes)
        body["notes"].push_back(note_json(note));
    return body;
}

/// The member, tidied, if it is text of so many code points.
model::result<std::string> words_of(const std::string& body, const char* name, length_bounds bounds)
{
    const auto parsed = json::parse(body, nullptr, false);
    if (!parsed.is_object() || !parsed.contains(name) || !parsed[name].is_string())
        return model::refusal(model::error::invalid_request);
    auto words = intake::tidy(parsed[name].get<std::string>());
    if (auto fault = words_fault(name, words, bounds, "Please say more."))
        return model::refusal(model::error::invalid_note, {std::move(*fault)});
    return words;
}

}  // namespace

awaitable<http::response> desk_show_author(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::read);
    if (who.has_error())
        co_return http::error_response(who.error());
    const model::pseudonym author(request.path("author"));
    auto find = [&use, author, sites = who->sites] {
        return use.record.author_record_of(author, model::now() - lately, sites);
    };
    const auto record = co_await async::on_threads(use.threads, std::move(find));
    if (!record)
        co_return http::error_response(model::refusal(model::error::author_not_found));
    co_return http::json_response(http::status::ok, author_json(author, *record));
}

awaitable<http::response> desk_note_author(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_authors);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    auto words = words_of(request.body, "text", {1, note_max});
    if (words.has_error())
        co_return http::error_response(words.error());
    model::author_note note;
    note.id = model::new_uuid();
    note.author = model::pseudonym(request.path("author"));
    note.text = std::move(*words);
    note.by = who->name;
    note.at = model::now();
    auto add = [&use, note, by = acting(*who)] {
        return use.record.add_note(note, by);
    };
    const bool added = co_await async::on_threads(use.threads, std::move(add));
    if (!added)
        co_return http::error_response(model::refusal(model::error::author_not_found));
    co_return http::json_response(http::status::created, note_json(note));
}

awaitable<http::response> desk_reveal_address(http::request request, const services& use)
{
    const auto who = co_await require_signed_in(request, use, desk_access::change_authors);
    if (who.has_error())
        co_return http::error_response(who.error());
    if (request.content_type() != "application/json")
        co_return http::error_response(model::refusal(model::error::unsupported_media_type));
    const auto why = words_of(request.body, "reason", {why_min, why_max});
    if (why.has_error())
        co_return http::error_response(why.error());
    const model::pseudonym author(request.path("author"));
    auto reveal = [&use, author, by = acting(*who), reason = *why] {
        return use.record.reveal_address(author, by, reason);
    };
    const auto sealed = co_await async::on_threads(use.threads, std::move(reveal));
    const auto address = sealed ? use.sealer.open(*sealed) : std::nullopt;
    if (!address)
        co_return http::error_response(model::refusal(model::error::author_not_found));
    // The one place of the program that shows an address to anybody.
    const json body = {{"email", address->reveal_private_address()}};
    co_return http::json_response(http::status::ok, body);
}

}  // namespace rejoinder::routes
