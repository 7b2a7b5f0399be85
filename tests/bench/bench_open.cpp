// SPDX-License-Identifier: EUPL-1.2
// Loading the library and opening an existing register, as a host that starts does. Each round is a process of its own.
// Usage: bench_open REGISTER   (LD_LIBRARY_PATH leads to the library when it is not installed)
#include <dlfcn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>

#include "clock.hpp"

namespace {

using bench::Clock;
using bench::milliseconds_since;

int one_round(const char* path) {
    const auto begun = Clock::now();
    void* library = dlopen(MVOI_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library) return std::fprintf(stderr, "%s\n", dlerror()), 1;
    const double loaded = milliseconds_since(begun);
    using Open = int32_t (*)(const char*, int32_t, int32_t*, char*, int32_t, int32_t*);
    auto open = reinterpret_cast<Open>(dlsym(library, "mvoi_open"));
    const std::string config = std::string(R"({"register":")") + path + "\"}";
    int32_t session = 0, length = 0;
    char answer[1024];
    if (open(config.c_str(), -1, &session, answer, sizeof answer, &length) != 0)
        return std::fprintf(stderr, "%s\n", answer), 1;
    std::printf("dlopen %.2f ms   dlopen and mvoi_open %.2f ms\n", loaded, milliseconds_since(begun));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    for (int round = 0; round < 7; ++round) {
        std::fflush(stdout);
        const pid_t child = fork();
        if (child == 0) return one_round(argv[1]);
        int status = 0;
        waitpid(child, &status, 0);
        if (status != 0) return 1;
    }
}
