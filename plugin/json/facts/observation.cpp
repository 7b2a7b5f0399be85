// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/observation.hpp"

#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;
using namespace domain::promise;
using domain::to_text;

void write_noted(Out& out, const Noted& noted) {
    const Observation& seen = noted.observation;
    out.object([&] {
        if (seen.estimated) out.member("estimated", true);
        out.member("from", to_text(seen.from));
        out.redactable_if("note", noted.note);
        if (seen.persons) out.member("persons", seen.persons);
        out.member("promise", std::stoi(noted.promise));
        out.member("source", seen.source);
        out.member("to", to_text(seen.to));
        out.member("unit", seen.unit);
        out.member("value", seen.value.text());
    });
}

void write_taken_back(Out& out, const TakenBack& back) {
    out.object([&] {
        out.member("from", to_text(back.from));
        out.member("promise", std::stoi(back.promise));
        out.redactable_if("reason", back.reason);
        out.member("source", back.source);
    });
}

// All but the value, which a request may have wrong.
Noted noted_but_value(const Value& object) {
    Noted noted;
    noted.promise = std::to_string(object.integer_or("promise", 0));
    noted.note = object.text_or("note");
    noted.observation.unit = object.text_or("unit");
    noted.observation.from = date_of(object, "from");
    noted.observation.to = date_of(object, "to");
    noted.observation.source = object.text_or("source");
    noted.observation.estimated = object.boolean_or("estimated", false);
    noted.observation.persons = static_cast<int>(object.integer_or("persons", 0));
    return noted;
}

}  // namespace

void write_json(Out& out, const Observed& observed) {
    out.object([&] {
        out.member("contract", observed.contract);
        out.list("noted", observed.noted, [&](const Noted& each) { write_noted(out, each); });
        if (!observed.taken_back.empty())
            out.list("takenBack", observed.taken_back, [&](const TakenBack& each) { write_taken_back(out, each); });
    });
}

Observed observed_from(const Value& object) {
    Observed observed;
    observed.contract = object.text_or("contract");
    for (const Value& each : object.list_or_empty("takenBack")) observed.taken_back.push_back(asked_back(each));
    for (const Value& each : object.list_or_empty("noted")) {
        observed.noted.push_back(noted_but_value(each));
        observed.noted.back().observation.value = must(parse_decimal(each.text_or("value")), "value");
    }
    return observed;
}

Noted asked_observation(const Value& given, const std::string& path, std::vector<domain::Fault>& faults) {
    Noted noted = noted_but_value(given);
    if (const auto value = parse_decimal(given.text_or("value")))
        noted.observation.value = *value;
    else
        faults.push_back({path + "/value", "promise.number", {{"value", given.text_or("value")}}});
    return noted;
}

TakenBack asked_back(const Value& given) {
    return {std::to_string(given.integer_or("promise", 0)), given.text_or("source"), date_of(given, "from"),
            given.text_or("reason")};
}

}  // namespace mvoi::json
