// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/step_view.hpp"

#include "render/sentences.hpp"

namespace mvoi::render {

using namespace domain;
using domain::calendar::Step;

namespace {

// "45 dagen", "1 werkdag".
std::string unit_shown(const std::string& unit, const std::string& count, Language language) {
    return sentence(language, "unit." + unit + (count == "1" ? "-one" : ""), {});
}

}  // namespace

std::string step_shown(const Step& step, const Rules& rules, Language language) {
    Words words = step.words;
    const auto label = [&](const char* word, const char* vocabulary) {
        if (auto found = words.find(word); found != words.end())
            found->second = rules.label(vocabulary, found->second, language);
    };
    label("event", "period-events");
    label("restDay", "rest-days");
    label("period", "statutory-periods");
    if (words.contains("unit")) words["unit"] = unit_shown(words["unit"], words["count"], language);
    return sentence(language, step.rule, words);
}

void write_steps(json::Out& out, const std::vector<Step>& steps, const Rules& rules, Language language) {
    out.list("steps", steps, [&](const Step& step) {
        out.object([&] {
            out.member("date", to_text(step.date));
            out.member("text", step_shown(step, rules, language));
            out.member_if("law", step.law);
        });
    });
}

}  // namespace mvoi::render
