// SPDX-License-Identifier: EUPL-1.2
// The contributions of social return under one contract to the sums of effects (effect.hpp): to `social-return-waarde`
// the value that counts by its statement, to `plaatsingen` the persons placed, to `sociale-ondernemingen` invoices.
//
//   exact    A row of the statement brings what it counts for, to the nearest millionth of a euro. What the table cuts
//            off brings nothing; neither does a row that counts for nothing.
//   years    A placement is divided by the days worked: from its start, so many half months as count by the day asked,
//            a half month being half the days of its month. A bonus goes with its placement. An invoice and an activity
//            are of their day, and so is a person: of the first day of the first placement that counts.
//   persons  Placements of one candidate are one person.
//   twice    What was carried in counts under the contract it comes from, and not here again. An effect that a promise
//            of the same contract feeds is left to the observations of that promise: it is `left_out`, and said.
//
// Own rules of libmvoi.
#pragma once

#include "domain/effect/effect.hpp"
#include "domain/social_return/account.hpp"

namespace mvoi::domain::effect {

//   account  of the same contract, efforts and day; when it is too large to count, nothing is brought
std::vector<EffectContribution> effects_of_social_return(const Contract& contract,
                                                         const social_return::Efforts& realised,
                                                         const social_return::Account& account, const Effects& effects,
                                                         Date today);

}  // namespace mvoi::domain::effect
