#include "server/routes/routes.hpp"

#include "server/http/cross_origin.hpp"
#include "server/http/router.hpp"
#include "server/http/static_files.hpp"
#include "server/intake/site.hpp"
#include "server/routes/desk_authors.hpp"
#include "server/routes/desk_bans.hpp"
#include "server/routes/desk_claims.hpp"
#include "server/routes/desk_comments.hpp"
#include "server/routes/desk_decide.hpp"
#include "server/routes/desk_edits.hpp"
#include "server/routes/desk_invitations.hpp"
#include "server/routes/desk_log.hpp"
#include "server/routes/desk_rules.hpp"
#include "server/routes/desk_rules_test.hpp"
#include "server/routes/desk_rules_trial.hpp"
#include "server/routes/desk_session.hpp"
#include "server/routes/desk_sessions.hpp"
#include "server/routes/desk_settings.hpp"
#include "server/routes/desk_statistics.hpp"
#include "server/routes/desk_tokens.hpp"
#include "server/routes/desk_two_factor.hpp"
#include "server/routes/desk_users.hpp"
#include "server/routes/first_pages.hpp"
#include "server/routes/like_comment.hpp"
#include "server/routes/list_comments.hpp"
#include "server/routes/live_feed.hpp"
#include "server/routes/own_comment.hpp"
#include "server/routes/post_comment.hpp"
#include "server/routes/preview_comment.hpp"
#include "server/routes/report_comment.hpp"
#include "server/routes/services.hpp"
#include "server/routes/show_comment.hpp"
#include "server/routes/show_story.hpp"
#include "server/routes/static_pages.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rejoinder::routes {

namespace {

using http::request;
using http::verb;

using endpoint = awaitable<http::response> (*)(request, const services&);

/// The origins of all sites: a page of any of them may call the readers' part of the API. Which of
/// them may write to which site is for each endpoint to say.
http::allowed_origins origins_of(const intake::site_directory& sites)
{
    std::vector<std::string> origins;
    for (const auto& [id, site] : sites.all())
        origins.insert(origins.end(), site.origins.begin(), site.origins.end());
    return http::allowed_origins(std::move(origins));
}

bool is_desk(const request& asked)
{
    const auto& path = asked.target.segments;
    return path.size() > 2 && path[0] == "api" && path[2] == "desk";
}

void add_cross_origin(http::router& router, const services& use)
{
    const auto allowed = std::make_shared<const http::allowed_origins>(origins_of(use.sites));
    router.set_common_headers([allowed](const request& asked) {
        return is_desk(asked) ? http::header_list()
                              : http::cross_origin_headers(*allowed, asked.header("Origin"));
    });
    router.set_ready_pages(std::make_unique<first_pages>(use.snapshots, allowed));
    router.set_preflight([allowed](const request& asked, std::vector<verb> methods) {
        static const http::allowed_origins none;
        const auto& origins = is_desk(asked) ? none : *allowed;
        return http::preflight_response(origins, asked.header("Origin"), methods);
    });
}

template <class On>
void add_account_routes(const On& on)
{
    on(verb::post, "/api/v1/desk/session", desk_sign_in);
    on(verb::get, "/api/v1/desk/session", desk_show_session);
    on(verb::delete_, "/api/v1/desk/session", desk_sign_out);
    on(verb::get, "/api/v1/desk/sessions", desk_list_sessions);
    on(verb::delete_, "/api/v1/desk/sessions", desk_end_sessions);
    on(verb::delete_, "/api/v1/desk/sessions/{session}", desk_end_session);
    on(verb::put, "/api/v1/desk/settings", desk_keep_settings);
    on(verb::put, "/api/v1/desk/password", desk_change_password);
    on(verb::post, "/api/v1/desk/two-factor", desk_propose_two_factor);
    on(verb::put, "/api/v1/desk/two-factor", desk_confirm_two_factor);
    on(verb::delete_, "/api/v1/desk/two-factor", desk_drop_two_factor);
    on(verb::get, "/api/v1/desk/tokens", desk_list_tokens);
    on(verb::post, "/api/v1/desk/tokens", desk_make_token);
    on(verb::delete_, "/api/v1/desk/tokens/{token}", desk_revoke_token);
    on(verb::get, "/api/v1/desk/users", desk_list_users);
    on(verb::patch, "/api/v1/desk/users/{user}", desk_change_user);
    on(verb::post, "/api/v1/desk/invitations", desk_invite);
    on(verb::delete_, "/api/v1/desk/invitations/{invitation}", desk_revoke_invitation);
    on(verb::post, "/api/v1/desk/invitation", desk_show_invitation);
    on(verb::post, "/api/v1/desk/invitation/acceptance", desk_accept_invitation);
}

}  // namespace

void add_public_routes(http::router& router, const services& use, const http::static_files& files)
{
    const auto on = [&](verb method, const char* pattern, endpoint answer) {
        router.add(method, pattern, [&use, answer](request asked) {
            return answer(std::move(asked), use);
        });
    };
    const auto page = [&](const char* pattern) {
        router.add(verb::get, pattern, [&files](request asked) {
            return show_page(std::move(asked), files);
        });
    };

    // Readers
    const auto* const comments = "/api/v1/sites/{site}/stories/{story}/comments";
    on(verb::get, comments, list_comments);
    on(verb::post, comments, post_comment);
    on(verb::get, "/api/v1/sites/{site}/stories/{story}", show_story);
    on(verb::get, "/api/v1/sites/{site}/counts", show_counts);
    on(verb::post, "/api/v1/sites/{site}/stories/{story}/preview", preview_comment);
    on(verb::get, "/api/v1/comments/{comment}", show_comment);
    on(verb::patch, "/api/v1/comments/{comment}", edit_own_comment);
    on(verb::delete_, "/api/v1/comments/{comment}", withdraw_own_comment);
    on(verb::post, "/api/v1/comments/{comment}/reports", report_comment);
    on(verb::post, "/api/v1/comments/{comment}/likes", like_comment);
    on(verb::delete_, "/api/v1/comments/{comment}/likes", unlike_comment);
    router.add_websocket(
        "/api/v1/sites/{site}/stories/{story}/live",
        [&use](request asked, http::websocket& socket) {
            return story_feed(std::move(asked), socket, use);
        });

    // The desk: accounts
    add_account_routes(on);

    // The desk: comments
    on(verb::get, "/api/v1/desk/comments", desk_list_comments);
    on(verb::get, "/api/v1/desk/comments/{comment}", desk_show_comment);
    on(verb::post, "/api/v1/desk/comments/{comment}/edits", desk_edit_comment);
    on(verb::put, "/api/v1/desk/claims/{comment}", desk_claim);
    on(verb::delete_, "/api/v1/desk/claims/{comment}", desk_release);
    on(verb::post, "/api/v1/desk/decisions", desk_decide);
    on(verb::post, "/api/v1/desk/undo", desk_undo);
    on(verb::get, "/api/v1/desk/authors/{author}", desk_show_author);
    on(verb::post, "/api/v1/desk/authors/{author}/notes", desk_note_author);
    on(verb::post, "/api/v1/desk/authors/{author}/email", desk_reveal_address);
    on(verb::post, "/api/v1/desk/authors/{author}/bans", desk_ban_author);
    on(verb::delete_, "/api/v1/desk/bans/{ban}", desk_lift_ban);
    on(verb::patch, "/api/v1/desk/stories/{site}/{story}", desk_change_story);
    on(verb::get, "/api/v1/desk/events", desk_list_events);
    on(verb::get, "/api/v1/desk/statistics", desk_show_statistics);
    on(verb::get, "/api/v1/desk/rules", desk_list_rules);
    on(verb::post, "/api/v1/desk/rules/trials", desk_test_rules);
    on(verb::post, "/api/v1/desk/rules/versions", desk_keep_rules);
    on(verb::get, "/api/v1/desk/rules/versions/{version}", desk_show_rules);
    on(verb::post, "/api/v1/desk/rules/activations", desk_activate_rules);
    on(verb::get, "/api/v1/desk/rules/differences", desk_compare_rules);
    on(verb::get, "/api/v1/desk/rules/policy", desk_show_policy);
    on(verb::post, "/api/v1/desk/rules/backtests", desk_start_backtest);
    on(verb::get, "/api/v1/desk/rules/backtests/{backtest}", desk_show_backtest);
    router.add_websocket("/api/v1/desk/live", [&use](request asked, http::websocket& socket) {
        return desk_feed(std::move(asked), socket, use);
    });

    // Pages
    page("/embed.js");
    page("/openapi.json");
    page("/languages/{path...}");
    page("/desk/{path...}");
    page("/demo/{path...}");

    add_cross_origin(router, use);
}

}  // namespace rejoinder::routes
