// SPDX-License-Identifier: EUPL-1.2
// Part of the table of verbs.cpp: the verbs on contracts.
#pragma once

#include "verbs_contract_options.hpp"

namespace mvoi::cli {

inline constexpr Option contract_origin_options[] = {
    text("--organisation", "CODE", "/organisation",
         {"de organisatie, zoals gm0344", "the organisation, such as gm0344"}),
    text("--reference", "TEXT", "/reference",
         {"het eigen kenmerk van het contract", "your own number of the contract"}),
    text("--tender", "UUID", "/tender", {"de aanbesteding waar het uit komt", "the tender it comes from"}),
    text("--tender-reference", "TEXT", "/tenderReference",
         {"hetzelfde met het eigen kenmerk van de aanbesteding", "the same by your own number of the tender"}),
    text("--cpv", "CODE", "/cpv/-", {"CPV-code", "CPV code"}),
    text("--product-group", "CODE", "/productGroup", {"productgroep", "product group"}),
    text("--lot", "NUMBER", "/lots/-", {"perceel van de aanbesteding", "lot of the tender"}),
    text("--predecessor", "UUID", "/predecessor", {"het contract hiervoor", "the contract before it"}),
};
inline constexpr Option sign_repeat_options[] = {repeatable, whole_from_file};
inline constexpr auto contract_sign_options =
    together(contract_origin_options, contract_member_options, sign_repeat_options);

inline constexpr Option contract_revision_options[] = {
    of_contract_organisation,
    contract_by_reference,
    integer("--revision", "N", "/revision", {"de revisie die u zag", "the revision that you saw"}),
};
inline constexpr Option contract_event_options[] = {
    option("--option-decided", "NUMBER=DECISION", Kind::Numbered, "/optionDecided",
           {"besluit over een optie: 1=gelicht of 1=niet-gelicht",
            "decision on an option: 1=gelicht (lifted) or 1=niet-gelicht (declined)"}),
    option("--notice-given", {}, Kind::There, "/noticeGiven", {"er is opgezegd", "notice was given"}),
    option("--renewal-agreed", {}, Kind::There, "/renewalAgreed",
           {"er is een verlenging overeengekomen", "a renewal was agreed"}),
    text("--ended", "DATE", "/ended/on",
         {"laatste dag van een voortijdig einde; met --reason", "last day of an early end; with --reason"}),
    text("--on", "DATE", "/on",
         {"de dag waarop het gebeurde; zonder deze optie vandaag", "the day it happened; today without it"}),
    text("--reason", "TEXT", "/ended/reason", {"bij --ended: waarom", "with --ended: why"}),
    repeatable,
    rest_from_file,
};
inline constexpr auto contract_change_options =
    together(contract_revision_options, contract_member_options, contract_event_options);

inline constexpr Option contract_options[] = {of_contract_organisation, contract_by_reference};

inline constexpr Option contracts_options[] = {
    within_organisation,
    text("--ends-from", "DATE", "/endsFrom", {"einde op deze dag of later", "ends on this day or later"}),
    text("--ends-to", "DATE", "/endsTo", {"einde op deze dag of eerder", "ends on this day or earlier"}),
    text("--notice-from", "DATE", "/noticeFrom",
         {"laatste dag van opzegging op deze dag of later", "last day of notice on this day or later"}),
    text("--notice-to", "DATE", "/noticeTo",
         {"laatste dag van opzegging op deze dag of eerder", "last day of notice on this day or earlier"}),
    flag("--open-options", "/openOptions",
         {"met een optie waarover nog besloten kan worden", "with an option that can still be decided on"}),
    text("--text", "TEXT", "/text",
         {"met dit in titel, kenmerk of leverancier", "with this in the title, the reference or the supplier"}),
    page_limit,
    page_after,
    all_pages,
};

inline constexpr Verb contract_verbs[] = {
    {.name = "contract-sign",
     .operation = "contract.sign",
     .uses = Register::Any,
     .summary = {"legt een contract vast als het is getekend", "records a contract when it is signed"},
     .more = {"Met --tender of --tender-reference komt over wat niet wordt genoemd: titel, soort, CPV, productgroep en "
              "mensen. Zonder --end en --months geldt het contract voor onbepaalde tijd.",
              "With --tender or --tender-reference what is not named is taken over: title, kind, CPV, product group "
              "and people. Without --end and --months the contract is for an indefinite time."},
     .options = contract_sign_options,
     .examples = {{{"mvoi contract-sign --organisation gm0344 --reference C-2027-3 --tender-reference 2027-014 \\\n"
                    "    --supplier \"Strooi BV=12345678\" --start 2027-10-01 --months 48 --notice \"3 maanden\" \\\n"
                    "    --renewal stilzwijgend --renewal-months 12 --max-renewals 2",
                    {"Vier jaar, daarna ten hoogste twee keer stilzwijgend een jaar.",
                     "Four years, then at most twice a year by tacit renewal."}}}},
     .run = contract,
     .show = show_contract},
    {.name = "contract-change",
     .words = "CONTRACT",
     .operation = "contract.change",
     .uses = Register::Existing,
     .summary = {"wijzigt een contract, of legt vast wat er gebeurde: een optie, een opzegging, een verlenging, een "
                 "voortijdig einde",
                 "changes a contract, or records what happened: an option, a notice, a renewal, an early end"},
     .more = {"CONTRACT is met --organisation het eigen kenmerk, zonder deze optie de UUID. Iets terugnemen gaat met "
              "mvoi call en null.",
              "CONTRACT is your own number with --organisation, the UUID without it. Taking something back goes with "
              "mvoi call and null."},
     .options = contract_change_options,
     .examples = {{{"mvoi contract-change C-2027-3 --organisation gm0344 --option-decided 1=gelicht --on 2028-06-01",
                    {"De eerste optie is gelicht.", "The first option was lifted."}},
                   {"mvoi contract-change C-2027-3 --organisation gm0344 --notice-given",
                    {"Vandaag is opgezegd.", "Notice was given today."}}}},
     .run = contract,
     .show = show_contract},
    {.name = "contract",
     .words = "CONTRACT",
     .operation = "contract.get",
     .summary = {"toont één contract: tot wanneer het loopt, en hoe elke datum is geteld",
                 "shows one contract: until when it runs, and how each date was counted"},
     .options = contract_options,
     .examples = {{{"mvoi contract C-2027-3 --organisation gm0344",
                    {"Tot wanneer het loopt, en wanneer opgezegd moet zijn.",
                     "Until when it runs, and by when notice must be given."}}}},
     .show = show_contract},
    {.name = "contracts",
     .operation = "contract.list",
     .summary = {"toont contracten, nieuwste eerst", "lists contracts, newest first"},
     .options = contracts_options,
     .examples = {{{"mvoi contracts --organisation gm0344 --notice-to 2027-12-31",
                    {"Wat dit jaar opgezegd moet worden, of verlengd wordt.",
                     "What must be given notice this year, or is renewed."}}}},
     .run = list,
     .show = show_contracts},
};

}  // namespace mvoi::cli
