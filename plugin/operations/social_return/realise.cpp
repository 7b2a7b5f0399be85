// SPDX-License-Identifier: EUPL-1.2
// socialreturn.realise: what was realised of social return under one contract: placements, invoices, activities, the
// step of a PSO certificate, what another contract brought too much. All of it is put down, or nothing is. An item
// keeps its number, a number is never given twice, and an item that is given with its number is from then on as it is
// given, whole. The journal entry holds the items, and not the contract again.
#include <algorithm>
#include <set>

#include "domain/refusal.hpp"
#include "domain/social_return/faults.hpp"
#include "domain/words.hpp"
#include "json/facts/form.hpp"
#include "json/requests/social_return.hpp"
#include "operations/social_return/social_return.hpp"
#include "operations/table.hpp"
#include "render/answers/social_return_view.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::Fault;
using namespace domain::social_return;

class Realising {
  public:
    Realising(const Call& call, const Contract& contract, Realisations before)
        : call_(call),
          request_(call.request()),
          contract_(contract),
          end_(last_day(contract, call.today())),
          efforts_(std::move(before.efforts)),
          last_number_(before.last_number) {}

    EffortRecord run() {
        EffortRecord result;
        result.contract = contract_.id;
        refuse_without_table();
        each("takeBack", [&](const json::Value& given, const std::string& path) {
            result.taken_back.push_back(take_back(given, path));
        });
        each("placements", [&](const json::Value& given, const std::string& path) {
            Placement item = json::asked_placement(given, path, faults_);
            result.placements.push_back(put(efforts_.placements, std::move(item), path, &Placement::started));
        });
        each("invoices", [&](const json::Value& given, const std::string& path) {
            result.invoices.push_back(
                put(efforts_.invoices, json::asked<Invoice>(given, path, faults_), path, &Invoice::on));
        });
        each("activities", [&](const json::Value& given, const std::string& path) {
            Done item = json::asked<Done>(given, path, faults_);
            result.activities.push_back(put(efforts_.activities, std::move(item), path, &Done::on));
        });
        if (const json::Value* step = request_.find("pso"))
            efforts_.pso_step = *(result.pso_step = step->is_null() ? "" : *step->text());
        if (request_.find("carriedInCents")) carry(result);
        refuse_nothing(result);
        refuse_too_large();
        const bool conflict = conflicts_ == faults_.size();  // and nothing but
        if (!faults_.empty())
            throw domain::Refusal(conflict ? domain::No::Conflict : domain::No::Invalid, std::move(faults_));
        return result;
    }

  private:
    template <typename Visit>
    void each(const char* list, Visit visit) {
        const auto& given = request_.list_or_empty(list);
        for (std::size_t i = 0; i < given.size(); ++i)
            visit(given[i], "/" + std::string(list) + "/" + std::to_string(i));
    }

    void refuse_without_table() const {
        if (contract_.social_return->table) return;
        for (const char* list : {"placements", "invoices", "activities"})
            if (!request_.list_or_empty(list).empty())
                refuse(domain::No::Conflict, "/" + std::string(list), "socialreturn.table-needed",
                       {{"accepted", domain::joined(call_.book().social_return_tables, &Table::code)}});
    }

    // Once in a request: what is said twice of one item cannot both hold.
    void touch(int number, const std::string& path) {
        if (!touched_.insert(number).second)
            faults_.push_back({path + "/number", "socialreturn.number-twice", {{"value", std::to_string(number)}}});
    }

    template <typename Items>
    static bool erase(Items& items, int number) {
        return std::erase_if(items, [&](const auto& each) { return each.number == number; }) > 0;
    }

    EffortRecord::Withdrawal take_back(const json::Value& given, const std::string& path) {
        const int number = static_cast<int>(given.integer_or("number", 0));
        touch(number, path);
        if (!erase(efforts_.placements, number) && !erase(efforts_.invoices, number) &&
            !erase(efforts_.activities, number))
            faults_.push_back({path + "/number", "socialreturn.no-item", {{"value", std::to_string(number)}}});
        return {number, given.text_or("reason")};
    }

    // Puts an item among those of its kind: in the place of the one with its number, or as a new one.
    template <typename Item>
    Item put(std::vector<Item>& items, Item item, const std::string& path, domain::Date Item::*day) {
        const auto before = std::find_if(items.begin(), items.end(), [&](const Item& each) {
            return item.number > 0 && each.number == item.number;
        });
        if (item.number > 0) touch(item.number, path);
        if (item.number > 0 && before == items.end())
            faults_.push_back({path + "/number", "socialreturn.no-item", {{"value", std::to_string(item.number)}}});
        for (const Item& each : items)
            if (each.number != item.number && each.reference == item.reference && each.*day == item.*day)
                refuse_twice(each.number, item.reference, item.*day, path);
        if (item.number == 0) item.number = ++last_number_;
        if constexpr (std::is_same_v<Item, Placement>)
            item.candidate = candidate_of(item, before == items.end() ? nullptr : &*before);
        check(item, path);
        if (before == items.end())
            items.push_back(item);
        else
            *before = item;
        return item;
    }

    void refuse_twice(int number, const std::string& reference, domain::Date day, const std::string& path) {
        faults_.push_back({path + "/reference",
                           "socialreturn.twice",
                           {{"value", reference}, {"date", domain::to_text(day)}, {"number", std::to_string(number)}}});
        ++conflicts_;
    }

    // A reference may be blacked out; who is the same candidate as whom is kept beside it.
    int candidate_of(const Placement& item, const Placement* before) const {
        int highest = 0;
        for (const Placement& each : efforts_.placements) {
            highest = std::max(highest, each.candidate);
            if (each.number != item.number && each.reference == item.reference) return each.candidate;
        }
        return before && before->reference == item.reference ? before->candidate : highest + 1;
    }

    void check(const Placement& item, const std::string& path) {
        add(faults_of(item, *contract_.social_return->table, call_.today(), end_), path);
    }
    void check(const Invoice& item, const std::string& path) { add(faults_of(item, call_.today(), end_), path); }
    void check(const Done& item, const std::string& path) { add(faults_of(item, call_.today(), end_), path); }

    void add(std::vector<Fault> found, const std::string& path) {
        for (Fault& each : found) {
            each.path.insert(0, path);
            faults_.push_back(std::move(each));
        }
    }

    void carry(EffortRecord& result) {
        const std::int64_t cents = request_.integer_or("carriedInCents", 0);
        if (cents > 0 && !contract_.social_return->rule.carry_over)
            faults_.push_back({"/carriedInCents",
                               "socialreturn.no-carry-over",
                               {{"organisation", contract_.social_return->rule.organisation}}});
        result.carried_in_cents = efforts_.carried_in_cents = cents;
    }

    void refuse_nothing(const EffortRecord& result) {
        if (result.taken_back.empty() && result.placements.empty() && result.invoices.empty() &&
            result.activities.empty() && !result.pso_step && !result.carried_in_cents)
            faults_.push_back({"/placements", "socialreturn.nothing", {}});
    }

    // Refuses efforts that are too large to be counted exactly.
    void refuse_too_large() {
        if (!faults_.empty()) return;
        if (account_of(contract_, efforts_, call_.book().social_return_tables, call_.today()).too_large)
            faults_.push_back({"/invoices", "socialreturn.too-large", {}});
    }

    const Call& call_;
    const json::Value& request_;
    const Contract& contract_;
    const domain::Date end_;
    Efforts efforts_;
    int last_number_;
    std::set<int> touched_;
    std::vector<Fault> faults_;
    std::size_t conflicts_ = 0;
};

template <typename Items>
void write_numbers(json::Out& out, const char* name, const Items& items) {
    out.list(name, items, [&](const auto& each) { out.value(each.number); });
}

std::string realised_answer(const Call& call, store::Connection& connection, const CurrentContract& current,
                            const Committed& committed) {
    const EffortRecord& done = *committed.entry.facts.realised;
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("entry", committed.entry.seq);
        write_numbers(out, "placements", done.placements);
        write_numbers(out, "invoices", done.invoices);
        write_numbers(out, "activities", done.activities);
        write_numbers(out, "takenBack", done.taken_back);
        if (current.contract.social_return) {
            out.name("statement");
            write_statement_of(call, connection, current, out);
        }
    });
    return text;
}

}  // namespace

std::string socialreturn_realise(const Call& call) {
    return under_contract(
        call,
        [&](store::Connection& connection, CurrentContract& current, Draft& draft) {
            refuse_without_terms(current.contract);
            Realisations before = realisations_of(connection, current.id);
            draft.texts = std::move(current.texts);
            draft.texts.merge(std::move(before.texts));
            draft.facts.realised = Realising(call, current.contract, std::move(before)).run();
        },
        realised_answer);
}

}  // namespace mvoi::operations
