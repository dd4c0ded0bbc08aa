#pragma once

#include "server/config/problem.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::config {

/// A configuration file, laid over the file that its "extends" names, if any. JSON with // and /*
/// */ comments. Objects are merged key by key, null takes a key away, any other value
/// replaces what lies below (RFC 7396).
class json_document {
public:
    /// Reads the file and what it extends. Problems are appended; what could be read is kept.
    json_document(const std::filesystem::path& file, std::vector<problem>& problems);

    /// A document that is no file; `name` is what problems call it. It extends nothing.
    json_document(nlohmann::json value, const std::string& name);

    const nlohmann::json& root() const noexcept { return merged_; }

    /// The file that decided the value at this path, for error messages.
    std::string file_of(std::string_view path) const;

    /// Where relative paths in the document start: the folder of its top file.
    std::filesystem::path folder() const { return layers_.front().file.parent_path(); }

    /// The files it was read from, the named one first.
    std::vector<std::filesystem::path> files() const;

private:
    struct layer {
        std::filesystem::path file;
        nlohmann::json value;
    };

    std::vector<layer> layers_;  ///< The named file first, what it extends behind it.
    nlohmann::json merged_;
};

/// Reads a whole file. Appends a problem and returns empty text when it cannot.
std::string read_file(const std::filesystem::path& file, std::vector<problem>& problems);

}  // namespace rejoinder::config
