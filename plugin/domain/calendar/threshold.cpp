// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/threshold.hpp"

#include <algorithm>

#include "domain/refusal.hpp"

namespace mvoi::domain::calendar {
namespace {

const char* const day_of_dispatch = "Aanbestedingswet 2012, art. 2.7 en 2.15 lid 1";
const char* const estimate_of_concession = "Aanbestedingswet 2012, art. 2a.10";
const char* const gids = "Aanbestedingsbesluit, art. 10-11; Gids proportionaliteit en ARW 2016, Stcrt. 2016, 32830";

std::string scope_of(const Purchase& contract) {
    return contract.concession ? "concessie" : contract.social ? "sociaal" : "regulier";
}

bool holds(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void refuse_impossible(const Purchase& contract) {
    if (contract.social && contract.kind != "dienst")
        throw Refusal(No::Invalid,
                      Fault{"/kind", "threshold.social-kind", {{"value", contract.kind}, {"accepted", "dienst"}}});
    if (contract.concession && contract.kind == "levering")
        throw Refusal(
            No::Invalid,
            Fault{"/kind", "threshold.concession-kind", {{"value", contract.kind}, {"accepted", "werk, dienst"}}});
}

class ThresholdSearch {
  public:
    ThresholdSearch(const Thresholds& rows, const Purchase& contract) : rows_(rows), contract_(contract) {}

    ThresholdPlacement result() {
        find();
        decide();
        if (placed_.position != Position::Below) advise_above();
        if (placed_.position != Position::Above) advise_below();
        return std::move(placed_);
    }

  private:
    bool is_about(const Threshold& row) const {
        return row.scope == scope_of(contract_) && holds(row.authorities, contract_.authority) &&
               holds(row.kinds, contract_.kind);
    }

    void say(const std::string& rule, Severity severity, const std::string& source,
             std::map<std::string, std::string> words = {}, const std::string& member = "") {
        placed_.findings.push_back({rule, severity, member, std::move(words), source});
    }

    void find() {
        for (const Threshold& row : rows_)
            if (is_about(row) && row.valid_from <= contract_.day && contract_.day <= row.valid_to)
                placed_.threshold = &row;
        if (!placed_.threshold)
            say("threshold-not-known", Severity::Warning, day_of_dispatch, {{"date", to_text(contract_.day)}}, "/date");
        else if (!placed_.threshold->verified)
            say("threshold-unverified", Severity::Warning, placed_.threshold->source);
    }

    void decide() {
        if (!contract_.value_cents) {
            say("threshold-value-unknown", Severity::Warning,
                contract_.concession ? estimate_of_concession : "Aanbestedingswet 2012, art. 2.15", {}, "/valueCents");
        } else if (placed_.threshold) {
            placed_.position =
                *contract_.value_cents >= placed_.threshold->amount_cents ? Position::Above : Position::Below;
        }
        if (!contract_.concession)
            return say("threshold-value-means", Severity::Information, "Aanbestedingswet 2012, art. 2.15 en 2.18-2.19");
        say("threshold-concession-means", Severity::Information, estimate_of_concession);
        say("threshold-concession-award", Severity::Information, "Aanbestedingswet 2012, art. 2a.3 en 2a.10");
    }

    void advise(const char* procedure, Position when, const char* reason, std::optional<bool> usual = true,
                std::optional<std::int64_t> amount = {}) {
        placed_.procedures.push_back({procedure, when, reason, usual, amount});
    }

    void advise_above() {
        if (contract_.concession) return advise("concessie", Position::Above, "threshold.concession");
        if (contract_.authority == "speciale-sector")
            return say("threshold-special-sector", Severity::Warning, "Aanbestedingswet 2012");
        // "Kan" (art. 2.38 lid 1): the ordinary procedures stay open.
        if (contract_.social) advise("sociale-en-andere-specifieke-diensten", Position::Above, "threshold.social");
        for (const char* procedure : {"openbaar", "niet-openbaar"})
            advise(procedure, Position::Above, contract_.social ? "threshold.social-ordinary" : "threshold.above",
                   !contract_.social);
        for (const char* procedure : {"concurrentiegerichte-dialoog", "mededingingsprocedure-met-onderhandeling",
                                      "innovatiepartnerschap", "onderhandeling-zonder-aankondiging"})
            advise(procedure, Position::Above, "threshold.above-in-cases", false);
    }

    void advise_below() {
        if (contract_.concession || contract_.authority == "speciale-sector")
            return say("threshold-below-not-known", Severity::Warning, "Aanbestedingswet 2012");
        const auto &several = contract_.several_from_cents, &national = contract_.national_from_cents;
        const auto& value = contract_.value_cents;
        if (!value || !several) {
            for (const char* procedure :
                 {"enkelvoudig-onderhands", "meervoudig-onderhands", "nationaal-openbaar", "nationaal-niet-openbaar"})
                advise(procedure, Position::Below, "threshold.below", std::nullopt);
            if (value) say("threshold-below-no-amounts", Severity::Warning, gids, {}, "/thresholds");
        } else {
            by_policy(*value, *several, national);
        }
        // More competition than the law wants may be asked for.
        if (placed_.position == Position::Below)
            for (const char* procedure : {"openbaar", "niet-openbaar"})
                advise(procedure, Position::Below, "threshold.below-european", false);
        say("threshold-below-policy", Severity::Information, gids);
    }

    // The organisation's own amounts say what is usual. A heavier procedure may always be chosen; a lighter one is a
    // departure from policy.
    void by_policy(std::int64_t value, std::int64_t several, std::optional<std::int64_t> national) {
        const bool single = value < several, nationally = national && value >= *national;
        advise("enkelvoudig-onderhands", Position::Below, single ? "threshold.below-single" : "threshold.below-lighter",
               single, several);
        advise("meervoudig-onderhands", Position::Below,
               nationally ? "threshold.below-lighter-national"
               : single   ? "threshold.below-heavier"
                          : "threshold.below-several",
               !single && !nationally, nationally ? national : several);
        for (const char* procedure : {"nationaal-openbaar", "nationaal-niet-openbaar"})
            advise(procedure, Position::Below, nationally ? "threshold.below-national" : "threshold.below-heavier",
                   nationally, nationally ? national : std::optional(several));
    }

    const Thresholds& rows_;
    const Purchase& contract_;
    ThresholdPlacement placed_;
};

}  // namespace

std::string_view code_of(Position position) {
    switch (position) {
        case Position::Above:
            return "above";
        case Position::Below:
            return "below";
        case Position::Unknown:
            break;
    }
    return "unknown";
}

std::string euros(std::int64_t cents) {
    const std::int64_t rest = cents % 100;
    return std::to_string(cents / 100) + (rest == 0 ? "" : (rest < 10 ? ".0" : ".") + std::to_string(rest));
}

ThresholdPlacement place(const Thresholds& rows, const Purchase& contract) {
    refuse_impossible(contract);
    return ThresholdSearch(rows, contract).result();
}

}  // namespace mvoi::domain::calendar
