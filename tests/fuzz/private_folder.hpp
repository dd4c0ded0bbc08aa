#pragma once

#include "tests/fuzz/promise.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace rejoinder::fuzz {

/// A folder of this process, taken away at the end.
class private_folder {
public:
    private_folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "rejoinder-fuzz-XXXXXX").string();
        promise(::mkdtemp(name.data()) != nullptr, "a folder for the file");
        path_ = name;
    }
    ~private_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    private_folder(const private_folder&) = delete;
    private_folder& operator=(const private_folder&) = delete;

    std::filesystem::path write(const char* name, std::string_view bytes) const
    {
        const auto file = path_ / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    std::filesystem::path path_;
};

}  // namespace rejoinder::fuzz
