// SPDX-License-Identifier: EUPL-1.2
// checkability.compute: what checking takes, of everything an organisation was promised, of one contract, of a package
// that nobody signed yet, or of what was chosen in a tender; held against the time there is. What runs besides a
// contract, a package or a tender takes of the same time.
#include <algorithm>

#include "domain/checkability/checkability.hpp"
#include "domain/contract/signing.hpp"
#include "domain/contract/term.hpp"
#include "json/requests/contract.hpp"
#include "operations/contract/promises.hpp"
#include "operations/current/tender.hpp"
#include "operations/table.hpp"
#include "render/answers/checkability_view.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::Date;
using domain::checkability::Checking;

constexpr int years_shown = 10;  // when no year is asked for: this one and those after it
constexpr int minutes_per_hour = 60;

class Reckoning {
  public:
    Reckoning(const Call& call, store::Connection& connection)
        : call_(call),
          request_(call.request()),
          connection_(connection),
          organisation_(request_.text_or("organisation")) {}

    std::string run() {
        gather();
        if (!organisation_.empty())
            in_force_ = call_.store().policy_in_force(connection_, organisation_, call_.today());
        if (of_ != "organisation" && !organisation_.empty())
            each_contract([&](const CurrentContract& each) { add(each.contract, others_); });
        keep_requested(own_);
        keep_requested(others_);
        const int first = static_cast<int>(request_.integer_or("year", call_.today().year()));
        const int last = request_.find("year") ? first : first + years_shown - 1;
        const auto found = checkability_of(own_, others_, time(), first, last);
        auto findings = findings_on(found);
        findings.insert(findings.end(), assumed_.begin(), assumed_.end());
        std::string text;
        json::Out out(text);
        out.object([&] {
            out.member("of", of_);
            out.member_if("organisation", organisation_);
            out.member_if("contract", contract_);
            out.member_if("tender", tender_);
            out.member_if("reference", reference_);
            render::write_checkability(out, found, findings, {call_.rules(), in_force_.get(), call_.language()});
        });
        return text;
    }

  private:
    void gather() {
        if (request_.find("contract") || request_.find("reference")) return of_contract();
        if (request_.find("tender") || request_.find("tenderReference")) return of_tender();
        if (request_.find("promises")) return of_package();
        if (organisation_.empty()) refuse(domain::No::Invalid, "/organisation", "checkability.of-what");
        of_ = "organisation";
        each_contract([&](const CurrentContract& each) { add(each.contract, own_); });
    }

    void add(const Contract& contract, std::vector<Checking>& checkings) const {
        const auto end = course_of(contract, call_.today()).end;
        const auto until = end ? std::optional(end->day) : std::nullopt;
        for (const auto& promise : contract.promises)
            checkings.push_back(
                checking_of(promise, contract.people, until, call_.book().check_efforts, call_.today()));
    }

    // Contracts of the organisation that have not ended, but for the one that is asked about and those of the tender.
    template <typename Work>
    void each_contract(const Work& work) {
        CurrentContracts contracts(call_, connection_);
        store::each_running_contract(
            connection_, {organisation_, call_.today(), call_.today()}, [&](store::Placed&& placed) {
                CurrentContract each = contracts.brought_on(std::move(placed));
                if (each.contract.id != contract_ && (tender_.empty() || each.contract.tender != tender_)) work(each);
                return true;
            });
    }

    void of_contract() {
        CurrentContract current = named_contract(call_, connection_);
        bring_on(call_, connection_, current);
        of_ = "contract";
        contract_ = current.contract.id;
        organisation_ = current.contract.organisation;
        reference_ = current.contract.reference;
        add(current.contract, own_);
    }

    // The request as the contract it would become.
    void of_package() {
        of_ = "package";
        Contract package;
        package.organisation = organisation_;
        std::vector<domain::Fault> faults;
        if (!request_.find("term")) faults.push_back({"/term", "checkability.no-term", {}});
        json::apply_members(package, request_, faults);
        const auto policy =
            organisation_.empty() ? nullptr : call_.store().policy_in_force(connection_, organisation_, call_.today());
        if (faults.empty() && faults_of(package.term).empty())
            set_promises(call_, package, nullptr, policy.get(), {}, {}, faults);
        domain::contract::refuse_impossible(package, nullptr, std::move(faults));
        add(package, own_);
    }

    void of_tender() {
        of_ = "tender";
        const std::string uuid = request_.text_or("tender"), reference = request_.text_or("tenderReference");
        const auto found = uuid.empty() ? tender_by_reference(call_, connection_, organisation_, reference)
                                        : tender_by_uuid(call_, connection_, uuid);
        if (!found)
            refuse(domain::No::NotFound, uuid.empty() ? "/tenderReference" : "/tender", "tender.not-found",
                   {{"value", uuid.empty() ? organisation_ + " " + reference : uuid}});
        const domain::Tender& tender = found->tender;
        if (!organisation_.empty() && organisation_ != tender.organisation)
            refuse(domain::No::Conflict, "/tender", "tender.other-reference",
                   {{"value", tender.organisation + " " + tender.reference}});
        tender_ = tender.id;
        organisation_ = tender.organisation;
        reference_ = tender.reference;
        own_ = checkings_of(tender, call_.rules(), call_.book().check_efforts, call_.today());
        const auto [from, to] = days_of(tender);
        for (Checking& each : own_) {
            each.from = from;
            each.to = to;
        }
    }

    // The days of the contract: of the term that is asked about, or as it is planned, or one whole year.
    std::pair<Date, Date> days_of(const domain::Tender& tender) {
        if (request_.find("term")) {
            Contract contract;
            std::vector<domain::Fault> faults;
            json::apply_members(contract, request_, faults);
            domain::contract::refuse_impossible(contract, nullptr, std::move(faults));
            const auto end = course_of(contract, call_.today()).end;
            return {contract.term.start, end ? end->day : Date(2199, 12, 31)};
        }
        const auto start = tender.planning.find("contractstart"), end = tender.planning.find("contracteinde");
        const bool starts = start != tender.planning.end() && start->second.first;
        if (starts && end != tender.planning.end() && end->second.last)
            return {*start->second.first, *end->second.last};
        const Date after = starts ? *start->second.first : call_.today();
        const auto year = static_cast<unsigned short>(after.year() + (after == Date(after.year(), 1, 1) ? 0 : 1));
        assumed_.push_back(
            {"check-one-year", domain::Severity::Information, "/term", {{"year", std::to_string(year)}}, {}});
        return {Date(year, 1, 1), Date(year, 12, 31)};
    }

    void keep_requested(std::vector<Checking>& checkings) const {
        const std::string role = request_.text_or("role"), person = request_.text_or("person");
        std::erase_if(checkings, [&](const Checking& each) {
            return (!role.empty() && each.role != role) || (!person.empty() && each.person != person);
        });
    }

    // The time there is for checking. That of policy is of everybody of a role, so it says nothing about one person.
    domain::checkability::CheckingTime time() const {
        domain::checkability::CheckingTime time;
        if (!request_.find("person")) time = domain::checkability::checking_time(in_force_.get());
        if (!request_.find("hoursAvailable")) return time;
        const std::int64_t minutes = minutes_per_hour * request_.integer_or("hoursAvailable", 0);
        const std::string role = request_.text_or("role");
        if (role.empty())
            time.all = minutes;
        else
            time.of_role[role] = minutes;
        return time;
    }

    const Call& call_;
    const json::Value& request_;
    store::Connection& connection_;
    std::string of_, organisation_, contract_, tender_, reference_;
    store::PolicyPointer in_force_;
    std::vector<Checking> own_, others_;
    std::vector<domain::Finding> assumed_;
};

}  // namespace

std::string checkability_compute(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) { answer = Reckoning(call, connection).run(); });
    return answer;
}

}  // namespace mvoi::operations
