// SPDX-License-Identifier: EUPL-1.2
#include "abi/session.hpp"

#include <pthread.h>

#include <array>

#include "mvoi.h"

namespace mvoi::abi {
namespace {

// A handle is generation × slots + slot: a closed slot gets a new generation, so that an old handle finds nothing.
constexpr std::int32_t slots = MVOI_LIMIT_SESSIONS;
constexpr std::int32_t last_generation = INT32_MAX / slots - 1;

struct Slot {
    std::int32_t generation = 1;
    std::shared_ptr<Session> session;
};

struct Table {
    std::mutex lock;
    std::array<Slot, slots> all;
    std::int32_t next = 0;  // the slot at which the search for a free one begins; slots are used in turn
};

Table& table() {
    static auto* instance = new Table;  // kept for ever: a host may close its sessions while the process ends
    return *instance;
}

// Locked last and given back first: mvoi_interrupt and mvoi_close never wait for a fork that waits for others.
void before_fork() {
    store::before_fork();
    table().lock.lock();
}
void after_fork_in_parent() {
    table().lock.unlock();
    store::after_fork_in_parent();
}
void after_fork_in_child() {
    table().lock.unlock();
    store::after_fork_in_child();
}

// From the moment on at which the library is loaded: there is no first call that could be cut off.
const int forks_minded = ::pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);

}  // namespace

bool minds_forks() {
    return forks_minded == 0;
}

std::int32_t add_session(std::shared_ptr<Session> session) {
    Table& all = table();
    const std::lock_guard lock(all.lock);
    for (std::int32_t tries = 0; tries < slots; ++tries) {
        const std::int32_t place = (all.next + tries) % slots;
        Slot& slot = all.all[static_cast<std::size_t>(place)];
        if (slot.session) continue;
        slot.session = std::move(session);
        all.next = (place + 1) % slots;
        return slot.generation * slots + place;
    }
    return 0;
}

std::shared_ptr<Session> find_session(std::int32_t handle) {
    if (handle < slots) return nullptr;
    Table& all = table();
    const std::lock_guard lock(all.lock);
    const Slot& slot = all.all[static_cast<std::size_t>(handle % slots)];
    return slot.generation == handle / slots ? slot.session : nullptr;
}

void remove_session(std::int32_t handle) {
    std::shared_ptr<Session> gone;  // ends after the lock is given back
    Table& all = table();
    const std::lock_guard lock(all.lock);
    Slot& slot = all.all[static_cast<std::size_t>(handle % slots)];
    if (slot.generation != handle / slots) return;
    gone = std::move(slot.session);
    slot.generation = slot.generation < last_generation ? slot.generation + 1 : 1;
}

}  // namespace mvoi::abi
