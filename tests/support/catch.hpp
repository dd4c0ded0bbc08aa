#pragma once

// One include for Catch2 2.x (Debian 12) and 3.x (Debian 13).
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

namespace rejoinder::tests {

// What has other names in the one and the other.
#if __has_include(<catch2/catch_all.hpp>)
using approx = Catch::Approx;

inline auto contains(const std::string& part)
{
    return Catch::Matchers::ContainsSubstring(part);
}
#else
using approx = Catch::Detail::Approx;

inline auto contains(const std::string& part)
{
    return Catch::Matchers::Contains(part);
}
#endif

}  // namespace rejoinder::tests
