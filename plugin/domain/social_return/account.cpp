// SPDX-License-Identifier: EUPL-1.2
#include "domain/social_return/account.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <tuple>

#include "domain/contract/term.hpp"
#include "domain/social_return/faults.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::social_return {
namespace {

const Date last_day_there_is(2199, 12, 31);

// Whole months of the term as it stands, with what was lifted and renewed. One without an end is longer than any rule
// asks for; one that ended early was agreed for longer, and owes what was agreed.
int months_of(const contract::Term& term, Date today) {
    const auto end = contract::course_of(term, today).end;
    if (!end) return std::numeric_limits<int>::max();
    return half_months_between(term.start, end->day) / 2;
}

Owing owing_under(const Contract& contract, Date today) {
    Owing owing;
    owing.kind = contract.kind;
    owing.opdrachtwaarde_cents = contract.value_cents;
    owing.months = months_of(contract.term, today);
    return owing;
}

// The obligation names members of what is owed; a reader mends them in contract.change.
Finding in_contract(Finding finding) {
    const bool of_value =
        finding.rule == "social-return-value-unknown" ||
        (finding.rule == "social-return-amount-unknown" && finding.words["basis"] == "opdrachtwaarde");
    if (of_value)
        finding.member = "/valueCents";
    else if (finding.rule == "social-return-amount-unknown")
        finding.member = "/socialReturn/" + finding.words["basis"] + "Cents";
    else if (finding.rule == "social-return-made-to-measure")
        finding.member = "/socialReturn/agreedCents";
    else
        finding.member.insert(0, "/socialReturn");
    return finding;
}

// One that is too large to count exactly is owed, and not known.
Obligation owed_under(const Contract& contract, Date today) {
    try {
        return obligation_of(*contract.social_return, owing_under(contract, today));
    } catch (const std::overflow_error&) {
        Obligation unknown;
        unknown.owed = true;
        unknown.findings.push_back({"social-return-too-large", Severity::Error, "", {}, ""});
        return unknown;
    }
}

template <typename Items, typename Day>
void leave_out_after(Items& items, Day day, Date today) {
    std::erase_if(items, [&](const auto& each) { return each.*day > today; });
    std::sort(items.begin(), items.end(), [&](const auto& one, const auto& other) {
        return std::tie(one.*day, one.number) < std::tie(other.*day, other.number);
    });
}

Efforts on_day(Efforts efforts, const Contract& contract, Date today) {
    efforts.contract_start = contract.term.start;
    efforts.contract_end = last_day(contract, today);
    leave_out_after(efforts.placements, &Placement::started, today);
    leave_out_after(efforts.invoices, &Invoice::on, today);
    leave_out_after(efforts.activities, &Done::on, today);
    for (Placement& each : efforts.placements) {
        each.half_months =
            std::min(each.half_months, half_months_between(each.started, std::min(today, efforts.contract_end)));
        each.lks_half_months = std::min(each.lks_half_months, each.half_months);
    }
    return efforts;
}

void add_shares(Account& account, const Contract& contract, Date today) {
    if (const auto end = course_of(contract, today).end) {
        account.days = static_cast<int>((end->day - contract.term.start).days()) + 1;
        const auto gone = (std::min(today, end->day) - contract.term.start).days() + 1;
        account.elapsed_days = static_cast<int>(std::max<long>(gone, 0));
        if (*account.days > 0)
            account.elapsed_percent = measure::Fraction::of(100LL * *account.elapsed_days, *account.days);
    }
    if (!account.obligation.cents) return;
    const std::int64_t asked = *account.obligation.cents - account.statement.discount_cents;
    if (asked > 0)
        account.realised_percent =
            measure::Fraction(account.statement.realised_cents) * measure::Fraction(100) / measure::Fraction(asked);
}

Account counted(const Contract& contract, Efforts realised, Date today) {
    Table nothing_counts;
    nothing_counts.code = "-";
    const Terms& terms = *contract.social_return;
    Account account;
    account.obligation = owed_under(contract, today);
    for (const Finding& each : account.obligation.findings) account.findings.push_back(in_contract(each));
    account.statement = statement_of(terms.table ? *terms.table : nothing_counts, terms.rule, account.obligation,
                                     on_day(std::move(realised), contract, today));
    add_shares(account, contract, today);
    return account;
}

}  // namespace

Date last_day(const Contract& contract, Date today) {
    const auto end = course_of(contract, today).end;
    return end ? end->day : last_day_there_is;
}

std::vector<Finding> table_findings(const Terms& terms, const Tables& known) {
    if (terms.table) {
        if (!terms.chosen_for) return {};
        return {{"social-return-table-chosen",
                 Severity::Information,
                 "/socialReturn/table",
                 {{"table", terms.table->code}, {"region", terms.region}, {"date", to_text(*terms.chosen_for)}},
                 terms.table->source}};
    }
    std::vector<Finding> findings;
    if (terms.chosen_for) findings = table_for(known, terms.region, *terms.chosen_for).findings;
    for (Finding& each : findings) each.member = "/socialReturn/table";
    findings.push_back({"social-return-no-table",
                        Severity::Warning,
                        "/socialReturn/table",
                        {{"accepted", joined(known, &Table::code)}},
                        ""});
    return findings;
}

Account account_of(const Contract& contract, Efforts realised, const Tables& known, Date today) {
    Account account;
    try {
        account = counted(contract, std::move(realised), today);
    } catch (const std::overflow_error&) {
        account.too_large = true;
        account.findings = {{"social-return-too-large", Severity::Error, "/socialReturn", {}, ""}};
    }
    const auto about_table = table_findings(*contract.social_return, known);
    account.findings.insert(account.findings.begin(), about_table.begin(), about_table.end());
    return account;
}

}  // namespace mvoi::domain::social_return
