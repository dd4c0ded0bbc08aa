#include "server/queue/submission_codec.hpp"

#include "server/queue/submission_bounds.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

namespace rejoinder::queue {

namespace {

constexpr int version = 1;

/// Reads the members of one object and remembers the first that is not as it should be.
class strict_reader {
public:
    explicit strict_reader(const nlohmann::json& object)
        : object_(object)
    {
    }

    std::string text(const char* name)
    {
        const auto* value = find(name);
        if (value == nullptr || !value->is_string())
            return fail(name), std::string();
        return value->get<std::string>();
    }

    std::optional<std::string> optional_text(const char* name)
    {
        if (!object_.contains(name))
            return std::nullopt;
        return text(name);
    }

    bool optional_flag(const char* name) { return object_.contains(name) && flag(name); }

    bool flag(const char* name)
    {
        const auto* value = find(name);
        if (value == nullptr || !value->is_boolean())
            return fail(name), false;
        return value->get<bool>();
    }

    std::int64_t integer(const char* name)
    {
        const auto* value = find(name);
        if (value == nullptr || !value->is_number_integer())
            return fail(name), 0;
        return value->get<std::int64_t>();
    }

    std::optional<model::timestamp> optional_time(const char* name)
    {
        if (!object_.contains(name))
            return std::nullopt;
        return model::timestamp(std::chrono::milliseconds(integer(name)));
    }

    void fail(const char* name)
    {
        if (!fault_)
            fault_ = name;
    }

    /// The first fault, counting members nobody asked for as one.
    std::optional<std::string> fault() const
    {
        if (!fault_ && found_ != object_.size())
            return "unknown_field";
        return fault_;
    }

private:
    const nlohmann::json* find(const char* name)
    {
        const auto at = object_.find(name);
        if (at == object_.end())
            return nullptr;
        ++found_;
        return &*at;
    }

    const nlohmann::json& object_;
    std::size_t found_ = 0;
    std::optional<std::string> fault_;
};

std::string_view name_of(model::author_proof proof) noexcept
{
    return proof == model::author_proof::author_token ? "author_token" : "none";
}

model::author_proof read_proof(strict_reader& read)
{
    const auto name = read.text("proof");
    if (name == name_of(model::author_proof::author_token))
        return model::author_proof::author_token;
    if (name != name_of(model::author_proof::none))
        read.fail("proof");
    return model::author_proof::none;
}

moderation::form_signs read_form(strict_reader& read)
{
    moderation::form_signs form;
    form.honeypot_filled = read.optional_flag("honeypot_filled");
    if (const auto name = read.optional_text("form_token")) {
        const auto token = moderation::form_token_state_from(*name);
        if (!token)
            read.fail("form_token");
        form.token = token.value_or(form.token);
    }
    return form;
}

model::submission read_submission(strict_reader& read)
{
    model::submission submission;
    submission.id = model::comment_id(read.text("id"));
    submission.story.site = model::site_id(read.text("site"));
    submission.story.story = model::story_id(read.text("story"));
    submission.story_url = read.text("story_url");
    submission.story_title = read.text("story_title");
    submission.story_published_at = read.optional_time("story_published_at");
    if (auto parent = read.optional_text("parent"))
        submission.parent = model::comment_id(*std::move(parent));
    submission.author.name = read.text("name");
    submission.author.website = read.text("website");
    submission.author.known_as = model::pseudonym(read.text("author"));
    submission.author.email.text = read.text("email");
    submission.author.email_domain = read.text("email_domain");
    submission.proof = read_proof(read);
    submission.text = read.text("text");
    submission.own_address_masked = read.flag("own_address_masked");
    submission.form = read_form(read);
    submission.client = model::client_pseudonym(read.text("client"));
    submission.network = model::client_pseudonym(read.text("network"));
    submission.submitted_at =
        model::timestamp(std::chrono::milliseconds(read.integer("submitted_at")));
    return submission;
}

}  // namespace

std::string encode(const model::submission& submission)
{
    if (const auto field = field_out_of_bounds(submission))
        throw std::invalid_argument("submission: " + std::string(*field) + " is out of bounds");

    nlohmann::json object = {
        {"v", version},
        {"id", submission.id.str()},
        {"site", submission.story.site.str()},
        {"story", submission.story.story.str()},
        {"story_url", submission.story_url},
        {"story_title", submission.story_title},
        {"name", submission.author.name},
        {"website", submission.author.website},
        {"author", submission.author.known_as.str()},
        {"email", submission.author.email.text},
        {"email_domain", submission.author.email_domain},
        {"proof", name_of(submission.proof)},
        {"text", submission.text},
        {"own_address_masked", submission.own_address_masked},
        {"client", submission.client.str()},
        {"network", submission.network.str()},
        {"submitted_at", submission.submitted_at.time_since_epoch().count()},
    };
    if (submission.story_published_at)
        object["story_published_at"] = submission.story_published_at->time_since_epoch().count();
    if (submission.parent)
        object["parent"] = submission.parent->str();
    if (submission.form.honeypot_filled)
        object["honeypot_filled"] = true;
    if (submission.form.token != moderation::form_token_state::not_checked)
        object["form_token"] = to_string(submission.form.token);

    try {
        return object.dump();
    } catch (const nlohmann::json::type_error&) {
        // The library's message repeats the byte it stumbled over; ours repeats nothing.
        throw std::invalid_argument("submission: not UTF-8");
    }
}

boost::system::result<model::submission, undecodable> decode(std::string_view entry)
{
    if (entry.size() > entry_bytes_max)
        return undecodable{"json"};
    const auto object = nlohmann::json::parse(entry, nullptr, false);
    if (!object.is_object())
        return undecodable{"json"};

    strict_reader read(object);
    if (read.integer("v") != version)
        return undecodable{"version"};

    auto submission = read_submission(read);
    if (auto fault = read.fault())
        return undecodable{*std::move(fault)};
    if (const auto field = field_out_of_bounds(submission))
        return undecodable{std::string(*field)};
    return submission;
}

}  // namespace rejoinder::queue
