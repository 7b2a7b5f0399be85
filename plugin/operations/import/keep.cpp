// SPDX-License-Identifier: EUPL-1.2
#include "operations/import/keep.hpp"

#include <functional>
#include <map>

#include "domain/contract/term.hpp"
#include "json/facts/form.hpp"
#include "json/text.hpp"
#include "store/journal.hpp"

namespace mvoi::operations::import {
namespace {

using domain::Contract;
using domain::Tender;
using domain::to_text;
using domain::contract::Term;
using domain::contract::TermPart;

constexpr std::int64_t most_entries = 100'000;

std::string text_of(const std::string& text) {
    return text;
}
std::string text_of(const std::vector<std::string>& texts) {
    std::string line;
    for (const std::string& text : texts) line += (line.empty() ? "" : ", ") + text;
    return line;
}
std::string text_of(const std::optional<std::int64_t>& cents) {
    return cents ? std::to_string(*cents) : std::string();
}
std::string text_of(const std::optional<int>& number) {
    return number ? std::to_string(*number) : std::string();
}
std::string text_of(const std::optional<domain::Date>& day) {
    return day ? to_text(*day) : std::string();
}
std::string text_of(const domain::PlannedDate& date) {
    return to_text(date);
}
std::string text_of(const std::optional<domain::PlannedDate>& date) {
    return date ? to_text(*date) : std::string();
}
std::string text_of(const std::vector<domain::Supplier>& suppliers) {
    std::string line;
    for (const domain::Supplier& each : suppliers)
        line += (line.empty() ? "" : "; ") + each.name + (each.number.empty() ? "" : " (" + each.number + ")");
    return line;
}
std::string text_of(const domain::Value& value) {
    if (value.low_cents == value.high_cents) return text_of(value.low_cents);
    return text_of(value.low_cents) + " - " + text_of(value.high_cents);
}
std::string text_of(const std::vector<domain::Lot>& lots) {
    std::string line;
    for (const domain::Lot& each : lots) line += (line.empty() ? "" : ", ") + each.number;
    return line;
}

// A part of a thing that has one writer at a time.
template <typename Thing>
struct Part {
    std::string path;
    std::function<std::string(const Thing&)> show;  // that two things show the same does not make them so
    std::function<bool(const Thing&, const Thing&)> same;
    std::function<void(const Thing& from, Thing& to)> copy;
};

template <typename Thing, typename Content>
Part<Thing> part(std::string path, Content Thing::*member) {
    return {std::move(path), [member](const Thing& thing) { return text_of(thing.*member); },
            [member](const Thing& a, const Thing& b) { return a.*member == b.*member; },
            [member](const Thing& from, Thing& to) { to.*member = from.*member; }};
}

// An entry of a map: a role, a milestone.
template <typename Thing, typename Map>
Part<Thing> entry_of(std::string path, Map Thing::*member, const std::string& key) {
    const auto of = [member, key](const Thing& thing) {
        const auto found = (thing.*member).find(key);
        using Content = typename Map::mapped_type;
        return found == (thing.*member).end() ? std::optional<Content>() : std::optional<Content>(found->second);
    };
    return {std::move(path),
            [of](const Thing& thing) {
                const auto content = of(thing);
                return content ? text_of(*content) : std::string();
            },
            [of](const Thing& a, const Thing& b) { return of(a) == of(b); },
            [of, member, key](const Thing& from, Thing& to) {
                if (const auto content = of(from))
                    (to.*member)[key] = *content;
                else
                    (to.*member).erase(key);
            }};
}

// Of a term, what belongs together: that it is unknown goes with what is.
Part<Contract> of_term(std::string path, std::vector<TermPart> unknown, std::function<std::string(const Term&)> show,
                       std::function<bool(const Term&, const Term&)> same,
                       std::function<void(const Term&, Term&)> copy) {
    return {std::move(path), [show](const Contract& contract) { return show(contract.term); },
            [unknown, same](const Contract& a, const Contract& b) {
                for (const TermPart each : unknown)
                    if (a.term.lacks(each) != b.term.lacks(each)) return false;
                return same(a.term, b.term);
            },
            [unknown, copy](const Contract& from, Contract& to) {
                for (const TermPart each : unknown) {
                    to.term.unknown.erase(each);
                    if (from.term.lacks(each)) to.term.unknown.insert(each);
                }
                copy(from.term, to.term);
            }};
}

std::string text_of(const std::optional<domain::contract::Notice>& notice) {
    return notice ? std::to_string(notice->count) + " " + std::string(code_of(notice->unit)) : std::string();
}

std::string end_of(const Term& term) {
    if (term.lacks(TermPart::End)) return "onbekend";
    if (term.end) return to_text(*term.end);
    return term.months ? std::to_string(*term.months) + " maanden" : std::string("onbepaalde tijd");
}

std::string options_of(const Term& term) {
    std::string line;
    for (const auto& each : term.options) line += (line.empty() ? "" : ", ") + std::to_string(each.months);
    return line;
}

// Of an option, what was agreed; what was decided on it is recorded here alone.
bool same_options(const Term& a, const Term& b) {
    if (a.options.size() != b.options.size()) return false;
    for (std::size_t i = 0; i < a.options.size(); ++i)
        if (a.options[i].months != b.options[i].months || a.options[i].notice != b.options[i].notice) return false;
    return true;
}

using Roles = std::map<std::string, std::string>;

std::vector<Part<Contract>> parts_of(const Contract& now, const Contract& wanted) {
    std::vector<Part<Contract>> parts{part("/title", &Contract::title),
                                      part("/kind", &Contract::kind),
                                      part("/cpv", &Contract::cpv),
                                      part("/productGroup", &Contract::product_group),
                                      part("/sector", &Contract::sector),
                                      part("/suppliers", &Contract::suppliers),
                                      part("/valueCents", &Contract::value_cents),
                                      part("/signedOn", &Contract::signed_on),
                                      part("/evaluation", &Contract::evaluation)};
    Roles roles = now.people;
    roles.insert(wanted.people.begin(), wanted.people.end());
    for (const auto& [role, name] : roles) parts.push_back(entry_of("/people/" + role, &Contract::people, role));
    parts.push_back(of_term(
        "/term/start", {}, [](const Term& term) { return to_text(term.start); },
        [](const Term& a, const Term& b) { return a.start == b.start; },
        [](const Term& from, Term& to) { to.start = from.start; }));
    parts.push_back(of_term(
        "/term/end", {TermPart::End}, end_of,
        [](const Term& a, const Term& b) { return a.end == b.end && a.months == b.months; },
        [](const Term& from, Term& to) {
            to.end = from.end;
            to.months = from.months;
            to.minimum_months = from.minimum_months;
        }));
    parts.push_back(of_term(
        "/term/notice", {TermPart::Notice}, [](const Term& term) { return text_of(term.notice); },
        [](const Term& a, const Term& b) { return a.notice == b.notice; },
        [](const Term& from, Term& to) { to.notice = from.notice; }));
    parts.push_back(of_term(
        "/term/renewal", {TermPart::Renewal, TermPart::RenewalMonths},
        [](const Term& term) {
            const auto renewal = term.known_renewal();
            if (!renewal) return std::string("onbekend");
            return std::string(code_of(*renewal)) + (term.renewal_months ? " " + text_of(term.renewal_months) : "");
        },
        [](const Term& a, const Term& b) {
            return a.renewal == b.renewal && a.renewal_months == b.renewal_months && a.max_renewals == b.max_renewals;
        },
        [](const Term& from, Term& to) {
            to.renewal = from.renewal;
            to.renewal_months = from.renewal_months;
            to.max_renewals = from.max_renewals;
        }));
    parts.push_back(of_term("/term/options", {TermPart::Options}, options_of, same_options,
                            [](const Term& from, Term& to) { to.options = from.options; }));
    return parts;
}

std::vector<Part<Tender>> parts_of(const Tender& now, const Tender& wanted) {
    std::vector<Part<Tender>> parts{part("/title", &Tender::title),
                                    part("/kind", &Tender::kind),
                                    part("/cpv", &Tender::cpv),
                                    part("/productGroup", &Tender::product_group),
                                    part("/sector", &Tender::sector),
                                    part("/estimatedValueCents", &Tender::value),
                                    part("/procedure", &Tender::procedure),
                                    part("/ambition", &Tender::ambition),
                                    part("/lots", &Tender::lots)};
    Roles roles = now.people;
    roles.insert(wanted.people.begin(), wanted.people.end());
    for (const auto& [role, name] : roles) parts.push_back(entry_of("/people/" + role, &Tender::people, role));
    auto planning = now.planning;
    planning.insert(wanted.planning.begin(), wanted.planning.end());
    for (const auto& [code, date] : planning) parts.push_back(entry_of("/planning/" + code, &Tender::planning, code));
    return parts;
}

const Contract* held_in(const store::Entry& entry, const Contract&) {
    return entry.facts.contract ? &*entry.facts.contract : nullptr;
}
const Tender* held_in(const store::Entry& entry, const Tender&) {
    return entry.facts.tender ? &*entry.facts.tender : nullptr;
}

// Of each part, that something else than an import wrote it last.
template <typename Thing>
std::vector<bool> written_here(store::Connection& connection, std::int64_t object_id, const Thing& now,
                               const std::vector<Part<Thing>>& parts) {
    std::vector<bool> here(parts.size(), false);
    Thing before;
    store::journal_walk(connection, 0, most_entries, object_id, [&](store::Entry&& entry) {
        const Thing* held = held_in(entry, now);
        if (!held) return;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (!parts[i].same(before, *held)) here[i] = entry.operation != "register.import";
        before = *held;
    });
    return here;
}

template <typename Thing>
std::vector<KeptPart> keep(store::Connection& connection, std::int64_t object_id, const Thing& now, Thing& wanted) {
    const auto parts = parts_of(now, wanted);
    std::vector<KeptPart> kept;
    std::optional<std::vector<bool>> here;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].same(now, wanted)) continue;
        const std::string there = parts[i].show(now);
        if (there.empty() || there == "onbekend") continue;  // the list fills it in
        if (!here) here = written_here(connection, object_id, now, parts);
        if (!(*here)[i]) continue;
        kept.push_back({parts[i].path, there, parts[i].show(wanted)});
        parts[i].copy(now, wanted);
    }
    return kept;
}

}  // namespace

std::vector<KeptPart> keep_changes(store::Connection& connection, std::int64_t object_id, const Contract& now,
                                   Contract& wanted) {
    return keep(connection, object_id, now, wanted);
}

std::vector<KeptPart> keep_changes(store::Connection& connection, std::int64_t object_id, const Tender& now,
                                   Tender& wanted) {
    auto kept = keep(connection, object_id, now, wanted);
    // A day that stays as a plan computed it is computed still.
    if (now.plan && wanted.plan)
        for (const auto& [code, date] : now.planning)
            if (now.plan->computed.contains(code) && wanted.planning[code] == date) wanted.plan->computed.insert(code);
    return kept;
}

}  // namespace mvoi::operations::import
