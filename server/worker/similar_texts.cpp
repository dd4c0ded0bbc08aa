#include "server/worker/similar_texts.hpp"

#include "moderation/text/text_sketch.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace rejoinder::worker {

namespace {

constexpr std::size_t letters_min = 30;  // Shorter texts are alike by chance.
constexpr int looked_at_max = 20;        // For each number of a sketch.
constexpr std::size_t others_max = 20;
constexpr std::size_t found_max = 80;  // Of one text: a wave of copies must not make a batch slow.
constexpr double much_alike = 0.7;

moderation::shingles shingles_of(const std::string& text)
{
    return moderation::shingles(moderation::folded_text(text));
}

std::vector<std::int64_t> sketch_of_text(const moderation::shingles& text)
{
    if (text.letters() < letters_min)
        return {};
    const auto sketch = moderation::sketch_of(text);
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
        candidates of_it{submission.story.site, shingles_of(submission.text), {}, {}};
        of_it.sketch = sketch_of_text(of_it.text);
        if (of_it.sketch.empty())
            continue;
        of_it.found = store.similar_to(
            submission.story.site,
            of_it.sketch,
            submission.submitted_at - window,
            looked_at_max);
        by_id_.emplace(submission.id, std::move(of_it));
    }
}

const similar_texts::candidates* similar_texts::of(const model::submission& submission) const
{
    const auto found = by_id_.find(submission.id);
    return found == by_id_.end() ? nullptr : &found->second;
}

std::vector<moderation::recent_comment> similar_texts::by_others(
    const model::submission& submission) const
{
    std::vector<moderation::recent_comment> others;
    const auto* of_it = of(submission);
    if (!of_it)
        return others;
    std::set<model::pseudonym> known{submission.author.known_as};
    for (const auto& each : of_it->found) {
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
    const auto* of_it = of(submission);
    return of_it ? of_it->sketch : std::vector<std::int64_t>();
}

std::string similar_texts::cluster_of(const model::submission& submission) const
{
    std::string cluster;
    const auto* of_it = of(submission);
    if (!of_it)
        return cluster;
    double most = 0;
    for (const auto& each : of_it->found) {
        const auto alike = of_it->text.similarity_to(shingles_of(each.text));
        if (alike < much_alike || alike <= most)
            continue;
        most = alike;
        cluster = each.cluster.empty() ? each.id.str() : each.cluster;
        if (most >= 1)
            break;
    }
    return cluster;
}

void similar_texts::add(const model::submission& submission, const std::string& cluster)
{
    const auto* added = of(submission);
    if (!added)
        return;
    for (auto& [id, other] : by_id_) {
        if (id == submission.id || other.site != added->site ||
            !share_one(other.sketch, added->sketch))
            continue;
        other.found.insert(
            other.found.begin(),
            {submission.id,
             submission.author.known_as,
             submission.text,
             submission.story,
             submission.submitted_at,
             cluster});
        if (other.found.size() > found_max)
            other.found.pop_back();
    }
}

}  // namespace rejoinder::worker
