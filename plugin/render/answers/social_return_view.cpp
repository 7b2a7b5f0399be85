// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/social_return_view.hpp"

#include <stdexcept>

#include "json/facts/form.hpp"
#include "render/answers/gate_view.hpp"
#include "render/figures.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;
using domain::Language;
using domain::to_text;

namespace {

void write_sentences(json::Out& out, const std::vector<Said>& said, Language language) {
    out.list("sentences", said, [&](const Said& each) { out.value(sentence(language, each.rule, each.words)); });
}

void write_obligation(json::Out& out, const Obligation& obligation, Language language) {
    out.object("obligation", [&] {
        out.member("owed", obligation.owed);
        out.member_if("cents", obligation.cents);
        write_sentences(out, obligation.steps, language);
    });
}

template <typename Labelled>
std::string label_of(const Labelled& row, Language language) {
    return language == Language::English && !row.en.empty() ? row.en : row.nl;
}

void write_row(json::Out& out, const StatementRow& row, const std::optional<Table>& table, Language language) {
    out.object([&] {
        out.member("kind", row.kind);
        if (row.number) out.member("number", row.number);
        out.member_if("reference", row.reference);
        out.member("code", row.code);
        out.member("label", row_label(row, table, language));
        figure(out, "wholeCents", row.whole);
        figure(out, "countedCents", row.counted);
        write_sentences(out, row.how, language);
    });
}

}  // namespace

std::string row_label(const StatementRow& row, const std::optional<Table>& table, Language language) {
    if (table && row.kind == "plaatsing")
        if (const Block* block = find_block(*table, row.code)) return label_of(*block, language);
    if (table && row.kind == "bonus")
        if (const Bonus* bonus = find_bonus(*table, row.code)) return label_of(*bonus, language);
    return sentence(language, "social-return-row." + row.kind, {});
}

void write_social_return(json::Out& out, const domain::social_return::Terms& terms, const Account& account,
                         Language language) {
    out.object("socialReturn", [&] {
        json::write_members(out, terms);
        write_obligation(out, account.obligation, language);
    });
}

void write_figures(json::Out& out, const Account& account) {
    out.member("owed", account.obligation.owed);
    out.member_if("obligationCents", account.obligation.cents);
    if (!account.too_large) {
        out.member("realisedCents", account.statement.realised_cents);
        out.member("discountCents", account.statement.discount_cents);
        out.member_if("remainingCents", account.statement.remaining_cents);
    }
    out.member_if("days", account.days);
    out.member_if("elapsedDays", account.elapsed_days);
    figure(out, "elapsedPercent", account.elapsed_percent, 2);
    figure(out, "realisedPercent", account.realised_percent, 2);
}

void write_statement(json::Out& out, const domain::Contract& contract, const Efforts& realised, const Account& account,
                     const StatementContext& context) {
    const domain::social_return::Terms& terms = *contract.social_return;
    out.object([&] {
        out.member("contract", contract.id);
        out.member("organisation", contract.organisation);
        out.member("reference", contract.reference);
        out.member("title", contract.title);
        out.member("on", to_text(context.today));
        if (terms.table)
            out.object("table", [&] {
                out.member("code", terms.table->code);
                out.member("label", label_of(*terms.table, context.language));
                out.member_if("source", terms.table->source);
            });
        write_obligation(out, account.obligation, context.language);
        out.list("rows", account.statement.rows,
                 [&](const StatementRow& each) { write_row(out, each, terms.table, context.language); });
        out.member_if("pso", realised.pso_step);
        if (realised.carried_in_cents) out.member("carriedInCents", realised.carried_in_cents);
        write_figures(out, account);
        std::vector<domain::Finding> findings = account.findings;
        findings.insert(findings.end(), account.statement.findings.begin(), account.statement.findings.end());
        out.list("findings", findings, [&](const domain::Finding& each) {
            write_finding(out, each, context.rules, context.in_force, context.language);
        });
    });
}

}  // namespace mvoi::render
