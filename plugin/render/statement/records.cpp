// SPDX-License-Identifier: EUPL-1.2
// Documents, instruments, social return, and what the contract came to.
#include "domain/measure/contract_instruments.hpp"
#include "domain/words.hpp"
#include "render/answers/social_return_view.hpp"
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::effect;
using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

std::string validity(const StatementPen& pen, const Document& document) {
    const std::string from = document.valid_from ? pen.day(*document.valid_from) : std::string();
    if (!document.valid_to)
        return from.empty() ? pen.say("statement.does-not-expire") : pen.say("statement.valid-from", {{"from", from}});
    const std::string to = pen.day(*document.valid_to);
    return from.empty() ? pen.say("statement.valid-to", {{"to", to}})
                        : pen.say("statement.days", {{"from", from}, {"to", to}});
}

void write_document(StatementPen& pen, const DocumentShown& shown) {
    const Document& document = shown.document;
    const std::string number = std::to_string(document.number);
    pen.html.element(
        "h3", {{"id", "document-" + number}},
        pen.say("statement.document", {{"number", number}, {"kind", pen.label("evidence-kinds", document.kind)}}));
    pen.html.line();
    pen.facts([&] {
        pen.fact_if("statement.document-of", domain::joined(document.promises));
        pen.fact_if("statement.issuer", document.issuer);
        pen.fact(pen.say("statement.valid"), validity(pen, document));
        pen.fact(pen.say("statement.fingerprint"),
                 document.sha256.empty() ? pen.say("statement.no-fingerprint") : document.sha256);
        pen.fact_if("statement.where", document.where);
        if (!document.verified) pen.fact(pen.say("statement.verified"), pen.say("statement.verified-not"));
        if (const auto& verified = document.verified) {
            std::string line = pen.day(verified->on);
            if (!verified->by.empty()) line = pen.say("statement.verified-by", {{"date", line}, {"by", verified->by}});
            pen.fact(pen.say("statement.verified"), line);
            pen.fact(pen.say("statement.verified-fingerprint"), verified->sha256);
        }
        if (document.withdrawn)
            pen.fact(pen.say("statement.withdrawn"),
                     document.withdrawn->empty() ? pen.say("statement.withdrawn-yes") : *document.withdrawn);
    });
    pen.findings(shown.findings);
}

void write_account(StatementPen& pen) {
    using namespace social_return;
    const Account& account = *pen.statement.account;
    const Terms& terms = *pen.statement.contract.social_return;
    const auto money_or = [&](const std::optional<std::int64_t>& cents) {
        return cents ? pen.money(*cents) : pen.say("page.unknown");
    };
    pen.sentences(account.obligation.steps);
    pen.facts([&] {
        if (terms.table)
            pen.fact(
                pen.say("statement.table"),
                (pen.language == Language::English && !terms.table->en.empty() ? terms.table->en : terms.table->nl) +
                    (terms.table->source.empty() ? "" : " (" + terms.table->source + ")"));
        pen.fact(pen.say("statement.obligation"),
                 account.obligation.owed ? money_or(account.obligation.cents) : pen.say("statement.not-owed"));
        if (!account.too_large) {
            pen.fact(pen.say("statement.realised"), pen.money(account.statement.realised_cents));
            pen.fact(pen.say("statement.discount"), pen.money(account.statement.discount_cents));
            pen.fact(pen.say("statement.remaining"), money_or(account.statement.remaining_cents));
        }
        if (!pen.statement.realised->pso_step.empty())
            pen.fact(pen.say("statement.pso"), pen.statement.realised->pso_step);
        if (pen.statement.realised->carried_in_cents)
            pen.fact(pen.say("statement.carried"), pen.money(pen.statement.realised->carried_in_cents));
        if (account.elapsed_percent)
            pen.fact(pen.say("statement.elapsed"),
                     pen.decimal(account.elapsed_percent->rounded(2).text()) + " %" +
                         (account.days && account.elapsed_days
                              ? " (" +
                                    pen.say("statement.of", {{"count", std::to_string(*account.elapsed_days)},
                                                             {"all", std::to_string(*account.days)}}) +
                                    " " + pen.say("statement.of-days") + ")"
                              : std::string()));
        if (account.realised_percent)
            pen.fact(pen.say("statement.realised-percent"),
                     pen.decimal(account.realised_percent->rounded(2).text()) + " %");
    });
    if (account.statement.rows.empty()) {
        pen.paragraph("nota", pen.say("statement.nothing-realised"));
    } else {
        Table(pen.html, pen.say("statement.realised-rows"),
              {{pen.say("statement.what"), 28},
               {pen.say("statement.row-reference"), 18},
               {pen.say("statement.counted"), 18},
               {pen.say("statement.how-counted"), 36}},
              [&](Table& table) {
                  for (const StatementRow& row : account.statement.rows) {
                      std::string how;
                      for (const Sentence& each : row.how)
                          how += (how.empty() ? "" : " ") + sentence(pen.language, each.rule, each.words);
                      table.row({row_label(row, terms.table, pen.language), row.reference.empty() ? "–" : row.reference,
                                 pen.number(row.counted / Fraction(100)) + " " + pen.unit("euro"), how});
                  }
              });
    }
    pen.findings(account.findings);
    pen.findings(account.statement.findings);
}

// A sum with its unknown days beside it: it is the effect only when no day is missing.
void write_effect(StatementPen& pen, Table& table, const EffectSum& sum) {
    const Effect& effect = *find_effect(pen.words.book.effects, sum.effect);
    const auto& days = sum.part.days;
    const auto shown = [&](const Fraction& value) { return Fraction(value.rounded(effect.decimals)); };
    std::string sources;
    for (const auto& [source, value] : sum.part.sources)
        sources += (sources.empty() ? "" : "; ") + source + ": " + pen.number(shown(value));
    table.row({(pen.language == Language::Dutch ? effect.nl : effect.en) + ", " + std::to_string(sum.year),
               pen.amount(shown(sum.total()), effect.unit) +
                   (sum.is_complete() ? std::string() : " (" + pen.say("statement.so-far") + ")"),
               pen.say("statement.effect-figure",
                       {{"value", pen.number(shown(sum.part.measured))}, {"days", std::to_string(days.measured)}}),
               pen.say("statement.effect-figure",
                       {{"value", pen.number(shown(sum.part.estimated))}, {"days", std::to_string(days.estimated)}}),
               pen.say_count("statement.effect-unknown", days.unknown), sources.empty() ? "–" : sources});
}

}  // namespace

void write_stated_documents(StatementPen& pen) {
    pen.section("bewijs", pen.say("statement.documents"), [&] {
        if (pen.statement.documents.empty()) return pen.paragraph(pen.say("statement.documents-none"));
        for (const DocumentShown& each : pen.statement.documents) write_document(pen, each);
    });
}

void write_stated_instruments(StatementPen& pen) {
    pen.section("instrumenten", pen.say("statement.instruments"), [&] {
        const auto& held = pen.statement.contract.instruments;
        if (held.empty()) return pen.paragraph(pen.say("statement.instruments-none"));
        Table(
            pen.html, pen.say("statement.instruments-caption"),
            {{pen.say("statement.instrument"), 30},
             {pen.say("statement.asked-or-shown"), 18},
             {pen.say("statement.instrument-value"), 18},
             {pen.say("statement.of-supplier"), 18},
             {pen.say("statement.valid"), 16}},
            [&](Table& table) {
                for (const ContractInstrument& each : held)
                    table.row({pen.label("instruments", each.value.instrument),
                               pen.say(each.shown ? "statement.shown-word" : "statement.asked-word"),
                               name_of(each.value, pen.words.book.instruments),
                               each.supplier.empty() ? pen.say("statement.everybody") : each.supplier,
                               each.valid_to ? pen.say("statement.valid-to", {{"to", pen.day(*each.valid_to)}}) : "–"});
            });
        pen.findings(pen.statement.about_instruments);
    });
}

void write_stated_social_return(StatementPen& pen) {
    pen.section("social-return", pen.say("statement.social-return"), [&] {
        if (pen.statement.account) return write_account(pen);
        pen.paragraph(pen.say("statement.social-return-none"));
    });
}

void write_stated_effects(StatementPen& pen) {
    pen.section("effecten", pen.say("statement.effects"), [&] {
        if (pen.statement.effects.empty()) return pen.paragraph(pen.say("statement.effects-none"));
        Table(pen.html, pen.say("statement.effects-caption"),
              {{pen.say("statement.effect"), 24},
               {pen.say("statement.total"), 20},
               {pen.say("statement.measured-head"), 15},
               {pen.say("statement.estimated-head"), 15},
               {pen.say("statement.unknown-head"), 12},
               {pen.say("statement.source"), 14}},
              [&](Table& table) {
                  for (const EffectSum& each : pen.statement.effects) write_effect(pen, table, each);
              });
    });
}

}  // namespace mvoi::render
