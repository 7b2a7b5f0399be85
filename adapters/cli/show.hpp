// SPDX-License-Identifier: EUPL-1.2
// Answers for a reader, one function per kind of answer. Each reads one answer document and writes one page.
#pragma once

#include "fields.hpp"
#include "json.hpp"
#include "page.hpp"

namespace mvoi::cli {

// Of a title in a list.
inline constexpr Shortened title_columns{44};
// show_tender.cpp
void show_tender(const Object& answer, Page& page);    // of tender.get, .start and all that change a tender
void show_tenders(const Object& answer, Page& page);   // of tender.list
void show_calendar(const Object& answer, Page& page);  // of calendar.feed in JSON
// show_decision.cpp
void show_decision(const Object& answer, Page& page);  // of tender.decide, its themes narrowed to the one
void show_gate(const Object& answer, Page& page);      // of tender.gate
void show_reopened(const Object& answer, Page& page);
// show_plan.cpp
void show_plan(const Object& answer, Page& page);  // of plan.compute
// show_contract.cpp
void show_contract(const Object& answer, Page& page);   // of contract.get, .sign and .change
void show_contracts(const Object& answer, Page& page);  // of contract.list
void show_statement(const Object& answer, Page& page);  // of contract.statement
void show_milestones(const Object& answer, Page& page);
// show_promise.cpp
void show_promise(const Object& answer, Page& page);   // of promise.observe, .rate and .evidence
void show_promises(const Object& answer, Page& page);  // of promise.list
// show_social_return.cpp
void show_social_return(const Object& answer, Page& page);   // of socialreturn.statement
void show_social_returns(const Object& answer, Page& page);  // of socialreturn.list
void show_realised(const Object& answer, Page& page);        // of socialreturn.realise
// show_effect.cpp
void show_effects(const Object& answer, Page& page);  // of effect.list
// show_checking.cpp
void show_worklist(const Object& answer, Page& page);      // of worklist.list
void show_recounts(const Object& answer, Page& page);      // of recount.list and .adopt
void show_checkability(const Object& answer, Page& page);  // of checkability.compute
// show_review.cpp
void show_review(const Object& answer, Page& page);    // of review.ask, .answer and .condition
void show_dossier(const Object& answer, Page& page);   // of review.dossier
void show_dossiers(const Object& answer, Page& page);  // of dossiers
void show_agenda(const Object& answer, Page& page);    // of review.list
// show_register.cpp
void show_policy(const Object& answer, Page& page);
void show_import(const Object& answer, Page& page);
void show_verified(const Object& answer, Page& page);
void show_backup(const Object& answer, Page& page);
void show_restored(const Object& answer, Page& page);
void show_rebuilt(const Object& answer, Page& page);
void show_journal(const Object& answer, Page& page);
void show_operations(const Object& answer, Page& page);
// show_caldav.cpp
void show_pushed(const Object& answer, Page& page);  // of caldav-push

// "co2-prestatieladder 4.0 2 (Strooi BV, 2028-12-31)": of a list, the instruments shown, or those asked.
std::string instruments_text(const Object& answer, const char* member, bool held);
// The sentence, with its source between brackets.
std::string finding_text(const Object& finding, const Page&);

// Shared parts of answers, each shown where an answer has it.
void show_findings(const Object& answer, Page& page);
void show_themes(const Object& answer, Page& page);
void show_flags(const Object& answer, Page& page);
void show_passage(const Object& answer, Page& page);
void show_standings(const Object& answer, Page& page);  // of the promises of a contract

}  // namespace mvoi::cli
