#pragma once

struct redisReader;

namespace rejoinder::redis {

/// More elements than any answer to a command of ours has.
inline constexpr long long reply_elements_max = 1'000'000;

/// From here on a list that claims to have more ends the connection instead of reserving memory
/// for them: what sends that is no Redis of ours.
void bound_replies(redisReader& reader);

}  // namespace rejoinder::redis
