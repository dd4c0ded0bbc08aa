#include "server/backup/queue_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace rejoinder::backup {

namespace {

using nlohmann::json;
using kind = queue::queue_piece::kind;

constexpr std::array<std::pair<kind, std::string_view>, 3> kinds = {
    {{kind::waiting, "waiting"}, {kind::parked, "parked"}, {kind::same, "same"}}};

std::string_view name_of(kind what)
{
    for (const auto& [each, name] : kinds)
        if (each == what)
            return name;
    return {};
}

/// What is parked may be anything at all; JSON holds only text.
bool is_text(const std::string& value)
{
    try {
        static_cast<void>(json(value).dump());
        return true;
    } catch (const json::type_error&) {
        return false;
    }
}

queue::queue_piece piece_of(const json& line)
{
    queue::queue_piece piece;
    const auto word = line.at("kind").get<std::string>();
    bool known = false;
    for (const auto& [each, name] : kinds)
        if (name == word) {
            piece.what = each;
            known = true;
        }
    if (!known)
        throw std::invalid_argument("kind");
    piece.partition = line.at("partition").get<int>();
    piece.name = line.value("name", "");
    piece.keep_ms = line.value("keep_ms", std::int64_t{0});
    if (const auto bytes = line.find("bytes"); bytes != line.end())
        for (const auto& each : *bytes)
            piece.value += static_cast<char>(each.get<unsigned char>());
    else
        piece.value = line.at("value").get<std::string>();
    return piece;
}

}  // namespace

queue_file_writer::queue_file_writer(const std::filesystem::path& file)
    : out_(file, std::ios::binary)
{
}

void queue_file_writer::write(const queue::queue_piece& piece)
{
    json line = {{"kind", name_of(piece.what)}, {"partition", piece.partition}};
    if (!piece.name.empty())
        line["name"] = piece.name;
    if (piece.keep_ms > 0)
        line["keep_ms"] = piece.keep_ms;
    if (is_text(piece.value)) {
        line["value"] = piece.value;
    } else {
        auto bytes = json::array();
        for (const unsigned char each : piece.value)
            bytes.push_back(each);
        line["bytes"] = std::move(bytes);
    }
    out_ << line.dump() << '\n';
}

void queue_file_writer::finish()
{
    out_.close();
    if (!out_)
        throw std::runtime_error("the copy of the queue cannot be written");
}

void read_queue_file(
    const std::filesystem::path& file,
    const std::function<void(queue::queue_piece)>& take)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        const auto line = json::parse(text, nullptr, false);
        queue::queue_piece piece;
        try {
            piece = piece_of(line);
        } catch (const std::exception&) {
            throw std::runtime_error(fmt::format("{}:{} is no entry", file.string(), number));
        }
        take(std::move(piece));
    }
}

}  // namespace rejoinder::backup
