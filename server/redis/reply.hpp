#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct redisReply;

namespace rejoinder::redis {

/// An owned answer of Redis. Its checked accessors throw error::refused when the answer is an error
/// or of another shape than asked for.
class reply {
public:
    enum class shape { nil, text, integer, array, error };

    reply() = default;  ///< nil
    explicit reply(const redisReply& source);

    shape kind() const noexcept { return kind_; }
    bool is_nil() const noexcept { return kind_ == shape::nil; }
    bool is_error() const noexcept { return kind_ == shape::error; }

    /// A bulk or status text, binary-safe.
    const std::string& text() const;
    std::int64_t integer() const;

    /// The elements of an array; nil counts as none.
    const std::vector<reply>& elements() const;
    const reply& at(std::size_t i) const;

    /// The error's text, such as "NOSCRIPT …"; empty when this is no error.
    const std::string& error_text() const noexcept;

    /// Throws error::refused if this is an error.
    void throw_if_error() const;

private:
    shape kind_ = shape::nil;
    std::int64_t integer_ = 0;
    std::string text_;
    std::vector<reply> elements_;
};

}  // namespace rejoinder::redis
