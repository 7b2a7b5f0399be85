// SPDX-License-Identifier: EUPL-1.2
#include "json/requests/social_return.hpp"

#include "json/facts/form.hpp"
#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;
using namespace domain::social_return;
using domain::Fault;

// The exact number of a member; one that is none is a fault.
std::optional<Decimal> asked_number(const Value& given, const char* name, const std::string& path,
                                    std::vector<Fault>& faults) {
    const Value* member = given.find(name);
    if (!member || member->is_null()) return std::nullopt;
    const auto number = parse_decimal(given.text_or(name));
    if (!number) faults.push_back({path + "/" + name, "promise.number", {{"value", given.text_or(name)}}});
    return number;
}

// "5.5" months are eleven halves; anything finer is a fault.
void ask_months(Placement& placement, const Value& given, const std::string& path, std::vector<Fault>& faults) {
    const bool halves = given.find("halfMonths"), months = given.find("months");
    if (halves == months) faults.push_back({path + "/months", "socialreturn.months-once", {}});
    if (!months) return;
    const auto number = asked_number(given, "months", path, faults);
    if (!number) return;
    constexpr std::int64_t half = 500'000;  // millionths
    if (*number < whole(0) || *number > whole(480) || number->millionths % half != 0)
        faults.push_back({path + "/months", "socialreturn.half-months", {{"value", number->text()}}});
    else
        placement.half_months = static_cast<int>(number->millionths / half);
}

}  // namespace

std::vector<Fault> unreadable_rule(const Value& given, const std::string& path) {
    std::vector<Fault> faults;
    asked<Rule>(given, path, faults);
    return faults;
}

std::vector<Fault> unreadable_table(const Value& given, const std::string& path) {
    std::vector<Fault> faults;
    asked<Table>(given, path, faults);
    const auto& blocks = given.list_or_empty("blocks");
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::string limit = blocks[i].text_or("limit"), at = path + "/blocks/" + std::to_string(i);
        const std::map<std::string, std::string> words{{"value", blocks[i].text_or("code")}};
        if (limit == "months" && !blocks[i].find("limitMonths"))
            faults.push_back({at + "/limitMonths", "socialreturn.limit-without-months", words});
        if (limit == "always" && blocks[i].find("limitMonths"))
            faults.push_back({at + "/limitMonths", "socialreturn.limit-always", words});
    }
    return faults;
}

void apply_amounts(Terms& terms, const Value& given, const std::string& path, std::vector<Fault>& faults) {
    set(terms.aanneemsom_cents, given, "aanneemsomCents", number_in);
    set(terms.loonsom_cents, given, "loonsomCents", number_in);
    set(terms.agreed_cents, given, "agreedCents", number_in);
    set_text(terms.basis, given, "basis");
    if (!given.find("labourSharePercent")) return;
    terms.labour_share_percent = asked_number(given, "labourSharePercent", path, faults);
    if (terms.labour_share_percent &&
        (*terms.labour_share_percent < whole(0) || *terms.labour_share_percent > whole(100)))
        faults.push_back(
            {path + "/labourSharePercent", "socialreturn.percent", {{"value", terms.labour_share_percent->text()}}});
}

Placement asked_placement(const Value& given, const std::string& path, std::vector<Fault>& faults) {
    auto placement = asked<Placement>(given, path, faults);
    ask_months(placement, given, path, faults);
    return placement;
}

}  // namespace mvoi::json
