#include "server/worker/known_authors.hpp"

#include "moderation/text/name_letters.hpp"

#include <algorithm>

namespace rejoinder::worker {

namespace {

struct asked_of_site {
    std::set<model::pseudonym> authors;
    std::set<std::string> names;
    model::timestamp latest;
};

std::map<model::site_id, asked_of_site> questions(std::span<const model::submission> batch)
{
    std::map<model::site_id, asked_of_site> by_site;
    for (const auto& submission : batch) {
        auto& asked = by_site[submission.story.site];
        asked.authors.insert(submission.author.known_as);
        asked.latest = std::max(asked.latest, submission.submitted_at);
        if (auto key = moderation::name_key(submission.author.name); !key.empty())
            asked.names.insert(std::move(key));
    }
    return by_site;
}

}  // namespace

known_authors::known_authors(
    storage::store& store,
    std::span<const model::submission> batch,
    std::int64_t known_author_min)
{
    for (const auto& [site, asked] : questions(batch)) {
        const std::vector<model::pseudonym> authors(asked.authors.begin(), asked.authors.end());
        for (auto& ban : store.bans_in_force(site, authors, asked.latest)) {
            const author_key banned(site, ban.author);
            bans_[banned].push_back(std::move(ban));
        }
        const std::vector<std::string> names(asked.names.begin(), asked.names.end());
        if (known_author_min <= 0 || names.empty())
            continue;
        for (auto& owner : store.owners_of_names(site, names, known_author_min))
            owners_[{site, std::move(owner.key)}].insert(std::move(owner.author));
    }
}

bool known_authors::is_banned(const model::submission& submission) const
{
    const auto bans = bans_.find({submission.story.site, submission.author.known_as});
    return bans != bans_.end() && std::ranges::any_of(bans->second, [&](const model::ban& ban) {
               return ban.covers(submission.story);
           });
}

bool known_authors::has_anothers_name(const model::submission& submission) const
{
    if (owners_.empty())
        return false;
    const auto owners =
        owners_.find({submission.story.site, moderation::name_key(submission.author.name)});
    return owners != owners_.end() && !owners->second.contains(submission.author.known_as);
}

std::string known_authors::proved_name_of(const model::submission& submission)
{
    return submission.proof == model::author_proof::author_token
               ? moderation::name_key(submission.author.name)
               : std::string();
}

}  // namespace rejoinder::worker
