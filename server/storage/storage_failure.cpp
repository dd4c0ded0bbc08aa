#include "server/storage/storage_failure.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace rejoinder::storage {

storage_failure::storage_failure(const std::string& doing, int engine_code)
    : std::runtime_error(
          "storage: " + doing + " failed, engine code " + std::to_string(engine_code)),
      engine_code_(engine_code)
{
}

void rethrow_as_storage_failure(const char* doing)
{
    try {
        throw;
    } catch (const soci::sqlite3_soci_error& failure) {
        throw storage_failure(doing, failure.result());
    } catch (const soci::soci_error&) {
        throw storage_failure(doing, 0);
    } catch (const std::bad_cast&) {
        // SOCI says so when a column is of another type than the program reads.
        throw storage_failure(doing, 0);
    }
}

}  // namespace rejoinder::storage
