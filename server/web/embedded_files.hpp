#pragma once

#include <span>
#include <string_view>

namespace rejoinder::web {

/// A built file of the widget, the desk or the demo, as it lies in the server's own binary.
struct embedded_file {
    std::string_view path;   ///< Below dist/: "embed.js", "desk/index.html".
    std::string_view bytes;  ///< Lives as long as the program.
};

std::span<const embedded_file> embedded_files() noexcept;

}  // namespace rejoinder::web
