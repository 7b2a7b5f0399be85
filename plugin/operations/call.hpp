// SPDX-License-Identifier: EUPL-1.2
// One call of one operation: who calls, what was asked, and the ways to read and to write.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "domain/refusal.hpp"
#include "domain/rule_book.hpp"
#include "json/value.hpp"
#include "store/register.hpp"
#include "store/stamp.hpp"
#include "store/tables/observations.hpp"

namespace mvoi::operations {

// The part of a session that each of its calls gets.
struct Caller {
    std::shared_ptr<store::Register> store;
    domain::Language language = domain::Language::Dutch;
    int wait_ms = 5000;
    std::string actor;                               // used where a request names none
    std::string role;                                // likewise
    std::string origin;                              // likewise
    std::string time_zone = store::usual_time_zone;  // of the organisation: its day is today where a request names none
    const store::StopFlag* stop = nullptr;
    mutable bool committed = false;  // the change of the running call is in the register
};

// The entry that a writing operation wants to add.
struct Draft {
    std::string object;          // "tender:<uuid>"
    std::int64_t object_id = 0;  // seq of the object's first entry; 0: a new object
    json::Facts facts;
    store::PolicyPointer policy;               // that was applied, for the answer
    store::SealedTexts texts;                  // of the object's entry before
    std::optional<store::SealedEntry> sealed;  // made before the register was locked; otherwise it is made then
    std::optional<domain::Tender> before;      // the tender as it was
    // The contract that the facts are about, and all observed under it, these facts too; nothing: the store reads them.
    std::shared_ptr<const domain::Contract> about;
    std::optional<store::Observations> observed;
    bool stopped = false;     // nothing of the object changes: only what was said is journaled
    std::int64_t stands = 0;  // the entry that already holds what was asked: nothing is journaled; 0: none does
    std::string by_itself;    // the operation of what happens by itself, such as "tender.reopen"; empty: of the call
};

// The entry that was added, now or by the same request before; or the one that already held what was asked.
struct Committed {
    store::Entry entry;
    store::PolicyPointer policy;
    bool repeated = false;
};

// Said of an answer as a whole.
struct Remarks {
    bool repeated = false;   // it is the first answer to this requestId
    bool unchanged = false;  // it asked for what already was
};

class Call {
  public:
    Call(const Caller& caller, std::string operation, json::Value request);

    const json::Value& request() const { return request_; }
    const domain::RuleBook& book() const { return book_; }
    const domain::Rules& rules() const { return book_.rules; }
    domain::Language language() const { return caller_.language; }
    store::Register& store() const { return *caller_.store; }
    const store::StopFlag& stop() const { return *caller_.stop; }
    int wait_ms() const { return caller_.wait_ms; }
    domain::Date today() const { return today_; }
    const std::string& time_zone() const { return caller_.time_zone; }
    // The person who does this; refused when neither the request nor the session names one.
    std::string actor() const;
    // The role in which it is done; empty when none is named.
    std::string role() const;
    // Refused when the policy in force names the roles that may do this, and this is none of them.
    void permit(const domain::Policy* in_force) const;
    std::string origin() const;

    // Runs work in a write transaction, journals and folds what it drafts, and returns when that is durable. A request
    // whose requestId was seen before is not done again: its first entry comes back. One that was stopped at a gate is
    // done again, and journaled again only when it is not stopped again; so is the start of a tender that was
    // provisional and has gone since.
    using Work = std::function<Draft(store::Connection&)>;
    Committed write(const Work& work) const;
    // The same for an answer about a contract that is read from the register. It is read within the transaction:
    // nothing is left to fail when the entry is there. To a repeated request it is read from the register as it was
    // then, on that day, so that it is the first answer.
    using Answer = std::function<std::string(const Call&, store::Connection&, const Committed&)>;
    std::string write(const Work& work, const Answer& answer) const;
    // Journals and folds a draft within a transaction that is already open.
    Committed establish(store::Connection& connection, Draft draft, const json::Value& request,
                        domain::Date today) const;
    // The entry of a draft, made ahead of the transaction that will hold it.
    store::SealedEntry sealed(const Draft& draft) const;
    void read(const std::function<void(store::Connection&)>& work) const;
    // The answer of the operation, with the remarks that belong to it.
    //   sentences  about what was asked
    std::string with_remarks(std::string answer, const std::vector<std::string>& sentences) const;

  private:
    // Earlier attempts under the same requestId.
    struct Earlier {
        std::unique_ptr<Committed> done;
        std::unique_ptr<store::Entry> stopped;
    };
    Earlier earlier(store::Connection& connection) const;
    std::string organisation_asked(store::Connection& connection) const;
    Committed carry_out(store::Connection& connection, Earlier earlier, Draft draft) const;
    Committed write_and(const Work& work,
                        const std::function<void(store::Connection&, const Committed&)>& when_established) const;

    const Caller& caller_;
    std::string operation_;
    json::Value request_;
    const domain::RuleBook& book_;
    domain::Date today_;
    mutable Remarks remarks_;  // an operation writes once, and its answer follows from that
};

// Refused when the request names another revision than the one that stands now.
void refuse_unless_seen(const json::Value& request, int current, const char* rule);

// A "no" about one member.
[[noreturn]] void refuse(domain::No kind, std::string path, std::string rule,
                         std::map<std::string, std::string> words = {});

}  // namespace mvoi::operations
