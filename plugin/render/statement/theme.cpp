// SPDX-License-Identifier: EUPL-1.2
// Theme by theme: what the tender asked, what the winner offered, where the golden thread breaks, and the promises.
#include <set>

#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::contract;
using namespace domain::social_return;

namespace {

void write_criteria(StatementPen& pen, const Applied& applied) {
    pen.paragraph(pen.say("statement.asked-level", {{"level", std::to_string(applied.level)}}));
    if (applied.criteria.empty()) return pen.paragraph(pen.say("statement.criteria-none"));
    Table(pen.html, pen.say("statement.criteria"),
          {{pen.say("statement.criterion"), 34},
           {pen.say("statement.criterion-kind"), 22},
           {pen.say("statement.level"), 12},
           {pen.say("statement.weight"), 12},
           {pen.say("statement.proof"), 20}},
          [&](Table& table) {
              for (const Criterion& each : applied.criteria) {
                  std::string name = each.number;
                  if (!each.title.empty()) name += (name.empty() ? "" : " ") + each.title;
                  if (const auto edition = parse_date(each.edition))
                      name += " (" + pen.say("statement.edition", {{"date", pen.day(*edition)}}) + ")";
                  std::string kind = pen.label("criterion-kinds", each.kind);
                  if (!each.legal_form.empty())
                      kind += (kind.empty() ? "" : ", ") + pen.label("legal-forms", each.legal_form);
                  table.row({name, kind.empty() ? pen.say("page.unknown") : kind,
                             each.level ? std::to_string(*each.level) : "–",
                             each.weight_percent ? std::to_string(*each.weight_percent) + " %" : "–",
                             each.proof.empty() ? "–" : each.proof});
              }
          });
}

}  // namespace

void write_stated_themes(StatementPen& pen) {
    pen.section("beloften", pen.say("statement.promises"), [&] {
        if (pen.statement.themes.empty()) pen.paragraph(pen.say("statement.no-promises"));
        for (const StatedTheme& theme : pen.statement.themes) {
            pen.html.element("h3", pen.theme(theme.theme));
            pen.html.line();
            const Applied* applied = theme.asked ? std::get_if<Applied>(&theme.asked->choice) : nullptr;
            if (applied) write_criteria(pen, *applied);
            if (!applied) pen.paragraph(pen.say("statement.not-asked"));
            write_stated_offers(pen, theme);
            for (const ThreadRow& row : theme.thread) pen.findings(row.findings);
            if (theme.promises.empty()) pen.paragraph("nota", pen.say("statement.theme-no-promises"));
            for (const StatedPromise& each : theme.promises) write_stated_promise(pen, each);
        }
    });
}

}  // namespace mvoi::render
