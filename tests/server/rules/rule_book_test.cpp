#include "server/rules/rule_book.hpp"

#include "moderation/rule_set_error.hpp"
#include "tests/server/rules/sample_rules.hpp"
#include "tests/server/storage/fresh_store.hpp"

using namespace rejoinder;
using rules::rule_book;
using tests::banning;
using tests::loaded;

TEST_CASE("rule book: what is kept is found again, lists and all", "[rules]")
{
    const tests::fresh_store store;
    rule_book book(*store);
    const auto kept = loaded(banning("scoundrel"));
    book.keep(kept, "Mo", "a try");

    const auto found = book.find(kept.settings.version);

    REQUIRE(found);
    CHECK(found->bundle == kept.bundle);
    CHECK(found->settings.version == kept.settings.version);
    CHECK(found->settings.words.lists.at(0).entries.size() == 1);
    const auto row = store->find_rule_set(kept.settings.version);
    CHECK(row->author == "Mo");
    CHECK(row->note == "a try");
    CHECK(row->filters.starts_with("flood new_author "));
    CHECK_FALSE(book.find("000000000000"));
}

TEST_CASE("rule book: what does not compile is not kept", "[rules]")
{
    const tests::fresh_store store;
    rule_book book(*store);
    auto broken = loaded(banning("scoundrel"));
    broken.settings.policy.base.weights[moderation::reason::flood] = -1;

    CHECK_THROWS_AS(book.keep(broken, "Mo", ""), moderation::rule_set_error);
    CHECK(store->list_rule_sets(10).empty());
}

TEST_CASE("rule book: a version that this program cannot read is a config_error", "[rules]")
{
    const tests::fresh_store store;
    rule_book book(*store);
    const auto content = GENERATE(
        std::string("no JSON"),
        std::string(R"({"rules": {"of_the_future": 1}, "files": {}})"));
    store->add_rule_set({"0123456789ab", content, "", "Mo", "", model::now()});

    CHECK_THROWS_AS(book.find("0123456789ab"), config::config_error);
}

TEST_CASE("rule book: a version is put in force, and what was before it is known", "[rules]")
{
    const tests::fresh_store store;
    rule_book book(*store);
    const auto one = loaded(banning("scoundrel"));
    const auto two = loaded(banning("rascal"));
    CHECK_FALSE(book.in_force());
    CHECK_FALSE(book.put_in_force(one.settings.version, "Mo", ""));

    book.keep(one, "Mo", "");
    book.keep(two, "Mo", "");
    REQUIRE(book.put_in_force(one.settings.version, "Mo", ""));
    CHECK_FALSE(book.before_that());
    REQUIRE(book.put_in_force(two.settings.version, "Mo", ""));
    REQUIRE(book.put_in_force(two.settings.version, "Ada", ""));

    CHECK(book.in_force() == two.settings.version);
    CHECK(book.before_that() == one.settings.version);
    CHECK(store->rule_set_activations(10).size() == 2);
}

TEST_CASE("rule book: twelve hexadecimal digits are a version", "[rules]")
{
    CHECK(rules::is_version("0123456789ab"));
    CHECK_FALSE(rules::is_version("0123456789a"));
    CHECK_FALSE(rules::is_version("0123456789aB"));
    CHECK_FALSE(rules::is_version("strict.json"));
}
