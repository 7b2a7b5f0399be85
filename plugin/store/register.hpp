// SPDX-License-Identifier: EUPL-1.2
// One register, shared by all sessions of this process that opened the same file.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "store/engine.hpp"
#include "store/journal.hpp"

namespace mvoi::store {

using PolicyPointer = std::shared_ptr<const domain::Policy>;

class Register {
  public:
    // Opens, and unless read_only creates, the register in this file. Throws StoreError.
    static std::shared_ptr<Register> open(const std::string& path, bool read_only, int wait_ms);

    explicit Register(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
    Engine& engine() { return *engine_; }

    // Policies are read from the journal once and kept: an edition never changes.
    PolicyPointer policy_in_force(Connection& connection, const std::string& organisation, domain::Date day);
    // The policy that was in force for this organisation when it was last looked up: a guess, for work that is done
    // before the register is locked and confirmed after. Nothing: there was no look-up yet.
    std::optional<PolicyPointer> last_policy(const std::string& organisation);
    PolicyPointer policy_named(Connection& connection, const std::string& name);

    // True when this process has not yet looked on this day for explanations that lapsed by themselves.
    bool to_be_swept(const std::string& day);
    void swept(const std::string& day);

  private:
    PolicyPointer policy_of_entry(Connection& connection, std::int64_t seq);

    std::unique_ptr<Engine> engine_;
    std::mutex policies_lock_;
    std::map<std::int64_t, PolicyPointer> policies_;      // by entry
    std::map<std::string, PolicyPointer> last_policies_;  // by organisation
    std::string swept_day_;
    void remember(const std::string& organisation, const PolicyPointer& policy);
};

// Around fork(): no connection, and nobody who is inside (gate.hpp), may cross it.
void before_fork();
void after_fork_in_parent();
void after_fork_in_child();

}  // namespace mvoi::store
