// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/instrument.hpp"

#include "domain/refusal.hpp"
#include "json/facts/reading.hpp"
#include "json/rules/measure.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;

void check(InstrumentValue& value, const std::string& path, std::vector<domain::Fault>& faults) {
    value = completed(std::move(value), instrument_editions());
    try {
        check_instrument(value, instrument_editions());
    } catch (const domain::Refusal& no) {
        for (domain::Fault fault : no.faults) {
            fault.path.insert(0, path);
            faults.push_back(std::move(fault));
        }
    }
}

}  // namespace

void write_json(Out& out, const InstrumentValue& value) {
    out.object([&] {
        out.member_if("edition", value.edition);
        out.member("instrument", value.instrument);
        out.member("value", value.value);
    });
}

InstrumentValue instrument_value_from(const Value& object) {
    return {object.text_or("instrument"), object.text_or("edition"), object.text_or("value")};
}

void write_json(Out& out, const InstrumentHeld& held) {
    out.object([&] {
        out.member_if("edition", held.value.edition);
        out.member("instrument", held.value.instrument);
        if (held.shown) out.member("shown", true);
        out.redactable_if("supplier", held.supplier);
        if (held.valid_to) out.member("validTo", domain::to_text(*held.valid_to));
        out.member("value", held.value.value);
    });
}

InstrumentHeld instrument_held_from(const Value& object) {
    return {instrument_value_from(object), object.boolean_or("shown", false), object.text_or("supplier"),
            date_if(object, "validTo")};
}

std::vector<InstrumentValue> asked_instruments(const Value& request, const char* member,
                                               std::vector<domain::Fault>& faults) {
    std::vector<InstrumentValue> asked;
    const std::string path = std::string("/") + member;
    for (const Value& each : request.list_or_empty(member)) {
        const std::string place = path + "/" + std::to_string(asked.size());
        asked.push_back(instrument_value_from(each));
        check(asked.back(), place, faults);
    }
    for (domain::Fault& fault : faults_of(asked)) {
        fault.path.insert(0, path);
        faults.push_back(std::move(fault));
    }
    return asked;
}

std::vector<InstrumentHeld> held_instruments(const Value& request, const char* member,
                                             std::vector<domain::Fault>& faults) {
    std::vector<InstrumentHeld> held;
    for (const Value& each : request.list_or_empty(member)) {
        const std::string place = std::string("/") + member + "/" + std::to_string(held.size());
        held.push_back(instrument_held_from(each));
        check(held.back().value, place, faults);
        if (held.back().valid_to && !held.back().shown)
            faults.push_back({place + "/validTo", "instrument.asked-valid-to", {}});
    }
    return held;
}

}  // namespace mvoi::json
