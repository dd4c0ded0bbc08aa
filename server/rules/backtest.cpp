#include "server/rules/backtest.hpp"

#include "moderation/engine.hpp"
#include "server/rules/replay_source.hpp"

#include <exception>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace rejoinder::rules {

namespace {

constexpr std::size_t excerpt_characters = 160;

double share(std::int64_t part, std::int64_t rest)
{
    return part + rest == 0 ? 0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

std::set<moderation::reason> reasons_of(const moderation::verdict& verdict)
{
    std::set<moderation::reason> reasons;
    for (const auto& found : verdict.found)
        reasons.insert(found.reason);
    return reasons;
}

void count(agreement& in, bool singled_out, bool bad)
{
    if (bad)
        ++(singled_out ? in.caught : in.missed);
    else if (singled_out)
        ++in.wronged;
}

void count(judged_by& in, const moderation::verdict& verdict, const storage::judged_comment& stored)
{
    const auto reasons = reasons_of(verdict);
    for (const auto why : reasons)
        ++in.comments_with[static_cast<std::size_t>(why)];
    if (!stored.decided)
        return;
    const bool bad = stored.comment.state != model::comment_state::published;
    count(in.withheld, verdict.kind != moderation::verdict_kind::publish, bad);
    for (std::size_t i = 0; i < moderation::reason_count; ++i)
        count(in.by_reason[i], reasons.contains(static_cast<moderation::reason>(i)), bad);
}

void add(judged_by& to, const judged_by& other)
{
    to.withheld.add(other.withheld);
    for (std::size_t i = 0; i < moderation::reason_count; ++i) {
        to.by_reason[i].add(other.by_reason[i]);
        to.comments_with[i] += other.comments_with[i];
    }
}

changed_comment change_of(
    const model::comment& comment,
    moderation::verdict_kind before,
    const moderation::verdict& after)
{
    changed_comment changed{comment.id, before, after.kind, excerpt_of(comment.text), {}};
    for (const auto why : reasons_of(after))
        changed.reasons.emplace_back(moderation::to_string(why));
    return changed;
}

/// Judges pages of comments on several threads, which take turns at reading.
class backtest {
public:
    backtest(
        storage::store& record,
        const config::loaded_rule_set& before,
        const config::loaded_rule_set& after,
        const backtest_settings& settings,
        const backtest_progress& progress)
        : before_(before.settings),
          after_(after.settings),
          settings_(settings),
          progress_(progress),
          source_(record, settings.since)
    {
        report_.before.version = before_.version();
        report_.after.version = after_.version();
    }

    backtest_report run()
    {
        std::vector<std::thread> others;
        for (unsigned i = 1; i < settings_.threads; ++i)
            others.emplace_back([this] { work(); });
        work();
        for (auto& each : others)
            each.join();
        if (failure_)
            std::rethrow_exception(failure_);
        return std::move(report_);
    }

private:
    void work()
    {
        try {
            while (const auto page = take()) {
                backtest_report part;
                for (const auto& each : *page)
                    judge(each, part);
                merge(part);
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
            ended_ = true;
        }
    }

    std::optional<std::vector<replayed_comment>> take()
    {
        const std::lock_guard lock(mutex_);
        if (ended_)
            return std::nullopt;
        auto page = source_.next();
        ended_ = page.empty();
        return ended_ ? std::nullopt : std::optional(std::move(page));
    }

    void judge(const replayed_comment& each, backtest_report& into) const
    {
        const auto input = each.input();
        const auto old_verdict = before_.judge(input);
        const auto new_verdict = after_.judge(input);
        const auto& stored = each.stored;
        ++into.comments;
        into.decided += stored.decided ? 1 : 0;
        count(into.before, old_verdict, stored);
        count(into.after, new_verdict, stored);
        const auto from = static_cast<std::size_t>(old_verdict.kind);
        const auto to = static_cast<std::size_t>(new_verdict.kind);
        const auto kind_before = into.verdicts[from][to]++;
        if (from != to && kind_before < settings_.examples_max)
            into.examples.push_back(change_of(stored.comment, old_verdict.kind, new_verdict));
        const auto& first = stored.comment.verdict;
        if (first.rule_set == old_verdict.rule_set && first != old_verdict)
            ++into.unlike_stored;
    }

    void merge(backtest_report& part)
    {
        const std::lock_guard lock(mutex_);
        report_.comments += part.comments;
        report_.decided += part.decided;
        report_.unlike_stored += part.unlike_stored;
        add(report_.before, part.before);
        add(report_.after, part.after);
        for (auto& example : part.examples) {
            const auto from = static_cast<std::size_t>(example.before);
            const auto to = static_cast<std::size_t>(example.after);
            if (shown_[from][to]++ < settings_.examples_max)
                report_.examples.push_back(std::move(example));
        }
        for (std::size_t from = 0; from < verdict_count; ++from)
            for (std::size_t to = 0; to < verdict_count; ++to)
                report_.verdicts[from][to] += part.verdicts[from][to];
        if (!progress_(report_.comments, source_.total()))
            ended_ = true;
    }

    moderation::engine before_;
    moderation::engine after_;
    const backtest_settings& settings_;
    const backtest_progress& progress_;

    std::mutex mutex_;  // Guards all below.
    replay_source source_;
    backtest_report report_;
    std::array<std::array<int, verdict_count>, verdict_count> shown_{};
    std::exception_ptr failure_;
    bool ended_ = false;
};

}  // namespace

std::string excerpt_of(const std::string& text)
{
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && ++seen > excerpt_characters)
            return text.substr(0, at) + "…";
    return text;
}

double agreement::precision() const noexcept
{
    return share(caught, wronged);
}

double agreement::recall() const noexcept
{
    return share(caught, missed);
}

void agreement::add(const agreement& other)
{
    caught += other.caught;
    wronged += other.wronged;
    missed += other.missed;
}

std::int64_t backtest_report::changed() const noexcept
{
    std::int64_t all = 0;
    for (std::size_t from = 0; from < verdict_count; ++from)
        for (std::size_t to = 0; to < verdict_count; ++to)
            all += from == to ? 0 : verdicts[from][to];
    return all;
}

backtest_report run_backtest(
    storage::store& record,
    const config::loaded_rule_set& before,
    const config::loaded_rule_set& after,
    const backtest_settings& settings,
    const backtest_progress& progress)
{
    return backtest(record, before, after, settings, progress).run();
}

}  // namespace rejoinder::rules
