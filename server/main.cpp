#include "server/cli/command_line.hpp"

int main(int argc, char* argv[])
{
    return rejoinder::cli::run(argc, argv);
}
