#include "moderation/filters/email_domain_filter.hpp"

#include "tests/moderation/sample_comment.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <iterator>

using namespace rejoinder::moderation;
using rejoinder::tests::comment_of;
using rejoinder::tests::details;
using rejoinder::tests::inspect;

namespace {

findings found_at(std::string_view domain)
{
    const email_domain_filter filter({.blocked = {"example.com"}, .disposable = {"bin.example"}});
    auto comment = comment_of("Good day to everybody");
    comment.email_domain = domain;
    return inspect(filter, comment);
}

parsed_host_list shipped_list()
{
    std::ifstream file("config/disposable_email_domains.txt");
    REQUIRE(file);
    return parse_host_list(std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace

TEST_CASE(
    "email domain filter: a domain covers its subdomains, not its look-alikes",
    "[moderation][email_domain_filter]")
{
    struct row {
        const char* domain;
        const char* detail;  // empty: innocent
    };
    static const row rows[] = {
        {"example.com", "example.com"},
        {"EXAMPLE.com", "example.com"},
        {"mail.example.com", "example.com"},
        {"a.b.example.com.", "example.com"},
        {"example.com.other.org", ""},
        {"notexample.com", ""},
        {"example.com-mail.org", ""},
        {"com", ""},
        {"bin.example", "bin.example"},
        {"x.bin.example", "bin.example"},
        {"cabin.example", ""},
        {"", ""},
    };
    for (const auto& [domain, detail] : rows) {
        CAPTURE(domain);
        const auto found = found_at(domain);
        CHECK(found.size() == (*detail == '\0' ? 0 : 1));
        for (const auto& item : found)
            CHECK(item.detail == detail);
    }
}

TEST_CASE(
    "email domain filter: which list says which reason, and where",
    "[moderation][email_domain_filter]")
{
    const auto blocked = found_at("mail.example.com");
    REQUIRE(blocked.size() == 1);
    CHECK(blocked[0].reason == reason::blocked_email_domain);
    CHECK(blocked[0].field == comment_field::email_domain);
    CHECK(blocked[0].span == text_span{0, 16});

    const auto disposable = found_at("bin.example");
    REQUIRE(disposable.size() == 1);
    CHECK(disposable[0].reason == reason::disposable_email_domain);
}

TEST_CASE(
    "email domain filter: the shipped list knows the throw-away domains and no others",
    "[moderation][email_domain_filter]")
{
    const auto shipped = shipped_list();
    CHECK(shipped.errors.empty());
    CHECK(shipped.hosts.size() >= 50);

    for (const auto* domain : {"mailinator.com", "guerrillamail.com", "yopmail.com"})
        CHECK(contains_host(shipped.hosts, domain));
    for (const auto* domain :
         {"gmail.com",
          "outlook.com",
          "yahoo.com",
          "gmx.de",
          "web.de",
          "icloud.com",
          "proton.me",
          "protonmail.com",
          "mail.ru",
          "posteo.de",
          "bbc.co.uk",
          "duck.com",
          "example.org"})
        CHECK_FALSE(contains_host(shipped.hosts, domain));
}
