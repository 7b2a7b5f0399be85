// SPDX-License-Identifier: EUPL-1.2
#include "store/register.hpp"

#include <algorithm>
#include <condition_variable>
#include <vector>

#include "store/fold/fold.hpp"
#include "store/gate.hpp"

namespace mvoi::store {
namespace {

// Keeps the policies of a busy register in memory without growing for ever.
constexpr std::size_t policies_kept = 1024;

// The registers this process has open. One store per file: two of them would not share their writers' queue, and
// closing one would drop the file locks of the other.
struct Process {
    std::mutex lock;  // never held by one who waits
    std::condition_variable opened;
    struct Place {
        std::weak_ptr<Register> store;
        bool opening = false;  // by one thread; others that want the same file wait for it
    };
    std::map<std::string, Place> places;
    // Every store whose connections are to be closed before a fork.
    struct Living {
        Register* store;
        bool over = false;  // its last user went while a fork was under way
    };
    std::vector<Living> living;
};

// Kept for ever: calls may come while the process ends.
Process*& process() {
    static auto* instance = new Process;
    return instance;
}

Register* take_one_over() {
    Process& all = *process();
    const std::lock_guard lock(all.lock);
    const auto over =
        std::find_if(all.living.begin(), all.living.end(), [](const Process::Living& each) { return each.over; });
    if (over == all.living.end()) return nullptr;
    Register* const store = over->store;
    all.living.erase(over);
    return store;
}

// Closing connections is kept out of the way of fork() too: called by one who is inside, or who keeps others out.
void end_those_over() {
    while (Register* const store = take_one_over()) delete store;
}

// The last user of a store went. mvoi_close never waits: while a fork is under way the store is ended by who forks. In
// a child a store of the parent is left alone, with whatever it has open.
void end(Register* gone) noexcept {
    {
        Process& all = *process();
        const std::lock_guard lock(all.lock);
        for (Process::Living& each : all.living) each.over = each.over || each.store == gone;
    }
    if (const InsideNow inside; inside) end_those_over();
}

}  // namespace

// In the parent the connections are opened again when they are next needed; the child forgets the registers of its
// parent altogether, without closing anything.
void before_fork() {
    close_gate();
    end_those_over();
    process()->lock.lock();
    for (const Process::Living& each : process()->living) each.store->engine().let_go();
}

void after_fork_in_parent() {
    process()->lock.unlock();
    open_gate();
    if (const InsideNow inside; inside) end_those_over();
}

void after_fork_in_child() {
    process() = new Process;
    forget_open_files();
    make_gate_anew();
}

namespace {

// The right to open one file, or the store of it that is there already.
class Opening {
  public:
    Opening(const std::string& key, Deadline deadline) : key_(key), place_(take(key, deadline)) {}
    ~Opening() {
        if (!place_) return;
        const std::lock_guard lock(process()->lock);
        place_->opening = false;
        process()->opened.notify_all();
    }
    Opening(const Opening&) = delete;
    Opening& operator=(const Opening&) = delete;

    std::shared_ptr<Register> there() const { return there_; }
    // The store is of a file that is no longer there: whoever comes gets another.
    void forget_it() {
        const std::lock_guard lock(process()->lock);
        Process::Place& place = process()->places[key_];
        if (place.store.lock() == there_) place.store.reset();
    }
    std::shared_ptr<Register> keep(std::unique_ptr<Register> made) {
        Register* const raw = made.get();
        {
            const std::lock_guard lock(process()->lock);
            process()->living.push_back({raw});
            made.release();
        }
        std::shared_ptr<Register> store(raw, end);
        const std::lock_guard lock(process()->lock);
        place_->store = store;
        return store;
    }

  private:
    // A fork meanwhile leaves this thread where it is: it exists in the parent alone.
    Process::Place* take(const std::string& key, Deadline deadline) {
        Process& all = *process();
        for (;;) {
            {
                const std::lock_guard lock(all.lock);
                Process::Place& place = all.places[key];
                if ((there_ = place.store.lock())) return nullptr;
                if (!place.opening) {
                    place.opening = true;
                    return &place;
                }
            }
            if (Clock::now() >= deadline) throw StoreError(Trouble::Busy, key.substr(2) + " is being opened");
            const Outside outside;
            std::unique_lock lock(all.lock);
            all.opened.wait_until(lock, deadline, [&] { return !all.places[key].opening; });
        }
    }

    const std::string key_;
    std::shared_ptr<Register> there_;
    Process::Place* place_;  // of a map: it stays where it is
};

}  // namespace

std::shared_ptr<Register> Register::open(const std::string& path, bool read_only, int wait_ms) {
    const StopFlag never{false};
    const Deadline deadline = deadline_after(wait_ms);
    const Inside inside(deadline, never);
    const std::string full = full_name(path);
    for (;;) {
        Opening opening((read_only ? "r:" : "w:") + full, deadline);
        const auto store = opening.there();
        if (!store)
            return opening.keep(std::make_unique<Register>(
                open_engine(full, read_only, deadline, [&](Connection& connection) { fold_all(connection, never); })));
        if (store->engine().stands()) return store;
        opening.forget_it();
    }
}

PolicyPointer Register::policy_of_entry(Connection& connection, std::int64_t seq) {
    {
        const std::lock_guard lock(policies_lock_);
        auto found = policies_.find(seq);
        if (found != policies_.end()) return found->second;
    }
    auto entry = journal_entry(connection, seq);
    if (!entry || !entry->facts.policy) throw StoreError(Trouble::Damaged, "the entry of a policy is gone");
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
