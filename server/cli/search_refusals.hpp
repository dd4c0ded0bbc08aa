#pragma once

#include <string>

namespace rejoinder::privacy {
class private_email;
}

namespace rejoinder::cli {

class leak_report;

/// An address that nobody has: a server that repeats it repeats what it was asked. The report's
/// scanner must know it.
privacy::private_email made_up_address();

/// Asks what a server has to refuse, and searches how it does: every route of its OpenAPI document
/// with the made-up address in each place, and every one of the desk without a session. Throws
/// std::runtime_error where the desk does not refuse.
void search_refusals(const std::string& server, leak_report& report);

}  // namespace rejoinder::cli
