// Runs every file of tests/fuzz/corpus/ through its target, without a fuzzer: what once broke a
// promise stays mended.

#include "tests/fuzz/targets.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

int main()
{
    for (const auto& [name, run] : rejoinder::fuzz::targets) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(std::string("tests/fuzz/corpus/") + name))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            std::printf("%s\n", file.c_str());
            std::fflush(stdout);  // The last one said is the one that broke.
            std::ifstream stream(file, std::ios::binary);
            run(std::string(std::istreambuf_iterator<char>(stream), {}));
        }
        if (files.empty()) {
            std::fprintf(stderr, "no files for %s\n", name);
            return 1;
        }
    }
    return 0;
}
