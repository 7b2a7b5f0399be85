// SPDX-License-Identifier: EUPL-1.2
#include "render/promise_view.hpp"

#include <stdexcept>

#include "json/promise_json.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

using namespace domain::contract;
using domain::to_text;

namespace {

constexpr int most_decimals = 6;

// Exact to six decimals; left out when it is beyond what a number here can be.
void member(json::Out& out, const char* name, const std::optional<Fraction>& value) {
    if (!value) return;
    std::optional<std::string> text;
    try {
        text = value->rounded(most_decimals).text();
    } catch (const std::overflow_error&) {
        return;
    }
    out.member(name, *text);
}

void member(json::Out& out, const char* name, const std::optional<domain::Date>& day) {
    if (day) out.member(name, to_text(*day));
}

void write_mark(json::Out& out, const MarkStanding& about) {
    out.object("about", [&] {
        out.member("from", to_text(about.mark.from));
        out.member("to", to_text(about.mark.to));
        member(out, "target", about.mark.target);
        member(out, "bound", about.mark.bound);
        member(out, "value", about.value);
        member(out, "required", about.required);
        member(out, "forecast", about.forecast);
        out.member("days", about.days);
        out.member("coveredDays", about.covered);
        out.member("missingDays", about.missing);
        out.member("inTolerance", about.in_tolerance);
    });
}

}  // namespace

void write_promise(json::Out& out, const PromiseShown& shown, domain::Date today, domain::Language language) {
    const Standing& standing = shown.standing;
    out.object([&] {
        json::write_members(out, shown.promise);
        out.object("standing", [&] {
            out.member("on", to_text(today));
            out.member("stand", code_of(standing.stand));
            member(out, "missedSince", standing.certain);
            member(out, "firstDue", standing.first_due);
            member(out, "due", shown.due);
            if (standing.about) write_mark(out, standing.marks[*standing.about]);
            out.list("sentences", standing.steps,
                     [&](const Said& each) { out.value(sentence(language, each.rule, each.words)); });
        });
    });
}

}  // namespace mvoi::render
