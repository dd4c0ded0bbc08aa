#pragma once

// How the verbs of sql_store get their session. Included by its sources only.

#include "server/storage/sql_store.hpp"
#include "server/storage/storage_failure.hpp"
#include "server/storage/transaction.hpp"

namespace rejoinder::storage {

template <class Action>
auto sql_store::change(const char* doing, Action&& action)
{
    return attempt(doing, [&] {
        const auto session = writers_->take();
        transaction all(*session, engine_->begin_change());
        retractions_.begin(*session);
        if constexpr (std::is_void_v<decltype(action(*session))>) {
            action(*session);
            commit(all, *session);
        } else {
            auto done = action(*session);
            commit(all, *session);
            return done;
        }
    });
}

template <class Action>
auto sql_store::read(const char* doing, Action&& action)
{
    return attempt(doing, [&] {
        const auto session = readers_->take();
        transaction moment(*session, engine_->begin_reading());
        auto found = action(*session);
        moment.commit();
        return found;
    });
}

}  // namespace rejoinder::storage
