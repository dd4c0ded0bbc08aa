#include "tests/bench/desk/made_up_comments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace rejoinder::bench {

namespace {

constexpr int stories = 3'000;
constexpr int authors = 100'000;
constexpr std::size_t vocabulary = 20'000;
constexpr std::chrono::hours span{24 * 730};
constexpr std::array sites = {"demo", "sport", "world"};

std::vector<std::string> made_up_words()
{
    constexpr std::string_view consonants = "bdfgklmnprstvz";
    constexpr std::string_view vowels = "aeiou";
    std::vector<std::string> words;
    for (std::size_t i = 0; i < vocabulary; ++i) {
        std::string word;
        for (std::size_t rest = i + 70; rest > 0; rest /= 70) {
            word += consonants[rest % 14];
            word += vowels[rest / 14 % 5];
        }
        words.push_back(word);
    }
    return words;
}

std::vector<double> zipf()
{
    std::vector<double> shares;
    for (std::size_t i = 0; i < vocabulary; ++i)
        shares.push_back(1.0 / static_cast<double>(i + 1));
    return shares;
}

model::comment_id id_of(int number)
{
    return model::comment_id(fmt::format("0192f0c1-0000-7000-8000-{:012d}", number));
}

moderation::finding finding_of(std::mt19937& random)
{
    using moderation::reason;
    constexpr std::array reasons = {
        reason::suspect_word,
        reason::too_many_links,
        reason::new_author,
        reason::shouting,
        reason::flood,
        reason::copied_text};
    moderation::finding found;
    found.reason = reasons[random() % reasons.size()];
    found.field = moderation::comment_field::text;
    found.span = {0, 4};
    found.filter = "words";
    found.weight = 2;
    return found;
}

}  // namespace

made_up_comments::made_up_comments(record_size size)
    : size_(size),
      words_(made_up_words())
{
    const auto shares = zipf();
    word_ = std::discrete_distribution<std::size_t>(shares.begin(), shares.end());
}

std::vector<storage::judged_submission> made_up_comments::next(int count)
{
    std::vector<storage::judged_submission> batch;
    for (; count > 0 && made_ < size_.comments; --count)
        batch.push_back(make(++made_));
    return batch;
}

storage::judged_submission made_up_comments::make(int number)
{
    storage::judged_submission made;
    auto& submission = made.submission;
    const auto story = static_cast<int>(random_() % stories);
    const auto author = static_cast<int>(random_() % authors);
    submission.id = id_of(number);
    submission.story.site = model::site_id(sites[static_cast<std::size_t>(story) % sites.size()]);
    submission.story.story = model::story_id(fmt::format("story-{}", story));
    submission.story_url =
        fmt::format("https://news.example/{}/{}", story % 7 == 0 ? "sport" : "world", story);
    submission.story_title = fmt::format("Story {}", story);
    submission.author.name = fmt::format("Reader {}", author);
    submission.author.known_as = model::pseudonym(fmt::format("{:032x}", author));
    submission.author.email.text = "k1.bm90LWFuLWFkZHJlc3MtYnV0LXNlYWxlZA";
    submission.author.email_domain = "mail.example";
    submission.client = model::client_pseudonym(fmt::format("{:032x}", author));
    submission.text = text();
    submission.submitted_at = model::now() - span + span / size_.comments * number;
    judge(made, number);
    return made;
}

std::string made_up_comments::text()
{
    std::string text;
    for (auto left = 8 + random_() % 50; left > 0; --left)
        text += words_[word_(random_)] + (left > 1 ? " " : ".");
    return text;
}

void made_up_comments::judge(storage::judged_submission& made, int number)
{
    made.verdict.rule_set = "f22eb3e66989";
    made.context = "{}";
    const int every = std::max(1, size_.comments / std::max(1, size_.pending));
    if (number % every == 0) {
        made.verdict.kind = moderation::verdict_kind::hold;
        made.verdict.score = static_cast<double>(random_() % 200) / 10;
        for (auto left = 1 + random_() % 3; left > 0; --left)
            made.verdict.found.push_back(finding_of(random_));
        if (random_() % 10 == 0)
            made.cluster = last_cluster_;
        else if (random_() % 30 == 0)
            last_cluster_ = made.submission.id.str();
        return;
    }
    const auto chance = random_() % 100;
    made.verdict.kind = chance < 3   ? moderation::verdict_kind::spam
                        : chance < 6 ? moderation::verdict_kind::reject
                                     : moderation::verdict_kind::publish;
    if (chance < 12)
        made.verdict.found.push_back(finding_of(random_));
    const bool recent = number > size_.comments * 9 / 10;
    if (recent && chance > 50 && to_report_.size() < static_cast<std::size_t>(size_.reported))
        to_report_.push_back(made.submission.id);
}

}  // namespace rejoinder::bench
