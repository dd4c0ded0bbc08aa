#include "server/worker/similar_texts.hpp"

#include "moderation/text/text_sketch.hpp"

#include <algorithm>
#include <set>

namespace rejoinder::worker {

namespace {

constexpr std::size_t letters_min = 30;  // Shorter texts are alike by chance.
constexpr int looked_at_max = 20;        // For each number of a sketch.
constexpr std::size_t others_max = 20;
constexpr double much_alike = 0.7;

moderation::shingles shingles_of(const std::string& text)
{
    return moderation::shingles(moderation::folded_text(text));
}

std::vector<std::int64_t> sketch_of_text(const std::string& text)
{
    const auto shingles = shingles_of(text);
    if (shingles.letters() < letters_min)
        return {};
    const auto sketch = moderation::sketch_of(shingles);
    return {sketch.begin(), sketch.end()};
}

bool share_one(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b)
{
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] == b[i])
            return true;
    return false;
}

}  // namespace

similar_texts::similar_texts(
    storage::store& store,
    std::span<const model::submission> batch,
    std::chrono::seconds window)
{
    if (window.count() == 0)
        return;
    for (const auto& submission : batch) {
        auto& of_it = by_id_[submission.id];
        of_it.sketch = sketch_of_text(submission.text);
        if (!of_it.sketch.empty())
            of_it.found = store.similar_to(
                submission.story.site,
                of_it.sketch,
                submission.submitted_at - window,
                looked_at_max);
    }
}

const similar_texts::candidates& similar_texts::of(const model::submission& submission) const
{
    static const candidates none;
    const auto found = by_id_.find(submission.id);
    return found == by_id_.end() ? none : found->second;
}

std::vector<moderation::recent_comment> similar_texts::by_others(
    const model::submission& submission) const
{
    std::vector<moderation::recent_comment> others;
    std::set<model::pseudonym> known{submission.author.known_as};
    for (const auto& each : of(submission).found) {
        if (others.size() == others_max || !known.insert(each.author).second)
            continue;
        const auto distance = std::chrono::duration_cast<std::chrono::seconds>(
            submission.submitted_at - each.created_at);
        others.push_back(
            {each.text,
             std::max<std::int64_t>(0, distance.count()),
             each.story == submission.story,
             each.id.str()});
    }
    return others;
}

std::vector<std::int64_t> similar_texts::sketch_of(const model::submission& submission) const
{
    return of(submission).sketch;
}

std::string similar_texts::cluster_of(const model::submission& submission) const
{
    const auto& found = of(submission).found;
    if (found.empty())
        return {};
    const auto mine = shingles_of(submission.text);
    double most = much_alike;
    std::string cluster;
    for (const auto& each : found) {
        const auto alike = mine.similarity_to(shingles_of(each.text));
        if (alike < most)
            continue;
        most = alike;
        cluster = each.cluster.empty() ? each.id.str() : each.cluster;
    }
    return cluster;
}

void similar_texts::add(const model::submission& submission, const std::string& cluster)
{
    const auto& sketch = of(submission).sketch;
    if (sketch.empty())
        return;
    for (auto& [id, other] : by_id_)
        if (id != submission.id && share_one(other.sketch, sketch))
            other.found.insert(
                other.found.begin(),
                {submission.id,
                 submission.author.known_as,
                 submission.text,
                 submission.story,
                 submission.submitted_at,
                 cluster});
}

}  // namespace rejoinder::worker
