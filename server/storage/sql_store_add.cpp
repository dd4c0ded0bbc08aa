#include "server/model/url_path.hpp"
#include "server/storage/event_rows.hpp"
#include "server/storage/finding_writer.hpp"
#include "server/storage/sql_statement.hpp"
#include "server/storage/sql_store.hpp"
#include "server/storage/sql_store_sessions.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <sodium.h>

namespace rejoinder::storage {

namespace {

/// What an author's picture is drawn from: random, so that it says nothing about the address.
std::string random_salt()
{
    std::array<unsigned char, 9> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(bytes.size(), variant)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    return text.data();
}

/// The statements of a batch, prepared once for all its comments.
class batch_writer {
public:
    explicit batch_writer(soci::session& session);

    /// False when the comment is there already: then nothing is written for it.
    bool write(const judged_submission& judged);

private:
    /// Where a comment stands as it is stored; a parent that is not of the story is none.
    struct place {
        std::optional<std::string> parent;
        std::string root;
        model::timestamp created_at;  ///< Later than the parent's, whatever the clocks said.
    };

    place place_of(const model::submission& submission);
    bool insert(const judged_submission& judged, const place& at);
    void write_sketch(const judged_submission& judged);
    void write_event(const judged_submission& judged);

    sql_statement story_;
    sql_statement author_;
    sql_statement parent_;
    const text_column& parent_root_;
    const integer_column& parent_created_at_;
    sql_statement comment_;
    sql_statement shown_;
    finding_writer findings_;
    sql_statement sketch_;
    event_writer events_;
};

batch_writer::batch_writer(soci::session& session)
    : story_(
          session,
          "INSERT INTO story (site, story, url, path, title, state, created_at, published_at) "
          "VALUES (:site, :story, :url, :path, :title, 'open', :created_at, :published_at) "
          "ON CONFLICT (site, story) DO UPDATE SET published_at = excluded.published_at "
          "WHERE story.published_at IS NULL AND excluded.published_at IS NOT NULL"),
      author_(
          session,
          "INSERT INTO author (pseudonym, avatar, first_seen_at) "
          "VALUES (:pseudonym, :avatar, :first_seen_at) ON CONFLICT DO NOTHING"),
      parent_(
          session,
          "SELECT root, created_at FROM comment WHERE id = :id AND site = :site "
          "AND story = :story"),
      parent_root_(parent_.text()),
      parent_created_at_(parent_.integer()),
      comment_(
          session,
          "INSERT INTO comment (id, site, story, parent, root, author, author_name, "
          "author_website, author_proof, sealed_email, email_domain, own_address_masked, text, "
          "state, decided, revision, shown, likes, created_at, verdict, score, rule_set, context, "
          "cluster, name_key, client, network) VALUES (:id, :site, :story, :parent, :root, "
          ":author, "
          ":author_name, "
          ":author_website, :author_proof, :sealed_email, :email_domain, :own_address_masked, "
          ":text, :state, 0, 1, 0, 0, :created_at, :verdict, :score, :rule_set, :context, "
          ":cluster, :name_key, "
          ":client, :network) ON CONFLICT DO NOTHING"),
      shown_(session, "UPDATE comment SET shown = shown + 1 WHERE id = :root"),
      findings_(session),
      sketch_(
          session,
          "INSERT INTO comment_sketch (site, number, comment, created_at) "
          "VALUES (:site, :number, :comment, :created_at)"),
      events_(session)
{
}

bool batch_writer::write(const judged_submission& judged)
{
    const auto& submission = judged.submission;
    story_.run(
        submission.story.site,
        submission.story.story,
        submission.story_url,
        model::path_of_url(submission.story_url),
        submission.story_title,
        submission.submitted_at,
        submission.story_published_at);
    author_.run(submission.author.known_as, random_salt(), submission.submitted_at);

    const auto at = place_of(submission);
    if (!insert(judged, at))
        return false;
    if (model::state_after(judged.verdict.kind) == model::comment_state::published)
        shown_.run(at.root);
    findings_.write(judged.submission.id, judged.verdict.found);
    write_sketch(judged);
    write_event(judged);
    return true;
}

batch_writer::place batch_writer::place_of(const model::submission& submission)
{
    place at;
    at.root = submission.id.str();
    at.created_at = submission.submitted_at;
    if (!submission.parent)
        return at;
    parent_.run(*submission.parent, submission.story.site, submission.story.story);
    while (parent_.next()) {
        at.parent = submission.parent->str();
        at.root = parent_root_.value;
        // Lists sort by time and bring parents before their replies.
        const auto earliest = parent_created_at_.time() + std::chrono::milliseconds(1);
        at.created_at = std::max(at.created_at, earliest);
    }
    return at;
}

bool batch_writer::insert(const judged_submission& judged, const place& at)
{
    const auto& submission = judged.submission;
    const bool proved = submission.proof == model::author_proof::author_token;
    comment_.run(
        submission.id,
        submission.story.site,
        submission.story.story,
        at.parent,
        at.root,
        submission.author.known_as,
        submission.author.name,
        submission.author.website,
        proved ? "author_token" : "none",
        submission.author.email.text,
        submission.author.email_domain,
        submission.own_address_masked ? 1 : 0,
        submission.text,
        model::to_string(model::state_after(judged.verdict.kind)),
        at.created_at,
        moderation::to_string(judged.verdict.kind),
        judged.verdict.score,
        judged.verdict.rule_set,
        judged.context,
        judged.cluster,
        judged.name_key,
        submission.client,
        submission.network);
    return comment_.changed() > 0;
}

void batch_writer::write_sketch(const judged_submission& judged)
{
    const auto& submission = judged.submission;
    for (const auto number : judged.sketch)
        sketch_.run(
            submission.story.site,
            static_cast<long long>(number),
            submission.id,
            submission.submitted_at);
}

void batch_writer::write_event(const judged_submission& judged)
{
    model::event event;
    event.kind = model::event_kind::judged;
    event.story = judged.submission.story;
    event.comment = judged.submission.id;
    event.to = model::state_after(judged.verdict.kind);
    event.by = "filters";
    event.rule_set = judged.verdict.rule_set;
    event.at = model::now();
    events_.write(event);
}

}  // namespace

std::size_t sql_store::add(std::span<const judged_submission> batch)
{
    return change("adding comments", [&](soci::session& session) {
        batch_writer writer(session);
        std::size_t added = 0;
        for (const auto& judged : batch)
            added += writer.write(judged) ? 1 : 0;
        return added;
    });
}

}  // namespace rejoinder::storage
