// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: what contracts came to.
#pragma once

#include "verbs_common.hpp"

namespace mvoi::cli {

inline constexpr Option effects_options[] = {
    within_organisation,
    {"--reference",
     "TEXT",
     As::Text,
     "reference",
     {"alleen van het contract met dit kenmerk", "only of the contract with this number"}},
    {"--contract", "UUID", As::Text, "contract", {"alleen van dit contract", "only of this contract"}},
    {"--effect", "CODE", As::Text, "effect", {"alleen dit effect, zoals nox", "only this effect, such as nox"}},
    {"--theme", "CODE", As::Text, "theme", {"beloofd onder dit thema", "promised under this theme"}},
    {"--year", "YEAR", As::Integer, "year", {"alleen dit jaar", "only this year"}},
    {"--from-year", "YEAR", As::Integer, "from", {"dit jaar en later", "this year and later"}},
    {"--to-year", "YEAR", As::Integer, "to", {"dit jaar en eerder", "this year and earlier"}},
    {"--per",
     "PART",
     As::List,
     "per",
     {"apart per contract, theme of year; zonder deze optie per jaar",
      "apart per contract, theme or year; per year without it"},
     "contract theme year"},
    page_limit,
    page_after,
    all_pages,
};
inline constexpr Example effects_examples[] = {
    {"mvoi effects --organisation gm0344 --year 2027",
     {"Wat alle contracten in 2027 hebben opgeleverd, en wat daarvan onbekend is.",
      "What all contracts came to in 2027, and what of it is unknown."}},
    {"mvoi effects --organisation gm0344 --effect co2-vermeden --per contract --per year",
     {"De vermeden CO2 van elk contract, per jaar.", "The CO2 that each contract avoided, per year."}},
};

inline constexpr Verb effect_verbs[] = {
    {.name = "effects",
     .operation = "effect.list",
     .uses = Register::Read,
     .summary = {"telt op wat contracten hebben opgeleverd: gemeten, geraamd en onbekend",
                 "adds up what contracts came to: measured, estimated and unknown"},
     .more = {"--limit, --after en --all horen bij --per contract.",
              "--limit, --after and --all go with --per contract."},
     .options = effects_options,
     .examples = effects_examples,
     .run = list,
     .show = show_effects},
};

}  // namespace mvoi::cli
