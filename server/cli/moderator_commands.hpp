#pragma once

#include "server/cli/place.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace rejoinder::cli {

// moderator …: accounts of the desk. Each returns its exit code and throws what stands in its way.

enum class name_list { plain, full };
enum class password_source { standard_input, generated };

/// What an account is to be.
struct account_options {
    place at;
    std::string name;
    std::string role = "moderator";
    std::vector<std::string> sites = {"all"};
};

int add_moderator(
    const account_options& wanted,
    password_source source,
    std::istream& in,
    std::ostream& out);

/// Prints the link of an invitation; `url` is where readers reach the server.
int invite_moderator(const account_options& wanted, const std::string& url, std::ostream& out);

int list_moderators(const place& at, name_list form, std::ostream& out);

int change_role(const account_options& wanted, std::ostream& out);
int change_sites(const account_options& wanted, std::ostream& out);

enum class access { allowed, disabled };
int change_access(const place& at, const std::string& name, access wanted, std::ostream& out);

int reset_password(
    const place& at,
    const std::string& name,
    password_source source,
    std::istream& in,
    std::ostream& out);
int drop_second_factor(const place& at, const std::string& name, std::ostream& out);
int end_sessions(const place& at, const std::string& name, std::ostream& out);

/// A token of a moderator for programs.
struct token_options {
    std::string label;
    std::vector<std::string> scopes;
    int days = 90;
    std::string id;
};

int add_token(
    const place& at,
    const std::string& name,
    const token_options& wanted,
    std::ostream& out);
int list_tokens(const place& at, const std::string& name, std::ostream& out);
int revoke_token(
    const place& at,
    const std::string& name,
    const token_options& wanted,
    std::ostream& out);

}  // namespace rejoinder::cli
