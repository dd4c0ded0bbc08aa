#include "moderation/text/spelled_dot.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace rejoinder::moderation;

namespace {

/// What stands for a dot behind the first word.
std::string dot_in(const std::string& text)
{
    const auto at = text.find_first_of(" -_[({");
    return text.substr(at, spelled_dot(text, at));
}

}  // namespace

TEST_CASE("spelled dot: in brackets and in words", "[moderation][spelled_dot]")
{
    const auto [text, dot] = GENERATE(table<std::string, std::string>({
        {"example[dot]com", "[dot]"},
        {"example [ dot ] com", " [ dot ] "},
        {"example(.)com", "(.)"},
        {"example{Punkt}de", "{Punkt}"},
        {"example dot com", " dot "},
        {"example DOT COM", " DOT "},
        {"example dot co dot uk", " dot "},
        {"beispiel punkt com", " punkt "},
        {"example . com", " . "},
        {"example-dot-com", "-dot-"},
        {"example dot com!", " dot "},
    }));
    CAPTURE(text);
    CHECK(dot_in(text) == dot);
}

TEST_CASE("spelled dot: what is said of dots", "[moderation][spelled_dot]")
{
    for (const auto* text : {
             "the dot com boom",
             "Microsoft dot net developer",
             "nineties dot com bubble",
             "fini . de toute",
             "thanks . info follows",
             "end . It was",
             "polka-dot-dress",
             "see (dot) ",
             "joins dot to dot",
             "depuis point de vue",
             "example [dot com",
             "example [dat] com",
         }) {
        CAPTURE(text);
        CHECK(dot_in(text) == "");
    }
}
