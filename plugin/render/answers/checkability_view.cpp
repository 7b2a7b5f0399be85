// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/checkability_view.hpp"

#include "render/answers/gate_view.hpp"

namespace mvoi::render {

using namespace domain::checkability;

namespace {

void write_load(json::Out& out, const CheckingLoad& load) {
    out.member("minutes", load.minutes);
    out.member("assumedMinutes", load.assumed_minutes);
    if (load.assumed_minutes > 0) out.member("assumed", true);
    out.member("promises", load.promises);
    out.member("withoutEstimate", load.without_estimate);
}

// Below zero: so much too little.
void write_available(json::Out& out, const CheckingLoad& load, std::int64_t others,
                     std::optional<std::int64_t> available) {
    out.member("otherMinutes", others);
    if (!available) return;
    out.member("availableMinutes", *available);
    out.member("differenceMinutes", *available - others - load.minutes);
}

void write_role(json::Out& out, const LoadOfRole& role, const CheckabilityContext& context) {
    out.object([&] {
        out.member_if("role", role.role);
        if (!role.role.empty()) out.member("label", context.rules.label("roles", role.role, context.language));
        write_load(out, role.load);
        write_available(out, role.load, role.other_minutes, role.available);
        out.list("people", role.people, [&](const LoadOfPerson& each) {
            out.object([&] {
                out.member_if("person", each.person);
                write_load(out, each.load);
            });
        });
    });
}

}  // namespace

void write_checkability(json::Out& out, const Checkability& found, const std::vector<domain::Finding>& findings,
                        const CheckabilityContext& context) {
    out.member("promises", found.promises);
    out.member("assumed", found.assumed);
    out.member("withoutEstimate", found.without_estimate);
    out.member("withoutOwner", found.without_owner);
    out.list("years", found.years, [&](const LoadInYear& each) {
        out.object([&] {
            out.member("year", each.year);
            write_load(out, each.load);
            out.member("withoutOwner", each.load.without_owner);
            write_available(out, each.load, each.other_minutes, each.available);
            out.list("roles", each.roles, [&](const LoadOfRole& role) { write_role(out, role, context); });
        });
    });
    out.list("findings", findings, [&](const domain::Finding& each) {
        write_finding(out, each, context.rules, context.in_force, context.language);
    });
    out.member("rules", context.rules.edition());
}

}  // namespace mvoi::render
