// SPDX-License-Identifier: EUPL-1.2
#include "domain/measure/instrument.hpp"

#include <algorithm>

#include "domain/refusal.hpp"

namespace mvoi::domain::measure {
namespace {

using Words = std::map<std::string, std::string>;

void add_name(std::string& line, const std::string& name) {
    if (!name.empty()) line += (line.empty() ? "" : ", ") + name;
}

[[noreturn]] void refuse(const char* path, const char* rule, Words words) {
    throw Refusal(No::Invalid, Fault{path, rule, std::move(words)});
}

[[noreturn]] void refuse_edition(const InstrumentValue& value, const InstrumentEditions& editions) {
    std::string accepted, instruments;
    for (const InstrumentEdition& each : editions) {
        if (each.instrument == value.instrument) add_name(accepted, each.edition);
        if (instruments.find(each.instrument) == std::string::npos) add_name(instruments, each.instrument);
    }
    const bool known = std::any_of(editions.begin(), editions.end(),
                                   [&](const InstrumentEdition& each) { return each.instrument == value.instrument; });
    if (!known) refuse("/instrument", "instrument.unknown", {{"value", value.instrument}, {"accepted", instruments}});
    if (accepted.empty()) refuse("/edition", "instrument.no-editions", {{"instrument", value.instrument}});
    if (value.edition.empty())
        refuse("/edition", "instrument.edition-missing", {{"instrument", value.instrument}, {"accepted", accepted}});
    refuse("/edition", "instrument.edition",
           {{"instrument", value.instrument}, {"value", value.edition}, {"accepted", accepted}});
}

// The place of a step on the ladder, from 0 for the least demanding; nothing: no step of this edition.
std::optional<std::size_t> step_of(const InstrumentEdition& edition, const std::string& code) {
    for (std::size_t i = 0; i < edition.steps.size(); ++i)
        if (edition.steps[i].code == code) return i;
    return std::nullopt;
}

void check_step(const InstrumentValue& value, const InstrumentEdition& edition) {
    if (step_of(edition, value.value)) return;
    std::string accepted;
    for (const InstrumentStep& each : edition.steps) add_name(accepted, each.code);
    refuse(
        "/value", "instrument.step",
        {{"instrument", value.instrument}, {"edition", value.edition}, {"value", value.value}, {"accepted", accepted}});
}

void check_number(const InstrumentValue& value, const InstrumentEdition& edition) {
    const auto number = parse_decimal(value.value);
    if (!number) refuse("/value", "instrument.number", {{"instrument", value.instrument}, {"value", value.value}});
    if ((!edition.least || *edition.least <= *number) && (!edition.most || *number <= *edition.most)) return;
    refuse("/value", "instrument.range",
           {{"instrument", value.instrument},
            {"value", value.value},
            {"from", edition.least ? edition.least->text() : ""},
            {"to", edition.most ? edition.most->text() : ""}});
}

}  // namespace

const InstrumentEdition* edition_of(const InstrumentValue& value, const InstrumentEditions& editions) {
    for (const InstrumentEdition& each : editions)
        if (each.instrument == value.instrument && each.edition == value.edition) return &each;
    return nullptr;
}

void check_instrument(const InstrumentValue& value, const InstrumentEditions& editions) {
    const InstrumentEdition* edition = edition_of(value, editions);
    if (!edition) refuse_edition(value, editions);
    if (edition->steps.empty())
        check_number(value, *edition);
    else
        check_step(value, *edition);
}

std::optional<std::strong_ordering> compare(const InstrumentValue& one, const InstrumentValue& other,
                                            const InstrumentEditions& editions) {
    const InstrumentEdition* edition = edition_of(one, editions);
    if (!edition || edition != edition_of(other, editions)) return std::nullopt;
    if (!edition->steps.empty()) {
        const auto left = step_of(*edition, one.value), right = step_of(*edition, other.value);
        if (!left || !right) return std::nullopt;
        return *left <=> *right;
    }
    const auto left = parse_decimal(one.value), right = parse_decimal(other.value);
    if (!left || !right) return std::nullopt;
    return edition->better == promise::Demand::AtLeast ? *left <=> *right : *right <=> *left;
}

std::optional<InstrumentValue> lowest(const std::vector<InstrumentValue>& values, const InstrumentEditions& editions) {
    if (values.empty()) return std::nullopt;
    InstrumentValue found = values.front();
    for (const InstrumentValue& each : values) {
        const auto order = compare(each, found, editions);
        if (!order) return std::nullopt;
        if (*order < 0) found = each;
    }
    return found;
}

std::vector<Finding> asking_findings(const InstrumentValue& value, const InstrumentEditions& editions,
                                     Date publication) {
    const InstrumentEdition* edition = edition_of(value, editions);
    if (!edition || !edition->ask_until || publication <= *edition->ask_until) return {};
    return {{"instrument-superseded",
             Severity::Warning,
             "/edition",
             {{"instrument", value.instrument},
              {"edition", value.edition},
              {"until", to_text(*edition->ask_until)},
              {"date", to_text(publication)}},
             edition->source}};
}

}  // namespace mvoi::domain::measure
