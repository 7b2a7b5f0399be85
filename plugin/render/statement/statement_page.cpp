// SPDX-License-Identifier: EUPL-1.2
// The page of a contract: its frame, and the words that its parts share.
#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/laws.hpp"
#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "render/answers/gate_view.hpp"
#include "render/figures.hpp"
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

void write_header(StatementPen& pen) {
    const Contract& contract = pen.statement.contract;
    pen.html.element("header", [&] {
        pen.html.line();
        pen.paragraph("soort", pen.say("statement.kicker"));
        pen.html.element("h1", {{"dir", "auto"}}, contract.title);
        pen.html.line();
        pen.paragraph("van", pen.say("statement.subtitle", {{"reference", contract.reference},
                                                            {"organisation", contract.organisation},
                                                            {"suppliers", pen.suppliers()}}));
        pen.html.element("p", [&] {
            pen.html.element("strong", {{"class", "merk"}},
                             pen.say(pen.intern() ? "statement.for-intern" : "statement.for-supplier"));
            pen.html.text(" " + pen.say("statement.as-of", {{"date", pen.day(pen.statement.today)}}));
        });
        pen.html.line();
    });
    pen.html.line();
}

void write_contents(StatementPen& pen) {
    pen.html.element("nav", {{"aria-label", pen.say("statement.contents")}}, [&] {
        pen.html.element("ul", [&] {
            const auto link = [&](Markup target, std::string_view key) {
                pen.html.element("li", [&] { pen.html.element("a", {{"href", target.text()}}, pen.say(key)); });
                pen.html.line();
            };
            link("#kort", "statement.in-short");
            link("#tonen", "statement.to-show");
            if (pen.statement.counts.promises > 0) link("#beeld", "statement.picture-heading");
            link("#beloften", "statement.promises");
            link("#bewijs", "statement.documents");
            link("#instrumenten", "statement.instruments");
            link("#social-return", "statement.social-return");
            link("#effecten", "statement.effects");
            link("#looptijd", "statement.term");
        });
    });
    pen.html.line();
}

void write_footer(StatementPen& pen) {
    pen.html.element("footer", [&] {
        pen.html.line();
        pen.paragraph(pen.say("statement.how-to-read"));
        pen.paragraph("bron",
                      pen.say("statement.drawn-up", {{"entry", std::to_string(pen.statement.entry)},
                                                     {"contract", pen.statement.contract.id},
                                                     {"revision", std::to_string(pen.statement.contract.revision)},
                                                     {"rules", pen.words.book.rules.edition()}}));
    });
    pen.html.line();
}

}  // namespace

std::string StatementPen::theme(const std::string& code) const {
    return theme_label(words.book.rules, words.in_force, code, language);
}

std::string StatementPen::unit(const std::string& code) const {
    const UnitOfMeasure* known = find_unit(words.book.units, code);
    if (!known) return code;
    return language == Language::Dutch ? known->nl : known->en;
}

std::string StatementPen::decimal(std::string exact) const {
    if (language == Language::Dutch) std::replace(exact.begin(), exact.end(), '.', ',');
    return exact;
}

std::string StatementPen::number(const Fraction& value) const {
    const auto exact = exact_text(value);
    return exact ? number_shown(language, *exact) : say("statement.too-large");
}

std::string StatementPen::number(const Fraction& value, const std::string& unit, const Compared& beside) const {
    const auto rounded = figure_text(value, unit, beside);
    return rounded ? number_shown(language, *rounded) : say("statement.too-large");
}

std::string StatementPen::amount(const std::optional<Fraction>& value, const std::string& code,
                                 const Compared& compared) const {
    if (!value) return say("statement.not-shown");
    const std::string beside = unit_beside(language, code);
    return number(*value, code, compared) + (beside.empty() ? "" : " ") + beside;
}

std::string StatementPen::stand(Stand stand) const {
    return say("statement.stand-" + std::string(code_of(stand)));
}

std::string StatementPen::demand(const Promise& promise) const {
    return say("statement.demand-" + std::string(code_of(promise.demand)));
}

std::string StatementPen::every(Every every) const {
    return say("statement.every-" + std::string(code_of(every)));
}

std::string StatementPen::how(const Observation& seen) const {
    return say(seen.estimated ? "statement.estimated" : "statement.measured");
}

std::string StatementPen::name(const Promise& promise) const {
    const std::string name = promise_name(promise, words.book, language);
    return name.empty() && promise.number == 0 ? theme(promise.theme) : name;
}

std::string StatementPen::suppliers() const {
    const std::string line = joined(statement.contract.suppliers, [](const Supplier& each) {
        return each.number.empty() ? each.name : each.name + " (" + each.number + ")";
    });
    return line.empty() ? say("statement.no-supplier") : line;
}

std::string StatementPen::days(Date from, Date to) const {
    return say("statement.days", {{"from", day(from)}, {"to", day(to)}});
}

std::string StatementPen::finding(const Finding& finding) const {
    return finding_sentence(finding, words.book.rules, words.in_force, language);
}

void StatementPen::badge(Stand stand) {
    const bool good = stand == Stand::Met || stand == Stand::OnCourse;
    html.element("strong",
                 {{"class", good                     ? "merk goed"
                            : stand == Stand::AtRisk ? "merk half"
                                                     : "merk niet"}},
                 this->stand(stand));
}

void StatementPen::findings(const std::vector<Finding>& findings) {
    if (findings.empty()) return;
    html.element("ul", {{"class", "zegt-ons"}}, [&] {
        for (const Finding& each : findings) {
            html.element("li", [&] {
                html.element("strong", say("statement.severity-" + std::string(domain::code_of(each.severity))));
                html.text(" " + finding(each));
                if (const std::string source = sources_elsewhere(each.source); !source.empty()) {
                    html.text(" ");
                    html.element("span", {{"class", "bron"}}, source);
                }
            });
            html.line();
        }
    });
    html.line();
}

void StatementPen::sentences(const std::vector<Sentence>& said) {
    if (said.empty()) return;
    html.element("p", [&] {
        bool first = true;
        for (const Sentence& each : said) {
            if (!first) html.text(" ");
            first = false;
            html.text(sentence(language, each.rule, each.words));
        }
    });
    html.line();
}

std::string statement_html(const Statement& statement, const StatementWords& words) {
    StatementPen pen(statement, words);
    const std::string title = pen.say("statement.page-title", {{"title", statement.contract.title}});
    pen.frame(
        title, [&] { write_statement_style(pen.html); },
        [&] {
            write_header(pen);
            write_contents(pen);
            pen.html.element("main", {{"id", "inhoud"}}, [&] {
                pen.html.line();
                write_stated_about(pen);
                write_stated_picture(pen);
                write_stated_themes(pen);
                write_stated_documents(pen);
                write_stated_instruments(pen);
                write_stated_social_return(pen);
                write_stated_effects(pen);
                write_stated_course(pen);
            });
            pen.html.line();
            write_footer(pen);
        });
    return std::move(pen.html).take();
}

}  // namespace mvoi::render
