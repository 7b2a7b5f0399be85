// SPDX-License-Identifier: EUPL-1.2
// Facts of the journal are read back as they were, with every member filled in, and are written the same again.
#include <catch2/catch.hpp>

#include "domain/gates/gate.hpp"
#include "domain/promise/observation.hpp"
#include "domain/social_return/social_return.hpp"
#include "json/facts/form.hpp"
#include "json/rules/rule_book.hpp"
#include "json/text.hpp"
#include "support/days.hpp"
#include "support/dossiers.hpp"

namespace roundtrip_test {

using namespace mvoi::domain;

namespace {

template <typename Thing>
void there_and_back(const Thing& thing) {
    const auto written = [](const Thing& each) {
        std::string text;
        mvoi::json::Out out(text);
        mvoi::json::write_json(out, each);
        return text;
    };
    const std::string text = written(thing);
    const mvoi::json::Value value = mvoi::json::parse(text);
    CHECK(mvoi::json::write_canonical(value) == text);
    const Thing back = mvoi::json::read_json<Thing>(value);
    CHECK(back == thing);
    CHECK(written(back) == text);
}

Tender full_tender() {
    Tender tender = dossiers::tender();
    tender.ambition_source = LevelSource::Policy;
    tender.phase_reason = "De begroting \"2027\" is\nniet vastgesteld";
    tender.registration = Registration::Provisional;
    tender.lapses_on = day("2026-11-28");
    tender.source = "ted:131568-2021";
    tender.asked = {{"co2-prestatieladder", "4.0", "2"}, {"mki", "", "12500.5"}};
    tender.source_digest = dossiers::hash_of_tender;
    auto& applied = std::get<Applied>(tender.decisions[2].choice);
    applied.deviation->until = day("2199-12-31");
    tender.milestones[0].sequence = 3;
    tender.milestones[0].revision = 7;
    tender.milestones[0].was = tender.milestones[0].date;
    tender.milestones[1].changed_on.reset();  // as in entries of library 0.1.0
    return tender;
}

Review full_review() {
    Review review = dossiers::review();
    review.drift = {{"raming", "planning"}, 25};
    review.frozen_hash = dossiers::hash_of_dossier;
    return review;
}

Policy full_policy() {
    Policy policy;
    policy.id = "gm0344:2026-01-01:2";
    policy.organisation = "gm0344";
    policy.title = "Inkoopbeleid \u201cvan hier\u201d";
    policy.valid_from = day("2026-01-01");
    policy.ambition = 2;
    policy.default_levels = {{"klimaat", "", 1}, {"klimaat", "schoonmaak", 3}};
    policy.opportunities = {{"schoonmaak", {"milieu", "circulair"}}, {"catering", {"klimaat"}}};
    policy.themes = {{"stadslogistiek", "Stadslogistiek", "City logistics"}, {"dieren", "Dierenwelzijn", ""}};
    policy.gate_mode = GateMode::Blocking;
    policy.coverage = {5'000'000, {"openbaar"}, {"werk", "dienst"}};
    policy.reasons = {{"budget", {{"budgethouder"}}, "bestuur", 6, {{"termijn", "optie-of-verlenging"}}},
                      {"wettelijk", {{}}, "", 0, {{}}},
                      {"anders", {}, {}, {}, {}}};
    policy.board = BoardRule{{"jurist", "tenderboard"}, 0, {"openbaar"}, {"onbeslist"}, day("2026-01-15"), 14, 7};
    policy.drift = DriftRule{{"planning"}, 0};
    policy.permissions = {{"review.answer", {"tenderboard"}}, {"tender.decide", {"opdrachtgever", "jurist"}}};
    policy.catalogue_editions = {{"catering", "2016-01-01"}, {"schoonmaak", "2020-12-10"}};
    policy.thresholds = {{100, {}}, {{}, 221'000'00}};
    policy.checking = {{"contractmanager", 60}, {"jurist", 0}};
    policy.goals = {{"klimaat", 2027, 100}, {"milieu", 2026, 0}};
    policy.publication =
        Publication{{{"title", "valueBand"}}, {{"publicatie"}},           Precision::HalfYear,
                    {0, 221'000'00},          "inkoop@voorbeeld.invalid", "Onder \u201cvoorbehoud\u201d"};
    policy.social_return = social_return::OwnRule{};
    policy.provisional_days = 1;
    policy.warning_days = 0;
    return policy;
}

gates::Gate full_gate() {
    return {Phase::Review,
            Phase::Publication,
            GateMode::Blocking,
            gates::Passage::Blocked,
            {{"undecided-theme", Severity::Error, "/themes", {{"theme", "milieu"}, {"days", "3"}}, "PIANOo"},
             {"review-drifted", Severity::Warning, "", {{"before", "a"}, {"after", "b"}, {"drift", "raming"}}, ""},
             {"no-policy", Severity::Information, "", {}, ""}}};
}

promise::Promise full_promise() {
    promise::Promise promise;
    promise.number = 12;
    promise.theme = "klimaat";
    promise.criterion = "18.010";
    promise.edition = "2020-12-10";
    promise.kpi = "co2-uitstoot";
    promise.text = "Wij rijden \u201cschoon\u201d";
    promise.clause = "art. 7.2";
    promise.unit = "ton-co2e";
    promise.demand = promise::Demand::AtMost;
    promise.target = measure::parse_decimal("-12.345678");
    promise.shape = promise::Shape::Growing;
    promise.period = promise::Every::HalfYear;
    promise.by = day("2028-06-30");
    promise.growth = promise::Growth::Linear;
    promise.points = {{day("2027-12-31"), measure::whole(40)}, {day("2028-12-31"), {1}}};
    promise.tolerance_percent = {2'500'000};
    promise.gather = promise::Gather::Mean;
    promise.ceiling = promise::Ceiling{measure::whole(9), promise::Every::Month};
    promise.checked = promise::Every::Year;
    promise.report_within_days = 30;
    promise.proof = "brandstofpas";
    promise.minutes_per_year = 90;
    promise.owner = "contractmanager";
    promise.from = day("2027-01-01");
    promise.to = day("2030-12-31");
    return promise;
}

social_return::Terms full_terms() {
    social_return::Terms terms;
    terms.rule = {"eigen",
                  "gm0344",
                  {{{"werk", "dienst"}, 5'000'000, false}, {{"levering"}, 0, true}},
                  "loonsom",
                  measure::whole(5),
                  social_return::Rule::LabourShare{measure::whole(30), {2'500'000}},
                  measure::whole(40),
                  6,
                  true,
                  "het beleid"};
    terms.table = *social_return::find_table(mvoi::json::rule_book().social_return_tables, "haaglanden-2023-07");
    terms.table->valid_to = day("2030-12-31");
    terms.table->purchases_only_paid = false;
    terms.table->activity = social_return::Activity{"uren", 10'000, 100'000};
    terms.table->pso = {{"trede-2", {12'500'000}}};
    terms.region = "haaglanden";
    terms.chosen_for = day("2026-11-21");
    terms.agreed_cents = 0;
    terms.basis = "loonsom";
    terms.aanneemsom_cents = 1;
    terms.loonsom_cents = 2;
    terms.labour_share_percent = measure::whole(12);
    return terms;
}

}  // namespace

TEST_CASE("social return as policy lays it down and contracts agree it is read back as it was") {
    using namespace social_return;
    there_and_back(full_terms());
    there_and_back(Terms{});
    there_and_back(OwnRule{full_terms().rule, "", full_terms().table});
    there_and_back(OwnRule{full_terms().rule, "utrecht", {}});
    for (const Table& each : mvoi::json::rule_book().social_return_tables) there_and_back(each);
    for (const Rule& each : mvoi::json::rule_book().social_return_rules) there_and_back(each);
}

TEST_CASE("what was realised of social return is read back as it was") {
    using namespace measure;
    social_return::EffortRecord realised;
    realised.contract = "00000000-0000-7000-8000-000000000000";
    realised.taken_back = {{3, "dubbel"}, {4, ""}};
    realised.placements = {{5, 2, "k \u201c7\u201d", "ww", day("2027-01-01"), {18'500'000}, 11, 4, {"55-plus"}},
                           {6, 3, "k8", "nug", day("2027-02-28"), whole(36), 0, 0, {}}};
    realised.invoices = {{7, "f1", day("2027-03-01"), 12'345, true}, {8, "f2", day("2027-03-01"), 0, false}};
    realised.activities = {{9, "a1", day("2027-04-01"), whole(2), {500'000}, 0},
                           {10, "a2", day("2027-04-01"), {}, {}, {}}};
    realised.pso_step = "trede-1";
    realised.carried_in_cents = 0;
    there_and_back(realised);
    realised.pso_step = "";
    there_and_back(realised);
    there_and_back(social_return::EffortRecord{});
}

TEST_CASE("a promise, in every form, and what the winner offered are read back as they were") {
    promise::Promise promise = full_promise();
    there_and_back(promise);
    there_and_back(promise::Promise{});
    for (int i = 0; i < 4; ++i) {
        promise.shape = static_cast<promise::Shape>(i);
        promise.gather = static_cast<promise::Gather>(i);
        promise.period = promise.checked = promise.ceiling->per = static_cast<promise::Every>(i);
        there_and_back(promise);
    }
    there_and_back(promise::Offered{promise, 25});
    there_and_back(promise::Offered{});
}

TEST_CASE("a contract with its promises is read back as it was") {
    Contract contract;
    contract.id = "00000000-0000-7000-8000-000000000000";
    contract.organisation = "gm0344";
    contract.promises = {full_promise(), full_promise()};
    contract.promises[1].number = 13;
    contract.last_promise = 14;
    contract.offered = {{full_promise(), 5}, {full_promise(), std::nullopt}};
    contract.social_return = full_terms();
    contract.instruments = {{{"co2-prestatieladder", "4.0", "2"}, false, "", std::nullopt},
                            {{"mki", "", "-12.5"}, true, "Strooi \u201cBV\u201d", day("2028-12-31")}};
    there_and_back(contract);
    there_and_back(Contract{});
}

TEST_CASE("what was observed is read back as it was") {
    promise::Observation seen;
    seen.value = {-1};
    seen.unit = "uur";
    seen.from = day("2027-01-01");
    seen.to = day("2027-03-31");
    seen.source = "urenstaat";
    promise::ObservationRecord observed{"00000000-0000-7000-8000-000000000000",
                                        {{2, "urenstaat", day("2027-01-01"), "verkeerd getal"}},
                                        {{1, seen, "met de \"hand\""}}};
    seen.persons = 3;
    observed.noted.push_back({2, seen, ""});
    there_and_back(observed);
    there_and_back(promise::ObservationRecord{});
}

TEST_CASE("a policy is read back as it was") {
    there_and_back(full_policy());
    there_and_back(Policy{});
    Policy everything_to_the_board;
    everything_to_the_board.board = BoardRule{};
    everything_to_the_board.drift = DriftRule{};
    everything_to_the_board.publication = Publication{};
    there_and_back(everything_to_the_board);
}

TEST_CASE("a review, and what changed since, are read back as they were") {
    there_and_back(full_review());
    there_and_back(Review{});
    for (const Drift& drift : dossiers::drifts()) there_and_back(drift);
}

TEST_CASE("a gate is read back as it was, at each phase and passage") {
    gates::Gate gate = full_gate();
    there_and_back(gate);
    there_and_back(gates::Gate{});
    for (const auto passage : {gates::Passage::Open, gates::Passage::Reported, gates::Passage::Blocked})
        for (int phase = 0; phase <= static_cast<int>(Phase::Cancelled); ++phase) {
            gate.passage = passage;
            gate.from = gate.to = static_cast<Phase>(phase);
            there_and_back(gate);
        }
}

TEST_CASE("precedents and strengths are read back as they were") {
    there_and_back(dossiers::precedents());
    there_and_back(Precedents{});
    for (const Strength& strength : dossiers::rich().strengths) there_and_back(strength);
}

TEST_CASE("a tender and a dossier are read back as they were") {
    there_and_back(full_tender());
    Dossier dossier = dossiers::rich();
    dossier.tender = full_tender();
    dossier.reviews = {full_review(), dossiers::review()};
    there_and_back(dossier);
    there_and_back(dossiers::poor());
}

}  // namespace roundtrip_test
