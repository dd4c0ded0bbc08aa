#pragma once

#include "moderation/engine.hpp"
#include "tests/bench/moderation/report.hpp"
#include "tests/bench/moderation/sample_rules.hpp"
#include "tests/bench/moderation/sample_texts.hpp"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <limits>
#include <vector>

namespace rejoinder::bench {

struct bench_settings {
    std::uint64_t seed = 1;
    double seconds = 0.5;          ///< At least so long for one figure.
    std::size_t comments = 2'000;  ///< More text than a core's caches hold.
    rule_counts rules;
};

/// Time of the processor in this thread, so that other programs on the machine hardly count.
inline double cpu_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Seconds of the fastest of several passes: the one that was disturbed least.
template <class Pass>
double fastest(double seconds, Pass&& pass)
{
    pass();  // warms caches and the automata that RE2 builds as it goes
    auto best = std::numeric_limits<double>::max();
    const auto begin = cpu_seconds();
    for (int passes = 0; passes < 3 || cpu_seconds() - begin < seconds; ++passes) {
        const auto before = cpu_seconds();
        pass();
        best = std::min(best, cpu_seconds() - before);
    }
    return best;
}

/// The comments as the engine takes them. They view `comments`.
inline std::vector<moderation::comment_input> inputs_of(const std::vector<sample_comment>& comments)
{
    std::vector<moderation::comment_input> inputs;
    for (const auto& comment : comments)
        inputs.push_back(comment.input());
    return inputs;
}

/// Microseconds to judge one of the comments.
double judging_time(
    const moderation::engine& judging,
    const std::vector<sample_comment>& comments,
    double seconds);

/// Comments a second, and the bare matchers on the same texts.
std::vector<table> measure_throughput(const bench_settings& settings);

/// What each filter and each step of the preparation takes.
table measure_parts(const bench_settings& settings);

/// Against the length of the comment, the number of terms, the kind of text.
std::vector<table> measure_scaling(const bench_settings& settings);

}  // namespace rejoinder::bench
