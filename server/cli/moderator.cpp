#include "server/auth/password.hpp"
#include "server/cli/moderator_commands.hpp"
#include "server/cli/moderator_place.hpp"
#include "server/privacy/base64url.hpp"
#include "server/privacy/random_token.hpp"

#include <fmt/format.h>

#include <istream>
#include <ostream>
#include <sodium.h>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

std::string read_password(password_source source, std::istream& in, std::ostream& out)
{
    std::string password;
    if (source == password_source::generated) {
        std::string bytes(15, '\0');
        randombytes_buf(bytes.data(), bytes.size());
        password = privacy::to_base64url(bytes);
        out << "Password (shown this once): " << password << '\n';
        return password;
    }
    std::getline(in, password);
    if (!auth::fits_as_password(password))
        throw std::runtime_error(fmt::format(
            "the password has {} bytes, expected {} to {}",
            password.size(),
            auth::password_bytes_min,
            auth::password_bytes_max));
    return password;
}

std::string taken(const std::string& name)
{
    return fmt::format("the name {} is taken; see: rejoinder moderator list", name);
}

/// Makes the change; whoever may use the command line may also take the last admin away.
void change(storage::store& record, const std::string& name, model::moderator_change wanted)
{
    wanted.last = model::moderator_change::last_admin::may_go;
    const auto found = find_moderator(record, name);
    record.change_moderator(found.id, wanted, command_line_hand()).value();
}

}  // namespace

int add_moderator(
    const account_options& wanted,
    password_source source,
    std::istream& in,
    std::ostream& out)
{
    check_moderator_name(wanted.name);
    const auto opened = open_moderators(wanted.at, when_missing::create);
    if (opened.record->find_moderator(wanted.name))
        throw std::runtime_error(taken(wanted.name));
    model::moderator added;
    added.sites = sites_from(wanted.sites, opened.settings);
    added.id = model::new_moderator_id();
    added.name = wanted.name;
    added.role = *model::moderator_role_from(wanted.role);
    added.password_hash = auth::hash_password(read_password(source, in, out));
    added.created_at = model::now();
    if (opened.record->add_moderator(added, command_line_hand()).has_error())
        throw std::runtime_error(taken(wanted.name));
    out << fmt::format("Added {} ({}", added.name, wanted.role);
    out << (added.sites.empty() ? "" : " of " + sites_text(added.sites)) << ").\n";
    return 0;
}

int invite_moderator(const account_options& wanted, const std::string& url, std::ostream& out)
{
    check_moderator_name(wanted.name);
    if (!url.starts_with("https://") && !url.starts_with("http://"))
        throw std::runtime_error("--url: expected the address of the server, https://…");
    const auto opened = open_moderators(wanted.at, when_missing::create);
    const auto token = privacy::random_token();
    model::invitation invitation;
    invitation.id = model::new_uuid();
    invitation.token_hash = privacy::hash_of_token(token);
    invitation.name = wanted.name;
    invitation.role = *model::moderator_role_from(wanted.role);
    invitation.sites = sites_from(wanted.sites, opened.settings);
    invitation.created_at = model::now();
    invitation.expires_at = invitation.created_at + model::invitation::lifetime;
    if (opened.record->add_invitation(invitation, command_line_hand()).has_error())
        throw std::runtime_error(taken(wanted.name));
    const auto slash = url.ends_with('/') ? "" : "/";
    out << "Works once, until " << model::to_rfc3339(invitation.expires_at) << ":\n"
        << url << slash << "desk/?invitation=" << token << '\n';
    return 0;
}

int list_moderators(const place& at, name_list form, std::ostream& out)
{
    for (const auto& each : open_moderators(at, when_missing::refuse).record->list_moderators()) {
        if (form == name_list::plain)
            out << each.name << '\n';
        else
            out << fmt::format(
                "{:<24} {:<10} {:<9} since {}  {}{}\n",
                each.name,
                model::to_string(each.role),
                each.disabled ? "disabled" : "enabled",
                model::to_rfc3339(each.created_at),
                sites_text(each.sites),
                each.sealed_secret.empty() ? "" : ", second factor");
    }
    return 0;
}

int change_role(const account_options& wanted, std::ostream& out)
{
    const auto opened = open_moderators(wanted.at, when_missing::refuse);
    change(*opened.record, wanted.name, {.role = model::moderator_role_from(wanted.role)});
    out << wanted.name << " is now " << wanted.role << ".\n";
    return 0;
}

int change_sites(const account_options& wanted, std::ostream& out)
{
    const auto opened = open_moderators(wanted.at, when_missing::refuse);
    const auto sites = sites_from(wanted.sites, opened.settings);
    change(*opened.record, wanted.name, {.sites = sites});
    out << wanted.name << " now works on " << sites_text(sites) << ".\n";
    return 0;
}

int change_access(const place& at, const std::string& name, access wanted, std::ostream& out)
{
    const bool disabled = wanted == access::disabled;
    change(*open_moderators(at, when_missing::refuse).record, name, {.disabled = disabled});
    out << (disabled ? "Disabled " : "Enabled ") << name << ".\n";
    return 0;
}

int reset_password(
    const place& at,
    const std::string& name,
    password_source source,
    std::istream& in,
    std::ostream& out)
{
    const auto opened = open_moderators(at, when_missing::refuse);
    find_moderator(*opened.record, name);
    model::moderator_change wanted;
    wanted.password_hash = auth::hash_password(read_password(source, in, out));
    change(*opened.record, name, wanted);
    out << "Changed the password of " << name << ".\n";
    return 0;
}

int drop_second_factor(const place& at, const std::string& name, std::ostream& out)
{
    change(*open_moderators(at, when_missing::refuse).record, name, {.second_factor_off = true});
    out << name << " now signs in without a second factor.\n";
    return 0;
}

int end_sessions(const place& at, const std::string& name, std::ostream& out)
{
    change(*open_moderators(at, when_missing::refuse).record, name, {.sessions_end = true});
    out << "Ended all sessions of " << name << ".\n";
    return 0;
}

}  // namespace rejoinder::cli
