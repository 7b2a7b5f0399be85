// SPDX-License-Identifier: EUPL-1.2
// 12,000 plans, drawn by fixed seeds, counted again by a walker that shares nothing with the planning engine; and the
// promise that the steps of every milestone add up. MVOI_PLANS=100000 asks so many of each.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <sstream>

#include "domain/calendar/days.hpp"
#include "json/out.hpp"
#include "json/rules/rule_book.hpp"
#include "support/plan_walker.hpp"

namespace plan_walk_test {

using namespace mvoi;
using namespace mvoi::domain::planning;
using domain::Date;
using domain::calendar::add_days;

namespace {

struct Drawn {
    Wish wish;
    domain::Policy policy;
    bool has_policy = false;

    const domain::Policy* in_force() const { return has_policy ? &policy : nullptr; }
};

// ---- drawing --------------------------------------------------------------------------------------------------------

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}

    Drawn draw() {
        drawn_ = {};
        const auto& routes = json::rule_book().planning.routes;
        route_ = &routes[static_cast<std::size_t>(from(0, static_cast<int>(routes.size()) - 1))];
        drawn_.wish.chain.work = {route_->procedure, one_of({"werk", "levering", "dienst", ""}), from(1, 3)};
        middle_ = add_days(Date(2020, 1, 1), from(0, 3900));
        conditions();
        if ((drawn_.has_policy = from(0, 4) > 0)) policy();
        dates();
        return drawn_;
    }

    // An open procedure whose notice goes out within days of an edge of the window in which a prior notice counts: 52
    // days and twelve months behind it. The notice is given, or is counted back from tenders that close about as many
    // days later as one of the periods takes, or forward from the start.
    Drawn draw_near_an_edge() {
        drawn_ = {};
        auto& wish = drawn_.wish;
        route_ = json::rule_book().planning.route("openbaar");
        wish.chain.work = {route_->procedure, "dienst", from(1, 3)};
        middle_ = add_days(Date(2020, 1, 1), from(0, 3000));
        const Date notice = middle_;
        wish.chain.conditions.prior_notice = about(add_days(notice, once_in(2) ? -52 : -365), 5);
        if (!once_in(3)) wish.chain.conditions.prior_notice_complete = true;
        if (!once_in(3)) wish.chain.conditions.true_ones.insert("elektronisch");
        if (once_in(4)) wish.chain.conditions.true_ones.insert("stukkenNietBeschikbaar");
        wish.chain.closes_at_midnight = once_in(3);
        if ((drawn_.has_policy = once_in(2))) close(about(notice, 20), 20);
        wish.today = about(middle_, 300);
        const int way = from(1, 4);
        const auto give = [&](const char* milestone, Date day) {
            wish.given[milestone] = domain::period_of(day, domain::Precision::Day);
        };
        if (way == 1) give("publicatie", notice);
        if (way == 2) give("voorbereiding", add_days(notice, -from(40, 50)));
        if (way >= 3) {
            static const int periods[] = {29, 34, 40, 45, 50};
            give("inschrijving", about(add_days(notice, periods[from(0, 4)]), 4));
        }
        return drawn_;
    }

  private:
    int from(int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine_); }
    bool once_in(int times) { return from(1, times) == 1; }
    std::string one_of(const std::vector<const char*>& words) {
        return words[static_cast<std::size_t>(from(0, static_cast<int>(words.size()) - 1))];
    }
    Date about(Date day, int days) { return add_days(day, from(-days, days)); }

    void conditions() {
        auto& chain = drawn_.wish.chain;
        if (!once_in(6)) chain.conditions.true_ones.insert("elektronisch");
        if (once_in(6)) chain.conditions.true_ones.insert("versneld");
        if (once_in(6)) chain.conditions.true_ones.insert("stukkenNietBeschikbaar");
        if (once_in(8)) chain.conditions.agreed_days = from(1, once_in(5) ? 120 : 45);
        if (once_in(3)) {
            // Around both ends of the window, 52 days and twelve months before the notice.
            const int before = once_in(2) ? 52 : 365;
            chain.conditions.prior_notice = about(add_days(middle_, -before), once_in(2) ? 5 : 200);
            if (!once_in(3)) chain.conditions.prior_notice_complete = !once_in(4);
        }
        chain.closes_at_midnight = once_in(3);
        chain.board = once_in(2);
    }

    void policy() {
        auto& planning = drawn_.policy.planning;
        const auto& leads = json::rule_book().planning.leads;
        for (int i = from(0, 14); i > 0; --i) {
            domain::LeadTime lead;
            lead.part = leads[static_cast<std::size_t>(from(0, static_cast<int>(leads.size()) - 1))].code;
            if (lead.part == "stukken-board") continue;
            if (once_in(3)) lead.procedure = once_in(4) ? "openbaar" : route_->procedure;
            if (once_in(3)) lead.kind = once_in(2) ? drawn_.wish.chain.work.kind : "dienst";
            if (once_in(3)) lead.level = from(1, 3);
            lead.days = once_in(4) ? 0 : from(1, once_in(6) ? 150 : 45);
            planning.lead_times.push_back(lead);
        }
        if (once_in(2))
            for (int year = 2018; year <= 2033; ++year) {
                close(Date(static_cast<unsigned short>(year), 12, 20), 18);
                if (from(0, 3)) close(Date(static_cast<unsigned short>(year), 7, 5), 50);
            }
        for (int i = from(0, 3); i > 0; --i) close(about(middle_, 300), 30);
        if (once_in(3)) return;
        domain::BoardRule board;
        board.papers_days = once_in(3) ? 0 : from(1, 21);
        if (!once_in(4)) {
            board.first_meeting = about(Date(2019, 3, 6), 60);
            while (board.first_meeting->day_of_week() == 0 || board.first_meeting->day_of_week() == 6)
                *board.first_meeting = add_days(*board.first_meeting, 1);
            static const int rhythms[] = {1, 7, 14, 14, 21, 28, 30, 35, 42};
            board.every_days = rhythms[from(0, 8)];
        }
        drawn_.policy.board = board;
    }
    void close(Date about_first, int most) {
        const Date first = add_days(about_first, from(0, 10));
        drawn_.policy.planning.closed.push_back({"", first, add_days(first, from(0, most))});
    }

    void dates() {
        auto& wish = drawn_.wish;
        wish.today = about(middle_, 300);
        const auto& legs = route_->legs;
        const int given = from(0, 9) < 6 ? 1 : from(0, 4);
        for (int i = 0; i < given; ++i) {
            std::size_t leg = static_cast<std::size_t>(from(0, static_cast<int>(legs.size()) - 1));
            if (i == 0 && once_in(2)) leg = legs.size() - 1;
            const int place = static_cast<int>(leg) * 35 - 160;
            domain::PlannedDate date = domain::period_of(
                about(add_days(middle_, place), 40), once_in(8) ? domain::Precision::Month : domain::Precision::Day);
            wish.given[legs[leg].to] = date;
        }
        if (once_in(20))
            wish.given["aankondiging-gunning"] = domain::period_of(about(middle_, 60), domain::Precision::Day);
        if (once_in(20)) wish.given["inlichtingen"] = domain::period_of(about(middle_, 60), domain::Precision::Day);
        if (once_in(3)) wish.direction = once_in(2) ? Direction::Forward : Direction::Backward;
        if (once_in(5)) wish.notice_by = about(add_days(middle_, 150), 90);
    }

    std::mt19937 engine_;
    Drawn drawn_;
    const Route* route_ = nullptr;
    Date middle_{2020, 1, 1};
};

// ---- what is told of a difference -----------------------------------------------------------------------------------

std::string told(const Drawn& drawn) {
    const Wish& wish = drawn.wish;
    std::ostringstream line;
    line << wish.chain.work.procedure << " kind=" << wish.chain.work.kind << " level=" << wish.chain.work.level
         << " today=" << domain::to_text(wish.today);
    for (const auto& each : wish.chain.conditions.true_ones) line << " " << each;
    if (const auto& sent = wish.chain.conditions.prior_notice) line << " vooraankondiging=" << domain::to_text(*sent);
    if (const auto& all = wish.chain.conditions.prior_notice_complete) line << " volledig=" << *all;
    if (const auto& days = wish.chain.conditions.agreed_days) line << " overeengekomen=" << *days;
    line << (wish.chain.closes_at_midnight ? " 24:00" : " 12:00") << (wish.chain.board ? " board" : "");
    if (wish.direction) line << " " << code_of(*wish.direction);
    if (wish.notice_by) line << " noticeBy=" << domain::to_text(*wish.notice_by);
    for (const auto& [code, date] : wish.given) line << "\n  given " << code << " " << domain::to_text(date);
    if (!drawn.has_policy) return line.str();
    for (const auto& lead : drawn.policy.planning.lead_times)
        line << "\n  lead " << lead.part << " " << lead.procedure << " " << lead.kind << " "
             << (lead.level ? std::to_string(*lead.level) : "") << " " << lead.days;
    for (const auto& closed : drawn.policy.planning.closed)
        line << "\n  closed " << domain::to_text(closed.first) << " " << domain::to_text(closed.last);
    if (const auto& board = drawn.policy.board)
        line << "\n  board " << (board->first_meeting ? domain::to_text(*board->first_meeting) : "-") << " every "
             << board->every_days << " papers " << board->papers_days;
    return line.str();
}

// "voorbereiding 2027-01-04 ...", of either chain.
using Lines = std::map<std::string, std::string>;

Lines lines_of(const Plan& plan) {
    Lines lines;
    for (const auto& each : plan.milestones) lines[std::string(each.code)] = domain::to_text(each.day);
    if (plan.latest_start) lines["(latest start)"] = domain::to_text(*plan.latest_start);
    for (const auto& row : plan.window) lines["(level " + std::to_string(row.level) + ")"] = domain::to_text(row.until);
    if (plan.start_contract_if_begun_today) lines["(begun)"] = domain::to_text(*plan.start_contract_if_begun_today);
    return lines;
}
Lines lines_of(const walker::Walked& walked) {
    Lines lines;
    for (const auto& [code, day] : walked.milestones) lines[code] = walker::wall().text(day);
    if (walked.latest_start) lines["(latest start)"] = walker::wall().text(*walked.latest_start);
    for (const auto& [level, until] : walked.window)
        lines["(level " + std::to_string(level) + ")"] = walker::wall().text(until);
    if (walked.contract_if_begun) lines["(begun)"] = walker::wall().text(*walked.contract_if_begun);
    return lines;
}

std::string side_by_side(const Lines& engine, const Lines& walked) {
    std::map<std::string, std::pair<std::string, std::string>> both;
    for (const auto& [code, day] : engine) both[code].first = day;
    for (const auto& [code, day] : walked) both[code].second = day;
    std::string text = "\n  milestone: engine, walker";
    for (const auto& [code, days] : both)
        text += "\n  " + code + ": " + days.first + ", " + days.second + (days.first == days.second ? "" : "  <--");
    return text;
}

// ---- steps ----------------------------------------------------------------------------------------------------------

// The fault in the steps of a milestone; empty: they add up.
std::string wrong_with(const PlanMilestone& milestone, const Plan& plan) {
    const Steps& steps = milestone.steps;
    if (steps.empty()) return "no steps";
    if (steps.back().date != milestone.day) return "the last step is not on the day";
    if (steps.front().days != 0) return "the first step moves";
    for (std::size_t i = 1; i < steps.size(); ++i)
        if (add_days(steps[i - 1].date, steps[i].days) != steps[i].date) return "step " + std::to_string(i);
    if (milestone.given && milestone.code != "voorbereiding" && steps.size() > 2) return "a given date is counted";
    // The latest start beside a given one is counted back along a chain of its own.
    if (steps.front().kind != StepKind::From || (plan.start && &milestone == &*plan.start)) return {};
    for (const auto& each : plan.milestones)
        if (each.code == steps.front().code && each.day != steps.front().date) return "counted from another day";
    for (std::size_t i = 1; i < plan.milestones.size(); ++i)
        if (plan.milestones[i].day < plan.milestones[i - 1].day) return "milestones are not in the order of time";
    return {};
}

}  // namespace

namespace {

int times(int usual) {
    const char* many = std::getenv("MVOI_PLANS");
    return many ? std::max(usual, std::atoi(many)) : usual;
}

void check_against_walker(Dice dice, Drawn (Dice::*draw)(), int usual) {
    const Circumstances around{json::rule_book().law, json::rule_book().planning, nullptr};
    int differences = 0;
    for (int i = 0; i < times(usual); ++i) {
        const Drawn drawn = (dice.*draw)();
        const Plan plan = plan_of(drawn.wish, {around.law, around.rules, drawn.in_force()});
        const Lines ours = lines_of(plan);
        const Lines walked = lines_of(walker::Walker(drawn.wish, around.rules, drawn.in_force()).walk());
        if (ours == walked) continue;
        if (++differences <= 3) UNSCOPED_INFO(i << ": " << told(drawn) << side_by_side(ours, walked));
    }
    CHECK(differences == 0);
}

}  // namespace

TEST_CASE("10,000 plans fall where a walker with a wall calendar has them", "[plan]") {
    check_against_walker(Dice(20271231), &Dice::draw, 10000);
}

TEST_CASE("2,000 plans at the edges of the window of a prior notice fall where the walker has them", "[plan]") {
    check_against_walker(Dice(20261121), &Dice::draw_near_an_edge, 2000);
}

TEST_CASE("the steps of every milestone of 12,000 plans add up", "[plan]") {
    Dice dice(20270930);
    int differences = 0;
    for (int i = 0; i < 12000; ++i) {
        const Drawn drawn = i < 10000 ? dice.draw() : dice.draw_near_an_edge();
        const Plan plan = plan_of(drawn.wish, {json::rule_book().law, json::rule_book().planning, drawn.in_force()});
        std::vector<const PlanMilestone*> all;
        for (const PlanMilestone& each : plan.milestones) all.push_back(&each);
        if (plan.start) all.push_back(&*plan.start);
        for (const PlanMilestone* each : all) {
            const PlanMilestone& milestone = *each;
            const std::string wrong = wrong_with(milestone, plan);
            if (wrong.empty() || ++differences > 3) continue;
            UNSCOPED_INFO(i << ": " << told(drawn) << "\n  " << milestone.code << ": " << wrong);
            for (const auto& step : milestone.steps)
                UNSCOPED_INFO("    " << domain::to_text(step.date) << " " << step.days << " " << code_of(step.kind)
                                     << " " << step.code);
        }
    }
    CHECK(differences == 0);
}

}  // namespace plan_walk_test
