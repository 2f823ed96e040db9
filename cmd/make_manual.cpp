// A tool of the build: writes the manual pages below a folder. make_manual DIR
#include <filesystem>
#include <fstream>
#include <iostream>

#include "manual.hpp"

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "make_manual DIR\n";
        return 2;
    }
    const std::filesystem::path folder = words[1];
    for (const cafe::cmd::ManualFile& file : cafe::cmd::manual_files()) {
        const auto path = folder / file.path;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream out(path, std::ios::binary);
        out << file.text;
        out.close();
        if (!out) {
            std::cerr << "make_manual: " << path.string() << " could not be written\n";
            return 1;
        }
    }
    return 0;
}
