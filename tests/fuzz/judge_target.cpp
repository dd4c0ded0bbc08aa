#include "moderation/engine.hpp"
#include "moderation/rule_set.hpp"
#include "server/config/load_rule_set.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace rejoinder::fuzz {

namespace {

using namespace moderation;

// Of every kind an entry, in several scripts.
constexpr std::string_view odd_entries = R"(
badword
*inside*
two words
1488
c++
!goodbadword
/colou?rs?\s+\d+/
/^\W*start/
\#tag
дурак
馬鹿
straße
o'neill
*ass
ee
)";

/// What is shipped, those entries, and every filter at work.
const engine& judging()
{
    static const engine made = [] {
        std::vector<config::problem> problems;
        auto rules = config::load_rule_set("config/moderation.json", problems).settings;
        promise(problems.empty(), "the shipped rules have no problems");
        moderation::word_list odd;
        odd.name = "odd";
        odd.fields.push_back(comment_field::email_domain);
        odd.entries = parse_word_list(odd_entries).entries;
        rules.words.lists.push_back(odd);
        rules.language.accepted = {"en"};
        rules.impersonation.staff_names = {"Ada Lovelace"};
        return engine(rules);
    }();
    return made;
}

std::string_view take_line(std::string_view& from)
{
    const auto line = from.substr(0, from.find('\n'));
    from.remove_prefix(std::min(from.size(), line.size() + 1));
    return line;
}

std::string_view field_of(const comment_input& comment, comment_field field)
{
    switch (field) {
    case comment_field::name:
        return comment.name;
    case comment_field::website:
        return comment.website;
    case comment_field::email_domain:
        return comment.email_domain;
    case comment_field::text:
        return comment.text;
    }
    promise(false, "a field is one of these");
    return {};
}

}  // namespace

void judge(std::string_view bytes)
{
    comment_input comment;
    comment.name = take_line(bytes);
    comment.website = take_line(bytes);
    comment.email_domain = comment.website;
    comment.text = bytes;
    comment.author.recent.push_back({std::string(bytes.substr(bytes.size() / 8)), 60, false, {}});

    const auto made = judging().judge(comment);
    std::map<std::string, std::size_t> by_filter;
    for (const auto& item : made.found) {
        promise(item.reason != reason::filter_failed, "no filter fails for a text");
        check_span(item.span, field_of(comment, item.field));
        promise(is_valid_utf8(item.detail), "a detail can be shown");
        promise(++by_filter[item.filter] <= findings_per_filter_max, "findings are bounded");
    }
    promise(std::isfinite(made.score) && made.score >= 0, "a score is a sum");
    const auto again = judging().judge(comment);
    promise(again.found == made.found && again.kind == made.kind, "the same is judged the same");
}

}  // namespace rejoinder::fuzz
