// SPDX-License-Identifier: EUPL-1.2
// Findings and gates as answers show them: as sentences.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/gates/gate.hpp"
#include "json/out.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

// A rule speaks in codes; the reader gets labels.
//   policy  for the labels of own themes; nullptr: there are none
Words words_shown(const domain::Finding& finding, const domain::Rules& rules, const domain::Policy* policy,
                  domain::Language language);
// The places that a form can put a finding at, by the names of members: theme, criterion, promise; and the operation by
// which it is mended.
std::vector<std::pair<std::string, std::string>> places_of(const domain::Finding& finding);
// A finding speaks to the organisation itself, unless it was addressed to the supplier.
std::string finding_sentence(const domain::Finding& finding, const domain::Rules& rules, const domain::Policy* policy,
                             domain::Language language);
// Leaves the findings that have something to say to a supplier, in words to him: what the organisation is to do itself,
// and by which method it judges, is no concern of his.
void address_supplier(std::vector<domain::Finding>& findings);
void write_finding(json::Out& out, const domain::Finding& finding, const domain::Rules& rules,
                   const domain::Policy* policy, domain::Language language);

// The tender stands before the gate, or went through it just now.
enum class Went { NotYet, Yes };

// common.json#/$defs/answerGate
void write_gate(json::Out& out, const domain::gates::Gate& gate, const domain::Rules& rules,
                const domain::Policy* policy, domain::Language language, Went went = Went::NotYet);
std::string gate_json(const domain::gates::Gate& gate, const domain::Rules& rules, const domain::Policy* policy,
                      domain::Language language);
// The answer of tender.gate.
std::string gate_answer(const domain::Tender& tender, const domain::gates::Gate& gate, const domain::Rules& rules,
                        const domain::Policy* policy, domain::Language language);

}  // namespace mvoi::render
