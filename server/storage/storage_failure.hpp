#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace rejoinder::storage {

/// The engine could not do what was asked: disk full, locked too long, connection lost, corrupt.
///
/// Its text is one of a few stable sentences and the engine's code: what an engine says itself
/// may repeat stored values, and is dropped here for good.
class storage_failure : public std::runtime_error {
public:
    /// `doing` says what was being done: "adding comments".
    storage_failure(const std::string& doing, int engine_code);

    int engine_code() const noexcept { return engine_code_; }

private:
    int engine_code_;
};

/// To be called while an exception is handled: turns what SOCI threw into a storage_failure and
/// lets everything else pass.
[[noreturn]] void rethrow_as_storage_failure(const char* doing);

/// Does a whole verb. `doing` is a literal.
template <class Action>
auto attempt(const char* doing, Action&& action)
{
    try {
        return std::forward<Action>(action)();
    } catch (...) {
        rethrow_as_storage_failure(doing);
    }
}

}  // namespace rejoinder::storage
