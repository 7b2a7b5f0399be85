// SPDX-License-Identifier: EUPL-1.2
// Social return: what is put down, changed and taken back, all of it or nothing. No number is given twice, and what it
// came to is what the model adds up by itself.
#include <algorithm>

#include "sequence.hpp"

namespace mvoi::sequence {

namespace {

using boost::gregorian::days;

const Texts blocks = {"participatiewet", "ww", "nug", "bbl-2-4"};
const Texts bonuses = {"50-plus", "statushouder-taal", "vast-dienstverband"};

std::string tenths_text(int tenths) {
    return json_text(std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : ""));
}

const char* list_of(Effort::Kind kind) {
    switch (kind) {
        case Effort::Kind::Placement:
            return "placements";
        case Effort::Kind::Invoice:
            return "invoices";
        default:
            return "activities";
    }
}

std::string json_of(const Effort& effort, bool in_months) {
    std::string text = effort.number > 0 ? "\"number\":" + std::to_string(effort.number) + "," : "";
    text += "\"reference\":" + json_text(effort.reference);
    const std::string on = json_text(domain::to_text(effort.on));
    if (effort.kind == Effort::Kind::Invoice)
        return "{" + text + ",\"on\":" + on + ",\"cents\":" + std::to_string(effort.cents) + "}";
    if (effort.kind == Effort::Kind::Activity)
        return "{" + text + ",\"on\":" + on + ",\"hours\":" + tenths_text(effort.tenths) + "}";
    text += ",\"started\":" + on + ",\"block\":" + json_text(effort.block) +
            ",\"hoursPerWeek\":" + tenths_text(effort.tenths);
    text += in_months ? ",\"months\":" + tenths_text(effort.half_months * 5)
                      : ",\"halfMonths\":" + std::to_string(effort.half_months);
    std::string line;
    for (int i = 0; i < effort.bonuses; ++i)
        line += (line.empty() ? "" : ",") + json_text(bonuses[static_cast<std::size_t>(i)]);
    return "{" + text + (line.empty() ? "" : ",\"bonuses\":[" + line + "]") + "}";
}

// The content of a request, list by list in the order in which it is read.
struct Asking {
    std::map<Effort::Kind, std::vector<Effort>> items;
    std::map<Effort::Kind, std::string> texts;
    std::vector<int> taken_back;
};

}  // namespace

// The agreement when a contract is signed: a percentage of a sum, by a rule that carries over or does not.
std::string Sequence::think_of_social_return(Contract& contract) {
    if (!dice(2)) return "";
    SocialReturn& social = contract.social;
    social.agreed = true;
    social.carries = dice(2);
    const std::int64_t euros = 1000 + below(900000);
    social.owed_cents = euros * (social.carries ? 5 : 2);
    return ",\"socialReturn\":{\"table\":\"utrecht\",\"aanneemsomCents\":" + std::to_string(euros * 100) +
           (social.carries ? R"(,"ownRule":{"thresholds":[{"kinds":["werk","levering","dienst"],"cents":0}],)"
                             R"("basis":"aanneemsom","percent":"5","carryOver":true}})"
                           : R"(,"rule":"praktijk-aanneemsom"})");
}

Effort Sequence::any_effort(const Contract& contract) {
    Effort effort;
    effort.kind = static_cast<Effort::Kind>(below(3));
    effort.reference = "k" + std::to_string(1 + below(30));
    effort.on = std::max(contract.start, today_ - days(below(500)));
    if (dice(30)) effort.on = today_ + days(1 + below(20));
    if (effort.on.day() > 28) effort.on -= days(3);  // whole months are then beyond dispute
    effort.cents = below(5000000);
    effort.block = dice(60) ? "onbekend" : any(blocks);
    effort.tenths = dice(60) ? 0 : dice(60) ? 18721 : 1 + below(400);
    effort.bonuses = dice(3) ? below(4) : 0;
    const auto end = standing_of(contract, today_).end;
    effort.half_months = half_months_of(effort.on, end ? std::min(*end, today_) : today_);
    effort.half_months = dice(12)  ? effort.half_months + 1
                         : dice(2) ? effort.half_months
                                   : below(effort.half_months + 1);
    return effort;
}

// A few at once; what is taken back goes first, so that it can be put down again.
void Sequence::realise(Contract& contract) {
    SocialReturn after = contract.social;
    const auto end = standing_of(contract, today_).end;
    Asking asking;
    std::set<int> named;
    std::string said;
    bool good = contract.social.agreed;
    const auto erase = [&](int number) {
        return std::erase_if(after.efforts, [&](const Effort& each) { return each.number == number; }) > 0;
    };
    if (dice(4)) {
        const int number = 1 + below(after.given + (dice(8) ? 3 : 1));
        said = ",\"takeBack\":[{\"number\":" + std::to_string(number) + ",\"reason\":" + json_text(any(judging)) + "}]";
        good = good && named.insert(number).second && erase(number);
        asking.taken_back.push_back(number);
    }
    std::vector<Effort> wanted;
    for (int left = said.empty() ? 1 + below(3) : below(2); left > 0; --left) {
        wanted.push_back(any_effort(contract));
        if (contract.social.given > 0 && dice(3)) wanted.back().number = 1 + below(contract.social.given);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const Effort& a, const Effort& b) { return a.kind < b.kind; });
    for (Effort& each : wanted) {
        std::string& text = asking.texts[each.kind];
        text += (text.empty() ? "" : ",") + json_of(each, dice(3));
        const auto before = std::find_if(after.efforts.begin(), after.efforts.end(), [&](const Effort& one) {
            return one.number == each.number && one.kind == each.kind;
        });
        const bool is_new = each.number == 0;
        good = good && (is_new || (before != after.efforts.end() && named.insert(each.number).second));
        good = good && is_possible(each, today_, end) && !is_there_already(each, after);
        if (!good) continue;
        if (is_new)
            each.number = ++after.given;
        else
            after.efforts.erase(before);
        after.efforts.push_back(each);
        asking.items[each.kind].push_back(each);
    }
    for (const auto& [kind, text] : asking.texts) said += ",\"" + std::string(list_of(kind)) + "\":[" + text + "]";
    if (dice(8)) {
        after.carried_cents = below(100000);
        good = good && (after.carried_cents == 0 || contract.social.carries);
        said += ",\"carriedInCents\":" + std::to_string(after.carried_cents);
    }
    good = good && !said.empty();
    const Outcome outcome = perform(
        "socialreturn.realise", "{\"contract\":" + json_text(contract.uuid) + said + by(any(people), any(roles)) + "}");
    check(outcome.good == good, "socialreturn.realise: " + join(outcome.rules));
    if (!outcome.good) return contract.social.agreed ? check_social_return(contract) : void();
    contract.social = after;
    const std::int64_t entry = outcome.answer.integer_or("entry", 0);
    for (const auto& [kind, items] : asking.items) {
        const std::string at = "/facts/realised/" + std::string(list_of(kind));
        std::string numbers;
        for (const Effort& each : items) numbers += (numbers.empty() ? "" : ",") + std::to_string(each.number);
        check(text_at(outcome.answer, "/" + std::string(list_of(kind))) == "[" + numbers + "]",
              "other numbers were given to what was realised under " + contract.reference);
        for (std::size_t i = 0; i < items.size(); ++i)
            put_down_.push_back(
                {contract.uuid, entry, at + "/" + std::to_string(i) + "/reference", items[i].reference});
    }
    for (Effort& each : contract.social.efforts)
        if (each.entry == 0) each.entry = entry;
    check_statement(contract, *outcome.answer.find("statement"));
    check_social_return(contract);
}

void Sequence::check_social_return(const Contract& contract) {
    check_statement(contract,
                    read("socialreturn.statement", "{\"contract\":" + json_text(contract.uuid) + when() + "}"));
}

void Sequence::check_statement(const Contract& contract, const Value& shown) {
    const SocialReturn& social = contract.social;
    const std::int64_t realised = realised_cents(social, standing_of(contract, today_).end);
    check(shown.integer_or("realisedCents", -1) == realised, contract.reference + " realised " +
                                                                 text_at(shown, "/realisedCents") + ", added up " +
                                                                 std::to_string(realised));
    check(shown.integer_or("obligationCents", -1) == social.owed_cents, contract.reference + " owes something else");
    check(shown.integer_or("remainingCents", 1) == social.owed_cents - realised, contract.reference + " has more left");
    std::multiset<int> wanted, rows;
    for (const Effort& each : social.efforts) wanted.insert(each.number);
    for (const Value& row : shown.list_or_empty("rows"))
        if (row.text_or("kind") != "bonus" && row.text_or("kind") != "overloop")
            rows.insert(static_cast<int>(row.integer_or("number", 0)));
    check(rows == wanted, "the statement of " + contract.reference + " has other rows");
    ++counts_.realised;
}

// A text that was put down is taken out of the journal: a reference is then that of no other item, and all else counts
// as it did.
void Sequence::redact_put_down() {
    const PutDown& there = any_of(put_down_);
    const auto contract = std::find_if(contracts_.begin(), contracts_.end(),
                                       [&](const Contract& each) { return each.uuid == there.contract; });
    const Outcome outcome = perform("journal.redact", "{\"entry\":" + std::to_string(there.entry) +
                                                          ",\"member\":" + json_text(there.member) +
                                                          R"(,"ground":"Woo 5.1 lid 2 e")" + when() + "}");
    if (!outcome.good) return;
    redacted_ = true;
    ++counts_.blacked_out;
    std::set<std::int64_t> entries;
    for (const Value& each : outcome.answer.list_or_empty("redacted")) entries.insert(*each.integer());
    for (Effort& each : contract->social.efforts)
        if (entries.contains(each.entry) && there.text == each.reference) each.reference.clear();
    if (contract->social.agreed) check_social_return(*contract);
    check_records(*contract);
}

// The totals of an organisation are those of its contracts; what came from another was realised there.
void Sequence::check_social_returns() {
    const std::string& organisation = any(organisations);
    std::int64_t contracts = 0, owed = 0, realised = 0;
    for (const Contract& each : contracts_) {
        if (each.organisation != organisation || !each.social.agreed) continue;
        ++contracts;
        owed += each.social.owed_cents;
        realised += realised_cents(each.social, standing_of(each, today_).end) - each.social.carried_cents;
    }
    const Value list =
        read("socialreturn.list", "{\"organisation\":" + json_text(organisation) + when() + ",\"limit\":1000}");
    check(static_cast<std::int64_t>(list.list_or_empty("items").size()) == contracts &&
              text_at(list, "/totals/contracts") == std::to_string(contracts) &&
              text_at(list, "/totals/obligationCents") == std::to_string(owed) &&
              text_at(list, "/totals/realisedCents") == std::to_string(realised) &&
              text_at(list, "/totals/remainingCents") == std::to_string(owed - realised),
          "the totals of " + organisation + " are " + text_at(list, "/totals"));
}

}  // namespace mvoi::sequence
