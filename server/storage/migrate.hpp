#pragma once

#include "server/storage/migrations.hpp"

#include <span>
#include <stdexcept>

namespace soci {
class session;
}

namespace rejoinder::storage {

class dialect;

/// The database was written by a newer program; this one would misread it.
class schema_too_new : public std::runtime_error {
public:
    schema_too_new(int found, int known);
};

/// Brings the schema up to date: applies what is missing, in order, each in a transaction of its
/// own together with its row in schema_version. Several processes may do so at once. Returns how
/// many were applied. Throws schema_too_new, or what SOCI throws.
int migrate(soci::session& session, const dialect& engine, std::span<const migration> known);

/// The version of the schema as it is; 0 for an empty database.
int schema_version(soci::session& session);

}  // namespace rejoinder::storage
