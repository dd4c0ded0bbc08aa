#include "server/queue/queue_copy.hpp"

#include "server/queue/partition.hpp"
#include "server/redis/command.hpp"
#include "server/redis/connection.hpp"
#include "server/redis/reply.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace rejoinder::queue {

namespace {

constexpr std::chrono::seconds copy_deadline{30};
constexpr int entries_per_read = 500;
constexpr int keys_per_step = 500;

using piece_taker = std::function<void(queue_piece)>;

awaitable<redis::reply> ask(redis::connection& redis, redis::command question)
{
    co_return co_await redis.execute(std::move(question), copy_deadline);
}

awaitable<std::chrono::sys_time<std::chrono::milliseconds>> time_of(redis::connection& redis)
{
    redis::command question("TIME");
    const auto answer = co_await ask(redis, std::move(question));
    const auto seconds = std::stoll(answer.at(0).text());
    const auto micros = std::stoll(answer.at(1).text());
    co_return std::chrono::sys_time<std::chrono::milliseconds>(
        std::chrono::milliseconds(seconds * 1'000 + micros / 1'000));
}

std::string field_of(const std::vector<redis::reply>& fields, const std::string& name)
{
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
        if (fields[i].text() == name)
            return fields[i + 1].text();
    return {};
}

awaitable<void> read_stream(
    redis::connection& redis,
    std::string stream,
    queue_piece like,
    const piece_taker& take)
{
    std::string after = "-";
    for (;;) {
        redis::command question("XRANGE");
        question.add(stream).add(after).add("+").add("COUNT").add(entries_per_read);
        const auto answer = co_await ask(redis, std::move(question));
        for (const auto& entry : answer.elements()) {
            auto piece = like;
            piece.value = field_of(entry.at(1).elements(), "submission");
            if (piece.what == queue_piece::kind::parked)
                piece.name = field_of(entry.at(1).elements(), "why");
            take(std::move(piece));
            after = "(" + entry.at(0).text();
        }
        if (answer.elements().size() < entries_per_read)
            co_return;
    }
}

/// A key that expires meanwhile has done its work.
awaitable<std::optional<queue_piece>> read_same(
    redis::connection& redis,
    std::string key,
    std::size_t own_part,
    int number)
{
    redis::command get("GET");
    get.add(key);
    const auto value = co_await ask(redis, std::move(get));
    redis::command left("PTTL");
    left.add(key);
    const auto keep = co_await ask(redis, std::move(left));
    if (value.is_nil() || keep.integer() <= 0)
        co_return std::nullopt;
    queue_piece piece;
    piece.what = queue_piece::kind::same;
    piece.partition = number;
    piece.name = key.substr(own_part);
    piece.value = value.text();
    piece.keep_ms = keep.integer();
    co_return piece;
}

awaitable<void> read_sames(
    redis::connection& redis,
    const partition& of,
    int number,
    const piece_taker& take)
{
    const auto own_part = of.idempotency("");
    std::string pattern;
    for (const char each : own_part) {
        if (each == '[' || each == '*' || each == '?' || each == '\\')
            pattern += '\\';
        pattern += each;
    }
    std::string cursor = "0";
    do {
        redis::command step("SCAN");
        step.add(cursor).add("MATCH").add(pattern + "*").add("COUNT").add(keys_per_step);
        const auto found = co_await ask(redis, std::move(step));
        cursor = found.at(0).text();
        for (const auto& key : found.at(1).elements()) {
            auto piece = co_await read_same(redis, key.text(), own_part.size(), number);
            if (piece)
                take(std::move(*piece));
        }
    } while (cursor != "0");
}

}  // namespace

awaitable<std::chrono::sys_time<std::chrono::milliseconds>> read_queue(
    redis::connection& from,
    std::string prefix,
    queue_settings settings,
    std::function<void(queue_piece)> take)
{
    const auto before = co_await time_of(from);
    const auto partitions = all_partitions(prefix, settings.partitions);
    for (std::size_t i = 0; i < partitions.size(); ++i) {
        const auto number = static_cast<int>(i);
        queue_piece waiting;
        waiting.partition = number;
        auto parked = waiting;
        parked.what = queue_piece::kind::parked;
        // In this order: a key never stands for a submission that is not copied, and what is parked
        // meanwhile is met twice rather than never.
        co_await read_sames(from, partitions[i], number, take);
        co_await read_stream(from, partitions[i].stream(), std::move(waiting), take);
        co_await read_stream(from, partitions[i].dead_stream(), std::move(parked), take);
    }
    co_return before;
}

awaitable<void> write_queue_piece(redis::connection& to, std::string prefix, queue_piece piece)
{
    const partition target(prefix, piece.partition);
    redis::command write(piece.what == queue_piece::kind::same ? "SET" : "XADD");
    switch (piece.what) {
    case queue_piece::kind::waiting:
        write.add(target.stream()).add("*").add("submission").add(std::move(piece.value));
        break;
    case queue_piece::kind::parked:
        write.add(target.dead_stream()).add("*").add("why").add(std::move(piece.name));
        write.add("submission").add(std::move(piece.value));
        break;
    case queue_piece::kind::same:
        write.add(target.idempotency(piece.name)).add(std::move(piece.value));
        write.add("PX").add(piece.keep_ms);
        break;
    }
    co_await ask(to, std::move(write));
}

}  // namespace rejoinder::queue
