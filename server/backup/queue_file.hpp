#pragma once

#include "server/queue/queue_copy.hpp"

#include <filesystem>
#include <fstream>
#include <functional>

namespace rejoinder::backup {

/// Writes what the queue alone knows, a JSON object a line.
class queue_file_writer {
public:
    explicit queue_file_writer(const std::filesystem::path& file);

    void write(const queue::queue_piece& piece);
    /// Throws std::runtime_error where anything could not be written.
    void finish();

private:
    std::ofstream out_;
};

/// Gives the pieces in the order in which they were written. Throws std::runtime_error at a line
/// that is none.
void read_queue_file(
    const std::filesystem::path& file,
    const std::function<void(queue::queue_piece)>& take);

}  // namespace rejoinder::backup
