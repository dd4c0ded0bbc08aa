#pragma once

#include "server/config/problem.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rejoinder::config {

/// The lists that a rule set names: of words, hosts, names. Keeps what was read, so that a version
/// of a rule set can be kept whole.
class rule_files {
public:
    virtual ~rule_files() = default;

    /// What a list says; a problem and empty text where it cannot be had.
    std::string read(const std::string& name, std::vector<problem>& problems);

    /// What to call a list in a problem.
    virtual std::string shown_as(const std::string& name) const = 0;

    /// What was read, by name.
    const std::map<std::string, std::string>& contents() const noexcept { return contents_; }

private:
    virtual std::string fetch(const std::string& name, std::vector<problem>& problems) const = 0;

    std::map<std::string, std::string> contents_;
};

/// Lists in files; their names are relative to a folder.
class folder_files final : public rule_files {
public:
    explicit folder_files(std::filesystem::path folder);

    std::string shown_as(const std::string& name) const override;

private:
    std::string fetch(const std::string& name, std::vector<problem>& problems) const override;

    std::filesystem::path folder_;
};

/// Lists that were kept with a rule set or came with it; no file is looked at.
class given_files final : public rule_files {
public:
    explicit given_files(std::map<std::string, std::string> files);

    std::string shown_as(const std::string& name) const override;

private:
    std::string fetch(const std::string& name, std::vector<problem>& problems) const override;

    std::map<std::string, std::string> files_;
};

}  // namespace rejoinder::config
