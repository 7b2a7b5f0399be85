// SPDX-License-Identifier: EUPL-1.2
// The statement of a contract as data: codes, days and exact numbers as texts, and sentences on what they mean.
#include "domain/decision/decide.hpp"
#include "json/facts/form.hpp"
#include "render/answers/contract_view.hpp"
#include "render/answers/effect_view.hpp"
#include "render/answers/gate_view.hpp"
#include "render/answers/social_return_view.hpp"
#include "render/statement/statement.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::contract;
using namespace domain::effect;
using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

class Writer {
  public:
    Writer(json::Out& out, const Statement& statement, const StatementWords& words)
        : out_(out), statement_(statement), words_(words), intern_(statement.reader == Reader::Intern) {}

    void write() {
        out_.object([&] {
            about();
            counts();
            out_.list("toShow", statement_.to_show, [&](const ToShow& each) { to_show(each); });
            out_.list("themes", statement_.themes, [&](const StatedTheme& each) { theme(each); });
            out_.list("documents", statement_.documents, [&](const DocumentShown& each) {
                write_document(out_, each, words_.book.rules, words_.language);
            });
            out_.list("instruments", statement_.contract.instruments,
                      [&](const ContractInstrument& each) { json::write_json(out_, each); });
            findings("aboutInstruments", statement_.about_instruments);
            social_return();
            out_.list("effects", statement_.effects, [&](const EffectSum& each) { effect(each); });
            write_course(out_, statement_.contract, statement_.course, statement_.today, words_.book.rules,
                         words_.language);
            if (intern_) findings("findings", statement_.findings);
            out_.member("rules", words_.book.rules.edition());
        });
    }

  private:
    void member(const char* name, const std::optional<Date>& day) {
        if (day) out_.member(name, to_text(*day));
    }
    void member(const char* name, const std::optional<Fraction>& value) {
        if (value) out_.member_if(name, exact_text(*value));
    }
    void findings(const char* name, const std::vector<Finding>& all) {
        out_.list(name, all, [&](const Finding& each) {
            write_finding(out_, each, words_.book.rules, words_.in_force, words_.language);
        });
    }

    void about() {
        const Contract& contract = statement_.contract;
        out_.member("on", to_text(statement_.today));
        out_.member("audience", code_of(statement_.reader));
        member("from", statement_.from);
        member("to", statement_.to);
        out_.member("contract", contract.id);
        out_.member("revision", contract.revision);
        out_.member("entry", statement_.entry);
        out_.member("organisation", contract.organisation);
        out_.member("reference", contract.reference);
        out_.member("title", contract.title);
        out_.member("kind", contract.kind);
        out_.member_if("tender", contract.tender);
        if (statement_.tender) out_.member("tenderReference", statement_.tender->reference);
        out_.texts("lots", contract.lots);
        out_.list("suppliers", contract.suppliers, [&](const Supplier& each) {
            out_.object([&] {
                out_.member("name", each.name);
                out_.member_if("number", each.number);
            });
        });
        out_.member_if("valueCents", contract.value_cents);
        if (intern_)
            out_.object("people", [&] {
                for (const auto& [role, name] : contract.people) out_.member(role, name);
            });
        member("signedOn", contract.signed_on);
        member("start", std::optional(contract.term.start));
        if (contract.ended)
            out_.object("ended", [&] {
                out_.member("on", to_text(contract.ended->on));
                out_.member_if("reason", contract.ended->reason);
            });
    }

    void counts() {
        const StatementCounts& counts = statement_.counts;
        out_.object("counts", [&] {
            out_.member("promises", counts.promises);
            out_.member("measurable", counts.measurable);
            out_.member("measured", counts.measured);
            stands("stands", counts.stands);
            stands("now", counts.now);
            out_.member("pastOpen", counts.past_open);
        });
    }

    void stands(const char* name, const std::map<Stand, int>& counts) {
        out_.object(name, [&] {
            for (const Stand stand : {Stand::Met, Stand::OnCourse, Stand::AtRisk, Stand::Missed, Stand::NotShown}) {
                const auto found = counts.find(stand);
                out_.member(code_of(stand), found == counts.end() ? 0 : found->second);
            }
        });
    }

    void to_show(const ToShow& each) {
        out_.object([&] {
            out_.member("kind", each.kind);
            if (each.promise > 0) out_.member("promise", each.promise);
            member("by", each.by);
            if (each.by) out_.member("past", *each.by < statement_.today);
            out_.member("sentence", sentence_of(each, statement_, words_));
        });
    }

    void theme(const StatedTheme& theme) {
        out_.object([&] {
            out_.member("theme", theme.theme);
            out_.member("label", theme_label(words_.book.rules, words_.in_force, theme.theme, words_.language));
            if (theme.asked)
                if (const auto* applied = std::get_if<Applied>(&theme.asked->choice)) {
                    out_.member("level", applied->level);
                    out_.list("criteria", applied->criteria,
                              [&](const Criterion& each) { json::write_json(out_, each); });
                }
            out_.list("offered", theme.offered, [&](const Offered& each) {
                out_.object([&] {
                    out_.member_if("scored", each.points);
                    terms(each.promise);
                });
            });
            out_.list("thread", theme.thread, [&](const ThreadRow& row) {
                out_.object([&] {
                    out_.member_if("criterion", row.criterion);
                    out_.member("outcome", code_of(row.outcome));
                    if (row.contracted) out_.member("promise", statement_.contract.promises[*row.contracted].number);
                    findings("findings", row.findings);
                });
            });
            out_.list("promises", theme.promises, [&](const StatedPromise& each) { promise(each); });
        });
    }

    void target(const Promise& promise) {
        if (!is_measurable(promise)) return;
        out_.member_if("unit", promise.unit);
        out_.member("demand", code_of(promise.demand));
        if (promise.target) out_.member("target", promise.target->text());
        out_.member("shape", code_of(promise.shape));
        if (promise.shape == Shape::PerPeriod) out_.member("period", code_of(promise.period));
        member("by", promise.by);
        if (promise.shape == Shape::Growing) {
            out_.member("growth", code_of(promise.growth));
            out_.list("points", promise.points, [&](const GrowthPoint& point) {
                out_.object([&] {
                    out_.member("on", to_text(point.on));
                    out_.member("target", point.target.text());
                });
            });
        }
        out_.member("tolerancePercent", promise.tolerance_percent.text());
        out_.member("gather", code_of(promise.gather));
        if (promise.ceiling)
            out_.object("ceiling", [&] {
                out_.member("value", promise.ceiling->value.text());
                out_.member("per", code_of(promise.ceiling->per));
            });
        out_.member("checked", code_of(promise.checked));
        out_.member("reportWithinDays", promise.report_within_days);
    }

    // The terms of a promise, in the words of the contract.
    void terms(const Promise& promise) {
        out_.member_if("criterion", promise.criterion);
        out_.member_if("edition", promise.edition);
        out_.member_if("kpi", promise.kpi);
        out_.member_if("text", promise.text);
        out_.member_if("clause", promise.clause);
        target(promise);
        out_.member_if("proofKind", promise.proof_kind);
        out_.member_if("proof", promise.proof);
        out_.member_if("consequence", promise.consequence);
        out_.member("from", to_text(promise.from));
        out_.member("to", to_text(promise.to));
        if (promise.minutes_per_year > 0) out_.member("minutesPerYear", promise.minutes_per_year);
        out_.member_if("owner", promise.owner);
    }

    void mark(const MarkStanding& mark) {
        out_.object([&] {
            out_.member("from", to_text(mark.mark.from));
            out_.member("to", to_text(mark.mark.to));
            out_.member("stand", code_of(mark.stand));
            member("target", std::optional(mark.mark.target));
            member("bound", std::optional(mark.mark.bound));
            member("value", mark.value);
            member("estimated", mark.estimated);
            member("required", mark.required);
            member("forecast", mark.forecast);
            out_.member("days", mark.days);
            out_.member("coveredDays", mark.covered);
            out_.member("missingDays", mark.missing);
            out_.member("inTolerance", mark.in_tolerance);
            member("missedSince", mark.certain);
        });
    }

    void standing(const PromiseShown& shown) {
        const Standing& standing = shown.standing;
        out_.member("stand", code_of(standing.stand));
        member("missedSince", standing.certain);
        member("firstDue", standing.first_due);
        member("due", shown.due);
        out_.list("sentences", standing.steps,
                  [&](const Sentence& each) { out_.value(sentence(words_.language, each.rule, each.words)); });
        write_standing_apart(out_, standing, words_.language);
        out_.list("marks", standing.marks, [&](const MarkStanding& each) { mark(each); });
        if (standing.about) out_.member("decidedBy", *standing.about);
    }

    void promise(const StatedPromise& stated) {
        const PromiseShown& shown = stated.shown;
        out_.object([&] {
            out_.member("number", shown.promise.number);
            terms(shown.promise);
            standing(shown);
            out_.list("observations", stated.observed, [&](const Observation& each) {
                out_.object([&] {
                    out_.member("from", to_text(each.from));
                    out_.member("to", to_text(each.to));
                    out_.member("value", each.value.text());
                    out_.member("unit", each.unit);
                    out_.member("source", each.source);
                    out_.member("estimated", each.estimated);
                    if (each.persons) out_.member("persons", each.persons);
                });
            });
            out_.list("ratings", stated.ratings, [&](const Rating& each) {
                out_.object([&] {
                    out_.member("on", to_text(each.on));
                    out_.member("rating", each.rating);
                    out_.member("label", words_.book.rules.label("ratings", each.rating, words_.language));
                    out_.member_if("by", each.by);
                    out_.member_if("text", each.text);
                });
            });
            member("ratingDue", shown.rating_due);
            out_.list("documents", shown.evidence,
                      [&](const DocumentShown& each) { out_.value(each.document.number); });
            findings("findings", shown.findings);
        });
    }

    void social_return() {
        if (!statement_.account) return;
        out_.name("socialReturn");
        write_statement(out_, statement_.contract, *statement_.realised, *statement_.account,
                        {words_.book.rules, words_.in_force, words_.language, statement_.today});
    }

    void effect(const EffectSum& sum) {
        const Effect& effect = *find_effect(words_.book.effects, sum.effect);
        out_.object([&] { write_effect_sum(out_, sum, effect, effect.theme, words_.language); });
    }

    json::Out& out_;
    const Statement& statement_;
    const StatementWords& words_;
    const bool intern_;
};

}  // namespace

void write_statement_whole(json::Out& out, const Statement& statement, const StatementWords& words) {
    Writer(out, statement, words).write();
}

}  // namespace mvoi::render
