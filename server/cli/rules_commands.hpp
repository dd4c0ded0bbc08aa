#pragma once

#include "server/cli/place.hpp"

#include <iosfwd>
#include <string>

namespace rejoinder::cli {

/// What `rejoinder rules …` can be told. Rule sets are named by version, as "active", as "file", or
/// by the path of a file.
struct rules_options {
    place at;
    std::string rules = "file";
    std::string from = "active";
    std::string list;  ///< Of `show`: the name of a list.
    std::string note;

    // Of `test` and `policy`: the comment and where it would stand.
    std::string text;
    std::string name;
    std::string email;
    std::string website;
    std::string site;
    std::string story;
    std::string path = "/";
    std::string author = "new";
    std::string time;  ///< "HH:MM" in UTC.
    long long review_queue = 0;

    // Of `backtest`.
    int days = 30;
    int examples = 3;
    bool as_json = false;
};

int check_rules(const rules_options& options, std::ostream& out);
int print_rules_schema(const rules_options& options, std::ostream& out);
int list_rules(const rules_options& options, std::ostream& out);
int show_rules(const rules_options& options, std::ostream& out);
int compare_rules(const rules_options& options, std::ostream& out);  ///< 1 where they differ.
int activate_rules(const rules_options& options, std::ostream& out);
int roll_back_rules(const rules_options& options, std::ostream& out);
int test_rules(const rules_options& options, std::ostream& out);
int backtest_rules(const rules_options& options, std::ostream& out);
int show_policy(const rules_options& options, std::ostream& out);

}  // namespace rejoinder::cli
