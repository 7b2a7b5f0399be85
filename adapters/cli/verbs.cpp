// SPDX-License-Identifier: EUPL-1.2
// The table. A verb is added here, its options and examples in the two headers beside this file, and nowhere else
// unless it does something of its own.
#include "verbs.hpp"

#include "commands.hpp"
#include "show.hpp"
#include "verbs_caldav.hpp"
#include "verbs_contract.hpp"
#include "verbs_decision.hpp"
#include "verbs_plan.hpp"
#include "verbs_register.hpp"
#include "verbs_review.hpp"
#include "verbs_tender.hpp"

namespace mvoi::cli {

namespace {

bool is_intact(const Object& answer, const Arguments&) {
    return truth_of(answer, "intact");
}
bool is_complete(const Object& answer, const Arguments&) {
    return integer_of(answer, "refused") == 0;
}
bool is_equal_or_mended(const Object& answer, const Arguments& arguments) {
    return truth_of(answer, "equal") || !arguments.has("--dry-run");
}

const Verb table[] = {
    {.name = "start",
     .operation = "tender.start",
     .uses = Register::Any,
     .summary = {"legt een aanbesteding vast bij haar start", "records a tender at its start"},
     .more = {"De namen van --plan zijn die van het verzoek: preparation, marketConsultation, board, publication, "
              "participation, invitation, questions, submission, evaluation, award, standstillEnd, contractStart, "
              "contractEnd, currentContractEnd, notice, option en contractReview. Wat niet met opties kan, zoals "
              "percelen of eigen criteria, kan "
              "met --file.",
              "The names of --plan are those of the request: preparation, marketConsultation, board, publication, "
              "participation, invitation, questions, submission, evaluation, award, standstillEnd, contractStart, "
              "contractEnd, currentContractEnd, notice, option and contractReview. What options cannot say, such as "
              "lots or criteria of one's own, "
              "--file can."},
     .options = start_options,
     .examples = start_examples,
     .run = start,
     .show = show_tender},
    {.name = "list",
     .operation = "tender.list",
     .uses = Register::Read,
     .summary = {"toont aanbestedingen, nieuwste eerst", "lists tenders, newest first"},
     .options = list_options,
     .examples = list_examples,
     .run = list,
     .show = show_tenders},
    {.name = "show",
     .words = "TENDER",
     .tender = true,
     .operation = "tender.get",
     .uses = Register::Read,
     .summary = {"toont één aanbesteding", "shows one tender"},
     .options = show_options,
     .examples = show_examples,
     .run = ordinary,
     .show = show_tender},
    {.name = "decide",
     .words = "TENDER THEME DECISION",
     .tender = true,
     .least = 2,
     .most = 2,
     .places = {{{"theme"}, {"state"}}},
     .offers = "apply explain open",
     .operation = "tender.decide",
     .uses = Register::Existing,
     .summary = {"besluit over één thema", "decides on one theme"},
     .more =
         {"apply past het thema toe en laat zijn criteria staan, explain legt uit waarom niet, open maakt het weer "
          "onbeslist. Bij een uitleg "
          "zegt het antwoord wat de organisatie eerder besloot en hoe sterk de uitleg is, punt voor punt; dat is een "
          "oordeel van de bibliotheek, geen besluit. Meer thema's tegelijk en criteria gaan met mvoi call.",
          "apply applies the theme and keeps its criteria, explain explains why not, open makes it undecided again. On "
          "an explanation the "
          "answer says what the organisation decided before and how strong the explanation is, point by point; "
          "that is an opinion of the library, no decision. Several themes at once and criteria go with mvoi call."},
     .options = decide_options,
     .examples = decide_examples,
     .run = decide,
     .show = show_decision},
    {.name = "gate",
     .words = "TENDER [PHASE]",
     .tender = true,
     .most = 1,
     .places = {{{"to"}}},
     .offers = phase_words,
     .operation = "tender.gate",
     .uses = Register::Read,
     .summary = {"toont wat een aanbesteding tegenhoudt, en wat dat verhelpt",
                 "shows what stops a tender, and what mends that"},
     .more =
         {"Zonder PHASE op weg naar de volgende poort: publicatie, zolang die nog komt. Er verandert niets. De "
          "afsluitwaarde is 1 als de aanbesteding wordt tegengehouden, 0 als niets dat doet of het beleid alleen "
          "meldt.",
          "Without PHASE on the way to the next gate: publication, as long as that is to come. Nothing changes. The "
          "exit code is 1 when the tender is stopped, 0 when nothing does or the policy only reports."},
     .options = gate_options,
     .examples = gate_examples,
     .run = ordinary,
     .show = show_gate},
    {.name = "advance",
     .words = "TENDER PHASE",
     .tender = true,
     .least = 1,
     .most = 1,
     .places = {{{"to"}}},
     .offers = phase_words,
     .operation = "tender.advance",
     .uses = Register::Existing,
     .summary = {"brengt een aanbesteding naar een andere fase, door haar poort",
                 "brings a tender to another phase, through its gate"},
     .options = advance_options,
     .examples = advance_examples,
     .run = ordinary,
     .show = show_tender},
    {.name = "confirm",
     .words = "TENDER",
     .tender = true,
     .operation = "tender.confirm",
     .uses = Register::Existing,
     .summary = {"bevestigt een voorlopige aanbesteding", "confirms a provisional tender"},
     .options = confirm_options,
     .examples = confirm_examples,
     .run = ordinary,
     .show = show_tender},
    {.name = "withdraw",
     .words = "TENDER",
     .tender = true,
     .operation = "tender.withdraw",
     .uses = Register::Existing,
     .summary = {"neemt een voorlopige aanbesteding terug", "withdraws a provisional tender"},
     .options = advance_options,
     .examples = withdraw_examples,
     .run = ordinary,
     .show = show_tender},
    {.name = "reopen",
     .operation = "tender.reopen",
     .uses = Register::Existing,
     .summary = {"maakt thema's weer onbeslist waarvan de uitleg is vervallen",
                 "makes themes undecided again whose explanation has lapsed"},
     .more = {"Dit gebeurt ook vanzelf, bij het eerste dat een dag in het register schrijft.",
              "It happens by itself too, with the first thing that writes to the register on a day."},
     .options = reopen_options,
     .examples = reopen_examples,
     .run = ordinary,
     .show = show_reopened},
    {.name = "contract-sign",
     .operation = "contract.sign",
     .uses = Register::Any,
     .summary = {"legt een contract vast als het is getekend", "records a contract when it is signed"},
     .more = {"Met --tender of --tender-reference komt over wat niet wordt genoemd: titel, soort, CPV, productgroep en "
              "mensen. Zonder --end en --months geldt het contract voor onbepaalde tijd.",
              "With --tender or --tender-reference what is not named is taken over: title, kind, CPV, product group "
              "and people. Without --end and --months the contract is for an indefinite time."},
     .options = contract_sign_options,
     .examples = contract_sign_examples,
     .run = contract,
     .show = show_contract},
    {.name = "contract-change",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
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
     .examples = contract_change_examples,
     .run = contract,
     .show = show_contract},
    {.name = "contract",
     .words = "CONTRACT",
     .tender = true,
     .named = "contract",
     .operation = "contract.get",
     .uses = Register::Read,
     .summary = {"toont één contract: tot wanneer het loopt, en hoe elke datum is geteld",
                 "shows one contract: until when it runs, and how each date was counted"},
     .options = contract_options,
     .examples = contract_examples,
     .run = ordinary,
     .show = show_contract},
    {.name = "contracts",
     .operation = "contract.list",
     .uses = Register::Read,
     .summary = {"toont contracten, nieuwste eerst", "lists contracts, newest first"},
     .options = contracts_options,
     .examples = contracts_examples,
     .run = list,
     .show = show_contracts},
    {.name = "review-ask",
     .words = "TENDER",
     .tender = true,
     .operation = "review.ask",
     .uses = Register::Existing,
     .summary = {"legt een aanbesteding voor aan de tenderboard", "submits a tender to the tender board"},
     .options = review_ask_options,
     .examples = review_ask_examples,
     .run = ordinary,
     .show = show_review},
    {.name = "review-answer",
     .words = "REVIEW VERDICT",
     .least = 2,
     .most = 2,
     .places = {{{"review"}, {"verdict"}}},
     .offers = verdict_words,
     .operation = "review.answer",
     .uses = Register::Existing,
     .summary = {"geeft een oordeel: akkoord, akkoord-mits of afgewezen",
                 "gives a verdict: akkoord (approved), akkoord-mits (on conditions) or afgewezen (rejected)"},
     .more = {"REVIEW is het nummer van de toets, zoals review-list het toont; --role zegt als wie het oordeel geldt.",
              "REVIEW is the number of the review, as review-list shows it; --role says as whom the verdict counts."},
     .options = review_answer_options,
     .examples = review_answer_examples,
     .run = ordinary,
     .show = show_review},
    {.name = "review-condition",
     .words = "REVIEW NUMBER",
     .least = 2,
     .most = 2,
     .places = {{{"review"}, {"condition", As::Integer}}},
     .operation = "review.condition",
     .uses = Register::Existing,
     .summary = {"verklaart dat een voorwaarde van een akkoord-mits is vervuld",
                 "declares that a condition of an akkoord-mits is met"},
     .options = review_condition_options,
     .examples = review_condition_examples,
     .run = ordinary,
     .show = show_review},
    {.name = "review-list",
     .operation = "review.list",
     .uses = Register::Read,
     .summary = {"toont de agenda van de tenderboard, dringendste eerst",
                 "shows the agenda of the tender board, most urgent first"},
     .options = review_list_options,
     .examples = review_list_examples,
     .run = list,
     .show = show_agenda},
    {.name = "dossier",
     .words = "TENDER",
     .tender = true,
     .operation = "review.dossier",
     .uses = Register::Read,
     .summary = {"geeft één zaak op één bladzijde", "gives one case on one page"},
     .more = {"Wat uitgaat is de bladzijde zelf, in HTML; met --json het dossier als gegevens.",
              "What goes out is the page itself, in HTML; with --json the dossier as data."},
     .options = dossier_options,
     .examples = dossier_examples,
     .run = dossier,
     .show = show_dossier},
    {.name = "dossiers",
     .operation = "tender.list",
     .uses = Register::Read,
     .summary = {"schrijft de stukken voor een tenderboard: elk gevlagd dossier, en een index",
                 "writes the papers for a tender board: each flagged dossier, and an index"},
     .more =
         {"Toont de gevlagde aanbestedingen, nieuwste eerst, en schrijft van elk een bladzijde in de map, met "
          "index.html. Bestanden die deze opdracht niet zelf schreef, blijven staan: dan wordt er niets geschreven en "
          "is de afsluitwaarde 1. Een bladzijde van een vorige keer blijft staan als haar aanbesteding de vlag "
          "niet meer heeft; de index noemt haar dan niet.",
          "Shows the flagged tenders, newest first, and writes a page of each into the folder, with index.html. "
          "Files that this command did not write itself stay: then nothing is written and the exit code is 1. A "
          "page of an earlier time stays when its tender no longer has the flag; the index does not name it then."},
     .options = dossiers_options,
     .examples = dossiers_examples,
     .run = dossiers},
    {.name = "plan",
     .operation = "plan.compute",
     .uses = Register::Optional,
     .summary = {"telt terug wanneer een aanbesteding moet beginnen", "counts back when a tender must begin"},
     .more = {"Elke mijlpaal staat er met de aftreksom en het artikel; daarna tot wanneer welk ambitieniveau haalbaar "
              "is en welke procedures openstaan. Er verandert niets. Voorwaarden als versneld gaan met mvoi call "
              "plan.compute.",
              "Each milestone with its subtraction and the article; then until when which ambition level is within "
              "reach and which procedures are open. Nothing changes. Conditions such as urgency go with mvoi call "
              "plan.compute."},
     .options = plan_options,
     .examples = plan_examples,
     .run = ordinary,
     .show = show_plan},
    {.name = "plan-adopt",
     .words = "TENDER",
     .tender = true,
     .operation = "plan.adopt",
     .uses = Register::Existing,
     .summary = {"maakt de planning tot die van een aanbesteding", "makes the plan that of a tender"},
     .options = plan_adopt_options,
     .examples = plan_adopt_examples,
     .run = ordinary,
     .show = show_tender},
    {.name = "calendar",
     .operation = "calendar.feed",
     .uses = Register::Read,
     .summary = {"geeft de aanbestedingskalender", "gives the procurement calendar"},
     .more = {"Wat uitgaat is de kalender zelf; met --json het antwoord van de bibliotheek daaromheen.",
              "What goes out is the calendar itself; with --json the answer of the library around it."},
     .options = calendar_options,
     .examples = calendar_examples,
     .run = calendar,
     .show = show_calendar},
    {.name = "caldav-push",
     .words = "URL",
     .least = 1,
     .most = 1,
     .operation = "calendar.feed",
     .uses = Register::Read,
     .summary = {"houdt een agenda op een CalDAV-server gelijk aan de kalender",
                 "keeps a calendar on a CalDAV server equal to the procurement calendar"},
     .more =
         {"Alleen wat veranderd is, wordt verstuurd. Bij items van de kalender wint het register: wat iemand er met "
          "de hand aan wijzigde, wordt teruggezet. Items van anderen blijven zoals ze zijn. De gebruiker komt uit "
          "MVOI_CALDAV_USER, het wachtwoord uit --password-file, MVOI_CALDAV_PASSWORD_FILE of "
          "MVOI_CALDAV_PASSWORD. De afsluitwaarde is 1 als de server een item weigerde.",
          "Only what changed is sent. For items of the calendar the register wins: what somebody changed in them by "
          "hand is set back. Items of others stay as they are. The user comes from MVOI_CALDAV_USER, the password "
          "from --password-file, MVOI_CALDAV_PASSWORD_FILE or MVOI_CALDAV_PASSWORD. The exit code is 1 when the "
          "server refused an item."},
     .options = caldav_options,
     .examples = caldav_examples,
     .run = caldav_push,
     .show = show_pushed,
     .well = is_complete},
    {.name = "import",
     .words = "FILE",
     .least = 1,
     .most = 1,
     .places = {{{"path"}}},
     .operation = "register.import",
     .uses = Register::Any,
     .summary = {"neemt aanbestedingen of contracten uit een bestand over, rij voor rij",
                 "brings in tenders or contracts from a file, row by row"},
     .more =
         {"Goede rijen worden opgenomen, ook als andere worden geweigerd; een rij die er al is, wordt niet nog eens "
          "opgenomen. Ctrl-C breekt af zonder iets half te doen. Zijn er rijen geweigerd, dan is de afsluitwaarde 1.",
          "Good rows are kept, also when others are refused; a row that is there already is not kept twice. Ctrl-C "
          "stops it with nothing half-done. When rows were refused the exit code is 1."},
     .options = import_options,
     .examples = import_examples,
     .run = import,
     .show = show_import,
     .well = is_complete},
    {.name = "policy",
     .words = "FILE",
     .least = 1,
     .most = 1,
     .operation = "policy.adopt",
     .uses = Register::Any,
     .summary = {"stelt het beleid van een organisatie vast", "adopts the policy of an organisation"},
     .more = {"FILE is het verzoek van policy.adopt in JSON; - is de standaardinvoer.",
              "FILE is the request of policy.adopt in JSON; - is the standard input."},
     .examples = policy_examples,
     .run = adopt,
     .show = show_policy},
    {.name = "verify",
     .operation = "journal.verify",
     .uses = Register::Read,
     .dated = false,
     .summary = {"controleert het hele journaal", "checks the whole journal"},
     .more = {"De afsluitwaarde is 1 als het journaal niet ongeschonden is.",
              "The exit code is 1 when the journal is not intact."},
     .options = verify_options,
     .examples = verify_examples,
     .run = ordinary,
     .show = show_verified,
     .well = is_intact},
    {.name = "backup",
     .words = "FILE",
     .least = 1,
     .most = 1,
     .places = {{{"path"}}},
     .operation = "register.backup",
     .uses = Register::Read,
     .dated = false,
     .summary = {"schrijft een volledige kopie van het register", "writes a complete copy of the register"},
     .examples = backup_examples,
     .run = ordinary,
     .show = show_backup},
    {.name = "rebuild",
     .operation = "register.rebuild",
     .uses = Register::Existing,
     .dated = false,
     .summary = {"maakt alle tabellen opnieuw uit het journaal", "makes all tables anew from the journal"},
     .more = {"Met --dry-run is de afsluitwaarde 1 als de tabellen afwijken van het journaal.",
              "With --dry-run the exit code is 1 when the tables differ from the journal."},
     .options = rebuild_options,
     .examples = rebuild_examples,
     .run = ordinary,
     .show = show_rebuilt,
     .well = is_equal_or_mended},
    {.name = "journal",
     .operation = "journal.list",
     .uses = Register::Read,
     .dated = false,
     .summary = {"toont de posten van het journaal, oudste eerst", "lists the entries of the journal, oldest first"},
     .options = journal_options,
     .examples = journal_examples,
     .run = ordinary,
     .show = show_journal},
    {.name = "describe",
     .words = "[OPERATION]",
     .most = 1,
     .places = {{{"operation"}}},
     .operation = "describe",
     .uses = Register::Optional,
     .dated = false,
     .summary = {"toont de bewerkingen van de bibliotheek en hun schema's",
                 "lists the operations of the library and their schemas"},
     .examples = describe_examples,
     .run = ordinary,
     .show = show_operations},
    {.name = "call",
     .words = "OPERATION",
     .least = 1,
     .most = 1,
     .uses = Register::Any,
     .summary = {"voert één bewerking uit met het verzoek van de standaardinvoer",
                 "does one operation with the request from the standard input"},
     .more = {"Het verzoek gaat ongewijzigd naar de bibliotheek (--today telt hier niet) en het antwoord komt "
              "ongewijzigd terug, ook als het een nee of een fout is.",
              "The request goes to the library unchanged (--today does not count here) and the answer comes back "
              "unchanged, also when it is a no or a fault."},
     .examples = call_examples,
     .run = call_raw},
    {.name = "help",
     .words = "[VERB]",
     .most = 1,
     .summary = {"toont deze hulp, of die van één opdracht", "shows this help, or that of one command"},
     .options = help_options,
     .examples = help_examples,
     .run = help},
};

}  // namespace

std::span<const Verb> verbs() {
    return table;
}
std::span<const Option> global_options() {
    return globals;
}

const Verb* find_verb(std::string_view name) {
    for (const Verb& verb : table) {
        if (verb.name == name) return &verb;
    }
    return nullptr;
}

const Option* find_option(std::span<const Option> options, std::string_view name) {
    for (const Option& option : options) {
        if (option.name == name) return &option;
    }
    return nullptr;
}

}  // namespace mvoi::cli
