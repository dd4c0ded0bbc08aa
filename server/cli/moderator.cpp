#include "server/auth/password.hpp"
#include "server/cli/commands.hpp"
#include "server/config/config.hpp"
#include "server/privacy/base64url.hpp"
#include "server/storage/open_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <istream>
#include <memory>
#include <ostream>
#include <sodium.h>
#include <stdexcept>

namespace rejoinder::cli {

namespace {

constexpr std::size_t name_bytes_max = 64;

enum class when_missing { create, refuse };

std::unique_ptr<storage::store> open(const place& at, when_missing what)
{
    const auto settings = config::load_config(at.config);
    if (what == when_missing::create)
        std::filesystem::create_directories(at.data_directory);
    else if (!std::filesystem::is_directory(at.data_directory))
        throw std::runtime_error(
            fmt::format("there is no data directory {}; see --data-dir", at.data_directory));
    return storage::open_store(settings.storage, at.data_directory);
}

void check_name(const std::string& name)
{
    const auto is_control = [](unsigned char c) {
        return c < 0x20 || c == 0x7F;
    };
    if (name.empty() || name.size() > name_bytes_max || std::ranges::any_of(name, is_control))
        throw std::runtime_error(
            fmt::format("NAME: expected 1 to {} bytes without control characters", name_bytes_max));
}

std::string read_password(password_source source, std::istream& in, std::ostream& out)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot find a source of random numbers");
    std::string password;
    if (source == password_source::generated) {
        std::string bytes(15, '\0');
        randombytes_buf(bytes.data(), bytes.size());
        password = privacy::to_base64url(bytes);
        out << "Password (shown this once): " << password << '\n';
        return password;
    }
    std::getline(in, password);
    if (password.size() < auth::password_bytes_min || password.size() > auth::password_bytes_max)
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

model::moderator find(storage::store& store, const std::string& name)
{
    auto found = store.find_moderator(name);
    if (!found)
        throw std::runtime_error(
            fmt::format("there is no moderator {}; see: rejoinder moderator list", name));
    return *found;
}

}  // namespace

int add_moderator(
    const place& at,
    const std::string& name,
    const std::string& role,
    password_source source,
    std::istream& in,
    std::ostream& out)
{
    check_name(name);
    const auto store = open(at, when_missing::create);
    if (store->find_moderator(name))
        throw std::runtime_error(taken(name));
    model::moderator added;
    added.id = model::new_moderator_id();
    added.name = name;
    added.role = *model::moderator_role_from(role);
    added.password_hash = auth::hash_password(read_password(source, in, out));
    added.created_at = model::now();
    if (store->add_moderator(added).has_error())
        throw std::runtime_error(taken(name));
    out << "Added " << name << " (" << role << ").\n";
    return 0;
}

int list_moderators(const place& at, name_list form, std::ostream& out)
{
    for (const auto& each : open(at, when_missing::refuse)->list_moderators()) {
        if (form == name_list::plain)
            out << each.name << '\n';
        else
            out << fmt::format(
                "{:<24} {:<10} {:<9} since {}\n",
                each.name,
                model::to_string(each.role),
                each.disabled ? "disabled" : "enabled",
                model::to_rfc3339(each.created_at));
    }
    return 0;
}

int disable_moderator(const place& at, const std::string& name, std::ostream& out)
{
    const auto store = open(at, when_missing::refuse);
    auto changed = find(*store, name);
    changed.disabled = true;
    store->change_moderator(changed);
    out << "Disabled " << name << ".\n";
    return 0;
}

int reset_password(
    const place& at,
    const std::string& name,
    password_source source,
    std::istream& in,
    std::ostream& out)
{
    const auto store = open(at, when_missing::refuse);
    auto changed = find(*store, name);
    changed.password_hash = auth::hash_password(read_password(source, in, out));
    store->change_moderator(changed);
    out << "Changed the password of " << name << ".\n";
    return 0;
}

}  // namespace rejoinder::cli
