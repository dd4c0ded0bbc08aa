// Fills the record of a data directory with made-up comments, or prints query plans on it.
// Usage: fill_record DIRECTORY [COMMENTS [PENDING]]
//        fill_record DIRECTORY plans

#include "server/storage/open_store.hpp"
#include "tests/bench/desk/made_up_comments.hpp"
#include "tests/bench/desk/query_plans.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

using namespace rejoinder;

namespace {

constexpr int batch_size = 2'000;

void report(storage::store& record, const std::vector<model::comment_id>& comments)
{
    for (std::size_t i = 0; i < comments.size(); ++i) {
        model::report report;
        report.id = model::new_uuid();
        report.comment = comments[i];
        report.reporter = std::to_string(i);
        report.at = model::now();
        record.add_report(report, 100);
    }
}

void fill(storage::store& record, bench::record_size size)
{
    bench::made_up_comments source(size);
    int done = 0;
    for (;;) {
        const auto batch = source.next(batch_size);
        if (batch.empty())
            break;
        record.add(batch);
        done += static_cast<int>(batch.size());
        std::cerr << '\r' << done << " of " << size.comments << std::flush;
    }
    report(record, source.to_report());
    // Nobody waits to be told of these.
    record.set_published_through(record.last_event());
    std::cerr << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::cerr << "usage: fill_record DIRECTORY [COMMENTS [PENDING]] | DIRECTORY plans\n";
        return 2;
    }
    const std::filesystem::path directory(argv[1]);
    if (argc > 2 && std::string_view(argv[2]) == "plans") {
        bench::print_query_plans(directory / "rejoinder.db", std::cout);
        return 0;
    }
    bench::record_size size;
    size.comments = argc > 2 ? std::stoi(argv[2]) : size.comments;
    size.pending = argc > 3 ? std::stoi(argv[3]) : std::min(size.pending, size.comments / 20);
    std::filesystem::create_directories(directory);
    const auto record = storage::open_store({}, directory);
    fill(*record, size);
}
