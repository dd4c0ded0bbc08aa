#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace rejoinder::config {

/// One thing wrong with the configuration: which file, which key, what was expected.
struct problem {
    std::string file;
    std::string path;  ///< "queue.partitions"; empty when the file as a whole is meant.
    std::string expected;

    friend bool operator==(const problem&, const problem&) = default;
};

/// "config/rejoinder.json: queue.partitions: expected a whole number from 1 to 64".
std::string to_string(const problem& found);

/// Every problem of one run, so that an operator mends them all at once.
class config_error : public std::runtime_error {
public:
    explicit config_error(std::vector<problem> problems);

    const std::vector<problem>& problems() const noexcept { return problems_; }

private:
    std::vector<problem> problems_;
};

}  // namespace rejoinder::config
