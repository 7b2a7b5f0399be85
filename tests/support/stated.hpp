// SPDX-License-Identifier: EUPL-1.2
// The calls that make a contract with everything in it, for statements of it. Shared with ../browser/, where a browser
// has to show them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace stated {

using Calls = std::vector<std::pair<std::string, std::string>>;  // operation, request

inline const std::string named = R"("organisation":"gm0344","reference":"C-1")";

inline std::string on(const std::string& day, const std::string& more = "") {
    return "{" + named + more + R"(,"today":")" + day + "\"}";
}

// A tender with one applied theme, one criterion of which is dropped; a contract of two suppliers with a promise that
// is weaker than was offered and missed, one that was estimated, one that nobody showed anything of, one that is rated.
//   title, text  of the contract and of its first promise, within JSON
inline Calls calls(const std::string& title = "Strooien & <schuiven>",
                   const std::string& text = "Hoogstens 100 kilo.") {
    const std::string a(64, 'a'), b(64, 'b');
    Calls calls;
    const auto add = [&](const std::string& operation, const std::string& request) {
        calls.emplace_back(operation, request);
    };
    add("tender.start", R"({"organisation":"gm0344","reference":"T-1","title":"Strooien","kind":"dienst",)"
                        R"("people":{"contractmanager":"N. de Vries","jurist":"A. Smit"},"themes":[)"
                        R"({"theme":"klimaat","state":"applied","level":2,"criteria":[)"
                        R"({"number":"18.010","edition":"2020-12-10","kind":"minimumeis","title":"Schone wagens"},)"
                        R"({"title":"Minder ritten","kind":"gunningscriterium","weight":20,"proof":"ritplan"}]}],)"
                        R"("today":"2026-06-01"})");
    for (const char* phase : {"publication", "evaluation", "award"})
        add("tender.advance",
            R"({"organisation":"gm0344","reference":"T-1","to":")" + std::string(phase) + R"(","today":"2026-06-01"})");
    add("contract.sign",
        "{" + named + R"(,"tenderReference":"T-1","title":")" + title +
            R"(","valueCents":10000000,)"
            R"("suppliers":[{"name":"Strooi BV","number":"12345678"},{"name":"Zout NV"}],)"
            R"("term":{"start":"2027-01-01","months":24,"notice":{"count":3,"unit":"months"},"options":[{"months":12}]},)"
            R"("instruments":[{"instrument":"co2-prestatieladder","edition":"4.0","value":"2"}],)"
            R"("socialReturn":{"rule":"rijk","region":"haaglanden"},)"
            R"("offered":[{"points":25,"promise":{"theme":"klimaat","criterion":"18.010","kpi":"nox","target":"80"}}],)"
            R"("promises":[)"
            R"({"theme":"klimaat","criterion":"18.010","kpi":"nox","demand":"ten-hoogste","target":"100",)"
            R"("tolerancePercent":"5","clause":"7.1","text":")" +
            text +
            R"(","proofKind":"meetrapport",)"
            R"("proof":"meetstaat","consequence":"Boete van 1 procent.","minutesPerYear":73,)"
            R"("owner":"contractmanager"},)"
            R"({"theme":"klimaat","kpi":"co2-vermeden","target":"10"},)"
            R"({"theme":"social-return","kpi":"geplaatste-personen","target":"3"},)"
            R"({"theme":"social-return","text":"Wij helpen mee.","minutesPerYear":74,"owner":"contractmanager"}],)"
            R"("today":"2026-11-21"})");
    add("promise.observe",
        on("2028-01-10",
           R"(,"observations":[{"promise":1,"from":"2027-01-01","to":"2027-06-30","value":"40.5","unit":"kg",)"
           R"("source":"meter","note":"van Jan gehoord"},)"
           R"({"promise":1,"from":"2027-07-01","to":"2027-12-31","value":"80","source":"meter"},)"
           R"({"promise":1,"from":"2028-01-01","to":"2028-01-09","value":"7.25","source":"fout"},)"
           R"({"promise":2,"from":"2027-01-01","to":"2027-12-31","value":"0","source":"raming",)"
           R"("estimated":true}])"));
    add("promise.observe", on("2028-01-10", R"(,"takeBack":[{"promise":1,"source":"fout","from":"2028-01-01",)"
                                            R"("reason":"typefout"}])"));
    add("promise.rate",
        on("2028-01-11", R"(,"ratings":[{"promise":4,"rating":"verbetering-nodig","text":"te weinig gebeld",)"
                         R"("on":"2027-06-30","by":"N. de Vries"},{"promise":4,"rating":"goed","by":"A. Smit"}])"));
    add("promise.evidence",
        on("2028-01-12", R"(,"documents":[{"promises":[1,2],"sha256":")" + a +
                             R"(","kind":"certificaat","issuer":"SKAO","where":"zaak 12","validTo":"2028-06-30",)"
                             R"("verified":{"by":"K. Kijker"}},{"promises":[2],"sha256":")" +
                             b + R"(","kind":"verklaring","withdrawn":"bleek van Piet"}])"));
    add("socialreturn.realise",
        on("2028-01-13", R"(,"placements":[{"reference":"k-007","block":"ww","started":"2027-02-01",)"
                         R"("hoursPerWeek":"24","months":"5.5"}])"));
    return calls;
}

}  // namespace stated
