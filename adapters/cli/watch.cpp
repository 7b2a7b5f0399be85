// SPDX-License-Identifier: EUPL-1.2
#include "watch.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>

#include "files.hpp"
#include "text.hpp"

namespace mvoi::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 500ms;  // a call that is over sooner shows nothing
constexpr auto beat = 100ms;
constexpr char stop = 's';
constexpr char interrupt = 'i';

// The handler may do next to nothing: it writes one byte, and the watching thread does the rest.
std::atomic<int> wake_up{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int) {
    const int error = errno;
    [[maybe_unused]] const auto written = write(wake_up.load(), &interrupt, 1);
    errno = error;
}

void handle(int signal, struct sigaction& old) {
    struct sigaction action {};
    action.sa_handler = on_signal;
    // The second Ctrl-C is not for the library: it ends the process.
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(signal, nullptr, &old);
    if (old.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
}

}  // namespace

Watch::Watch(const client::Session& session, std::string_view label) : session_(session), label_(label) {
    if (pipe2(pipe_.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;  // the call runs unwatched
    wake_up = pipe_[1];
    handle(SIGINT, old_interrupt_);
    handle(SIGTERM, old_terminate_);
    thread_ = std::thread(&Watch::stand_by, this);
}

Watch::~Watch() {
    if (!thread_.joinable()) return;
    sigaction(SIGINT, &old_interrupt_, nullptr);
    sigaction(SIGTERM, &old_terminate_, nullptr);
    [[maybe_unused]] const auto written = write(pipe_[1], &stop, 1);
    thread_.join();
    wake_up = -1;
    close(pipe_[0]);
    close(pipe_[1]);
    if (shown_) write_error("\r\033[K");
}

void Watch::stand_by() {
    const auto start = std::chrono::steady_clock::now();
    bool interrupted = false;
    for (;;) {
        pollfd wait{pipe_[0], POLLIN, 0};
        const bool idle = label_.empty() && !interrupted;
        poll(&wait, 1, idle ? -1 : static_cast<int>(beat.count()));
        for (char byte = 0; read(pipe_[0], &byte, 1) == 1;) {
            if (byte == stop) return;
            interrupted = true;
        }
        // Again at every beat: asked before the call has quite begun, it would be forgotten.
        if (interrupted) session_.interrupt();
        const auto now = std::chrono::steady_clock::now();
        if (!label_.empty() && now - start > patience)
            show(std::chrono::duration_cast<std::chrono::milliseconds>(now - start));
    }
}

DeferredSignals::DeferredSignals() {
    sigset_t deferred;
    sigemptyset(&deferred);
    sigaddset(&deferred, SIGINT);
    sigaddset(&deferred, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &deferred, &before_);
}

DeferredSignals::~DeferredSignals() {
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool DeferredSignals::waiting() const {
    sigset_t waiting;
    sigemptyset(&waiting);
    sigpending(&waiting);
    return sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1;
}

void Watch::show(std::chrono::milliseconds elapsed) {
    constexpr std::string_view turning = "|/-\\";
    const auto tenths = elapsed.count() / 100;
    std::string line = "\r";
    line.append(1, turning[static_cast<std::size_t>(tenths) % turning.size()]).append(" ").append(label_);
    line.append(" ").append(number(tenths / 10)).append(" s\033[K");
    write_error(line);
    shown_ = true;
}

}  // namespace mvoi::cli
