#include "moderation/text/literal_matcher.hpp"

#include <cassert>
#include <hs.h>
#include <mutex>
#include <new>
#include <stdexcept>
#include <utility>

namespace rejoinder::moderation {

namespace {

struct free_database {
    void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct free_scratch {
    void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
struct free_error {
    void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};

using scratch_space = std::unique_ptr<hs_scratch_t, free_scratch>;

}  // namespace

/// The compiled literals, and scratch space that is lent to one scan at a time. There is never more
/// of it than scans ever ran at once.
struct literal_matcher::database {
    std::unique_ptr<hs_database_t, free_database> compiled;
    std::vector<std::size_t> lengths;
    scratch_space prototype;
    std::mutex mutex;
    std::vector<scratch_space> idle;

    scratch_space borrow()
    {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                auto scratch = std::move(idle.back());
                idle.pop_back();
                return scratch;
            }
        }
        hs_scratch_t* scratch = nullptr;
        if (hs_clone_scratch(prototype.get(), &scratch) != HS_SUCCESS)
            throw std::bad_alloc();
        return scratch_space(scratch);
    }

    void give_back(scratch_space scratch)
    {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(scratch));
    }
};

literal_matcher::literal_matcher(const std::vector<std::string>& literals)
    : database_(std::make_unique<database>())
{
    if (literals.empty())
        return;

    std::vector<const char*> expressions;
    std::vector<unsigned> ids;
    for (const auto& literal : literals) {
        assert(!literal.empty());
        expressions.push_back(literal.data());
        ids.push_back(static_cast<unsigned>(ids.size()));
        database_->lengths.push_back(literal.size());
    }
    hs_database_t* compiled = nullptr;
    hs_compile_error_t* error = nullptr;
    const auto result = hs_compile_lit_multi(
        expressions.data(),
        nullptr,
        ids.data(),
        database_->lengths.data(),
        static_cast<unsigned>(literals.size()),
        HS_MODE_BLOCK,
        nullptr,
        &compiled,
        &error);
    const std::unique_ptr<hs_compile_error_t, free_error> owned_error(error);
    if (result != HS_SUCCESS) {
        const std::string message = error != nullptr ? error->message : "cannot compile";
        if (error != nullptr && error->expression >= 0)
            throw literal_error{static_cast<std::size_t>(error->expression), message};
        throw std::runtime_error("word lists do not compile: " + message);
    }
    database_->compiled.reset(compiled);

    hs_scratch_t* scratch = nullptr;
    if (hs_alloc_scratch(compiled, &scratch) != HS_SUCCESS)
        throw std::bad_alloc();
    database_->prototype.reset(scratch);
}

literal_matcher::~literal_matcher() = default;
literal_matcher::literal_matcher(literal_matcher&&) noexcept = default;
literal_matcher& literal_matcher::operator=(literal_matcher&&) noexcept = default;

void literal_matcher::find(std::string_view text, std::vector<literal_hit>& hits) const
{
    if (!database_->compiled || text.empty())
        return;

    struct context {
        std::vector<literal_hit>& hits;
        const std::vector<std::size_t>& lengths;
        bool out_of_memory = false;
    } to{hits, database_->lengths};
    // Vectorscan is C: nothing may be thrown through it.
    const auto keep =
        [](unsigned id, unsigned long long, unsigned long long end, unsigned, void* into) {
            auto& found = *static_cast<context*>(into);
            try {
                found.hits.push_back({id, static_cast<std::size_t>(end) - found.lengths[id], end});
            } catch (const std::bad_alloc&) {
                found.out_of_memory = true;
                return 1;
            }
            return 0;
        };

    auto scratch = database_->borrow();
    const auto result = hs_scan(
        database_->compiled.get(),
        text.data(),
        static_cast<unsigned>(text.size()),
        0,
        scratch.get(),
        keep,
        &to);
    database_->give_back(std::move(scratch));
    if (to.out_of_memory)
        throw std::bad_alloc();
    if (result != HS_SUCCESS)
        throw std::runtime_error("scanning for words failed: " + std::to_string(result));
}

}  // namespace rejoinder::moderation
