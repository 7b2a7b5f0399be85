// SPDX-License-Identifier: EUPL-1.2
// Plans as tests/cases/plans.txt says: what a buyer would check by hand, with a calendar and the law.
#include "domain/laws.hpp"
#include "render/sentences.hpp"
#include "support/asked.hpp"
#include "support/cases.hpp"
#include "support/register.hpp"

namespace plan_test {

using namespace mvoi;

namespace {

const std::string organisation = "gm9999";

json::Value typed(const std::string& word) {
    if (word == "true" || word == "false") return word == "true";
    if (word.find_first_not_of("0123456789") == std::string::npos) return std::int64_t{std::stoll(word)};
    return word;
}

class PlanCase {
  public:
    void play(const Line& line) {
        INFO(line[0] << " " << (line.size() > 1 ? line[1] : "") << " " << (line.size() > 2 ? line[2] : ""));
        if (asks(line)) {
            answered_ = false;
            return;
        }
        if (!answered_) answer();
        expect(line);
    }

  private:
    bool asks(const Line& line) {
        const std::string& word = line[0];
        if (word == "plan") {
            request_ = json::Value(json::Object{});
            planning_ = conditions_ = {};
            if (line[1] != "-") request_.add("procedure", line[1]);
            if (line[2] != "-") request_.add("kind", line[2]);
            request_.add("today", "2026-11-21");
        } else if (word == "given") {
            planning_.add(line[1], line[2]);
        } else if (word == "with") {
            conditions_.add(line[1], line.size() > 2 ? typed(line[2]) : json::Value(true));
        } else if (word == "lead") {
            json::Value lead{json::Object{}};
            lead.add("part", line[1]);
            lead.add("days", typed(line[2]));
            if (line.size() > 3) lead.add("level", typed(line[3]));
            leads_.append(std::move(lead));
        } else if (word == "closed") {
            closed_.append(json::Value(json::Object{{"from", line[1]}, {"to", line[2]}}));
        } else if (word == "meets") {
            board_ = json::Value(json::Object{{"reviewers", json::List{json::Value("jurist")}}});
            board_.add("firstMeeting", line[1]);
            board_.add("everyDays", typed(line[2]));
            if (line.size() > 3) board_.add("papersDays", typed(line[3]));
        } else if (word == "amount") {
            amounts_.add(line[1], typed(line[2]));
        } else if (expectations.contains(word)) {
            return false;
        } else {
            if (json::Value* known = request_.find(word)) {
                *known = typed(line[1]);
            } else {
                request_.add(word, typed(line[1]));
            }
        }
        return true;
    }

    void answer() {
        answered_ = true;
        asked_ = {};
        json::Value request = request_;
        if (!planning_.is_null()) request.add("planning", planning_);
        if (!conditions_.is_null()) request.add("conditions", conditions_);
        if (leads_.is_null() && closed_.is_null() && board_.is_null() && amounts_.is_null()) {
            asked_ = ask("plan.compute", request);
            return;
        }
        TestRegister a;
        json::Value policy{json::Object{}}, planning{json::Object{}};
        policy.add("organisation", organisation);
        policy.add("validFrom", "2016-07-01");
        if (!leads_.is_null()) planning.add("leadTimes", leads_);
        if (!closed_.is_null()) planning.add("closed", closed_);
        policy.add("planning", planning);
        if (!board_.is_null()) policy.add("board", board_);
        if (!amounts_.is_null()) policy.add("thresholds", amounts_);
        a.call("policy.adopt", json::write(policy));
        request.add("organisation", organisation);
        try {
            asked_.answer = a.call("plan.compute", json::write(request));
        } catch (const domain::Refusal& refusal) {
            asked_.no = refusal.faults;
        }
    }

    void expect(const Line& line) {
        const std::string& word = line[0];
        if (word == "refused") {
            REQUIRE_FALSE(asked_.no.empty());
            CHECK("refused " + asked_.no.front().rule + " " + asked_.no.front().path ==
                  "refused " + line[1] + " " + line[2]);
            for (const auto language : {domain::Language::Dutch, domain::Language::English})
                CHECK(render::has_sentence(language, asked_.no.front().rule));
            return;
        }
        for (const auto& fault : asked_.no) FAIL_CHECK("refused: " << fault.rule << " " << fault.path);
        const json::Value& answer = asked_.answer;
        if (word == "date")
            CHECK(line[1] + " " + day_of(line[1]) == line[1] + " " + line[2]);
        else if (word == "latest" || word == "begun")
            CHECK(word + " " + answer.text_or(word == "latest" ? "latestStart" : "contractStartIfBegunNow", "-") ==
                  word + " " + line[1]);
        else if (word == "until")
            CHECK(line[1] + " " + until(line[1]).first == line[1] + " " + line[2]);
        else if (word == "reachable")
            CHECK(answer.integer_or("reachableLevel", -1) == std::stoi(line[1]));
        else if (word == "usual")
            CHECK(answer.text_or("procedure") == line[1]);
        else if (word == "open" || word == "shut")
            for (std::size_t i = 1; i < line.size(); ++i) CHECK(is_open(line[i]) == (word == "open"));
        else if (word == "says" || word == "silent")
            for (std::size_t i = 1; i < line.size(); ++i)
                CHECK(asked_.findings().contains(line[i]) == (word == "says"));
        else if (word == "law")
            CHECK(says_law(line[1], line[2]));
        else if (word == "article")
            CHECK(law_of(line[1]).find(line[2]) != std::string::npos);
        else if (word == "step")
            CHECK(has_step(line[1], line[2], line[3]));
    }

    std::string day_of(const std::string& code) const {
        for (const auto& each : asked_.answer.list_or_empty("milestones"))
            if (each.text_or("code") == code) return each.text_or("date");
        return "-";
    }
    std::string law_of(const std::string& code) const {
        for (const auto& each : asked_.answer.list_or_empty("milestones"))
            if (each.text_or("code") == code) return each.text_or("law");
        return "";
    }
    std::pair<std::string, bool> until(const std::string& level) const {
        for (const auto& each : asked_.answer.list_or_empty("ambitionWindow"))
            if (std::to_string(each.integer_or("level", 0)) == level)
                return {each.text_or("until"), each.boolean_or("reachable", false)};
        return {"-", false};
    }
    bool is_open(const std::string& procedure) const {
        for (const auto& each : asked_.answer.list_or_empty("alternatives"))
            if (each.text_or("procedure") == procedure) return true;
        return false;
    }
    bool says_law(const std::string& rule, const std::string& article) const {
        for (const auto& each : asked_.answer.list_or_empty("findings"))
            if (each.text_or("rule") == rule && json::write(each).find("art. " + article) != std::string::npos)
                return true;
        return false;
    }
    bool has_step(const std::string& code, const std::string& kind, const std::string& date) const {
        for (const auto& each : asked_.answer.list_or_empty("milestones"))
            if (each.text_or("code") == code)
                for (const auto& step : each.list_or_empty("steps"))
                    if (step.text_or("kind") == kind && step.text_or("date") == date) return true;
        return false;
    }

    static inline const std::set<std::string> expectations = {"date",  "latest", "begun",   "until",  "reachable",
                                                              "usual", "open",   "shut",    "says",   "silent",
                                                              "law",   "step",   "refused", "article"};
    json::Value request_, planning_, conditions_, leads_, closed_, board_, amounts_;
    bool answered_ = false;
    Asked asked_;
};

}  // namespace

TEST_CASE("plans are as tests/cases/plans.txt says", "[plan]") {
    for (const Case& each : read_cases("plans.txt")) {
        INFO(each.title);
        PlanCase playing;
        for (const Line& line : each.lines) playing.play(line);
    }
}

TEST_CASE("an act is named once for the articles of it that stand beside each other", "[plan]") {
    const auto named = [](const std::vector<std::string>& laws) {
        std::string line;
        for (const std::string& law : laws) domain::add_law(line, law);
        return line;
    };
    const std::string act = "Aanbestedingswet 2012, art. ";
    CHECK(named({act + "2.127 lid 1-3", act + "2a.51"}) == act + "2.127 lid 1-3 en 2a.51");
    CHECK(named({act + "2.134", act + "2.127", act + "2.127", "", act + "2.134"}) == act + "2.134 en 2.127");
    CHECK(named({act + "2.127", act + "2.12"}) == act + "2.127 en 2.12");
    CHECK(named({act + "2.12", act + "2.54", act + "2.12", act + "2.54"}) == act + "2.12 en 2.54");
    CHECK(named({act + "2.134", "Verordening (EEG, Euratom) 1182/71, art. 3 lid 4", act + "2.54"}) ==
          act + "2.134; Verordening (EEG, Euratom) 1182/71, art. 3 lid 4; " + act + "2.54");
    CHECK(named({"Gids proportionaliteit", act + "1.4"}) == "Gids proportionaliteit; " + act + "1.4");
}

TEST_CASE("a source of the library's own is no source for a reader", "[plan]") {
    CHECK(domain::sources_elsewhere("method of libmvoi").empty());
    CHECK(domain::sources_elsewhere("").empty());
    CHECK(domain::sources_elsewhere("PIANOo, rapportages 2024; method of libmvoi") == "PIANOo, rapportages 2024");
    CHECK(domain::sources_elsewhere("BW 3:37; BW 3:38") == "BW 3:37; BW 3:38");
}

}  // namespace plan_test
