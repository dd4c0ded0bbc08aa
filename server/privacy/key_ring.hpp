#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder::privacy {

/// 256 secret bits, wiped on destruction.
class secret_key {
public:
    static constexpr std::size_t bytes = 32;

    explicit secret_key(const std::array<unsigned char, bytes>& value)
        : value_(value)
    {
    }
    secret_key(const secret_key&) = default;
    secret_key& operator=(const secret_key&) = default;
    ~secret_key();

    const unsigned char* data() const noexcept { return value_.data(); }

private:
    std::array<unsigned char, bytes> value_;
};

/// What keys are for. Each purpose derives a key of its own, so that one kind of token or hash says
/// nothing about another.
enum class key_purpose { seal_email, author_pseudonym, client_pseudonym, token, second_factor };

/// The keys of an installation, by version: one is current, older ones still open what they sealed.
/// They are never in the database and never in the configuration.
///
/// The file holds one key a line, "k1 <64 hexadecimal digits>", the last being the current one.
class key_ring {
public:
    /// Reads the file, or creates it with one fresh key and mode 0600. Throws std::runtime_error
    /// when it cannot be read, gives anybody a right beyond 0600, or is malformed.
    static key_ring open(const std::filesystem::path& file);

    /// The same lines from the environment, separated by ';' or newlines.
    static key_ring parse(std::string_view lines);

    /// Name of the current key, "k1".
    const std::string& current() const noexcept { return current_; }

    /// The key of a version for a purpose; nothing for an unknown version.
    std::optional<secret_key> derive(std::string_view version, key_purpose purpose) const;
    secret_key derive_current(key_purpose purpose) const;

    /// Pseudonyms must not change when keys rotate: they always use the oldest key.
    secret_key derive_oldest(key_purpose purpose) const;

private:
    std::map<std::string, secret_key, std::less<>> keys_;
    std::string current_;
    std::string oldest_;
};

}  // namespace rejoinder::privacy
