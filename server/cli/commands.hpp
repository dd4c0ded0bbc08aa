#pragma once

#include "server/cli/place.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace rejoinder::cli {

/// Every command returns its exit code and throws what stands in its way: config_error for the
/// configuration, std::exception otherwise.

struct serve_options {
    place at;
    std::string listen;      ///< As parse_listen_address takes it; empty: as configured.
    std::string ops_listen;  ///< Likewise.
    std::string role = "all";
    std::string log_level = "info";
};

/// serve and work: the server, until SIGINT or SIGTERM.
int serve(const serve_options& options);

/// check-config: every problem of the configuration, or that there is none.
int check_config(const place& at, std::ostream& out);

/// judge: comments as JSON lines in, verdict and findings as JSON lines out.
int judge(const place& at, std::istream& in, std::ostream& out);

/// migrate: brings the schema up to date, which serve does as well.
int migrate(const place& at, std::ostream& out);

struct verify_options {
    place at;
    std::vector<std::string> also;  ///< Further files and directories, such as the log.
    std::string server;      ///< http://HOST:PORT whose public answers are searched; may be empty.
    std::string ops_server;  ///< The same of the operations listener.
};

/// verify-privacy: opens every stored address in memory and searches everything else for it. 1 when
/// something was found.
int verify_privacy(const verify_options& options, std::ostream& out);

}  // namespace rejoinder::cli
