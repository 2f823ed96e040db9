// Runs a program some times and prints medians: seconds of wall clock, seconds of processor (user and system), MiB at
// most. Its output is thrown away; its exit code may be 0 or 1 (git grep, cafe check).
//
//   bench_measure TIMES [--processor N] [--before COMMAND] [--forget FOLDER] -- PROGRAM ARGUMENT…
//
// `--before` is a shell command that is run, unmeasured, before each time; `--forget` asks the system to drop every
// file of a folder from its memory. `--processor` keeps the program on one core.
#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

struct Wanted {
    int times = 1;
    int processor = -1;
    std::string before;
    std::string forget;
    std::vector<char*> program;
};

struct Measured {
    double wall = 0;
    double processor = 0;
    double memory = 0;
    int code = 0;
};

void forget(const std::string& folder) {
    ::sync();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) continue;
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

void become(const Wanted& wanted) {
    if (wanted.processor >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(static_cast<std::size_t>(wanted.processor), &set);
        ::sched_setaffinity(0, sizeof set, &set);
    }
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
    ::execvp(wanted.program.front(), wanted.program.data());
    ::_exit(127);
}

Measured run(const Wanted& wanted) {
    if (!wanted.before.empty() && std::system(wanted.before.c_str()) != 0) std::exit(4);
    if (!wanted.forget.empty()) forget(wanted.forget);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) become(wanted);
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool read_arguments(int count, char** words, Wanted& wanted) {
    if (count < 4) return false;
    wanted.times = std::max(1, std::atoi(words[1]));
    int at = 2;
    for (; at + 1 < count && std::string(words[at]) != "--"; at += 2) {
        const std::string name = words[at];
        if (name == "--processor")
            wanted.processor = std::atoi(words[at + 1]);
        else if (name == "--before")
            wanted.before = words[at + 1];
        else if (name == "--forget")
            wanted.forget = words[at + 1];
        else
            return false;
    }
    for (++at; at < count; ++at) wanted.program.push_back(words[at]);
    wanted.program.push_back(nullptr);
    return wanted.program.size() > 1;
}

}  // namespace

int main(int count, char** words) {
    Wanted wanted;
    if (!read_arguments(count, words, wanted)) {
        std::fputs("usage: bench_measure TIMES [--processor N] [--before COMMAND] [--forget FOLDER] -- PROGRAM …\n",
                   stderr);
        return 2;
    }
    std::vector<double> wall;
    std::vector<double> processor;
    std::vector<double> memory;
    for (int i = 0; i < wanted.times; ++i) {
        const Measured one = run(wanted);
        if (one.code > 1) {
            std::fprintf(stderr, "%s: exit code %d\n", wanted.program.front(), one.code);
            return 1;
        }
        wall.push_back(one.wall);
        processor.push_back(one.processor);
        memory.push_back(one.memory);
    }
    std::printf("%.4f %.4f %.1f\n", median(wall), median(processor), median(memory));
    return 0;
}
