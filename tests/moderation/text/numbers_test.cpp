#include "moderation/text/numbers.hpp"

#include "tests/support/catch.hpp"

using namespace rejoinder::moderation;

namespace {

std::vector<std::string> found_in(std::string_view text, number_kind kind)
{
    std::vector<std::string> found;
    for (const auto& number : find_numbers(text))
        if (number.kind == kind)
            found.emplace_back(text.substr(number.begin, number.end - number.begin));
    return found;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers: telephones as people write them", "[moderation][numbers]")
{
    for (const auto* text : {
             "+49 30 1234567",
             "+49 (0)30 1234-567",
             "+1-212-555-0123",
             "+44 20 7946 0958",
             "+4915112345678",
             "0049 30 1234567",
             "030 12345678",
             "030/1234567-89",
             "020 7946 0958",
             "01512 3456789",
             "(212) 555-0123",
             "212-555-0123",
             "212.555.0123",
             "1-800-555-0199",
         }) {
        CAPTURE(text);
        CHECK(found_in(text, number_kind::telephone_number) == strings{text});
        CHECK(
            found_in("call " + std::string(text) + ", now", number_kind::telephone_number) ==
            strings{text});
    }
}

TEST_CASE("numbers: what is no telephone", "[moderation][numbers]")
{
    for (const auto* text : {
             "1945",
             "1990-2000",
             "31.12.2024",
             "2024-12-31 10",
             "01/02/2024 10",
             "12:30",
             "1,000,000",
             "0.123456789",
             "2 000 000 000",
             "12345678",
             "#0301234567",
             "$0301234567",
             "978-3-16-148410-0",
             "room 101",
             "24/7",
             "50-50",
             "10.0.0.1",
             "v1.2.3",
             "+1",
             "+10 +20 +30",
             "007",
             "0 1 2 3",
             "x0301234567",
             "0301234567x",
             "9000000000000000000000000000000000000000",
         }) {
        CAPTURE(text);
        CHECK(find_numbers(text).empty());
    }
}

TEST_CASE("numbers: IBANs by country, length and checksum", "[moderation][numbers]")
{
    CHECK(
        found_in("de89370400440532013000", number_kind::iban) == strings{"de89370400440532013000"});
    CHECK(
        found_in("to gb82 west 1234 5698 7654 32, thanks", number_kind::iban) ==
        strings{"gb82 west 1234 5698 7654 32"});
    CHECK(found_in("nl91-abna-0417-1643-00", number_kind::iban).size() == 1);
    CHECK(found_in("no9386011117947", number_kind::iban).size() == 1);
    CHECK(found_in("de88370400440532013000", number_kind::iban).empty());   // checksum
    CHECK(found_in("de8937040044053201300", number_kind::iban).empty());    // too short
    CHECK(found_in("de893704004405320130001", number_kind::iban).empty());  // too long
    CHECK(found_in("zz89370400440532013000", number_kind::iban).empty());
    CHECK(found_in("made89370400440532013000", number_kind::iban).empty());  // inside a word
}

TEST_CASE("numbers: cards by issuer, length and checksum", "[moderation][numbers]")
{
    CHECK(found_in("4111 1111 1111 1111", number_kind::card_number).size() == 1);
    CHECK(found_in("5500-0000-0000-0004", number_kind::card_number).size() == 1);
    CHECK(found_in("378282246310005.", number_kind::card_number) == strings{"378282246310005"});
    CHECK(found_in("6011111111111117", number_kind::card_number).size() == 1);
    CHECK(found_in("4111 1111 1111 1112", number_kind::card_number).empty());  // checksum
    CHECK(found_in("9111111111111111", number_kind::card_number).empty());     // no issuer
    CHECK(found_in("4444444444444444", number_kind::card_number).empty());
    CHECK(found_in("4.111.111.111.111.111", number_kind::card_number).empty());
}

TEST_CASE("numbers: in number and in time", "[moderation][numbers]")
{
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += "+49 30 1234567, ";
    CHECK(find_numbers(many).size() == numbers_found_max);

    CHECK(find_numbers(std::string(200'000, '1')).empty());
    CHECK(find_numbers(std::string(200'000, '(')).empty());
}
