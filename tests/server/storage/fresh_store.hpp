#pragma once

#include "server/storage/open_store.hpp"
#include "tests/support/temporary_directory.hpp"

#include <memory>

namespace rejoinder::tests {

/// An empty record of its own for one test, of the engine that the contract is held against.
class fresh_store {
public:
    fresh_store()
        : store_(open_again())
    {
    }

    storage::store& operator*() const noexcept { return *store_; }
    storage::store* operator->() const noexcept { return store_.get(); }

    /// The same record once more, as a second program has it.
    std::unique_ptr<storage::store> open_again() const
    {
        return storage::open_store(settings(), directory_.path());
    }

    storage::storage_settings settings() const
    {
        storage::storage_settings settings;
        settings.url = "sqlite:record.db";
        settings.busy_timeout_ms = 60'000;  // No test may depend on the speed of the machine.
        return settings;
    }

    const std::filesystem::path& directory() const noexcept { return directory_.path(); }

private:
    temporary_directory directory_;
    std::unique_ptr<storage::store> store_;
};

}  // namespace rejoinder::tests
