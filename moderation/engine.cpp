#include "moderation/engine.hpp"

#include "moderation/default_filters.hpp"
#include "moderation/prepared_comment.hpp"
#include "moderation/rule_set.hpp"

namespace rejoinder::moderation {

engine::engine(const rule_set_settings& settings)
    : version_(settings.version),
      pipeline_(default_filters(settings)),
      policy_(settings.policy)
{
}

verdict engine::judge(const comment_input& comment) const
{
    const prepared_comment prepared(comment);
    const auto author = classify(comment.author, policy_.trust());
    auto made =
        policy_.decide(pipeline_.run(prepared.view()), policy_.effective({comment.story, author}));
    made.rule_set = version_;
    return made;
}

std::vector<std::string> engine::filter_names() const
{
    std::vector<std::string> names;
    for (const auto& filter : pipeline_.filters())
        names.emplace_back(filter->name());
    return names;
}

}  // namespace rejoinder::moderation
