#include "server/backup/backup_note.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace rejoinder::backup {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int format = 1;
constexpr std::size_t chunk_bytes = 1 << 20;

json json_of(const backup_note& note)
{
    return {
        {"format", format},
        {"made_at", model::to_rfc3339(note.made_at)},
        {"acknowledged_until", model::to_rfc3339(note.acknowledged_until)},
        {"last_comment", note.last_comment},
        {"record",
         {{"comments", note.record.comments},
          {"last_event", note.record.events},
          {"schema", note.record.schema},
          {"sha256", note.record_sha256}}},
        {"queue",
         {{"waiting", note.waiting},
          {"parked", note.parked},
          {"keys_of_retries", note.keys_of_retries},
          {"partitions", note.partitions},
          {"sha256", note.queue_sha256}}},
        {"with_keys", note.with_keys},
    };
}

model::timestamp time_of(const json& value)
{
    const auto time = model::from_rfc3339(value.get<std::string>());
    if (!time)
        throw std::invalid_argument("no time");
    return *time;
}

backup_note note_of(const json& value)
{
    backup_note note;
    note.made_at = time_of(value.at("made_at"));
    note.acknowledged_until = time_of(value.at("acknowledged_until"));
    note.last_comment = value.at("last_comment").get<std::string>();
    const auto& record = value.at("record");
    note.record.comments = record.at("comments").get<std::int64_t>();
    note.record.events = record.at("last_event").get<std::int64_t>();
    note.record.schema = record.at("schema").get<std::int64_t>();
    note.record_sha256 = record.at("sha256").get<std::string>();
    const auto& queue = value.at("queue");
    note.waiting = queue.at("waiting").get<std::int64_t>();
    note.parked = queue.at("parked").get<std::int64_t>();
    note.keys_of_retries = queue.at("keys_of_retries").get<std::int64_t>();
    note.partitions = queue.at("partitions").get<int>();
    note.queue_sha256 = queue.at("sha256").get<std::string>();
    note.with_keys = value.at("with_keys").get<bool>();
    return note;
}

}  // namespace

void flush_to_disk(const fs::path& file)
{
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = opened >= 0 && ::fsync(opened) == 0;
    const int why = errno;
    if (opened >= 0)
        ::close(opened);
    if (!flushed)
        throw std::system_error(why, std::generic_category(), file.string());
}

void write_note(const fs::path& directory, const backup_note& note)
{
    const auto partial = directory / (std::string(note_name) + ".partial");
    std::ofstream out(partial);
    out << json_of(note).dump(2) << '\n';
    out.close();
    if (!out)
        throw std::runtime_error(fmt::format("{} cannot be written", partial.string()));
    flush_to_disk(partial);
    fs::rename(partial, directory / note_name);
    flush_to_disk(directory);
}

backup_note read_note(const fs::path& directory)
{
    std::ifstream in(directory / note_name);
    if (!in)
        throw std::runtime_error(
            fmt::format("{} is no backup: it has no {}", directory.string(), note_name));
    const auto value = json::parse(in, nullptr, false);
    try {
        if (value.at("format").get<int>() == format)
            return note_of(value);
    } catch (const std::exception&) {
        throw std::runtime_error(
            fmt::format("{} cannot be read", (directory / note_name).string()));
    }
    throw std::runtime_error("the backup is of another version of this program");
}

std::string digest_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::string chunk(chunk_bytes, '\0');
    while (in) {
        in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        crypto_hash_sha256_update(
            &state,
            reinterpret_cast<const unsigned char*>(chunk.data()),
            static_cast<unsigned long long>(in.gcount()));
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    std::string hex(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

}  // namespace rejoinder::backup
