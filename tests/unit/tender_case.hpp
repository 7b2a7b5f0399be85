// SPDX-License-Identifier: EUPL-1.2
// The lines of a case file that make a tender, the policy and the review; each test adds lines of its own. They say in
// the head of each file what they mean.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/calendar/milestones.hpp"
#include "domain/decision/decide.hpp"
#include "domain/decision/explain.hpp"
#include "domain/gates/rules.hpp"
#include "domain/phase.hpp"
#include "domain/planning/records.hpp"
#include "domain/review/review.hpp"
#include "json/rules/rule_book.hpp"
#include "support/amounts.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"

// The words NAME=VALUE of a line, from this place on; "-" is a value that is empty.
inline std::map<std::string, std::string> named_in(const Line& line, std::size_t from) {
    auto words = named(line, from);
    for (auto& [name, value] : words) value = unless_dash(value);
    return words;
}

class TenderCase {
  public:
    mvoi::domain::Tender tender;
    mvoi::domain::Policy policy;                         // in force
    std::optional<mvoi::domain::Policy> earlier_policy;  // that was applied to the tender, when a later one came
    bool has_policy = true;
    mvoi::domain::Date today{2026, 11, 21};
    bool reviews_known = true;
    std::optional<mvoi::domain::gates::Reviewed> reviewed;
    std::optional<std::vector<std::string>> promised;

    TenderCase() {
        tender.organisation = policy.organisation = "gm0344";
        tender.policy = policy.id = "gm0344:2026-01-01:1";
        policy.valid_from = mvoi::domain::Date(2026, 1, 1);
        tender.started_on = today;
    }

    // False: this is no line about a tender, a policy or a review.
    bool play(const Line& line) { return play_tender(line) || play_policy(line) || play_review(line); }

    // Sets the milestones and flags that follow from the lines, as an operation would keep them.
    void settle() {
        const mvoi::domain::RuleBook& book = mvoi::json::rule_book();
        tender.milestones =
            revise_milestones({}, tender, book.rules, today,
                              mvoi::domain::planning::counted_from_records(tender, book.circumstances(applied())));
        for (mvoi::domain::Milestone& milestone : tender.milestones)
            if (std::find(called_off_.begin(), called_off_.end(), milestone.code) != called_off_.end())
                milestone.status = mvoi::domain::MilestoneStatus::Cancelled;
        tender.flags = flags_of(tender, applied(), in_force(), today);
    }

    const mvoi::domain::Policy* in_force() const { return has_policy ? &policy : nullptr; }
    const mvoi::domain::Policy* applied() const { return earlier_policy ? &*earlier_policy : in_force(); }

    mvoi::domain::gates::GateFacts facts() const {
        return {tender,     applied(),     mvoi::json::rule_book(),         today,
                in_force(), reviews_known, reviewed ? &*reviewed : nullptr, promised ? &*promised : nullptr};
    }

    mvoi::domain::Decision& decision(const std::string& theme) {
        auto found = std::find_if(tender.decisions.begin(), tender.decisions.end(),
                                  [&](const auto& each) { return each.theme == theme; });
        INFO("no decision on " << theme);
        REQUIRE(found != tender.decisions.end());
        return *found;
    }

  private:
    // By the name that a policy has for it.
    std::optional<std::int64_t>& threshold(const std::string& name) {
        auto& [several, national] = policy.thresholds;
        if (name == "meervoudigWerkenCents") return several.works_cents;
        if (name == "meervoudigLeveringenDienstenCents") return several.supplies_and_services_cents;
        if (name == "nationaalWerkenCents") return national.works_cents;
        REQUIRE(name == "nationaalLeveringenDienstenCents");
        return national.supplies_and_services_cents;
    }
    bool play_tender(const Line& line) {
        const std::string& word = line[0];
        if (word == "today") {
            today = day(line[1]);
        } else if (word == "ambition") {
            tender.ambition = std::stoi(line[1]);
        } else if (word == "value") {
            value(line[1]);
        } else if (word == "procedure") {
            tender.procedure = line[1];
        } else if (word == "kind") {
            tender.kind = line[1] == "-" ? "" : line[1];
        } else if (word == "group") {
            tender.product_group = line[1] == "-" ? "" : line[1];
        } else if (word == "basis") {
            tender.award_basis = line[1] == "-" ? "" : line[1];
        } else if (word == "phase") {
            tender.phase = *mvoi::domain::phase_from(line[1]);
        } else if (word == "title") {
            tender.title = with_blanks(line[1]);
        } else if (word == "joins") {
            tender.joins_contracts = true;
        } else if (word == "lots") {
            tender.lots.clear();
            for (int n = 1; n <= std::stoi(line[1]); ++n) tender.lots.push_back({std::to_string(n), "", {}, {}});
        } else if (word == "lot") {
            tender.lots.push_back({line[1], "", {}, cents(line[2])});
        } else if (word == "cpv") {
            tender.cpv = Line(line.begin() + 1, line.end());
        } else if (word == "motive") {
            tender.motives.erase(line[1]);
            if (line[2] != "-") tender.motives[line[1]] = with_blanks(line[2]);
        } else if (word == "plan") {
            tender.planning[line[1]] = *mvoi::domain::parse_planned_date(line[2]);
            if (line.size() > 3) tender.planning[line[1]].certainty = *mvoi::domain::certainty_from(line[3]);
        } else if (word == "planned") {
            tender.planning[line[1]] = *mvoi::domain::parse_planned_date(line[2]);
            if (!tender.plan) tender.plan.emplace();
            tender.plan->computed.insert(line[1]);
        } else if (word == "entered") {
            mvoi::domain::planning::enter(tender, *mvoi::domain::phase_from(line[1]),
                                          *mvoi::domain::parse_date(line[2]));
        } else if (word == "signed") {
            tender.happened.signed_on = mvoi::domain::parse_date(line[1]);
        } else if (word == "starts") {
            tender.happened.starts_on = mvoi::domain::parse_date(line[1]);
        } else if (word == "called-off") {
            called_off_.push_back(line[1]);
        } else if (word == "promised") {
            promised = Line(line.begin() + 1, line.end());
        } else {
            return play_themes(line);
        }
        return true;
    }

    bool play_themes(const Line& line) {
        using namespace mvoi::domain;
        if (line[0] == "theme") {
            Decision& place = made(line[1]);
            place.choice = Undecided{};
            if (line[2] == "applied") place.choice = Applied{std::stoi(line[3]), LevelSource::Request, {}, {}};
            if (line[2] == "explained") place.choice = Explained{};
        } else if (line[0] == "explained") {
            const Explained given = explanation(line);
            Decision& place = made(line[1]);
            place.choice = given;
            place.since = given.date;
        } else if (line[0] == "deviation") {
            std::get<Applied>(decision(line[1]).choice).deviation = explanation(line);
        } else if (line[0] == "criterion") {
            criterion(line);
        } else if (line[0] == "withdrawn") {
            std::erase_if(std::get<Applied>(decision(line[1]).choice).criteria,
                          [&](const Criterion& each) { return each.number == line[2] || each.title == line[2]; });
        } else {
            return false;
        }
        return true;
    }

    bool play_policy(const Line& line) {
        const std::string& word = line[0];
        if (word == "policy") {
            default_levels(line);
        } else if (word == "policy-ambition") {
            policy.ambition = std::stoi(line[1]);
        } else if (word == "later-policy") {
            earlier_policy = policy;
            policy.valid_from = day(line[1]);
            policy.id = "gm0344:" + line[1] + ":1";
        } else if (word == "mode") {
            policy.gate_mode =
                line[1] == "blokkerend" ? mvoi::domain::GateMode::Blocking : mvoi::domain::GateMode::Reporting;
        } else if (word == "kansrijk") {
            policy.opportunities.push_back({line[1], Line(line.begin() + 2, line.end())});
        } else if (word == "catalogue") {
            policy.catalogue_editions[line[1]] = line[2];
        } else if (word == "threshold") {
            threshold(line[1]) = cents(line[2]);
        } else if (word == "warning-days") {
            policy.warning_days = std::stoi(line[1]);
        } else if (word == "drift") {
            policy.drift = mvoi::domain::DriftRule{Line(line.begin() + 1, line.end()), 10};
        } else if (word == "margin") {
            policy.drift = drift_rule_of(&policy);
            policy.drift->estimate_percent = std::stoi(line[1]);
        } else {
            return play_rules(line);
        }
        return true;
    }

    bool play_rules(const Line& line) {
        if (line[0] == "covers") {
            const auto named = named_in(line, 1);
            if (named.contains("from")) policy.coverage.from_cents = cents(named.at("from"));
            if (named.contains("kinds")) policy.coverage.kinds = parts_of(named.at("kinds"));
            if (named.contains("procedures")) policy.coverage.procedures = parts_of(named.at("procedures"));
        } else if (line[0] == "board") {
            const auto named = named_in(line, 1);
            if (!policy.board) policy.board = mvoi::domain::BoardRule{};
            mvoi::domain::BoardRule& board = *policy.board;
            if (named.contains("reviewers")) board.reviewers = parts_of(named.at("reviewers"));
            if (named.contains("from")) board.from_cents = cents(named.at("from"));
            if (named.contains("procedures")) board.procedures = parts_of(named.at("procedures"));
            if (named.contains("flags")) board.flags = parts_of(named.at("flags"));
            if (named.contains("first")) board.first_meeting = day(named.at("first"));
            if (named.contains("every")) board.every_days = std::stoi(named.at("every"));
            if (named.contains("papers")) board.papers_days = std::stoi(named.at("papers"));
        } else if (line[0] == "reason") {
            const auto named = named_in(line, 2);
            mvoi::domain::ReasonRule rule;
            rule.reason = line[1];
            if (named.contains("signers")) rule.signers = parts_of(named.at("signers"));
            if (named.contains("agreement")) rule.agreement = named.at("agreement");
            if (named.contains("months")) rule.ends_after_months = std::stoi(named.at("months"));
            if (named.contains("endings")) rule.endings = parts_of(named.at("endings"));
            policy.reasons.push_back(rule);
        } else {
            return false;
        }
        return true;
    }

    bool play_review(const Line& line) {
        if (line[0] == "reviews-unknown") {
            reviews_known = false;
        } else if (line[0] == "asked") {
            reviewed.emplace();
            reviewed->frozen = tender;
            reviewed->review.drift = drift_rule_of(in_force());
            reviewed->review.reviewers = Line(line.begin() + 1, line.end());
        } else if (line[0] == "verdict") {
            reviewed->review.verdicts.push_back({line[1], "", line[2], "", today});
        } else if (line[0] == "condition") {
            auto& conditions = reviewed->review.conditions;
            conditions.push_back({static_cast<int>(conditions.size()) + 1, line[1], "", {}, "", ""});
            if (line[2] == "met") conditions.back().met_on = today;
        } else {
            return false;
        }
        return true;
    }

    // "50000", "20000..50000", "20000.." or "unknown"
    void value(const std::string& text) {
        const std::size_t to = text.find("..");
        const std::string low = text.substr(0, to), high = to == std::string::npos ? low : text.substr(to + 2);
        tender.value = {};
        if (text == "unknown") return;
        tender.value.low_cents = cents(low);
        if (!high.empty()) tender.value.high_cents = cents(high);
    }

    void default_levels(const Line& line) {
        has_policy = line[1] != "none";
        for (std::size_t i = 1; has_policy && i < line.size(); ++i) {
            const std::size_t equals = line[i].find('='), at = line[i].find('@');
            const std::string theme = line[i].substr(0, std::min(at, equals));
            const std::string group = at == std::string::npos ? "" : line[i].substr(at + 1, equals - at - 1);
            std::erase_if(policy.default_levels,
                          [&](const auto& row) { return row.theme == theme && row.product_group == group; });
            policy.default_levels.push_back({theme, group, std::stoi(line[i].substr(equals + 1))});
        }
    }

    mvoi::domain::Decision& made(const std::string& theme) {
        auto& all = tender.decisions;
        if (std::none_of(all.begin(), all.end(), [&](const auto& each) { return each.theme == theme; }))
            all.push_back({theme, mvoi::domain::Date(2026, 11, 21), {}});
        return decision(theme);
    }

    // As deciding would make it on that day: who must agree, and what ends it, follow from its reason.
    mvoi::domain::Explained explanation(const Line& line) {
        const auto named = named_in(line, 3);
        mvoi::domain::Explained given;
        given.reason = line[2];
        given.date = named.contains("on") ? day(named.at("on")) : today;
        if (named.contains("as")) given.role = named.at("as");
        if (named.contains("until")) given.until = day(named.at("until"));
        if (named.contains("text")) given.text = with_blanks(named.at("text"));
        const auto terms = terms_of(mvoi::json::rule_book().rules, in_force(), given.reason);
        given.agreement = terms.agreement;
        given.endings = endings_of(given, terms, tender, in_force());
        return given;
    }

    void criterion(const Line& line) {
        const auto named = named_in(line, 2);
        const auto of = [&](const char* name) { return named.contains(name) ? named.at(name) : std::string(); };
        mvoi::domain::Criterion criterion{of("number"), "", of("title"), of("kind"), of("form"), of("proof"), {}, {}};
        if (named.contains("weight")) criterion.weight_percent = std::stoi(named.at("weight"));
        if (named.contains("rank")) criterion.rank = std::stoi(named.at("rank"));
        std::get<mvoi::domain::Applied>(decision(line[1]).choice).criteria.push_back(criterion);
    }

    std::vector<std::string> called_off_;
};
