#pragma once

#include "moderation/text/similarity.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace rejoinder::moderation {

/// Four numbers of a text, by which those like it are looked up: texts of which nine tenths are the
/// same nearly always share one (99 of 100), of which seven tenths mostly (8 of 10), and texts with
/// little in common hardly ever. Each is made of three smallest hashes of the text's shingles
/// (MinHash: Broder, "On the resemblance and containment of documents", 1997).
using text_sketch = std::array<std::int64_t, 4>;

text_sketch sketch_of(const shingles& text);

}  // namespace rejoinder::moderation
