#include "server/publish/comment_json.hpp"

#include "server/publish/render_text.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rejoinder::publish {

namespace {

constexpr auto on_invalid_utf8 = nlohmann::json::error_handler_t::replace;

/// The tree of a page, as indices: building it this way copies no comment.
struct page_tree {
    std::vector<std::size_t> roots;
    std::vector<std::vector<std::size_t>> replies;
};

page_tree build_tree(const std::vector<model::comment>& comments)
{
    page_tree tree;
    tree.replies.resize(comments.size());
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const auto& parent = comments[i].parent;
        const auto found = parent ? index.find(parent->str()) : index.end();
        if (found != index.end())
            tree.replies[found->second].push_back(i);
        else
            tree.roots.push_back(i);
        index.emplace(comments[i].id.str(), i);
    }
    return tree;
}

/// Appends the JSON of the listed comments with their replies. Works with a stack of its own: how
/// deep readers reply must not decide how deep we recurse.
void append_tree(const page_tree& tree, const storage::comment_page& page, std::string& json)
{
    const auto& comments = page.comments;
    struct level {
        const std::vector<std::size_t>* list;
        std::size_t next = 0;
    };
    std::vector<level> stack = {{&tree.roots, 0}};
    json += '[';
    while (!stack.empty()) {
        auto& top = stack.back();
        if (top.next == top.list->size()) {
            json += ']';
            stack.pop_back();
            if (!stack.empty())
                json += '}';
            continue;
        }
        if (top.next > 0)
            json += ',';
        const auto i = (*top.list)[top.next++];
        auto comment = comment_json(comments[i]).dump(-1, ' ', false, on_invalid_utf8);
        comment.pop_back();  // The closing brace: the replies go inside.
        json += comment;
        const auto more = page.more_replies.find(comments[i].id.str());
        if (more != page.more_replies.end())
            json.append(",\"more_replies\":").append(nlohmann::json(more->second).dump());
        json += ",\"replies\":[";
        stack.push_back({&tree.replies[i], 0});
    }
}

std::string cursor_json(const std::string& cursor)
{
    return cursor.empty() ? "null" : nlohmann::json(cursor).dump();
}

void append_list(const storage::comment_page& page, std::string& json)
{
    json += "\"comments\":";
    append_tree(build_tree(page.comments), page, json);
    json.append(",\"next\":").append(cursor_json(page.next));
}

}  // namespace

nlohmann::json comment_json(const model::comment& comment)
{
    nlohmann::json author = {{"name", comment.author_name}, {"avatar", comment.avatar}};
    if (!comment.author_website.empty())
        author["website"] = comment.author_website;

    nlohmann::json json = {
        {"id", comment.id.str()},
        {"author", std::move(author)},
        {"html", render_text(comment.text)},
        {"created_at", model::to_rfc3339(comment.created_at)},
        {"likes", comment.likes},
    };
    if (comment.parent)
        json["parent"] = comment.parent->str();
    if (comment.edited_at)
        json["edited_at"] = model::to_rfc3339(*comment.edited_at);
    return json;
}

nlohmann::json story_json(const model::story& story)
{
    nlohmann::json json = {
        {"id", story.key.story.str()},
        {"state", model::to_string(story.state)},
        {"count", story.published_count},
    };
    if (!story.title.empty())
        json["title"] = story.title;
    return json;
}

std::string page_json(const model::story& story, const storage::comment_page& page)
{
    std::string json = "{\"story\":";
    json += story_json(story).dump(-1, ' ', false, on_invalid_utf8);
    json += ',';
    append_list(page, json);
    if (page.earlier)
        json.append(",\"earlier\":").append(cursor_json(*page.earlier));
    json += '}';
    return json;
}

std::string replies_json(const storage::comment_page& page)
{
    std::string json = "{";
    append_list(page, json);
    json += '}';
    return json;
}

}  // namespace rejoinder::publish
