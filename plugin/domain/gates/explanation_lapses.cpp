// SPDX-License-Identifier: EUPL-1.2
// An explanation holds until something ends it: its term, the end of the framework it leans on, a threshold, a new
// edition of the catalogue, an option or renewal. What lapses soon is said, and what has lapsed after publication, when
// the decision itself is history. One that leans on a framework says when that ends.
#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void explanation_lapses(const GateFacts& facts, Findings& findings) {
    if (std::none_of(facts.tender.decisions.begin(), facts.tender.decisions.end(), explanation_of)) return;
    for (const Flag& flag : flags_on(flags_of(facts.tender, facts.policy, facts.in_force, facts.today), facts.today)) {
        const bool soon = flag.code == "uitleg-loopt-af";
        if (!soon && flag.code != "uitleg-vervallen") continue;
        for (const Decision& decision : facts.tender.decisions) {
            const Explained* explained = explanation_of(decision);
            if (!explained || std::find(flag.themes.begin(), flag.themes.end(), decision.theme) == flag.themes.end())
                continue;
            const auto lapse = lapse_of(*explained, facts.tender, facts.in_force, facts.today);
            findings.push_back({soon ? "explanation-lapses" : "explanation-lapsed",
                                soon ? Severity::Information : Severity::Warning,
                                "/themes",
                                {{"theme", decision.theme}, {"ending", lapse->event}, {"date", to_text(lapse->on)}},
                                facts.tender.policy});
        }
    }
    for (const Decision& decision : facts.tender.decisions) {
        const Explained* explained = explanation_of(decision);
        if (explained && explained->reason == "raamovereenkomst" && !explained->until)
            findings.push_back(
                {"explanation-end-unknown", Severity::Information, "/themes", {{"theme", decision.theme}}, ""});
    }
}

}  // namespace mvoi::domain::gates
