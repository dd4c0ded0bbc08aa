#pragma once

#include "moderation/comment_view.hpp"
#include "moderation/text/find_links.hpp"
#include "moderation/text/normalize.hpp"

#include <vector>

namespace rejoinder::moderation {

/// Owns what filters need and a caller does not bring: the links and the folded text. The input
/// must outlive it.
class prepared_comment {
public:
    explicit prepared_comment(const comment_input& input);

    comment_view view() const;

private:
    const comment_input& input_;
    folded_text name_;
    folded_text website_;
    folded_text text_;
    std::vector<link> links_;
    std::vector<link> links_in_name_;
};

}  // namespace rejoinder::moderation
