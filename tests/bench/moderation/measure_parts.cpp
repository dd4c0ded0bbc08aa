#include "moderation/default_filters.hpp"
#include "moderation/prepared_comment.hpp"
#include "moderation/text/skeleton.hpp"
#include "tests/bench/moderation/measure.hpp"

#include <chrono>
#include <numeric>

namespace rejoinder::bench {

namespace {

using namespace moderation;

double now_ns()
{
    return std::chrono::duration<double, std::nano>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double clock_cost_ns()
{
    constexpr int times = 100'000;
    const auto begin = now_ns();
    double last = 0;
    for (int i = 0; i < times; ++i)
        last = now_ns();
    return (last - begin) / times;
}

/// Time by part and comment, each the least of several passes: so a pause of the program, which
/// the clock does not leave out, does not count.
class part_times {
public:
    part_times(std::size_t parts, std::size_t comments)
        : least_(parts, std::vector<double>(comments, std::numeric_limits<double>::max()))
    {
    }

    template <class Part>
    void measure(std::size_t part, std::size_t comment, Part&& run)
    {
        const auto before = now_ns();
        run();
        const auto taken = std::max(0.0, now_ns() - before - clock_);
        least_[part][comment] = std::min(least_[part][comment], taken);
    }

    double mean_ns(std::size_t part) const
    {
        const auto& all = least_[part];
        return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
    }

private:
    double clock_ = clock_cost_ns();
    std::vector<std::vector<double>> least_;
};

// What is measured beside the filters. The skeleton of the text is made within `words`; its time is
// in both.
enum part : std::size_t { whole, folding, links, skeletons, filters_from };

void measure_one(
    const comment_input& input,
    std::size_t number,
    const engine& judging,
    const filter_list& filters,
    part_times& times)
{
    times.measure(whole, number, [&] { const auto made = judging.judge(input); });
    times.measure(folding, number, [&] {
        const folded_text name(input.name);
        const folded_text website(input.website);
        const folded_text text(input.text);
    });
    times.measure(links, number, [&] {
        const auto in_text = find_links(input.text);
        const auto in_name = find_links(input.name);
    });
    const prepared_comment prepared(input);
    const auto view = prepared.view();
    times.measure(skeletons, number, [&] {
        skeleton shape;
        shape.assign(view.folded_text_body, sign_reading::as_gaps);
    });
    for (std::size_t i = 0; i < filters.size(); ++i)
        times.measure(filters_from + i, number, [&] {
            const auto found = filters[i]->inspect(view);
        });
}

}  // namespace

table measure_parts(const bench_settings& settings)
{
    progress("the share of each filter");
    const auto rules = sample_rules(settings.rules, settings.seed);
    const auto terms = entries_of(rules, entry_kind::term);
    const auto comments =
        sample_comments(settings.comments, 400, text_kind::mixed, terms, settings.seed);
    const auto inputs = inputs_of(comments);
    const engine judging(rules);

    const auto filters = default_filters(rules);
    part_times times(filters_from + filters.size(), inputs.size());
    const auto begin = cpu_seconds();
    for (int passes = 0; passes < 5 || cpu_seconds() - begin < 4 * settings.seconds; ++passes)
        for (std::size_t i = 0; i < inputs.size(); ++i)
            measure_one(inputs[i], i, judging, filters, times);

    const auto judged = times.mean_ns(whole);
    table shares{"Where the time goes, comments of 400 bytes", {"part", "ns a comment", "%"}, {}};
    const auto add = [&](std::string name, double ns) {
        shares.rows.push_back({std::move(name), ns, 100 * ns / judged});
    };
    double known = 0;
    const auto add_part = [&](std::string name, std::size_t part) {
        add(std::move(name), times.mean_ns(part));
        known += times.mean_ns(part);
    };
    add_part("prepare: fold", folding);
    add_part("prepare: links", links);
    for (std::size_t i = 0; i < filters.size(); ++i) {
        add_part("filter: " + std::string(filters[i]->name()), filters_from + i);
        if (filters[i]->name() == "words")
            add("  of which the skeleton", times.mean_ns(skeletons));
    }
    add("pipeline, policy, the rest", judged - known);
    add("all", judged);
    return shares;
}

}  // namespace rejoinder::bench
