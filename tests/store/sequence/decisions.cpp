// SPDX-License-Identifier: EUPL-1.2
// Decisions on themes, as they are asked for: whole, as a gate would have them, or not.
#include "sequence.hpp"

#include <algorithm>

namespace mvoi::sequence {

Asked Sequence::applied(const std::string& theme, bool whole) {
    std::string criterion = R"({"number":"18.0)" + std::to_string(10 + below(5)) + R"(","edition":"2020-12-10")";
    if (dice(5)) criterion = R"({"title":"Eigen eis )" + std::to_string(below(3)) + '"';
    if (whole)
        criterion +=
            R"(,"kind":"minimumeis","legalForm":"technische-specificatie","proof":"certificaat )" + any(people) + '"';
    return {R"({"theme":")" + theme + R"(","state":"applied","criteria":[)" + criterion + "}]}",
            theme,
            "applied",
            "",
            "",
            false,
            !whole};
}

Asked Sequence::explained(const std::string& theme, bool whole) {
    static const std::map<std::string, std::string> signer = {
        {"geen-aanbod", "opdrachtgever"}, {"raamovereenkomst", "opdrachtgever"},
        {"budget", "budgethouder"},       {"te-laat", "opdrachtgever"},
        {"wettelijk", "jurist"},          {"thema-past-niet", "opdrachtgever"}};
    const auto& [reason, role] = *std::next(signer.begin(), below(static_cast<int>(signer.size())));
    Asked asked{"", theme, "explained", reason, any(people), !whole && dice(6), !whole};
    asked.json = R"({"theme":")" + theme + R"(","state":"explained","explanation":{"reason":")" + reason +
                 R"(","text":")" + (asked.must_fail ? any(empty_talk) : any(saying)) + R"(","author":")" +
                 asked.author + '"' + (whole ? ",\"role\":" + json_text(role) : "") + "}}";
    return asked;
}

Asked Sequence::decision(const std::string& theme, bool whole) {
    if (!whole && dice(6))
        return {R"({"theme":")" + theme + R"(","state":"undecided"})", theme, "undecided", "", "", false, false};
    return dice(whole ? 8 : 3) ? explained(theme, whole) : applied(theme, whole || dice(2));
}

// The lowest level below policy is explained: only where policy wants more.
std::string Sequence::list(const std::vector<Asked>& asked) {
    std::string line;
    for (const Asked& each : asked) line += (line.empty() ? "" : ",") + each.json;
    return "[" + line + "]";
}

bool Sequence::must_fail(const std::vector<Asked>& asked) {
    return std::any_of(asked.begin(), asked.end(), [](const Asked& each) { return each.must_fail; });
}

std::string Sequence::join(const std::set<std::string>& rules) {
    std::string line;
    for (const std::string& rule : rules) line += rule + " ";
    return line;
}

}  // namespace mvoi::sequence
