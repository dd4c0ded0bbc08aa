#pragma once

#include "server/privacy/address_forms.hpp"
#include "server/privacy/private_email.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rejoinder::privacy {

/// An address where none may be. Says which by its number alone, so that a report is no leak.
struct leak {
    std::size_t address = 0;  ///< In the order of add(), from 0.
    std::string_view form;    ///< address_form::name
    std::uint64_t offset = 0;

    friend bool operator==(const leak&, const leak&) = default;
};

/// Searches bytes for many addresses in all their forms in one pass, whatever their number.
///
/// It knows every form by its first bytes and slides a window of that size over the input; forms
/// are compared in full only where the window is known.
class leak_scanner {
public:
    /// Shorter forms do not exist: "a@b.c" is the shortest address there is.
    static constexpr std::size_t window_bytes = 5;

    void add(const private_email& address);

    std::size_t addresses() const noexcept { return addresses_; }

    /// In the order in which they stand in the text.
    std::vector<leak> scan(std::string_view text) const;

    /// The same of a stream, in bounded memory. Throws std::runtime_error when reading fails.
    std::vector<leak> scan(std::istream& in) const;

private:
    struct known_form {
        std::size_t address;
        address_form form;
    };

    void scan_from(
        std::string_view folded,
        std::uint64_t base,
        std::size_t begins_before,
        std::vector<leak>& found) const;

    std::size_t addresses_ = 0;
    std::size_t longest_ = window_bytes;
    std::unordered_map<std::uint64_t, std::vector<known_form>> forms_;  ///< By their first bytes.
};

}  // namespace rejoinder::privacy
