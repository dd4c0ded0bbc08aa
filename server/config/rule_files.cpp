#include "server/config/rule_files.hpp"

#include "server/config/json_document.hpp"

#include <utility>

namespace rejoinder::config {

std::string rule_files::read(const std::string& name, std::vector<problem>& problems)
{
    auto text = fetch(name, problems);
    contents_.emplace(name, text);
    return text;
}

folder_files::folder_files(std::filesystem::path folder)
    : folder_(std::move(folder))
{
}

std::string folder_files::shown_as(const std::string& name) const
{
    return (folder_ / name).string();
}

std::string folder_files::fetch(const std::string& name, std::vector<problem>& problems) const
{
    return read_file(folder_ / name, problems);
}

given_files::given_files(std::map<std::string, std::string> files)
    : files_(std::move(files))
{
}

std::string given_files::shown_as(const std::string& name) const
{
    return name;
}

std::string given_files::fetch(const std::string& name, std::vector<problem>& problems) const
{
    const auto found = files_.find(name);
    if (found != files_.end())
        return found->second;
    problems.push_back({name, "", "expected this list among the files of the rule set"});
    return {};
}

}  // namespace rejoinder::config
