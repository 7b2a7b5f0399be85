// SPDX-License-Identifier: EUPL-1.2
#include "domain/measure/contract_instruments.hpp"

#include <algorithm>
#include <set>

#include "domain/words.hpp"

namespace mvoi::domain::measure {
namespace {

using Words = std::map<std::string, std::string>;

bool is_later(const std::optional<Date>& one, const std::optional<Date>& other) {
    return other && (!one || *one > *other);
}

// "co2-prestatieladder 4.0"
std::string called(const InstrumentValue& value) {
    return value.instrument + (value.edition.empty() ? "" : " " + value.edition);
}

// Something that was shown, and where it stands in the list.
struct Shown {
    const ContractInstrument* instrument = nullptr;
    std::size_t place = 0;
};

class Comparison {
  public:
    Comparison(const Contract& contract, const std::optional<Date>& end, const InstrumentEditions& editions, Date today)
        : contract_(contract), end_(end), editions_(editions), today_(today) {}

    std::vector<Finding> findings() {
        if (end_ && today_ > *end_) return {};
        std::set<std::string> instruments;
        for (std::size_t i = 0; i < contract_.instruments.size(); ++i) {
            const ContractInstrument& each = contract_.instruments[i];
            if (each.shown) about_validity(each, i);
            if (!each.shown && instruments.insert(each.value.instrument + "\n" + each.supplier).second) about(i);
        }
        return std::move(findings_);
    }

  private:
    bool runs() const { return today_ >= contract_.term.start; }

    void say(const char* rule, std::size_t place, Severity severity, Words words, const InstrumentValue& value) {
        const InstrumentEdition* edition = edition_of(value, editions_);
        words["instrument"] = value.instrument;
        findings_.push_back({rule, severity, "/instruments/" + std::to_string(place), std::move(words),
                             edition ? edition->source : std::string()});
    }

    // One that the same supplier shows of the same edition, and that is valid longer.
    bool is_followed(const ContractInstrument& shown) const {
        return std::any_of(
            contract_.instruments.begin(), contract_.instruments.end(), [&](const ContractInstrument& each) {
                return each.shown && each.supplier == shown.supplier &&
                       each.value.instrument == shown.value.instrument && each.value.edition == shown.value.edition &&
                       is_later(each.valid_to, shown.valid_to);
            });
    }

    void about_validity(const ContractInstrument& shown, std::size_t place) {
        if (!shown.valid_to || is_followed(shown)) return;
        Words words{{"value", name_of(shown.value, editions_)},
                    {"date", to_text(*shown.valid_to)},
                    {"supplier", shown.supplier}};
        const bool named = !shown.supplier.empty();
        if (*shown.valid_to < today_)
            say(named ? "instrument-expired-of" : "instrument-expired", place, Severity::Warning, words, shown.value);
        else if (end_ && *shown.valid_to < *end_) {
            words["end"] = to_text(*end_);
            say(named ? "instrument-expires-of" : "instrument-expires", place, Severity::Information, words,
                shown.value);
        }
    }

    // The values shown of an instrument: by the supplier that is asked, or by all when none is named.
    std::vector<Shown> shown_of(const ContractInstrument& asked) const {
        std::vector<Shown> found;
        for (std::size_t i = 0; i < contract_.instruments.size(); ++i) {
            const ContractInstrument& each = contract_.instruments[i];
            if (!each.shown || each.value.instrument != asked.value.instrument) continue;
            if (asked.supplier.empty() || each.supplier == asked.supplier) found.push_back({&each, i});
        }
        return found;
    }

    // A value counts while it is valid, also when another is valid longer.
    bool counts(const ContractInstrument& shown) const { return !shown.valid_to || *shown.valid_to >= today_; }

    // All that is asked of the same supplier by the same instrument: one of these editions is enough.
    std::vector<InstrumentValue> alternatives(const ContractInstrument& asked) const {
        std::vector<InstrumentValue> found;
        for (const ContractInstrument& each : contract_.instruments)
            if (!each.shown && each.value.instrument == asked.value.instrument && each.supplier == asked.supplier)
                found.push_back(each.value);
        return found;
    }

    std::string names(const std::vector<InstrumentValue>& values) const {
        return joined(values, [&](const InstrumentValue& each) { return name_of(each, editions_); });
    }

    void about(std::size_t place) {
        const ContractInstrument& asked = contract_.instruments[place];
        const auto all = shown_of(asked);
        const auto wanted = alternatives(asked);
        if (all.empty()) {
            if (runs()) say("instrument-not-shown", place, Severity::Warning, {{"asked", names(wanted)}}, asked.value);
            return;
        }
        std::set<std::string> suppliers;
        for (const Shown& each : all) suppliers.insert(each.instrument->supplier);
        for (const std::string& supplier : suppliers) about_supplier(supplier, all, wanted, suppliers.size() > 1);
        if (asked.supplier.empty() && !suppliers.contains("")) about_silent(suppliers, place, wanted);
    }

    void about_supplier(const std::string& supplier, const std::vector<Shown>& all,
                        const std::vector<InstrumentValue>& wanted, bool together) {
        std::optional<Shown> less, apart;
        for (const Shown& each : all) {
            if (each.instrument->supplier != supplier || !counts(*each.instrument)) continue;
            for (const InstrumentValue& asked : wanted) {
                const auto order = compare(each.instrument->value, asked, editions_);
                if (order && std::is_gteq(*order)) return;
                if (order)
                    less = each;
                else
                    apart = each;
            }
        }
        const auto& found = less ? less : apart;
        if (!found) return;  // all of it has expired, which is said
        const char* rule = !less              ? "instrument-other-edition"
                           : together         ? "instrument-less-together"
                           : supplier.empty() ? "instrument-less"
                                              : "instrument-less-of";
        if (!less && !supplier.empty()) rule = "instrument-other-edition-of";
        say(rule, found->place, Severity::Warning,
            {{"asked", names(wanted)}, {"value", name_of(found->instrument->value, editions_)}, {"supplier", supplier}},
            found->instrument->value);
    }

    // Of a consortium, who showed nothing while others did.
    void about_silent(const std::set<std::string>& suppliers, std::size_t place,
                      const std::vector<InstrumentValue>& wanted) {
        if (!runs() || contract_.suppliers.size() < 2) return;
        for (const Supplier& each : contract_.suppliers)
            if (!suppliers.contains(each.name) && (each.number.empty() || !suppliers.contains(each.number)))
                say("instrument-not-shown-by", place, Severity::Warning,
                    {{"asked", names(wanted)}, {"supplier", each.name}}, wanted.front());
    }

    const Contract& contract_;
    const std::optional<Date> end_;
    const InstrumentEditions& editions_;
    const Date today_;
    std::vector<Finding> findings_;
};

}  // namespace

std::string name_of(const InstrumentValue& value, const InstrumentEditions& editions) {
    const InstrumentEdition* edition = edition_of(value, editions);
    std::string name = value.edition;
    if (edition && !edition->word.empty() && !value.value.starts_with(edition->word))
        name += (name.empty() ? "" : " ") + edition->word;
    return name + (name.empty() ? "" : " ") + value.value;
}

InstrumentValue completed(InstrumentValue value, const InstrumentEditions& editions) {
    if (!value.edition.empty()) return value;
    const auto same = [&](const InstrumentEdition& each) { return each.instrument == value.instrument; };
    if (std::count_if(editions.begin(), editions.end(), same) == 1)
        value.edition = std::find_if(editions.begin(), editions.end(), same)->edition;
    return value;
}

std::vector<Fault> faults_of(const std::vector<InstrumentValue>& asked) {
    std::vector<Fault> faults;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (!seen.emplace(asked[i].instrument, asked[i].edition).second)
            faults.push_back({"/" + std::to_string(i), "instrument.twice", {{"instrument", called(asked[i])}}});
    return faults;
}

std::vector<Fault> faults_of(const Contract& contract) {
    std::vector<Fault> faults;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < contract.instruments.size(); ++i) {
        const ContractInstrument& each = contract.instruments[i];
        const std::string path = "/" + std::to_string(i);
        const std::string same = each.value.instrument + "\n" + each.value.edition + "\n" + each.supplier + "\n" +
                                 (each.shown ? each.valid_to ? to_text(*each.valid_to) : "-" : "asked");
        if (!seen.insert(same).second)
            faults.push_back({path,
                              each.shown ? "instrument.shown-twice" : "instrument.twice",
                              {{"instrument", called(each.value)}}});
        const bool known =
            each.supplier.empty() ||
            std::any_of(contract.suppliers.begin(), contract.suppliers.end(), [&](const Supplier& supplier) {
                return supplier.name == each.supplier || supplier.number == each.supplier;
            });
        if (!known)
            faults.push_back(
                {path + "/supplier",
                 "instrument.supplier",
                 {{"value", each.supplier}, {"accepted", joined_or_dash(contract.suppliers, &Supplier::name)}}});
    }
    return faults;
}

std::vector<Finding> instrument_findings(const Contract& contract, const std::optional<Date>& end,
                                         const InstrumentEditions& editions, Date today) {
    return Comparison(contract, end, editions, today).findings();
}

}  // namespace mvoi::domain::measure
