// SPDX-License-Identifier: EUPL-1.2
// Policies: adopting one, and what the model knows of those in force.
#include "sequence.hpp"

namespace mvoi::sequence {

const Edition* Sequence::in_force(const std::string& organisation) const {
    const Edition* found = nullptr;
    for (const Edition& edition : policies_.at(organisation))
        if (edition.from <= today_ && (!found || edition.from >= found->from)) found = &edition;
    return found;
}

const Edition* Sequence::edition_of(const Tender& tender) const {
    for (const Edition& edition : policies_.at(tender.organisation))
        if (edition.id == tender.policy) return &edition;
    return nullptr;
}

bool Sequence::covers(const Edition& edition, const Tender& tender) {
    if (!edition.kind.empty() && edition.kind != tender.kind) return false;
    if (!edition.procedure.empty() && tender.procedure != "onbekend" && edition.procedure != tender.procedure)
        return false;
    return !edition.from_cents || !tender.cents || *tender.cents >= *edition.from_cents;
}

bool Sequence::permitted(const std::string& organisation, const std::string& operation, const std::string& role) const {
    const Edition* edition = in_force(organisation);
    if (!edition) return true;
    const auto rule = edition->permissions.find(operation);
    return rule == edition->permissions.end() || rule->second == role;
}

void Sequence::adopt(const std::string& organisation) {
    Edition edition;
    edition.from = today_ + boost::gregorian::days(below(80) - 50);
    edition.blocking = !dice(3);
    std::string request = "{\"organisation\":" + json_text(organisation) +
                          ",\"validFrom\":" + json_text(mvoi::domain::to_text(edition.from)) +
                          ",\"ambition\":2,\"gateMode\":" + json_text(edition.blocking ? "blokkerend" : "meldend") +
                          ",\"provisionalDays\":" + std::to_string(1 + below(40));
    if (dice(2)) request += R"(,"defaultLevels":[{"theme":"klimaat","level":3}])";
    if (dice(3)) request += R"(,"themes":[{"theme":"gezondheid","nl":"Gezonde leefomgeving"}])";
    if (dice(3)) {
        std::string covered;
        if (dice(2)) covered += ",\"fromCents\":" + std::to_string(*(edition.from_cents = 5000000));
        if (dice(2)) covered += ",\"kinds\":[" + json_text(edition.kind = dice(2) ? "dienst" : "werk") + "]";
        if (dice(3)) covered += ",\"procedures\":[" + json_text(edition.procedure = "openbaar") + "]";
        request += ",\"covers\":{" + (covered.empty() ? "" : covered.substr(1)) + "}";
    }
    if (dice(2)) {
        request += std::string(R"(,"board":{"reviewers":["inkoopadviseur","tenderboard"],"everyDays":14,)") +
                   R"("firstMeeting":"2031-01-14","papersDays":7)" + (dice(2) ? R"(,"fromCents":8000000)" : "") +
                   (dice(3) ? R"(,"flags":["niet-van-toepassing"])" : "") + "}";
    }
    if (dice(3)) {
        edition.months = 1 + below(6);
        request += R"(,"reasons":[{"reason":"wettelijk","endsAfterMonths":)" + std::to_string(edition.months) +
                   R"(,"agreement":)" + (dice(2) ? "null" : "\"directie\"") + "}]";
    }
    if (dice(2))
        request += R"(,"catalogueEditions":[{"productGroup":"schoonmaak","edition":")" +
                   mvoi::domain::to_text(edition.from - boost::gregorian::days(below(3) * 30)) + R"("}])";
    if (dice(4)) request += R"(,"drift":{"backOnAgenda":["thema-heropend","omschrijving"],"estimatePercent":0})";
    if (dice(4)) request += R"(,"thresholds":{"nationaalLeveringenDienstenCents":7000000})";
    if (dice(5)) {
        edition.permissions["review.ask"] = "inkoopadviseur";
        request += R"(,"permissions":[{"operation":"review.ask","roles":["inkoopadviseur"]}])";
    }
    const bool may = permitted(organisation, "policy.adopt", "");
    const Outcome outcome = perform("policy.adopt", request + when() + "}");
    check(outcome.good == may, "policy.adopt: " + join(outcome.rules));
    edition.id = text_at(outcome.answer, "/policy");
    policies_[organisation].push_back(edition);
}

}  // namespace mvoi::sequence
