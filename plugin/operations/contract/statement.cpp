// SPDX-License-Identifier: EUPL-1.2
// contract.statement: everything that was asked, promised and shown under one contract, as data, as one page or as CSV;
// for the organisation itself, or for its supplier.
#include "operations/contract/statement.hpp"

#include <algorithm>
#include <limits>

#include "domain/characters.hpp"
#include "domain/contract/evaluation.hpp"
#include "domain/measure/contract_instruments.hpp"
#include "operations/contract/effects.hpp"
#include "operations/contract/promises.hpp"
#include "operations/current/tender.hpp"
#include "operations/social_return/social_return.hpp"
#include "operations/table.hpp"

namespace mvoi::operations {
namespace {

using domain::promise::Observation;
using render::Statement;

class Gathering {
  public:
    Gathering(const Call& call, store::Connection& connection, const CurrentContract& current, Statement& statement)
        : call_(call),
          connection_(connection),
          current_(current),
          statement_(statement),
          observed_(observations_of(connection, current.id)),
          records_(call, connection, current.id, current.contract) {
        domain::social_return::Efforts realised;
        if (current.contract.social_return) realised = realisations_of(connection, current.id).efforts;
        statement_.effects = effect_sums(realised);
        if (current.contract.social_return) account(realised);
    }

    void run() {
        if (statement_.tender)
            for (const domain::Decision& each : statement_.tender->decisions)
                if (std::holds_alternative<domain::Applied>(each.choice)) theme(each.theme).asked = each;
        for (const auto& each : current_.contract.promises) promise(each);
        for (const auto& each : current_.contract.offered) theme(each.promise.theme).offered.push_back(each);
        const domain::Tender* tender = statement_.tender ? &*statement_.tender : nullptr;
        for (auto& row : thread_rows(call_, connection_, current_.contract, tender))
            if (!row.findings.empty()) theme(row.theme).thread.push_back(std::move(row));
        for (const int number : records_.documents()) statement_.documents.push_back(*records_.document_shown(number));
        const auto& course = statement_.course;
        statement_.about_instruments =
            instrument_findings(current_.contract, course.end ? std::optional(course.end->day) : std::nullopt,
                                call_.book().instruments, call_.today());
        on_term();
        statement_.to_show = still_to_show(statement_, call_.book());
    }

  private:
    render::StatedTheme& theme(const std::string& code) {
        auto& themes = statement_.themes;
        auto found = std::find_if(themes.begin(), themes.end(), [&](const auto& each) { return each.theme == code; });
        if (found != themes.end()) return *found;
        themes.push_back({});
        themes.back().theme = code;
        return themes.back();
    }

    void promise(const domain::promise::Promise& promise) {
        render::StatedPromise stated{shown_promise(call_, current_.contract, promise, observed_), {}, {}, {}};
        records_.complete(stated.shown);
        for (auto& each : records_.ratings_in_words(promise.number))
            if (each.on <= call_.today()) stated.ratings.push_back(std::move(each));
        bool measured = false;
        const auto found = observed_.find(promise.number);
        const std::vector<Observation> all = found == observed_.end() ? std::vector<Observation>{} : found->second;
        stated.open = form_rows(promise, all, call_.book().units, call_.today(), promise.to, false);
        if (found != observed_.end())
            for (const Observation& each : found->second) {
                if (each.to > call_.today()) continue;  // not known yet on the day asked
                measured = true;
                if (is_asked(each)) stated.observed.push_back(each);
            }
        std::stable_sort(stated.observed.begin(), stated.observed.end(),
                         [](const Observation& a, const Observation& b) { return a.from < b.from; });
        auto& counts = statement_.counts;
        ++counts.promises;
        counts.measurable += is_measurable(promise);
        counts.measured += measured;
        const auto& standing = stated.shown.standing;
        ++counts.stands[standing.stand];
        ++counts.now[render::stand_now(standing)];
        counts.past_open += !standing.now_steps.empty() && standing.past.not_shown + standing.past.missed > 0;
        theme(promise.theme).promises.push_back(std::move(stated));
    }

    bool is_asked(const Observation& each) const {
        return (!statement_.from || *statement_.from <= each.to) && (!statement_.to || each.from <= *statement_.to);
    }

    std::vector<domain::effect::EffectSum> effect_sums(const domain::social_return::Efforts& realised) const {
        domain::effect::EffectSums sums({}, 0, std::numeric_limits<int>::max());
        sums.add(effects_by_year(call_, current_.contract, observed_, realised));
        return sums.sums();
    }

    void account(const domain::social_return::Efforts& realised) {
        statement_.realised = realised;
        statement_.account =
            account_of(current_.contract, *statement_.realised, call_.book().social_return_tables, call_.today());
    }

    void on_term() {
        const domain::Policy* policy = current_.in_force.get();
        const int warning_days = policy ? policy->warning_days : domain::Policy{}.warning_days;
        const domain::calendar::WorkCalendar calendar(call_.book().law.equated);
        const auto& contract = current_.contract;
        statement_.findings = findings_on(contract.term, statement_.course, call_.today(), warning_days, calendar);
        for (auto& each : evaluation_findings(contract, statement_.course, call_.today(), warning_days, call_.rules()))
            statement_.findings.push_back(std::move(each));
    }

    const Call& call_;
    store::Connection& connection_;
    const CurrentContract& current_;
    Statement& statement_;
    const Observations observed_;
    Records records_;
};

// "contractstaat-C-1-2027-12-31.html"; of the reference what is plain in a file name anywhere.
std::string file_name(const Statement& statement, std::string_view ending) {
    std::string name = "contractstaat-";
    for (const char c : statement.contract.reference) {
        const bool plain = domain::is_letter_or_digit(c) || c == '-';
        name += plain ? c : '_';
    }
    return name + "-" + domain::to_text(statement.today) + "." + std::string(ending);
}

std::string answer_of(const Call& call, const Statement& statement, const render::StatementWords& words) {
    const std::string format = call.request().text_or("format", "json");
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("contract", statement.contract.id);
        out.member("reference", statement.contract.reference);
        out.member("audience", code_of(statement.reader));
        out.member("contentType", format == "html"  ? "text/html; charset=utf-8"
                                  : format == "csv" ? "text/csv; charset=utf-8; header=present"
                                                    : "application/json");
        out.member("fileName", file_name(statement, format));
        if (format == "html") out.member("body", statement_html(statement, words));
        if (format == "csv") out.member("body", statement_csv(statement, words));
        if (format == "json") {
            out.name("statement");
            write_statement_whole(out, statement, words);
        }
    });
    return text;
}

}  // namespace

render::Statement statement_of(const Call& call, store::Connection& connection, CurrentContract current,
                               const std::optional<domain::Date>& from, const std::optional<domain::Date>& to) {
    bring_on(call, connection, current);
    Statement statement;
    statement.entry = current.entry;
    statement.tender = tender_of(call, connection, current.contract);
    statement.course = course_of(current.contract, call.today());
    statement.today = call.today();
    statement.from = from;
    statement.to = to;
    statement.contract = current.contract;
    Gathering(call, connection, current, statement).run();
    return statement;
}

std::string contract_statement(const Call& call) {
    const json::Value& request = call.request();
    const auto from = domain::parse_date(request.text_or("from")), to = domain::parse_date(request.text_or("to"));
    if (from && to && *to < *from)
        refuse(domain::No::Invalid, "/to", "statement.days-upside-down",
               {{"from", domain::to_text(*from)}, {"to", domain::to_text(*to)}});
    std::string answer;
    call.read([&](store::Connection& connection) {
        CurrentContract current = named_contract(call, connection);
        const auto in_force = current.in_force;
        Statement statement = statement_of(call, connection, std::move(current), from, to);
        if (request.text_or("audience") == code_of(render::Reader::Supplier)) keep_from_supplier(statement);
        answer = answer_of(call, statement, {call.book(), in_force.get(), call.language()});
    });
    return answer;
}

}  // namespace mvoi::operations
