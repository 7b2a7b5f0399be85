// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/review_view.hpp"

#include <array>

#include "render/sentences.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

void write_counts(json::Out& out, const char* name, const std::map<std::string, std::int64_t>& counts) {
    out.object(name, [&] {
        for (const auto& [code, count] : counts) out.member(code, count);
    });
}

void write_drift(json::Out& out, const Drift& drift, const Rules& rules, Language language) {
    out.object([&] {
        out.member("drift", drift.kind);
        out.member("label", rules.label("drifts", drift.kind, language));
        out.member_if("theme", drift.theme);
        out.member_if("before", drift.before);
        out.member_if("after", drift.after);
        out.member("onAgenda", drift.on_agenda);
    });
}

void write_verdict(json::Out& out, const Verdict& verdict, const Rules& rules, Language language) {
    out.object([&] {
        out.member("role", verdict.role);
        out.member("author", verdict.author);
        out.member("verdict", verdict.verdict);
        out.member("label", rules.label("verdicts", verdict.verdict, language));
        out.member_if("text", verdict.text);
        out.member("date", to_text(verdict.date));
    });
}

void write_condition(json::Out& out, const Condition& condition) {
    out.object([&] {
        out.member("number", condition.number);
        out.member("role", condition.role);
        out.member("text", condition.text);
        out.member("met", condition.met_on.has_value());
        if (condition.met_on) out.member("metOn", to_text(*condition.met_on));
        out.member_if("metBy", condition.met_by);
        out.member_if("metText", condition.met_text);
    });
}

}  // namespace

std::string strength_sentence(const StrengthPoint& point, const Rules& rules, Language language) {
    Words words = point.words;
    for (const auto& [word, vocabulary] :
         std::array<std::pair<const char*, const char*>, 2>{{{"role", "roles"}, {"ending", "endings"}}})
        if (auto found = words.find(word); found != words.end())
            found->second = rules.label(vocabulary, found->second, language);
    return sentence(language, "strength." + point.rule, words);
}

void write_precedents(json::Out& out, const Precedents& precedents, const Rules& rules, Language language) {
    const std::int64_t applied = times_applied(precedents), explained = times_explained(precedents);
    const std::string total = std::to_string(applied + explained);
    const std::size_t colon = precedents.scope.find(':');
    const bool by_group = precedents.scope.starts_with("productgroep");
    const Words words{{"theme", rules.label("themes", precedents.theme, language)},
                      {"group", colon == std::string::npos ? "" : precedents.scope.substr(colon + 1)},
                      {"applied", std::to_string(applied)},
                      {"explained", std::to_string(explained)},
                      {"total", total}};
    const char* rule = precedents.scope.empty()     ? "precedents.no-group"
                       : (applied + explained) == 0 ? "precedents.none"
                       : by_group                   ? "precedents.group"
                                                    : "precedents.division";
    out.object([&] {
        out.member("theme", precedents.theme);
        out.member_if("scope", precedents.scope);
        out.member("sentence", sentence(language, rule, words));
        out.member("tenders", applied + explained);
        out.object("applied", [&] {
            for (const auto& [level, count] : precedents.applied) out.member(std::to_string(level), count);
        });
        write_counts(out, "reasons", precedents.reasons);
        out.list("criteria", precedents.criteria, [&](const auto& each) {
            out.object([&] {
                out.member("criterion", each.first);
                out.member("tenders", each.second);
            });
        });
        write_counts(out, "verdicts", precedents.verdicts);
        out.member("sameText", precedents.same_text);
        out.member("similarText", precedents.similar_text);
    });
}

void write_strength(json::Out& out, const Strength& strength, const Rules& rules, Language language) {
    out.object([&] {
        out.member("theme", strength.theme);
        out.member("grade", code_of(strength.grade));
        out.list("points", strength.points, [&](const StrengthPoint& point) {
            out.object([&] {
                out.member("rule", point.rule);
                out.member("points", point.points);
                out.member("sentence", strength_sentence(point, rules, language));
            });
        });
    });
}

void write_review(json::Out& out, const ReviewShown& shown, const Rules& rules, Language language) {
    const Review& review = shown.review;
    out.member("review", review.id);
    out.member("revision", review.revision);
    out.member("entry", shown.entry);
    out.member("tender", review.tender);
    out.member("organisation", review.organisation);
    out.member("reference", review.reference);
    out.member_if("board", review.board);
    out.member_if("text", review.text);
    out.member("state", code_of(state_of(review)));
    out.member("latest", shown.latest);
    out.member_if("next", next_reviewer(review));
    out.texts("reviewers", review.reviewers);
    out.member("askedOn", to_text(review.asked_on));
    out.member("askedBy", review.asked_by);
    out.member_if("askedRole", review.asked_role);
    if (review.meeting) out.member("meeting", to_text(*review.meeting));
    out.list("verdicts", review.verdicts, [&](const Verdict& each) { write_verdict(out, each, rules, language); });
    out.list("conditions", review.conditions, [&](const Condition& each) { write_condition(out, each); });
    out.member("tenderRevision", review.tender_revision);
    out.member("frozenEntry", shown.frozen_entry);
    out.member_if("frozenHash", shown.frozen_hash);
    out.list("drift", shown.drifts, [&](const Drift& each) { write_drift(out, each, rules, language); });
}

}  // namespace mvoi::render
