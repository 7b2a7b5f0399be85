// SPDX-License-Identifier: EUPL-1.2
#include "store/register.hpp"

#include <pthread.h>

#include <vector>

#include "store/fold/fold.hpp"

namespace mvoi::store {
namespace {

// Keeps the policies of a busy register in memory without growing for ever.
constexpr std::size_t policies_kept = 1024;

// The registers this process has open. One store per file: two of them would not share their writers' queue, and
// closing one would drop the file locks of the other.
struct Process {
    std::mutex lock;
    std::map<std::string, std::weak_ptr<Register>> open;
    std::vector<std::shared_ptr<Register>> paused;  // between the two halves of a fork
};

Process& process() {
    static auto* instance = new Process;  // kept for ever: calls may come while the process ends
    return *instance;
}

// fork(): no connection may cross it. In the parent they are opened again when they are next needed; the child forgets
// the registers of its parent altogether, without closing anything.
void before_fork() {
    process().lock.lock();
    for (auto& [path, open] : process().open)
        if (auto store = open.lock()) process().paused.push_back(std::move(store));
    for (const auto& store : process().paused) store->engine().pause();
}

void after_fork_in_parent() {
    const auto resumed = std::move(process().paused);  // the last use of a store may end here, and that takes the lock
    process().paused.clear();
    for (const auto& store : resumed) store->engine().resume();
    process().lock.unlock();
}

void after_fork_in_child() {
    for (const auto& store : process().paused) {
        store->engine().resume();
        new std::shared_ptr<Register>(store);  // never destroyed here: its other users were threads of the parent
    }
    process().paused.clear();
    process().open.clear();
    process().lock.unlock();
}

}  // namespace

std::shared_ptr<Register> Register::open(const std::string& path, bool read_only, int wait_ms) {
    static const int once = ::pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
    if (once != 0) throw StoreError(Trouble::Storage, "the system takes no fork handler");
    const std::string full = full_name(path);
    const std::string key = (read_only ? "r:" : "w:") + full;
    const std::lock_guard lock(process().lock);
    auto found = process().open.find(key);
    if (found != process().open.end())
        if (auto store = found->second.lock()) return store;
    const StopFlag never{false};
    auto engine = open_engine(full, read_only, wait_ms, [&](Connection& connection) { fold_all(connection, never); });
    // Closing connections is kept out of the way of fork() too.
    const auto close = [](Register* gone) {
        const std::lock_guard closing(process().lock);
        delete gone;
    };
    std::shared_ptr<Register> store(new Register(std::move(engine)), close);
    process().open[key] = store;
    return store;
}

PolicyPointer Register::policy_of_entry(Connection& connection, std::int64_t seq) {
    {
        const std::lock_guard lock(policies_lock_);
        auto found = policies_.find(seq);
        if (found != policies_.end()) return found->second;
    }
    auto entry = journal_entry(connection, seq);
    if (!entry || !entry->facts.policy) throw StoreError(Trouble::Storage, "the entry of a policy is gone");
    auto policy = std::make_shared<const domain::Policy>(*entry->facts.policy);
    const std::lock_guard lock(policies_lock_);
    if (policies_.size() >= policies_kept) policies_.clear();
    return policies_[seq] = policy;
}

PolicyPointer Register::policy_in_force(Connection& connection, const std::string& organisation, domain::Date day) {
    std::int64_t seq = 0;
    {
        Query query(connection, "policy_in_force");
        const std::string date = domain::to_text(day);
        if (query.with(organisation).with(date).step()) seq = query.integer(0);
    }
    PolicyPointer policy = seq ? policy_of_entry(connection, seq) : nullptr;
    remember(organisation, policy);
    return policy;
}

void Register::remember(const std::string& organisation, const PolicyPointer& policy) {
    const std::lock_guard lock(policies_lock_);
    if (last_policies_.size() >= policies_kept) last_policies_.clear();
    last_policies_[organisation] = policy;
}

bool Register::to_be_swept(const std::string& day) {
    const std::lock_guard lock(policies_lock_);
    return swept_day_ != day;
}

void Register::swept(const std::string& day) {
    const std::lock_guard lock(policies_lock_);
    swept_day_ = day;
}

std::optional<PolicyPointer> Register::last_policy(const std::string& organisation) {
    const std::lock_guard lock(policies_lock_);
    auto found = last_policies_.find(organisation);
    if (found == last_policies_.end()) return std::nullopt;
    return found->second;
}

PolicyPointer Register::policy_named(Connection& connection, const std::string& name) {
    if (name.empty()) return nullptr;
    std::int64_t seq = 0;
    {
        Query query(connection, "policy_by_name");
        if (!query.with(name).step()) return nullptr;
        seq = query.integer(0);
    }
    return policy_of_entry(connection, seq);
}

}  // namespace mvoi::store
