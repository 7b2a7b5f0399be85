// SPDX-License-Identifier: EUPL-1.2
// worklist.list: what is to be done in a month under the contracts of an organisation, by day and then by contract, a
// page at a time. The page after is the one after the last item that was shown, whatever came or went before it.
#include <algorithm>
#include <tuple>

#include "domain/calendar/publication.hpp"
#include "domain/contract/term.hpp"
#include "domain/promise/rating_due.hpp"
#include "domain/words.hpp"
#include "domain/worklist/worklist.hpp"
#include "operations/current/planning.hpp"
#include "operations/paging.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"
#include "render/answers/promise_view.hpp"
#include "render/sentences.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

using domain::Date;
using domain::worklist::Task;

struct WorklistItem {
    Task task;
    std::shared_ptr<const domain::Contract> contract;  // nullptr: it is about a tender
    std::string uuid, reference, title;                // of the contract or the tender
    std::vector<domain::Recounted> rows = {};          // of "hertelling": the days in question

    auto place() const { return std::make_tuple(domain::to_text(task.day), reference, uuid, task.code, about()); }
    // The same, as "after" of a request has it: without the reference, which may hold anything.
    std::string mark() const { return domain::to_text(task.day) + " " + uuid + " " + task.code + " " + about(); }
    // The promise, and the document when it is about one.
    std::string about() const {
        const std::string promise = domain::numbered(task.promise);
        return task.document == 0 ? promise : promise + "/" + std::to_string(task.document);
    }
};

domain::worklist::Month month_of(const Call& call) {
    const std::string asked = call.request().text_or("month", domain::to_text(call.today()).substr(0, 7));
    const auto month = domain::parse_planned_date(asked);
    if (!month || month->precision != domain::Precision::Month)
        refuse(domain::No::Invalid, "/month", "worklist.month", {{"value", asked}});
    return {*month->first, *month->last};
}

// Contracts that ended longer ago ask nothing any more.
int days_after_end(const domain::Rules& rules) {
    return rules.find("calendar-terms", "werklijst-na-einde")->days.value_or(0);
}

class Worklist {
  public:
    Worklist(const Call& call, store::Connection& connection)
        : call_(call),
          request_(call.request()),
          connection_(connection),
          limit_(static_cast<std::size_t>(request_.integer_or("limit", usual_page))),
          month_(month_of(call)),
          running_{request_.text_or("organisation"),
                   call.today() - boost::gregorian::days(days_after_end(call.rules())), call.today()},
          observations_(connection, running_),
          records_(connection, running_) {}

    std::string run() {
        collect();
        std::sort(items_.begin(), items_.end(),
                  [](const WorklistItem& a, const WorklistItem& b) { return a.place() < b.place(); });
        const std::size_t from = first_shown();
        const std::size_t to = std::min(items_.size(), from + limit_);
        std::string text;
        json::Out out(text);
        out.object([&] {
            out.member("organisation", request_.text_or("organisation"));
            out.member("from", domain::to_text(month_.first));
            out.member("to", domain::to_text(month_.last));
            totals(out);
            out.list("items",
                     std::vector<WorklistItem>(items_.begin() + static_cast<std::ptrdiff_t>(from),
                                               items_.begin() + static_cast<std::ptrdiff_t>(to)),
                     [&](const WorklistItem& each) { write(out, each); });
            if (to < items_.size()) out.member("next", items_[to - 1].mark());
        });
        return text;
    }

  private:
    void collect() {
        CurrentContracts contracts(call_, connection_);
        store::each_running_contract(connection_, running_, [&](store::Placed&& placed) {
            CurrentContract each = contracts.brought_on(std::move(placed));
            add(each);
            return true;
        });
        if (call_.today() <= month_.last) add_recounts();
    }

    // Days that the rules of today count otherwise: in each month to come, until somebody has them counted again.
    void add_recounts() {
        const std::string organisation = request_.text_or("organisation");
        for (auto& each : recounted_tenders(call_, connection_, organisation)) {
            const domain::Tender& tender = each.current.tender;
            add_recount("inkoopadviseur", tender, std::move(each.rows));
        }
        for (auto& each : recounted_contracts(call_, connection_, organisation)) {
            const auto contract = std::make_shared<const domain::Contract>(std::move(each.current.contract));
            if (add_recount("contractmanager", *contract, std::move(each.rows))) items_.back().contract = contract;
        }
    }

    //   of  a tender or a contract
    bool add_recount(const std::string& role, const auto& of, std::vector<domain::Recounted> rows) {
        Task task;
        task.day = std::max(month_.first, call_.today());
        task.code = "hertelling";
        task.role = role;
        if (const auto person = of.people.find(role); person != of.people.end()) task.person = person->second;
        if (!fits(task)) return false;
        items_.push_back({std::move(task), nullptr, of.id, of.reference, of.title, std::move(rows)});
        return true;
    }

    void add(CurrentContract& current) {
        const auto contract = std::make_shared<const domain::Contract>(std::move(current.contract));
        // The end in the tables is of the day of its entry.
        if (const auto end = course_of(*contract, call_.today()).end; end && end->day < running_.ends_from) return;
        const Observations observed = contract->promises.empty() ? Observations() : observations_.of(current.id);
        domain::worklist::TaskFacts facts{*contract,     observed, call_.book().units,      call_.book().check_efforts,
                                          call_.today(), month_,   call_.book().law.equated};
        if (const auto* row = domain::usual(call_.rules(), "heroverweging-onbepaalde-tijd", call_.today()))
            facts.reconsider_months = row->months;
        add_records(facts, current.id);
        for (Task& task : domain::worklist::tasks_of(facts))
            if (fits(task))
                items_.push_back({std::move(task), contract, contract->id, contract->reference, contract->title});
    }

    // The ratings of the promises, and the documents that are to prove them.
    void add_records(domain::worklist::TaskFacts& facts, std::int64_t id) {
        Records records(call_, connection_, id, facts.contract, records_.of(id));
        facts.rate_after_end = domain::promise::days_after_end(call_.rules(), call_.today());
        for (const auto& promise : facts.contract.promises)
            for (const store::RatedOn& each : records.ratings(promise.number))
                facts.ratings[promise.number].push_back({each.on, "", each.rating, ""});
        for (const int number : records.documents()) facts.documents.push_back(*records.document(number));
    }

    bool fits(const Task& task) const {
        const std::string role = request_.text_or("role"), person = request_.text_or("person");
        return (role.empty() || task.role == role) && (person.empty() || task.person == person);
    }

    std::size_t first_shown() const {
        const std::string after = request_.text_or("after");
        if (after.empty()) return 0;
        const auto last =
            std::find_if(items_.begin(), items_.end(), [&](const WorklistItem& each) { return each.mark() == after; });
        if (last != items_.end()) return static_cast<std::size_t>(last - items_.begin()) + 1;
        // It was done since: what comes on its day and later is shown, again rather than not at all.
        if (!domain::parse_date(after.substr(0, 10)))
            refuse(domain::No::Invalid, "/after", "list.after", {{"value", after}});
        const auto next = std::find_if(items_.begin(), items_.end(), [&](const WorklistItem& each) {
            return domain::to_text(each.task.day) >= after.substr(0, 10);
        });
        return static_cast<std::size_t>(next - items_.begin());
    }

    // Of all items, not of the page alone.
    void totals(json::Out& out) const {
        std::int64_t overdue = 0, minutes = 0, assumed = 0, without_estimate = 0, without_owner = 0;
        for (const WorklistItem& each : items_) {
            if (each.task.overdue) ++overdue;
            if (each.task.role.empty()) ++without_owner;
            if (!each.task.minutes) ++without_estimate;
            if (!each.task.minutes) continue;
            minutes += each.task.minutes->minutes * each.task.times;
            if (each.task.minutes->assumed) assumed += each.task.minutes->minutes * each.task.times;
        }
        out.member("total", items_.size());
        out.member("overdue", overdue);
        out.member("minutes", minutes);
        out.member("assumedMinutes", assumed);
        out.member("withoutEstimate", without_estimate);
        out.member("withoutOwner", without_owner);
    }

    void write(json::Out& out, const WorklistItem& item) const {
        const Task& task = item.task;
        out.object([&] {
            out.member("day", domain::to_text(task.day));
            if (task.advised) out.member("advised", domain::to_text(*task.advised));
            out.member("overdue", task.overdue);
            out.member("what", task.code);
            out.member("sentence", render::sentence(call_.language(), sentence_of(task),
                                                    {{"date", domain::to_text(task.day)},
                                                     {"number", domain::numbered(task.promise)},
                                                     {"name", name_of(item)},
                                                     {"kind", proof_of(item)},
                                                     {"document", std::to_string(task.document)},
                                                     {"unrated", std::to_string(task.unrated)},
                                                     {"advised", task.advised ? domain::to_text(*task.advised) : ""},
                                                     {"parts", unknown_of(task)},
                                                     {"times", std::to_string(task.times)}}));
            out.member(item.contract ? "contract" : "tender", item.uuid);
            out.member("reference", item.reference);
            out.member("title", item.title);
            if (!item.rows.empty())
                out.list("changes", item.rows, [&](const domain::Recounted& row) { write_recounted(call_, out, row); });
            if (task.promise > 0) out.member("promise", task.promise);
            if (task.document > 0) out.member("document", task.document);
            out.member_if("owner", task.role);
            out.member_if("person", task.person);
            if (!task.minutes) return;
            out.member("minutes", task.minutes->minutes * task.times);
            if (task.minutes->assumed) out.member("assumed", true);
        });
    }

    std::string name_of(const WorklistItem& item) const {
        if (!item.contract) return {};
        for (const auto& promise : item.contract->promises)
            if (promise.number == item.task.promise)
                return render::promise_name(promise, call_.book(), call_.language());
        return {};
    }

    // The parts of the term to find out, as people call them.
    std::string unknown_of(const Task& task) const {
        std::vector<std::string> parts;
        for (const auto part : task.unknown)
            parts.push_back(
                render::sentence(call_.language(), "term.part-" + std::string(domain::contract::code_of(part)), {}));
        return domain::joined_or_dash(parts, [](const std::string& each) { return each; });
    }

    // The label of the kind of evidence that the promise asks for; empty: none.
    std::string proof_of(const WorklistItem& item) const {
        if (!item.contract) return {};
        for (const auto& promise : item.contract->promises)
            if (promise.number == item.task.promise && !promise.proof_kind.empty())
                return call_.rules().label("evidence-kinds", promise.proof_kind, call_.language());
        return {};
    }

    const Call& call_;
    const json::Value& request_;
    store::Connection& connection_;
    const std::size_t limit_;
    const domain::worklist::Month month_;
    const store::RunningFilter running_;
    store::ObservationsInStep observations_;
    store::RecordsInStep records_;
    std::vector<WorklistItem> items_;
};

}  // namespace

std::string worklist_list(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) { answer = Worklist(call, connection).run(); });
    return answer;
}

}  // namespace mvoi::operations
