// SPDX-License-Identifier: EUPL-1.2
// One contract from policy to its last day, through mvoi.h alone: what was chosen for the tender is followed into the
// contract, through what was observed, rated, proven and realised, to the sums at its end. Every figure is reckoned by
// hand beside it.
#include <vector>

#include "story.hpp"

namespace {

using Names = Story::Names;

const std::string tender = R"("reference":"T-1")", contract = R"("reference":"C-1")";

// The board looks at everything, and a gate stops what is not in order. Of social return 5 % of the value, by a table
// of one group: EUR 12 000 a year, at most three months for each candidate.
std::string policy(const std::string& from, const std::string& mode) {
    return R"("validFrom":")" + from + R"(","ambition":2,"gateMode":")" + mode +
           R"(","board":{"reviewers":["inkoopadviseur","tenderboard"],"firstMeeting":"2026-03-10","everyDays":14},)"
           R"("socialReturn":{"rule":{"thresholds":[{"kinds":["dienst"],"cents":5000000}],"basis":"opdrachtwaarde",)"
           R"("percent":"5"},"table":{"code":"eigen-2026","nl":"Eigen tabel","blocks":[{"code":"langdurig",)"
           R"("nl":"Langdurig","yearCents":1200000,"limit":"months","limitMonths":3}],"purchases":"any"}})";
}

std::string applied(const std::string& theme, const std::string& criterion, const std::string& kind) {
    return R"({"theme":")" + theme + R"(","state":"applied","level":2,"criteria":[{)" + criterion + R"(,"kind":")" +
           kind + R"(","legalForm":"bijzondere-voorwaarde","proof":"kwartaalrapportage"}]})";
}

std::string explained(const std::string& theme, const std::string& text) {
    return R"({"theme":")" + theme + R"(","state":"explained","explanation":{"reason":"wettelijk","text":")" + text +
           R"(","author":"J. de Wit","role":"jurist"}})";
}

// At most so many tonnes a year, shown each month within fifteen days.
std::string tonnes(const std::string& most) {
    return R"({"theme":"klimaat","criterion":"18.010","kpi":"co2-uitstoot","target":")" + most +
           R"(","clause":"7.1","checked":"maand","reportWithinDays":15,"proofKind":"meetrapport",)"
           R"("owner":"contractmanager","to":"2029-12-31"})";
}
const std::string placements =
    R"({"theme":"social-return","criterion":"Plaatsingen","kpi":"geplaatste-personen","target":"2","clause":"8.2",)"
    R"("checked":"jaar","reportWithinDays":15,"owner":"contractmanager","to":"2029-12-31"})";
const std::string electricity =
    R"({"theme":"klimaat","kpi":"groene-stroom","target":"12000","clause":"7.4","checked":"kwartaal",)"
    R"("reportWithinDays":30,"owner":"contractmanager","to":"2029-12-31",)"
    R"("rows":{"source":"energienota","window":"kwartaal"}})";

std::string observed(int promise, const std::string& from, const std::string& to, const std::string& value) {
    return R"({"promise":)" + std::to_string(promise) + R"(,"from":")" + from + R"(","to":")" + to +
           R"(","source":"opgave","value":")" + value + "\"}";
}

std::string rated(const std::string& one, const std::string& two, const std::string& three) {
    return contract + R"(,"ratings":[{"promise":1,"rating":")" + one + R"("},{"promise":2,"rating":")" + two +
           R"("},{"promise":3,"rating":")" + three + R"("}])";
}

// The rows of one year of electricity bills, one for each quarter.
std::string bills(const std::string& year, const std::string& q1, const std::string& q2, const std::string& q3,
                  const std::string& q4) {
    const auto row = [&](const char* day, const std::string& kwh) {
        return R"({"on":")" + year + day + R"(","quantity":")" + kwh + "\"}";
    };
    return contract + R"(,"source":"energienota","from":")" + year + R"(-01-01","to":")" + year +
           R"(-12-31","rows":[)" + row("-02-03", q1) + "," + row("-05-04", q2) + "," + row("-08-05", q3) + "," +
           row("-11-06", q4) + "]";
}

void adopt_and_start(Story& story) {
    story.on("2026-01-02");
    story.ask("policy.adopt", policy("2026-01-01", "blokkerend"));
    story.on("2026-02-02");
    story.ask("tender.start",
              tender +
                  R"(,"title":"Schoonmaak","kind":"dienst","procedure":"openbaar","estimatedValueCents":10000000,)"
                  R"("cpv":["90910000-9"],"people":{"contractmanager":"N. de Vries"},)"
                  R"("planning":{"publication":"2026-06-01","contractStart":"2027-01-01"},)"
                  R"("motives":{"procedure":"Ruime markt, veel partijen.","undivided":"Een samenhangende dienst."},)"
                  R"("instrumentValues":[{"instrument":"co2-prestatieladder","edition":"4.0","value":"2"}],)"
                  R"("themes":[)" +
                  applied("klimaat", R"("number":"18.010","edition":"2020-12-10")", "contractbepaling") + "," +
                  applied("circulair", R"("title":"Hergebruikte middelen")", "contractbepaling") + "," +
                  applied("social-return", R"("title":"Plaatsingen")", "contractbepaling") + "]");
    // Three of the six themes are decided on.
    story.refused("tender.advance", tender + R"(,"to":"publication")");
    CHECK(story.each("/errors", "rule", "finding.undecided").size() == 1);
}

void decide_and_ask_the_board(Story& story) {
    story.on("2026-02-16");
    story.ask("tender.decide",
              tender + R"(,"themes":[)" +
                  explained("milieu", "De wet schrijft de middelen voor; er is geen keuze in stoffen.") + "," +
                  explained("ketenverantwoordelijkheid", "Voor deze dienst verbiedt de cao verdere eisen.") + "," +
                  explained("diversiteit-inclusie", "De Algemene wet gelijke behandeling laat dit niet toe.") + "]");
    // All is in order but for the board.
    story.refused("tender.advance", tender + R"(,"to":"publication")");
    CHECK(story.each("/errors", "rule") == Names{"finding.review-missing"});

    const std::string review = (story.ask("review.ask", tender), story.at("/review"));
    story.on("2026-03-10");
    const std::string akkoord = R"("review":")" + review + R"(","verdict":"akkoord",)";
    story.ask("review.answer", akkoord + R"("role":"inkoopadviseur","actor":"D. Kok")");
    story.ask("review.answer", akkoord + R"("role":"tenderboard","actor":"E. Mol")");
}

void publish_and_award(Story& story) {
    story.on("2026-06-01");
    CHECK((story.ask("tender.gate", tender), story.at("/gate/passage")) == "open");
    story.ask("tender.advance", tender + R"(,"to":"publication")");
    story.on("2026-07-15");
    story.ask("tender.advance", tender + R"(,"to":"evaluation")");
    story.on("2026-09-15");
    story.ask("tender.advance", tender + R"(,"to":"award")");
    CHECK(story.at("/phase") == "award");
    // From October on the organisation reports and stops nobody.
    story.ask("policy.adopt", policy("2026-10-01", "meldend"));
}

void sign(Story& story) {
    story.on("2026-10-01");
    // Offered was 40 tonnes a year; signed is 41. Nothing comes back of what was asked for circulair.
    story.ask("contract.sign",
              contract +
                  R"(,"tenderReference":"T-1","valueCents":10000000,"suppliers":[{"name":"Schoon BV"}],)"
                  R"("term":{"start":"2027-01-01","months":24,"options":[{"months":12,)"
                  R"("notice":{"count":3,"unit":"months"}}]},"promises":[)" +
                  tonnes("41") + "," + placements + "," + electricity + R"(],"offered":[{"points":20,"promise":)" +
                  tonnes("40") + "},{\"promise\":" + placements + "}]");
    CHECK(story.each("/findings", "rule", "thread-") ==
          Names{"thread-weakened", "thread-dropped", "thread-added-unnamed"});
    CHECK(story.at("/course/end/date") == "2028-12-31");
    CHECK(story.at("/socialReturn/obligation/cents") == "500000");  // 5 % of EUR 100 000
    CHECK(story.at("/instruments/0/value") == "2");                 // asked in the tender

    // Both are named at the gate, and in what the board can read.
    story.ask("tender.gate", tender + R"(,"to":"contract")");
    CHECK(story.at("/gate/passage") == "reported");
    const Names broken{"criterion-without-promise", "thread-weakened"};
    for (const std::string& rule : broken) CHECK(story.each("/gate/findings", "rule").contains(rule));
    CHECK(story.says("Hergebruikte middelen"));
    CHECK(story.says("40 ton CO2e toegezegd, 41 ton CO2e in het contract"));
    story.ask("tender.advance", tender + R"(,"to":"contract")");
    story.ask("review.dossier", tender);
    for (const std::string& rule : broken) CHECK(story.each("/dossier/findings", "rule").contains(rule));
}

// The standings of the promises on a day, in their order.
std::vector<std::string> standings(Story& story, const std::string& day) {
    story.on(day);
    story.ask("promise.list", contract);
    std::vector<std::string> found;
    for (int i = 0; i < story.count("/items"); ++i)
        found.push_back(story.at("/items/" + std::to_string(i) + "/promise/standing/stand"));
    return found;
}
using Standings = std::vector<std::string>;

void prove_and_rate(Story& story) {
    story.on("2027-03-01");
    story.ask("promise.evidence", contract + R"(,"documents":[{"promises":[1],"sha256":")" + std::string(64, 'a') +
                                      R"(","kind":"meetrapport","validTo":"2029-12-31"}])");
    CHECK(story.says("evidence-not-verified"));
    story.ask("promise.evidence", contract + R"(,"documents":[{"number":1,"verified":{"by":"A. Smit"}}])");
    CHECK(!story.says("evidence-not-verified"));
    story.on("2027-12-20");
    story.ask("promise.rate", rated("nadert-doel", "goed", "goed"));
    CHECK(story.at("/promises/0/ratingDue") == "2029-01-30");  // thirty days after 2028-12-31, when it ends
}

void first_year(Story& story) {
    std::string months;
    for (const char* month : {"01", "02", "03", "04", "05", "07", "08", "09", "10", "11"}) {  // June is missing
        const std::string last = std::set<std::string>{"04", "09", "11"}.contains(month) ? "30" : "31";
        const std::string day = std::string("2027-") + month + "-";
        months += observed(1, day + "01", day + (month == std::string("02") ? "28" : last), "3.1") + ",";
    }
    story.on("2028-01-10");
    story.ask("promise.observe", contract + R"(,"observations":[)" + months +
                                     observed(1, "2027-12-01", "2027-12-31", "3.1") + "," +
                                     observed(2, "2027-01-01", "2027-12-31", "2") + "]");
    CHECK(story.at("/noted") == "12");
    story.ask("promise.count", bills("2027", "3000", "3100", "2900", "3200"));
    CHECK(story.at("/noted") == "4");
    // 11 x 3.1 = 34.1 of at most 41 tonnes, and thirty days of which nobody knows.
    CHECK(standings(story, "2028-01-20") == Standings{"niet-aangetoond", "op-koers", "op-koers"});
    const std::string tonnes_of = story.place("/items", "promise/number", "1") + "/promise/standing/";
    CHECK(story.at(tonnes_of + "due") == "2027-07-15");  // June ended, and fifteen days
}

void realise_social_return(Story& story) {
    story.on("2028-06-01");
    // 12 000 x 36/36 x 3/12 = 3 000; 12 000 x 18/36 x 3/12 = 1 500; and an invoice of 500.
    story.ask("socialreturn.realise",
              contract + R"(,"placements":[{"reference":"k1","block":"langdurig","started":"2027-03-01",)"
                         R"("hoursPerWeek":"36","halfMonths":6},{"reference":"k2","block":"langdurig",)"
                         R"("started":"2028-02-01","hoursPerWeek":"18","halfMonths":6}],)"
                         R"("invoices":[{"reference":"f1","on":"2027-05-10","cents":50000,"paid":true}])");
    story.ask("socialreturn.statement", contract);
    CHECK(story.at("/realisedCents") == "500000");
    CHECK(story.at("/remainingCents") == "0");  // of EUR 5 000
}

void second_year(Story& story) {
    story.on("2028-07-10");
    // The missing month after all, and the first half of the second year; a second time nothing is new.
    const std::string list = R"("format":"csv","content":"waarnemingen","text":"Contract;Belofte;Waarde;Periode;Bron\n)"
                             R"(C-1;1;4,5;2027-06;opgave\nC-1;1;10;2028-Q1;opgave\nC-1;1;9,5;2028-Q2;opgave\n")";
    CHECK((story.ask("register.import", list), story.at("/added")) == "3");
    CHECK((story.ask("register.import", list), story.at("/unchanged")) == "3");
    // 34.1 + 4.5 = 38.6 of at most 41; nothing is missing.
    CHECK(standings(story, "2028-07-10").front() == "op-koers");
}

void end_of_second_year(Story& story) {
    story.on("2028-12-20");
    story.ask("promise.rate", rated("goed", "verbetering-nodig", "goed"));
    CHECK(story.at("/promises/0/ratingDue") == "2030-01-30");  // it now ends on 2029-12-31
    story.on("2029-01-05");
    story.ask("promise.observe", contract + R"(,"observations":[)" + observed(1, "2028-07-01", "2028-12-31", "19") +
                                     "," + observed(2, "2028-01-01", "2028-12-31", "1") + "]");
    story.ask("promise.count", bills("2028", "3000", "3000", "3000", "3000"));
    // One person was placed in 2028, of the two that were promised.
    CHECK(standings(story, "2029-01-05") == Standings{"op-koers", "gemist", "op-koers"});
}

// "2028-08-19 evaluatie" for each item that is about the contract itself.
Names to_do(Story& story, const std::string& day, const std::string& month) {
    story.on(day);
    story.ask("worklist.list", R"("month":")" + month + "\"");
    Names found;
    for (int i = 0; i < story.count("/items"); ++i) {
        const std::string item = "/items/" + std::to_string(i);
        if (story.at(item + "/promise") == "-") found.insert(story.at(item + "/day") + " " + story.at(item + "/what"));
    }
    return found;
}

void evaluate_and_extend(Story& story) {
    // Decided on three months before 2028-12-31; evaluated forty-two days before that.
    CHECK(to_do(story, "2028-07-15", "2028-08") == Names{"2028-08-19 evaluatie"});
    CHECK(to_do(story, "2028-07-15", "2028-09") == Names{"2028-09-30 optie"});
    story.ask("calendar.feed", R"("from":"2028-08-01","to":"2028-09-30")");
    const std::string feed = story.at("/body");
    CHECK(feed.find("DTSTART;VALUE=DATE:20280819") != std::string::npos);
    CHECK(feed.find("DTSTART;VALUE=DATE:20280930") != std::string::npos);

    story.on("2028-09-10");
    story.ask("contract.change", contract + R"(,"optionDecided":{"number":1,"decision":"gelicht"})");
    CHECK(story.at("/course/end/date") == "2029-12-31");
    CHECK(to_do(story, "2028-09-11", "2028-09").empty());
    CHECK(to_do(story, "2028-09-11", "2029-12") == Names{"2029-12-31 contracteinde"});
}

void third_year(Story& story) {
    story.on("2030-01-08");
    story.ask("promise.observe", contract + R"(,"observations":[)" + observed(1, "2029-01-01", "2029-12-31", "39") +
                                     "," + observed(2, "2029-01-01", "2029-12-31", "2") + "]");
    story.ask("promise.count", bills("2029", "3050", "3050", "3000", "3000"));
    story.ask("promise.rate", rated("goed", "verbetering-nodig", "goed"));
    CHECK(story.at("/promises/0/ratingDue") == "-");  // the last was given
}

// "co2-uitstoot 2027 38.6" for each sum that is complete.
Names sums(Story& story) {
    story.ask("effect.list", contract);
    Names found;
    for (int i = 0; i < story.count("/items"); ++i) {
        const std::string item = "/items/" + std::to_string(i);
        found.insert(story.at(item + "/effect") + " " + story.at(item + "/year") + " " + story.at(item + "/total") +
                     (story.at(item + "/complete") == "true" ? "" : " so far"));
    }
    return found;
}

void how_it_ended(Story& story) {
    CHECK(standings(story, "2030-01-15") == Standings{"gehaald", "gemist", "gehaald"});
    CHECK(sums(story) == Names{
                             "co2-uitstoot 2027 38.6",  // 11 x 3.1 + 4.5
                             "co2-uitstoot 2028 38.5",  // 10 + 9.5 + 19
                             "co2-uitstoot 2029 39",
                             "groene-stroom 2027 12200",  // 3 000 + 3 100 + 2 900 + 3 200
                             "groene-stroom 2028 12000",
                             "groene-stroom 2029 12100",
                             "plaatsingen 2027 2",
                             "plaatsingen 2028 1",
                             "plaatsingen 2029 2",
                             "social-return-waarde 2027 3500",  // 3 000 and the invoice
                             "social-return-waarde 2028 1500",
                             "sociale-ondernemingen 2027 500",
                         });
    story.ask("socialreturn.statement", contract);
    CHECK(story.at("/obligation/cents") == "500000");
    CHECK(story.at("/realisedCents") == "500000");
    CHECK(story.at("/elapsedDays") == "1096");  // 2027, 2028 and 2029: 365 + 366 + 365
    CHECK(story.at("/realisedPercent") == "100");
    story.ask_plain("journal.verify", "{}");
    CHECK(story.at("/intact") == "true");
    story.ask_plain("register.rebuild", R"({"dryRun":true})");
    CHECK(story.at("/equal") == "true");
}

}  // namespace

TEST_CASE("one contract from policy to its last day", "[path]") {
    Story story;
    adopt_and_start(story);
    decide_and_ask_the_board(story);
    publish_and_award(story);
    sign(story);
    prove_and_rate(story);
    first_year(story);
    realise_social_return(story);
    second_year(story);
    evaluate_and_extend(story);
    end_of_second_year(story);
    third_year(story);
    how_it_ended(story);
    story.reopen();
    how_it_ended(story);
}
