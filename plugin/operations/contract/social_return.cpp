// SPDX-License-Identifier: EUPL-1.2
// Social return as policy lays it down and contracts agree it. The table is the one of the region that held on the day
// on which the tender was published; without a tender, or when that day is not known, on the day of signature, or on
// the first day of the contract.
#include "operations/contract/social_return.hpp"

#include <set>

#include "domain/social_return/faults.hpp"
#include "domain/words.hpp"
#include "json/facts/form.hpp"
#include "json/requests/social_return.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::Fault;
using namespace domain::social_return;

const char* const member = "/socialReturn";

void add_at(const std::string& path, std::vector<Fault> found, std::vector<Fault>& faults) {
    for (Fault& each : found) {
        each.path.insert(0, path);
        faults.push_back(std::move(each));
    }
}

std::set<std::string> regions(const domain::RuleBook& book) {
    std::set<std::string> found;
    for (const Table& each : book.social_return_tables) found.insert(each.region);
    return found;
}

std::string known_regions(const domain::RuleBook& book) {
    return domain::joined(regions(book));
}

void refuse_unless_region(const std::string& region, const std::string& path, const domain::RuleBook& book,
                          std::vector<Fault>& faults) {
    if (!regions(book).contains(region))
        faults.push_back({path, "socialreturn.no-region", {{"value", region}, {"accepted", known_regions(book)}}});
}

}  // namespace

domain::Date day_of_rules(const Contract& contract, const domain::Tender* tender) {
    if (tender) {
        for (const domain::Milestone& each : tender->milestones)
            if (each.code == "publicatie" && each.status != domain::MilestoneStatus::Cancelled && each.date.first)
                return *each.date.first;
        const auto planned = tender->planning.find("publicatie");
        if (planned != tender->planning.end() && planned->second.first) return *planned->second.first;
    }
    return contract.signed_on.value_or(contract.term.start);
}

namespace {

class Agreeing {
  public:
    Agreeing(const domain::RuleBook& book, Contract& contract, const domain::Tender* tender,
             const domain::Policy* policy, std::vector<Fault>& faults)
        : book_(book),
          contract_(contract),
          policy_(policy),
          own_(policy && policy->social_return ? &*policy->social_return : nullptr),
          day_(day_of_rules(contract, tender)),
          faults_(faults) {}

    void by_policy() {
        if (own_) contract_.social_return = usual();
    }

    void by_request(const json::Value& given) {
        Terms terms = contract_.social_return ? *contract_.social_return : usual();
        choose_rule(terms, given);
        choose_table(terms, given);
        json::apply_amounts(terms, given, member, faults_);
        if (terms.rule.thresholds.empty() && !terms.agreed_cents)
            faults_.push_back({std::string(member) + "/rule",
                               "socialreturn.rule-needed",
                               {{"accepted", domain::joined(book_.social_return_rules, &Rule::code)}}});
        contract_.social_return = std::move(terms);
    }

  private:
    // By the policy in force; nothing but whose contract it is, when that says nothing.
    Terms usual() const {
        Terms terms;
        terms.rule.organisation = contract_.organisation;
        if (!own_) return terms;
        terms.rule = own_->rule;
        terms.rule.organisation = contract_.organisation;
        terms.rule.code = terms.rule.source = policy_->id;
        if (own_->table) terms.table = own_table();
        if (!own_->region.empty()) of_region(terms, own_->region);
        return terms;
    }

    Table own_table() const {
        Table table = *own_->table;
        table.source = policy_->id;
        return table;
    }

    void of_region(Terms& terms, const std::string& region) const {
        const Chosen chosen = table_for(book_.social_return_tables, region, day_);
        terms.table.reset();
        if (chosen.table) terms.table = *chosen.table;
        terms.region = region;
        terms.chosen_for = day_;
    }

    void choose_rule(Terms& terms, const json::Value& given) {
        const std::string path = std::string(member) + "/rule", own_path = std::string(member) + "/ownRule";
        const json::Value* own = given.find("ownRule");
        if (given.find("rule") && own) faults_.push_back({own_path, "socialreturn.two-rules", {}});
        if (given.find("rule")) {
            const std::string code = given.text_or("rule");
            if (const Rule* known = find_rule(book_.social_return_rules, code))
                terms.rule = *known;
            else
                faults_.push_back(
                    {path,
                     "socialreturn.no-rule",
                     {{"value", code}, {"accepted", domain::joined(book_.social_return_rules, &Rule::code)}}});
        } else if (own) {
            auto wrong = json::unreadable_rule(*own, "");
            if (wrong.empty()) {
                terms.rule = json::read_json<Rule>(*own);
                terms.rule.organisation = contract_.organisation;
                wrong = faults_of(terms.rule);
            }
            add_at(own_path, std::move(wrong), faults_);
        }
    }

    void choose_table(Terms& terms, const json::Value& given) {
        if (given.find("region") && given.find("table"))
            faults_.push_back({std::string(member) + "/table", "socialreturn.two-tables", {}});
        if (given.find("region")) {
            const std::string region = given.text_or("region");
            refuse_unless_region(region, std::string(member) + "/region", book_, faults_);
            of_region(terms, region);
        } else if (given.find("table")) {
            terms.table = named_table(given.text_or("table"));
            terms.region.clear();
            terms.chosen_for.reset();
        }
    }

    std::optional<Table> named_table(const std::string& code) {
        if (own_ && own_->table && own_->table->code == code) return own_table();
        if (const Table* known = find_table(book_.social_return_tables, code)) return *known;
        std::string accepted = domain::joined(book_.social_return_tables, &Table::code);
        if (own_ && own_->table) accepted += ", " + own_->table->code;
        faults_.push_back(
            {std::string(member) + "/table", "socialreturn.no-such-table", {{"value", code}, {"accepted", accepted}}});
        return std::nullopt;
    }

    const domain::RuleBook& book_;
    Contract& contract_;
    const domain::Policy* const policy_;
    const OwnRule* const own_;
    const domain::Date day_;
    std::vector<Fault>& faults_;
};

}  // namespace

void set_social_return(const Call& call, Contract& contract, const domain::Tender* tender,
                       const domain::Policy* in_force, bool signing, bool realised, std::vector<Fault>& faults) {
    const json::Value* given = call.request().find("socialReturn");
    Agreeing agreeing(call.book(), contract, tender, in_force, faults);
    if (!given) {
        if (signing) agreeing.by_policy();
    } else if (!given->is_null()) {
        agreeing.by_request(*given);
    } else {
        if (realised) faults.push_back({member, "socialreturn.has-realised", {}});
        contract.social_return.reset();
    }
}

std::vector<Fault> social_return_faults(const json::Value& request, const domain::RuleBook& book) {
    std::vector<Fault> faults;
    const json::Value* given = request.find("socialReturn");
    if (!given) return faults;
    const std::string rule_path = std::string(member) + "/rule", table_path = std::string(member) + "/table";
    const json::Value *rule = given->find("rule"), *table = given->find("table");
    if (rule) faults = json::unreadable_rule(*rule, rule_path);
    if (table) add_at("", json::unreadable_table(*table, table_path), faults);
    if (given->find("region")) {
        refuse_unless_region(given->text_or("region"), std::string(member) + "/region", book, faults);
        if (table) faults.push_back({table_path, "socialreturn.two-tables", {}});
    }
    if (!faults.empty()) return faults;
    const OwnRule own = json::read_json<OwnRule>(*given);
    add_at(rule_path, faults_of(own.rule), faults);
    if (!own.table) return faults;
    add_at(table_path, faults_of(*own.table), faults);
    if (find_table(book.social_return_tables, own.table->code))
        faults.push_back({table_path + "/code", "socialreturn.table-exists", {{"value", own.table->code}}});
    return faults;
}

}  // namespace mvoi::operations
