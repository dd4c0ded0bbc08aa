#pragma once

#include "server/storage/store.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace rejoinder::bench {

/// How large the record is to be.
struct record_size {
    int comments = 1'000'000;
    int pending = 50'000;
    int reported = 5'000;
};

/// Comments as a newsroom has them after two years, the same at every run: three sites, 3,000
/// stories, 100,000 authors, words by Zipf's law, one pending comment in ten one of a cluster.
class made_up_comments {
public:
    explicit made_up_comments(record_size size);

    /// The next so many, in the order of their time; none at the end.
    std::vector<storage::judged_submission> next(int count);

    /// Ids of published comments for reports to be made of.
    const std::vector<model::comment_id>& to_report() const noexcept { return to_report_; }

private:
    storage::judged_submission make(int number);
    std::string text();
    void judge(storage::judged_submission& made, int number);

    record_size size_;
    int made_ = 0;
    std::mt19937 random_{2'026};
    std::vector<std::string> words_;
    std::discrete_distribution<std::size_t> word_;
    std::string last_cluster_;
    std::vector<model::comment_id> to_report_;
};

}  // namespace rejoinder::bench
