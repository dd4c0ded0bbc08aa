#pragma once

#include <string>

namespace rejoinder::cli {

/// Where an installation keeps what it needs: options that most commands share.
struct place {
    std::string config = "config/rejoinder.json";
    std::string data_directory = "data";
};

}  // namespace rejoinder::cli
