#pragma once

#include "server/cli/place.hpp"

#include <iosfwd>
#include <string>

namespace rejoinder::cli {

struct backup_options {
    place at;
    std::string directory;  ///< Of the backup.
    bool with_keys = false;
};

/// backup: copies everything durable while the server goes on, and checks the copy.
int backup(const backup_options& options, std::ostream& out);

/// restore: puts a backup in place of a record that is not there. The server must not run.
int restore(const backup_options& options, std::ostream& out);

}  // namespace rejoinder::cli
