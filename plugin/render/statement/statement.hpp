// SPDX-License-Identifier: EUPL-1.2
// The statement of a contract (contractstaat): everything that was asked, promised and shown under it, as of a day.
// Gathered once; JSON, a page and CSV show the same. What a supplier is not to see is not in it any more when it is
// meant for the supplier, so that no rendering can let it out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/contract/term.hpp"
#include "domain/contract/thread.hpp"
#include "domain/effect/effect.hpp"
#include "domain/model.hpp"
#include "domain/promise/form.hpp"
#include "domain/rule_book.hpp"
#include "domain/social_return/account.hpp"
#include "render/answers/promise_view.hpp"
#include "render/figures.hpp"

namespace mvoi::render {

enum class Reader { Intern, Supplier };
std::string_view code_of(Reader reader);  // intern, leverancier

// A promise, and everything that was shown of it.
struct StatedPromise {
    PromiseShown shown;
    std::vector<domain::promise::Observation> observed;  // in the days asked, by first day, then by source
    std::vector<domain::promise::Rating> ratings;        // by day
    std::vector<domain::promise::FormRow> open;          // days of which nothing was reported, also those to come
};
// The criteria of the tender, the offers of the winner and the promises of the contract under one theme.
struct StatedTheme {
    std::string theme;
    std::optional<domain::Decision> asked;          // by the tender; nothing: not asked, or there is no tender
    std::vector<domain::promise::Offered> offered;  // by the winner
    std::vector<StatedPromise> promises;
    std::vector<domain::contract::ThreadRow> thread;  // rows that have something to say
};

// One thing that is still to be shown, as a sentence of messages.
struct ToShow {
    std::string kind;  // waarneming, bewijs, instrument, social-return
    int promise = 0;   // its number; 0: of no single promise
    std::optional<domain::Date> by;
    std::string rule;  // empty: a finding says it
    std::map<std::string, std::string> words;
    std::optional<domain::Finding> about = {};
};

struct StatementCounts {
    int promises = 0;
    int measurable = 0;
    int measured = 0;  // with an observation by the day asked, whatever the days asked
    std::map<domain::promise::Stand, int> stands;
    std::map<domain::promise::Stand, int> now;  // of the period that runs; where none does, as the promise stands
    int past_open = 0;                          // where an earlier period was not shown or missed
};
// The standing of a promise in the period that runs; where none stands apart, of the promise.
domain::promise::Stand stand_now(const domain::promise::Standing& standing);

struct Statement {
    domain::Contract contract;
    std::int64_t entry = 0;
    std::optional<domain::Tender> tender;  // that it comes from
    domain::contract::Course course;
    Reader reader = Reader::Intern;
    domain::Date today{2000, 1, 1};
    std::optional<domain::Date> from, to;  // of what was observed; nothing: the whole term
    StatementCounts counts;
    std::vector<StatedTheme> themes;
    std::vector<ToShow> to_show;
    std::vector<DocumentShown> documents;  // by number
    std::vector<domain::Finding> about_instruments;
    std::optional<domain::social_return::Efforts> realised;  // where social return was agreed
    std::optional<domain::social_return::Account> account;   // likewise
    std::vector<domain::effect::EffectSum> effects;          // by year
    std::vector<domain::Finding> findings;                   // on the term; of the organisation alone
};

struct StatementWords {
    const domain::RuleBook& book;
    const domain::Policy* in_force;  // of the organisation; nullptr: none
    domain::Language language;
};

// Leaves out what a supplier is not to see: names and roles of people of the organisation, what checking takes and how
// it is counted, texts of ratings, where documents are kept, other contracts, and what to do about the end.
void keep_from_supplier(Statement& statement);

// statement.answer: the member "statement".
void write_statement_whole(json::Out& out, const Statement& statement, const StatementWords& words);
// The whole page, UTF-8. After the doctype it is well-formed XML.
std::string statement_html(const Statement& statement, const StatementWords& words);
// A row for each promise and observation; one for a promise that nothing was observed of.
std::string statement_csv(const Statement& statement, const StatementWords& words);

// A thing that is to be shown, as a sentence.
std::string sentence_of(const ToShow& each, const Statement& statement, const StatementWords& words);

}  // namespace mvoi::render
