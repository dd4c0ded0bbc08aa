#pragma once

#include <string_view>

namespace rejoinder::moderation {

/// How much an ending makes a bare "name.ending" in running text a host.
enum class ending_strength {
    none,   ///< No top level domain, or one that nobody uses without a scheme.
    weak,   ///< Also an ordinary word or file name: "the end.It was", "readme.md".
    strong  ///< com, org, de, …
};

/// `ending` is lower case.
ending_strength strength_of_ending(std::string_view ending) noexcept;

}  // namespace rejoinder::moderation
