// SPDX-License-Identifier: EUPL-1.2
// The time that checking takes, through the operations: of contracts that run, of a package nobody signed, of a tender.
#include "support/register.hpp"

namespace checkability_test {

namespace {

void adopt(TestRegister& store, int hours) {
    store.call("policy.adopt", request({{"/organisation", "gm0344"},
                                        {"/validFrom", "2026-01-01"},
                                        {"/checking/0/role", "contractmanager"},
                                        {"/checking/0/hoursPerYear", hours},
                                        {"/today", "2026-01-01"}}));
}

void sign(TestRegister& store, const std::string& reference, const std::string& promises,
          const std::string& person = "Bakker") {
    store.call("contract.sign", signing(promises, {{"/reference", reference}, {"/people/contractmanager", person}}));
}

std::string promise(int minutes, const std::string& owner = "contractmanager") {
    return request(
        {{"/theme", "klimaat"}, {"/text", "Wij doen ons best."}, {"/minutesPerYear", minutes}, {"/owner", owner}});
}

mvoi::json::Value compute(TestRegister& store, const std::string& members) {
    return store.call("checkability.compute", "{" + members + R"(,"today":"2026-11-21"})");
}

const std::string criteria =
    R"("themes":[{"theme":"klimaat","state":"applied","level":2,"criteria":[)"
    R"({"title":"Rijden zonder uitstoot","kind":"gunningscriterium"},{"title":"Certificaat","kind":"geschiktheidseis"},)"
    R"({"title":"Lampen","kind":"contractbepaling"},{"title":"Nog te bepalen"}]}])";

}  // namespace

TEST_CASE("what an organisation was promised is held against the hours of its policy", "[checkability]") {
    TestRegister store;
    adopt(store, 6);
    sign(store, "C-1", "[" + promise(300) + "," + promise(60, "jurist") + "]");
    sign(store, "C-2", "[" + promise(120) + R"(,{"theme":"klimaat","text":"Zonder meer."}])", "Visser");
    const auto answer = compute(store, R"("organisation":"gm0344")");
    CHECK(text_at(answer, "/promises") == "4");
    CHECK(text_at(answer, "/withoutEstimate") == "1");
    CHECK(text_at(answer, "/withoutOwner") == "1");
    CHECK(text_at(answer, "/years/0/year") == "2027");
    CHECK(text_at(answer, "/years/0/minutes") == "480");
    CHECK(text_at(answer, "/years/0/roles/1/role") == "contractmanager");
    CHECK(text_at(answer, "/years/0/roles/1/minutes") == "420");
    CHECK(text_at(answer, "/years/0/roles/1/availableMinutes") == "360");
    CHECK(text_at(answer, "/years/0/roles/1/differenceMinutes") == "-60");
    CHECK(text_at(answer, "/years/0/roles/1/people/0/person") == "Bakker");
    CHECK(text_at(answer, "/years/0/roles/1/people/1/minutes") == "120");
    CHECK(text_at(answer, "/years/2/year") == "(nothing)");
    CHECK(findings(answer) == Rules{"check-over-role", "check-without-estimate", "check-without-owner"});

    const auto mine = compute(store, R"("organisation":"gm0344","person":"Visser","hoursAvailable":2,"year":2028)");
    CHECK(text_at(mine, "/years/0/minutes") == "120");
    CHECK(text_at(mine, "/years/0/differenceMinutes") == "0");
    CHECK(text_at(mine, "/years/0/roles/0/availableMinutes") == "(nothing)");
    CHECK(findings(mine).empty());
}

TEST_CASE("one contract takes of the time that the others leave", "[checkability]") {
    TestRegister store;
    adopt(store, 6);
    sign(store, "C-1", "[" + promise(300) + "]");
    sign(store, "C-2", "[" + promise(120) + "]");
    const auto answer = compute(store, R"("organisation":"gm0344","reference":"C-2")");
    CHECK(text_at(answer, "/of") == "contract");
    CHECK(text_at(answer, "/years/0/minutes") == "120");
    CHECK(text_at(answer, "/years/0/roles/0/otherMinutes") == "300");
    CHECK(text_at(answer, "/years/0/roles/0/differenceMinutes") == "-60");
    // Once it ended early it asks nothing any more, and leaves all to the other.
    store.call("contract.change", R"({"organisation":"gm0344","reference":"C-1","ended":{"on":"2026-12-31",)"
                                  R"("reason":"Failliet"},"today":"2026-11-21"})");
    CHECK(text_at(compute(store, R"("organisation":"gm0344","reference":"C-2")"),
                  "/years/0/roles/0/differenceMinutes") == "240");
}

TEST_CASE("a package is counted before anybody signs it", "[checkability]") {
    TestRegister store;
    const std::string head = store.head();
    const std::string proof =
        R"([{"theme":"klimaat","text":"Groene stroom.","proofKind":"certificaat","checked":"maand","owner":"jurist"}])";
    const auto answer =
        compute(store, R"("promises":)" + proof + R"(,"term":{"start":"2027-01-01","months":12},"hoursAvailable":3)");
    CHECK(text_at(answer, "/of") == "package");
    CHECK(text_at(answer, "/years/0/minutes") == "240");
    CHECK(text_at(answer, "/years/0/assumed") == "true");
    CHECK(text_at(answer, "/years/0/differenceMinutes") == "-60");
    CHECK(findings(answer) == Rules{"check-over", "check-assumed"});
    CHECK(store.head() == head);
    CHECK(store.refusal("checkability.compute", R"({"promises":)" + proof + "}") == Rules{"checkability.no-term"});
    CHECK(store.refusal("checkability.compute", R"({"year":2027})") == Rules{"checkability.of-what"});
}

TEST_CASE("at its start a tender says what checking its criteria will take", "[checkability]") {
    TestRegister store;
    const std::string begin = R"({"organisation":"gm0344","title":"Schoonmaak","kind":"dienst","today":"2026-11-21",)";
    const auto plain = store.call("tender.start", begin + R"("reference":"T-0"})");
    CHECK(findings(plain).count("check-hours") == 0);
    // 4 x 60 and 2 x 45 minutes; what ends at the award is not counted, and what has no kind cannot be.
    const auto answer = store.call("tender.start", begin + R"("reference":"T-1",)" + criteria + "}");
    CHECK(findings(answer).count("check-hours") == 1);
    for (const auto& each : answer.list_or_empty("findings"))
        if (each.text_or("rule") == "check-hours") {
            CHECK(each.text_or("severity") == "information");
            CHECK(each.text_or("sentence").find("5,5 uur per jaar (2 van de 3 criteria geteld)") != std::string::npos);
        }
    adopt(store, 5);
    const auto over = store.call("tender.start", begin + R"("reference":"T-2",)" + criteria + "}");
    CHECK(findings(over).count("check-hours-over") == 1);

    const auto year = compute(store, R"("organisation":"gm0344","tenderReference":"T-2")");
    CHECK(text_at(year, "/years/0/year") == "2027");
    CHECK(text_at(year, "/years/0/minutes") == "330");
    CHECK(text_at(year, "/years/0/assumedMinutes") == "330");
    CHECK(text_at(year, "/withoutEstimate") == "1");
    CHECK(findings(year) == Rules{"check-over-role", "check-without-estimate", "check-assumed", "check-one-year"});
    const auto term = compute(store, R"("organisation":"gm0344","tenderReference":"T-2",)"
                                     R"("term":{"start":"2027-07-01","months":12})");
    CHECK(text_at(term, "/years/0/minutes") == "166");  // 330 x 184 / 365 = 166.36
    CHECK(text_at(term, "/years/1/minutes") == "164");  // 330 x 182 / 366 = 164.10
}

}  // namespace checkability_test
