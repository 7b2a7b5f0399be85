// SPDX-License-Identifier: EUPL-1.2
// Dossiers to render: one with everything in it, one with nothing, one that means harm. Shared with ../browser/, where
// a browser has to show them.
#pragma once

#include <string>
#include <vector>

#include "domain/calendar/milestones.hpp"
#include "domain/review/dossier.hpp"
#include "json/rules/rule_book.hpp"
#include "render/dossier/dossier_page.hpp"
#include "support/days.hpp"

namespace dossiers {

using namespace mvoi::domain;

inline const std::string hash_of_dossier = "9f2c41d07a6be3580c19d4f27715ab60e8d33c920f4481b7a5c6d20e94bb1f73";
inline const std::string hash_of_tender = "03be77a15ce94210d8f6a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6";

inline Explained explained(const std::string& reason, const std::string& text) {
    Explained explained;
    explained.reason = reason;
    explained.text = text;
    explained.author = "A. de Vries";
    explained.role = "opdrachtgever";
    explained.date = day("2026-11-14");
    explained.agreement = "tenderboard";
    Ending term;
    term.event = "termijn";
    term.on = day("2027-11-14");
    Ending edition;
    edition.event = "nieuwe-cataloguseditie";
    edition.edition = "2020-12-10";
    Ending estimate;
    estimate.event = "raming-boven-drempel";
    estimate.above_cents = 221'000'00;
    Ending option;
    option.event = "optie-of-verlenging";
    explained.endings = {term, edition, estimate, option};
    return explained;
}

inline Criterion criterion(const std::string& number, const std::string& title, const std::string& kind,
                           const std::string& form, const std::string& proof) {
    Criterion criterion;
    criterion.number = number;
    if (!number.empty()) criterion.edition = "2020-12-10";
    criterion.title = title;
    criterion.kind = kind;
    criterion.legal_form = form;
    criterion.proof = proof;
    return criterion;
}

inline Applied climate() {
    Applied applied;
    applied.level = 3;
    applied.source = LevelSource::Policy;
    Criterion vehicles = criterion("18.010", "Emissievrije voertuigen op de locatie", "gunningscriterium",
                                   "gunningscriterium", "Kentekenlijst en typegoedkeuring bij inschrijving");
    vehicles.level = 3;
    vehicles.weight_percent = 25;
    Criterion ladder = criterion("18.022", "CO2-reductieplan voor de looptijd van het contract", "minimumeis",
                                 "technische-specificatie", "Plan, getoetst door een derde");
    ladder.level = 2;
    applied.criteria = {vehicles, ladder,
                        criterion("", "Jaarlijkse rapportage over brandstofverbruik per voertuig", "contractbepaling",
                                  "bijzondere-voorwaarde", "")};
    return applied;
}

inline std::vector<Decision> decisions() {
    Applied deviating;
    deviating.level = 1;
    deviating.deviation = explained("budget",
                                    "De meerkosten van niveau 2 zijn geraamd op acht procent.\n"
                                    "Daarvoor is in de begroting van 2027 geen dekking; de wethouder is "
                                    "gevraagd dit bij de voorjaarsnota te betrekken.");
    Applied ambition;
    ambition.level = 2;
    ambition.source = LevelSource::Ambition;
    Undecided reopened{2, Reopened{"nieuwe-cataloguseditie", "geen-aanbod", day("2026-11-01")}};
    return {{"milieu", day("2026-11-14"), ambition},
            {"klimaat", day("2026-11-14"), climate()},
            {"circulair", day("2026-11-14"), deviating},
            {"ketenverantwoordelijkheid", day("2026-11-14"),
             explained("geen-aanbod",
                       "Uit de marktconsultatie van 3 november bleek dat geen van de vier partijen "
                       "inzicht heeft in de keten voorbij de groothandel.")},
            {"diversiteit-inclusie", day("2026-11-01"), reopened},
            {"social-return", day("2026-11-20"), Undecided{}},
            {"stadslogistiek", day("2026-11-14"),
             explained("thema-past-niet", "Er wordt niets vervoerd binnen de singel.")}};
}

inline Tender tender() {
    Tender tender;
    tender.id = "5b7c1f3e-6a52-4c0e-9d5e-2f1a7c3b9e04";
    tender.revision = 7;
    tender.organisation = "gm0344";
    tender.reference = "2026-0417";
    tender.title = "Schoonmaak van gemeentelijke gebouwen, sporthallen en het stadskantoor";
    tender.kind = "dienst";
    tender.cpv = {"90910000", "90911200"};
    tender.product_group = "schoonmaak";
    tender.sector = "gemeente";
    tender.value = {1'250'000'00, 1'800'000'50};
    tender.procedure = "openbaar";
    tender.lots = {{"1", "Stadskantoor en wijkbureaus", {"90910000"}, 950'000'00},
                   {"2", "Sporthallen", {"90911200"}, std::nullopt}};
    tender.people = {{"opdrachtgever", "A. de Vries"}, {"inkoopadviseur", "J. Bakker"}, {"jurist", "Ö. Yıldız"}};
    tender.instruments = {"mvi-criteriatool", "co2-prestatieladder"};
    tender.award_basis = "bpkv";
    tender.joins_contracts = true;
    tender.motives = {{"samenvoegen",
                       "De drie lopende contracten eindigen op dezelfde dag. Samen zijn zij voor het "
                       "midden- en kleinbedrijf nog bereikbaar door de verdeling in twee percelen."},
                      {"procedurekeuze", "De waarde ligt boven de Europese drempel; de markt telt vele aanbieders."}};
    tender.ambition = 2;
    tender.planning = {{"tenderboard", *parse_planned_date("2026-12-03")},
                       {"publicatie", *parse_planned_date("2027-01-15")},
                       {"inschrijving", *parse_planned_date("2027-03-01")},
                       {"gunningsbeslissing", *parse_planned_date("2027-04")},
                       {"contractstart", *parse_planned_date("2027-Q3")},
                       {"einde-huidig-contract", *parse_planned_date("2027-06-30")},
                       {"marktconsultatie", *parse_planned_date("2026-11-03")}};
    tender.planning["tenderboard"].certainty = Certainty::Fixed;
    tender.phase = Phase::Review;
    tender.started_on = day("2026-09-01");
    tender.policy = "gm0344:2026-01-01:1";
    tender.rules = mvoi::json::rule_book().rules.edition();
    tender.decisions = decisions();
    tender.flags = {{"niet-van-toepassing", {"ketenverantwoordelijkheid", "stadslogistiek"}, day("2026-11-14")},
                    {"onbeslist", {"diversiteit-inclusie", "social-return"}, day("2026-11-01")},
                    {"onder-beleid", {"circulair"}, day("2026-11-14")}};
    tender.milestones = revise_milestones({}, tender, mvoi::json::rule_book().rules, tender.started_on);
    for (Milestone& milestone : tender.milestones)
        if (milestone.code == "marktconsultatie") milestone.status = MilestoneStatus::Done;
    return tender;
}

inline Review review() {
    Review review;
    review.id = "0d9a4d9c-2b52-4a61-8a3d-6f0b1f5d8c11";
    review.revision = 3;
    review.organisation = "gm0344";
    review.tender = "5b7c1f3e-6a52-4c0e-9d5e-2f1a7c3b9e04";
    review.tender_revision = 7;
    review.board = "Tactisch tenderboard";
    review.text = "Gaat het tenderboard akkoord met deze aanpak, en met de uitleg bij ketenverantwoordelijkheid?";
    review.asked_on = day("2026-11-21");
    review.asked_by = "J. Bakker";
    review.asked_role = "inkoopadviseur";
    review.meeting = day("2026-12-03");
    review.reviewers = {"inkoopadviseur", "tenderboard", "directie"};
    review.verdicts = {{"inkoopadviseur", "J. Bakker", "akkoord", "", day("2026-11-23")},
                       {"tenderboard", "C. Jansen", "akkoord-mits",
                        "Ketenverantwoordelijkheid kan als contractbepaling alsnog.", day("2026-12-03")}};
    review.conditions = {{1, "tenderboard", "Besluit over social return voor publicatie.", day("2026-12-04"),
                          "A. de Vries", "Vijf procent van de loonsom, bouwblokkenmethode."},
                         {2, "tenderboard", "Neem een contractbepaling over de keten op.", std::nullopt, "", ""}};
    review.frozen_entry = 1207;
    return review;
}

inline std::vector<Drift> drifts() {
    return {{"niveau-verlaagd", "klimaat", "3", "2", true},
            {"criterium-ingetrokken", "klimaat", "18.022", "", true},
            {"criterium-gewijzigd", "klimaat", "18.010", "18.010", true},
            {"criterium-toegevoegd", "milieu", "", "18.031", false},
            {"thema-toegepast", "social-return", "undecided", "applied", false},
            {"uitleg-gewijzigd", "circulair", "budget", "budget", true},
            {"raming", "", "onbekend", "210000050", true},
            {"procedure", "", "openbaar", "niet-openbaar", true},
            {"gunningsgrondslag", "", "bpkv", "laagste-prijs", true},
            {"percelen", "", "2", "1", true},
            {"ambitie", "", "", "2", true},
            {"planning", "", "publicatie 2027-01-15, contractstart 2027-Q3",
             "publicatie 2027-02, contractstart 2027-Q3", false},
            {"omschrijving", "", "", "", false}};
}

inline Precedents precedents() {
    Precedents precedents;
    precedents.theme = "ketenverantwoordelijkheid";
    precedents.scope = "productgroep:schoonmaak";
    precedents.applied = {{1, 4}, {2, 6}, {3, 2}};
    precedents.reasons = {{"budget", 5}, {"geen-aanbod", 3}};
    precedents.criteria = {{"18.010", 7}, {"18.022", 4}};
    precedents.verdicts = {{"afgewezen", 1}, {"akkoord", 5}, {"akkoord-mits", 2}};
    precedents.same_text = 3;
    precedents.similar_text = 1;
    return precedents;
}

// Everything a dossier can hold.
inline Dossier rich() {
    Dossier dossier;
    dossier.tender = tender();
    dossier.tender_entry = 1198;
    dossier.tender_hash = hash_of_tender;
    dossier.today = day("2026-11-21");
    dossier.gate_mode = GateMode::Blocking;
    dossier.own_themes = {{"stadslogistiek", "Stadslogistiek", "City logistics"}};
    dossier.wanted_levels = {{"milieu", 2},
                             {"klimaat", 3},
                             {"circulair", 2},
                             {"ketenverantwoordelijkheid", 1},
                             {"diversiteit-inclusie", 2},
                             {"social-return", 2}};
    const std::string law = "Aanbestedingswet 2012, art. 2.75, 2.80, 2.115";
    dossier.findings = {
        {"undecided-theme", Severity::Error, "/themes", {{"theme", "social-return"}, {"days", "1"}}, ""},
        {"level-below-policy",
         Severity::Warning,
         "/themes",
         {{"theme", "circulair"}, {"level", "1"}, {"policyLevel", "2"}},
         "gm0344:2026-01-01:1"},
        {"theme-without-criteria", Severity::Warning, "/themes", {{"theme", "milieu"}}, law},
        {"date-far-ahead",
         Severity::Information,
         "/planning",
         {{"milestone", "contracteinde"}, {"date", "2049-Q3"}},
         ""}};
    dossier.precedents = {precedents()};
    dossier.strengths = {{"ketenverantwoordelijkheid",
                          Grade::Fair,
                          {{"signed", 1, {{"role", "opdrachtgever"}}},
                           {"not-agreed", -1, {{"role", "tenderboard"}}},
                           {"consulted", 2, {}},
                           {"same-text", -2, {{"count", "3"}}},
                           {"others-applied", -2, {{"count", "12"}, {"total", "20"}}}}},
                         {"circulair", Grade::Weak, {{"unsigned", -2, {}}}},
                         {"stadslogistiek", Grade::Strong, {}}};
    Review earlier = review();
    earlier.verdicts = {{"inkoopadviseur", "J. Bakker", "afgewezen", "De raming ontbreekt.", day("2026-10-02")}};
    earlier.asked_on = day("2026-10-01");
    earlier.frozen_entry = 988;
    earlier.conditions.clear();
    dossier.reviews = {earlier};
    dossier.history = {{1198, "2026-11-20T14:05:33Z", "tender.decide", "A. de Vries", "opdrachtgever"},
                       {1102, "2026-11-14T09:30:00Z", "tender.change", "J. Bakker", "inkoopadviseur"},
                       {640, "2026-09-01T08:00:01Z", "tender.start", "JOIN-koppeling", "systeem"}};
    return dossier;
}

// A tender of which nothing is known but its name.
inline Dossier poor() {
    Dossier dossier;
    dossier.tender.id = "11111111-2222-4333-8444-555555555555";
    dossier.tender.organisation = "gm9999";
    dossier.tender.reference = "1";
    dossier.tender.procedure = "onbekend";
    dossier.today = day("2026-11-21");
    for (const char* theme : {"milieu", "klimaat", "circulair"})
        dossier.tender.decisions.push_back({theme, day("2026-11-21"), Undecided{}});
    return dossier;
}

// Every text is an attack, or too long, or not even text.
inline std::string hostile_text() {
    return std::string("<script>alert(1)</script>\"'&amp;]]><!--\x01\x1b[31m\x7f\xff\xc0\xaf\xed\xa0\x80") +
           "\u202Edroobkka\u202C \u2066a\u2069 \uFFFE" + "\r\n<svg onload=x> </style></title>";
}

inline Dossier hostile() {
    Dossier dossier = rich();
    Tender& tender = dossier.tender;
    const std::string text = hostile_text(), word(2'000, 'W');
    tender.title = text + word;
    tender.organisation = tender.reference = tender.kind = tender.product_group = tender.sector = text;
    tender.policy = tender.rules = tender.source = tender.phase_reason = tender.id = text;
    tender.cpv = {text, word};
    tender.procedure = tender.award_basis = text;
    tender.instruments = {text};
    tender.people = {{text, word}, {"jurist", text}};
    tender.motives = {{"samenvoegen", text + word}};
    tender.lots = {{text, word, {text}, -1}, {word, text, {}, std::nullopt}};
    for (Decision& decision : tender.decisions) {
        if (auto* explained = std::get_if<Explained>(&decision.choice)) {
            explained->text = word + text;
            explained->author = explained->role = explained->agreement = explained->reason = text;
            for (Ending& ending : explained->endings) ending.event = ending.edition = text;
        }
        if (auto* applied = std::get_if<Applied>(&decision.choice)) {
            applied->level = -7;
            applied->criteria = {criterion(text, word, text, text, word), criterion("", text, "", "", text)};
        }
        if (auto* undecided = std::get_if<Undecided>(&decision.choice))
            undecided->reopened = Reopened{text, text, day("2026-11-01")};
    }
    tender.decisions.push_back({text, day("2027-01-01"), Undecided{}});
    tender.decisions.push_back({word, day("2027-01-01"), Undecided{}});
    tender.flags = {{text, {word, text}, day("2026-11-14")}};
    for (Milestone& milestone : tender.milestones) milestone.code = text;
    dossier.tender_hash = text;
    dossier.own_themes = {{"stadslogistiek", text, word}};
    dossier.wanted_levels[text] = 900;
    dossier.findings.push_back({text, Severity::Error, text, {{"theme", text}, {"milestone", word}}, text});
    dossier.precedents.push_back({text, text, {{-1, 3}}, {{text, 2}}, {{word, 1}}, {{text, 1}}, 1, 1});
    dossier.precedents[0].scope = "productgroep:" + text;
    dossier.strengths.push_back({text, Grade::Weak, {{text, -9, {{"x", word}}}}});
    dossier.strengths[0].points = {{text, 3, {{text, text}}}};
    dossier.history = {{-1, text, text, word, text}, {0, "", "", "", ""}};
    dossier.reviews[0].board = text;
    return dossier;
}

inline Review hostile_review() {
    Review review = dossiers::review();
    const std::string text = hostile_text(), word(2'000, 'W');
    review.board = review.text = review.asked_by = review.asked_role = text + word;
    review.reviewers = {text, word, text};
    for (Verdict& verdict : review.verdicts) verdict.role = verdict.author = verdict.verdict = verdict.text = text;
    for (Condition& condition : review.conditions) condition.role = condition.text = condition.met_by = text;
    return review;
}

inline std::vector<Drift> hostile_drifts() {
    std::vector<Drift> drifts = dossiers::drifts();
    for (Drift& drift : drifts) drift.before = drift.after = drift.theme = hostile_text();
    drifts.push_back({hostile_text(), std::string(2'000, 'W'), "", "x", true});
    return drifts;
}

// The page of a frozen dossier; without a review, that of today.
inline std::string page(const Dossier& dossier, Language language, const Review* review = nullptr,
                        const std::vector<Drift>* drifts = nullptr) {
    const bool frozen = review != nullptr;
    return mvoi::render::dossier_html(dossier, {mvoi::json::rule_book(), language, frozen ? 1207 : 0,
                                                frozen ? hash_of_dossier : std::string(), frozen, review, drifts});
}

}  // namespace dossiers
