// The entry of libFuzzer. REJOINDER_FUZZ_TARGET is one of the functions in targets.hpp.

#include "tests/fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    rejoinder::fuzz::REJOINDER_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
