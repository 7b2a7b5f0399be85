// SPDX-License-Identifier: EUPL-1.2
#include "render/statement/statement.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "render/answers/gate_view.hpp"
#include "render/page/page_pen.hpp"

namespace mvoi::render {

using namespace domain;
using domain::promise::Promise;
using domain::promise::Stand;
using domain::promise::Standing;

namespace {

void keep_from_supplier(DocumentShown& shown) {
    shown.document.where.clear();
    if (shown.document.verified) shown.document.verified->by.clear();
    if (shown.document.withdrawn) shown.document.withdrawn->clear();
    address_supplier(shown.findings);
}

void keep_from_supplier(promise::Promise& promise) {
    promise.owner.clear();
    promise.minutes_per_year = 0;
    promise.rows.reset();
}

void keep_from_supplier(promise::Rating& rating) {
    rating.by.clear();
    rating.text.clear();
}

void keep_from_supplier(StatedPromise& stated) {
    keep_from_supplier(stated.shown.promise);
    stated.shown.rating_due.reset();
    if (stated.shown.rating) keep_from_supplier(*stated.shown.rating);
    for (promise::Rating& each : stated.ratings) keep_from_supplier(each);
    for (DocumentShown& each : stated.shown.evidence) keep_from_supplier(each);
    address_supplier(stated.shown.findings);
}

}  // namespace

std::string_view code_of(Reader reader) {
    return reader == Reader::Intern ? "intern" : "leverancier";
}

void keep_from_supplier(Statement& statement) {
    statement.reader = Reader::Supplier;
    statement.contract.people.clear();
    if (statement.contract.ended) statement.contract.ended->reason.clear();
    for (promise::Promise& each : statement.contract.promises) keep_from_supplier(each);
    for (promise::Offered& each : statement.contract.offered) keep_from_supplier(each.promise);
    for (StatedTheme& theme : statement.themes) {
        for (StatedPromise& each : theme.promises) keep_from_supplier(each);
        for (promise::Offered& each : theme.offered) keep_from_supplier(each.promise);
        for (contract::ThreadRow& row : theme.thread) row.findings.clear();
        if (theme.asked)
            if (auto* applied = std::get_if<Applied>(&theme.asked->choice)) applied->deviation.reset();
    }
    for (DocumentShown& each : statement.documents) keep_from_supplier(each);
    address_supplier(statement.about_instruments);
    if (statement.account) {
        address_supplier(statement.account->findings);
        address_supplier(statement.account->statement.findings);
    }
    for (ToShow& each : statement.to_show)
        if (each.about) {
            std::vector<Finding> said = {*each.about};
            address_supplier(said);
            each.about = said.empty() ? std::nullopt : std::optional(said.front());
        }
    std::erase_if(statement.to_show, [](const ToShow& each) { return each.rule.empty() && !each.about; });
    statement.findings.clear();
    if (statement.tender) {
        statement.tender->people.clear();
        statement.tender->motives.clear();
        statement.tender->decisions.clear();
    }
}

Stand stand_now(const Standing& standing) {
    return standing.now_steps.empty() ? standing.stand : standing.marks[*standing.now].stand;
}

std::string sentence_of(const ToShow& each, const Statement& statement, const StatementWords& words) {
    if (each.about) return finding_sentence(*each.about, words.book.rules, words.in_force, words.language);
    Finding finding;
    finding.words = each.words;
    Words shown = words_shown(finding, words.book.rules, words.in_force, words.language);
    for (const Promise& promise : statement.contract.promises)
        if (promise.number == each.promise) shown["name"] = promise_name(promise, words.book, words.language);
    if (const auto cents = each.words.find("cents"); cents != each.words.end()) {
        std::int64_t amount = 0;
        std::from_chars(cents->second.data(), cents->second.data() + cents->second.size(), amount);
        shown["amount"] = money_in_words(amount, words.language);
    }
    return sentence(words.language, each.rule, shown);
}

}  // namespace mvoi::render
