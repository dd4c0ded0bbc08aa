#include "server/rules/rules_keeper.hpp"

#include "moderation/engine.hpp"
#include "server/telemetry/log.hpp"
#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"
#include "tests/server/worker/has_line.hpp"
#include "tests/support/temporary_directory.hpp"

#include <chrono>
#include <filesystem>

using namespace rejoinder;
using config::rules_master;
using rules::rules_keeper;
using tests::banning;
using tests::loaded;

namespace {

/// A rule set file that bans one word, beside its list.
struct rules_file {
    rules_file() { ban("scoundrel"); }

    /// Files of the same moment would look unchanged.
    void write(const char* name, const std::string& text)
    {
        directory.write(name, text);
        stamp += std::chrono::seconds(2);
        std::filesystem::last_write_time(directory.path() / name, stamp);
    }

    void ban(const std::string& word)
    {
        write("b.txt", word + "\n");
        write("rules.json", banning(word).rules.dump());
    }

    config::loaded_rule_set load() const
    {
        std::vector<config::problem> problems;
        return config::load_rule_set(directory.path() / "rules.json", problems);
    }

    tests::temporary_directory directory;
    std::filesystem::file_time_type stamp = std::filesystem::file_time_type::clock::now();
};

struct keeper_fixture {
    ~keeper_fixture() { threads.join(); }

    std::unique_ptr<rules_keeper> keeper(rules_master master)
    {
        return std::make_unique<rules_keeper>(*store, threads, file.load(), master, metrics);
    }

    static bool bans(const rules_keeper& keeper, const std::string& text)
    {
        moderation::comment_input comment;
        comment.name = "Ada";
        comment.text = text;
        const auto verdict = keeper.current().engine->judge(comment);
        return verdict.kind == moderation::verdict_kind::reject;
    }

    tests::fresh_store store;
    rules_file file;
    telemetry::metrics metrics;
    net::thread_pool threads{1};
};

}  // namespace

TEST_CASE_METHOD(keeper_fixture, "rules keeper: the first start puts the file in force", "[rules]")
{
    const auto master = GENERATE(rules_master::file, rules_master::desk);
    const auto one = keeper(master);

    one->begin();

    CHECK(bans(*one, "What a scoundrel."));
    REQUIRE(store->rule_set_activations(10).size() == 1);
    CHECK(store->rule_set_activations(10)[0].note == "first start");

    keeper(master)->begin();
    CHECK(store->rule_set_activations(10).size() == 1);
}

TEST_CASE_METHOD(keeper_fixture, "rules keeper: what the file says is applied", "[rules]")
{
    const auto one = keeper(rules_master::file);
    const auto other = keeper(rules_master::file);
    one->begin();
    other->begin();
    file.write("b.txt", "rascal\n");

    one->look();
    CHECK(bans(*one, "What a rascal."));
    CHECK_FALSE(bans(*one, "What a scoundrel."));

    CHECK_FALSE(bans(*other, "What a rascal."));
    other->look();
    CHECK(bans(*other, "What a rascal."));
    CHECK(store->rule_set_activations(10).size() == 2);
    CHECK(tests::has_line(metrics, "rejoinder_rule_set_changes_total 2"));
}

TEST_CASE_METHOD(keeper_fixture, "rules keeper: a faulty file changes nothing", "[rules]")
{
    const auto one = keeper(rules_master::file);
    one->begin();
    file.write("rules.json", R"({"filters": {"zebra": 1}})");

    one->look();
    one->look();
    CHECK(bans(*one, "What a scoundrel."));
    CHECK(tests::has_line(metrics, "rejoinder_rule_set_failures_total 1"));

    file.ban("rascal");
    one->look();
    CHECK(bans(*one, "What a rascal."));
}

TEST_CASE_METHOD(
    keeper_fixture,
    "rules keeper: where the desk is master, the file is not",
    "[rules]")
{
    const auto one = keeper(rules_master::desk);
    one->begin();
    file.ban("rascal");
    one->look();
    CHECK(bans(*one, "What a scoundrel."));

    const auto decided = loaded(banning("villain"));
    rules::rule_book book(*store);
    book.keep(decided, "Mo", "");
    book.put_in_force(decided.settings.version, "Mo", "");
    one->look();
    CHECK(bans(*one, "What a villain."));

    const auto next = keeper(rules_master::desk);  // A restart.
    next->begin();
    CHECK(bans(*next, "What a villain."));
}

TEST_CASE_METHOD(
    keeper_fixture,
    "rules keeper: a version it cannot read changes nothing",
    "[rules]")
{
    const auto one = keeper(rules_master::desk);
    one->begin();
    store->add_rule_set({"0123456789ab", R"({"rules": {"new": 1}})", "", "Mo", "", model::now()});
    REQUIRE(store->activate_rule_set({0, "0123456789ab", "Mo", "", model::now()}));

    one->look();
    one->look();

    CHECK(bans(*one, "What a scoundrel."));
    CHECK(tests::has_line(metrics, "rejoinder_rule_set_failures_total 1"));
}
