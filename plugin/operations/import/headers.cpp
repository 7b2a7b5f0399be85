// SPDX-License-Identifier: EUPL-1.2
#include "operations/import/headers.hpp"

#include <algorithm>
#include <span>

#include "domain/refusal.hpp"
#include "operations/import/values.hpp"

namespace mvoi::operations::import {
namespace {

constexpr std::array<std::string_view, member_count> names{"organisation",
                                                           "reference",
                                                           "title",
                                                           "kind",
                                                           "cpv",
                                                           "productGroup",
                                                           "sector",
                                                           "estimatedValue",
                                                           "procedure",
                                                           "ambition",
                                                           "opdrachtgever",
                                                           "budgethouder",
                                                           "inkoopadviseur",
                                                           "contractmanager",
                                                           "startedOn",
                                                           "publication",
                                                           "submission",
                                                           "award",
                                                           "contractStart",
                                                           "contractEnd",
                                                           "currentContractEnd",
                                                           "notice",
                                                           "option",
                                                           "currency",
                                                           "scope",
                                                           "supplier",
                                                           "supplierNumber",
                                                           "tenderReference",
                                                           "signedOn",
                                                           "months",
                                                           "noticePeriod",
                                                           "renewal",
                                                           "options",
                                                           "evaluation",
                                                           "promise",
                                                           "value",
                                                           "unit",
                                                           "period",
                                                           "from",
                                                           "to",
                                                           "source",
                                                           "persons",
                                                           "estimated",
                                                           "note"};

struct Usual {
    Member member;
    std::string_view header;  // folded
};

// Headers of TenderNed's yearly files, of calendars of municipalities and of contract registers; list of 2026-11-21.
// Where a list has several for one member, the one that stands first here is taken. The names of the members
// themselves need no row.
constexpr Usual usual[] = {{Member::Organisation, "organisatiecode"},
                           {Member::Organisation, "organisatie"},
                           {Member::Organisation, "gemeente"},
                           {Member::Organisation, "officiele naam aanbestedende dienst"},
                           {Member::Organisation, "naam aanbestedende dienst"},
                           {Member::Organisation, "aanbestedende dienst"},
                           {Member::Reference, "referentie"},
                           {Member::Reference, "referentienummer"},
                           {Member::Reference, "zaaknummer"},
                           {Member::Reference, "zaaknr"},
                           {Member::Reference, "projectnummer"},
                           {Member::Reference, "dossiernummer"},
                           {Member::Reference, "kenmerk"},
                           {Member::Reference, "contractnummer"},
                           {Member::Reference, "tenderned kenmerk"},
                           {Member::Reference, "id publicatie"},
                           {Member::Reference, "publicatie id"},
                           {Member::Reference, "publicatieid"},
                           {Member::Reference, "nummer"},
                           {Member::Reference, "volgnummer"},
                           {Member::Reference, "nr"},
                           {Member::Reference, "id"},
                           {Member::Reference, "number"},
                           {Member::Title, "titel"},
                           {Member::Title, "naam aanbesteding"},
                           {Member::Title, "aanbestedingnaam"},
                           {Member::Title, "aanbesteding"},
                           {Member::Title, "naam opdracht"},
                           {Member::Title, "onderwerp"},
                           {Member::Title, "opdracht"},
                           {Member::Title, "project"},
                           {Member::Title, "projectnaam"},
                           {Member::Title, "omschrijving"},
                           {Member::Title, "omschrijving opdracht"},
                           {Member::Title, "omschrijving aanbesteding"},
                           {Member::Title, "korte beschrijving opdracht"},
                           {Member::Title, "description"},
                           {Member::Title, "naam"},
                           {Member::Title, "name"},
                           {Member::Kind, "soort"},
                           {Member::Kind, "soort opdracht"},
                           {Member::Kind, "type opdracht"},
                           {Member::Kind, "aard opdracht"},
                           {Member::Kind, "aard van de opdracht"},
                           {Member::Kind, "werk levering dienst"},
                           {Member::Cpv, "cpv code"},
                           {Member::Cpv, "cpv codes"},
                           {Member::Cpv, "cpvcode"},
                           {Member::Cpv, "cpvcodes"},
                           {Member::Cpv, "hoofd cpv"},
                           {Member::ProductGroup, "productgroep"},
                           {Member::ProductGroup, "inkooppakket"},
                           {Member::ProductGroup, "categorie"},
                           {Member::ProductGroup, "inkoopcategorie"},
                           {Member::EstimatedValue, "geraamde waarde"},
                           {Member::EstimatedValue, "geraamde waarde in eur"},
                           {Member::EstimatedValue, "geraamde opdrachtwaarde"},
                           {Member::EstimatedValue, "geschatte waarde"},
                           {Member::EstimatedValue, "raming"},
                           {Member::EstimatedValue, "raming in euro"},
                           {Member::EstimatedValue, "opdrachtwaarde"},
                           {Member::EstimatedValue, "waarde"},
                           {Member::EstimatedValue, "waarde bedrag"},
                           {Member::EstimatedValue, "estimated value"},
                           {Member::EstimatedValue, "value"},
                           {Member::Procedure, "soort procedure"},
                           {Member::Procedure, "type procedure"},
                           {Member::Procedure, "aanbestedingsprocedure"},
                           {Member::Procedure, "inkoopprocedure"},
                           {Member::Ambition, "ambitieniveau"},
                           {Member::Ambition, "ambitie"},
                           {Member::Ambition, "mvoi ambitie"},
                           {Member::Ambition, "mvoi ambitieniveau"},
                           {Member::Ambition, "ambition level"},
                           {Member::Opdrachtgever, "interne opdrachtgever"},
                           {Member::Inkoopadviseur, "inkoper"},
                           {Member::Contractmanager, "contractbeheerder"},
                           {Member::Contractmanager, "contract manager"},
                           {Member::StartedOn, "gestart op"},
                           {Member::StartedOn, "datum start"},
                           {Member::StartedOn, "started on"},
                           {Member::Publication, "verwachte publicatie"},
                           {Member::Publication, "verwachte publicatiedatum"},
                           {Member::Publication, "geplande publicatie"},
                           {Member::Publication, "publicatie"},
                           {Member::Publication, "publicatiedatum"},
                           {Member::Publication, "datum publicatie"},
                           {Member::Publication, "publication date"},
                           {Member::Submission, "sluitingsdatum"},
                           {Member::Submission, "sluitingsdatum inschrijving"},
                           {Member::Submission, "inschrijving"},
                           {Member::Submission, "inschrijftermijn"},
                           {Member::Submission, "deadline"},
                           {Member::Award, "verwachte gunning"},
                           {Member::Award, "gunning"},
                           {Member::Award, "datum besluit gunning"},
                           {Member::Award, "datum gunning"},
                           {Member::Award, "gunningsdatum"},
                           {Member::Award, "award date"},
                           {Member::ContractStart, "startdatum contract"},
                           {Member::ContractStart, "start contract"},
                           {Member::ContractStart, "ingangsdatum contract"},
                           {Member::ContractStart, "ingangsdatum"},
                           {Member::ContractStart, "startdatum"},
                           {Member::ContractStart, "aanvang opdracht"},
                           {Member::ContractStart, "aanvang"},
                           {Member::ContractStart, "contract start"},
                           {Member::ContractStart, "start date"},
                           {Member::ContractEnd, "einddatum contract"},
                           {Member::ContractEnd, "einde contract"},
                           {Member::ContractEnd, "einddatum"},
                           {Member::ContractEnd, "voltooiing opdracht"},
                           {Member::ContractEnd, "contract end"},
                           {Member::ContractEnd, "end date"},
                           {Member::CurrentContractEnd, "einddatum huidig contract"},
                           {Member::CurrentContractEnd, "einde huidig contract"},
                           {Member::CurrentContractEnd, "expiratiedatum huidig contract"},
                           {Member::CurrentContractEnd, "current contract end"},
                           {Member::Notice, "opzegdatum"},
                           {Member::Notice, "uiterste opzegdatum"},
                           {Member::Option, "besluit verlenging"},
                           {Member::Option, "datum besluit verlenging"},
                           {Member::Currency, "waarde valuta"},
                           {Member::Currency, "valuta"},
                           {Member::Scope, "nationaal of europees"},
                           {Member::Scope, "nationaal europees"}};

// Headers of contract registers; those above that mean the same there are not said again.
constexpr Usual usual_of_contracts[] = {{Member::Reference, "contractnummer"},
                                        {Member::Reference, "contractnr"},
                                        {Member::Reference, "overeenkomstnummer"},
                                        {Member::Reference, "contract number"},
                                        {Member::Reference, "contract id"},
                                        {Member::Title, "omschrijving"},
                                        {Member::Title, "contractnaam"},
                                        {Member::Title, "naam contract"},
                                        {Member::Title, "omschrijving contract"},
                                        {Member::Title, "contract"},
                                        {Member::EstimatedValue, "contractwaarde"},
                                        {Member::EstimatedValue, "totale contractwaarde"},
                                        {Member::EstimatedValue, "waarde contract"},
                                        {Member::EstimatedValue, "contract value"},
                                        {Member::ContractStart, "ingangsdatum"},
                                        {Member::ContractStart, "begindatum"},
                                        {Member::ContractStart, "start"},
                                        {Member::ContractEnd, "einddatum"},
                                        {Member::ContractEnd, "expiratiedatum"},
                                        {Member::ContractEnd, "afloopdatum"},
                                        {Member::ContractEnd, "einde"},
                                        {Member::ContractEnd, "expiry date"},
                                        {Member::ContractEnd, "end"},
                                        {Member::Supplier, "leverancier"},
                                        {Member::Supplier, "naam leverancier"},
                                        {Member::Supplier, "opdrachtnemer"},
                                        {Member::Supplier, "contractpartij"},
                                        {Member::Supplier, "contractant"},
                                        {Member::Supplier, "crediteur"},
                                        {Member::Supplier, "contractor"},
                                        {Member::SupplierNumber, "kvk nummer"},
                                        {Member::SupplierNumber, "kvknummer"},
                                        {Member::SupplierNumber, "kvk"},
                                        {Member::SupplierNumber, "crediteurnummer"},
                                        {Member::SupplierNumber, "leveranciersnummer"},
                                        {Member::TenderReference, "aanbesteding"},
                                        {Member::TenderReference, "aanbestedingsnummer"},
                                        {Member::TenderReference, "kenmerk aanbesteding"},
                                        {Member::TenderReference, "tender"},
                                        {Member::SignedOn, "datum ondertekening"},
                                        {Member::SignedOn, "ondertekend op"},
                                        {Member::SignedOn, "getekend op"},
                                        {Member::Months, "looptijd"},
                                        {Member::Months, "looptijd in maanden"},
                                        {Member::Months, "initiele looptijd"},
                                        {Member::Months, "contractduur"},
                                        {Member::Months, "duration"},
                                        {Member::Months, "term"},
                                        {Member::NoticePeriod, "opzegtermijn"},
                                        {Member::NoticePeriod, "notice"},
                                        {Member::Renewal, "verlenging"},
                                        {Member::Renewal, "soort verlenging"},
                                        {Member::Renewal, "wijze van verlenging"},
                                        {Member::Options, "opties"},
                                        {Member::Options, "verlengingsopties"},
                                        {Member::Options, "optiejaren"},
                                        {Member::Options, "verlengingsmogelijkheden"},
                                        {Member::Options, "extension options"},
                                        {Member::Evaluation, "evaluatie"},
                                        {Member::Evaluation, "evaluatiedatum"}};

// Headers of lists of what was measured, and of the form that this library makes.
constexpr Usual usual_of_observations[] = {{Member::Reference, "contract"},
                                           {Member::Reference, "contractnummer"},
                                           {Member::Reference, "contractnr"},
                                           {Member::Reference, "contract number"},
                                           {Member::Promise, "belofte"},
                                           {Member::Promise, "beloftenummer"},
                                           {Member::Promise, "nummer belofte"},
                                           {Member::Promise, "kpi nummer"},
                                           {Member::Value, "waarde"},
                                           {Member::Value, "gemeten waarde"},
                                           {Member::Value, "gemeten"},
                                           {Member::Value, "hoeveelheid"},
                                           {Member::Value, "aantal"},
                                           {Member::Value, "quantity"},
                                           {Member::Unit, "eenheid"},
                                           {Member::Period, "periode"},
                                           {Member::Period, "maand"},
                                           {Member::Period, "kwartaal"},
                                           {Member::From, "van"},
                                           {Member::From, "vanaf"},
                                           {Member::From, "begin"},
                                           {Member::From, "eerste dag"},
                                           {Member::To, "tot en met"},
                                           {Member::To, "t m"},
                                           {Member::To, "tm"},
                                           {Member::To, "einde"},
                                           {Member::To, "laatste dag"},
                                           {Member::Source, "bron"},
                                           {Member::Persons, "personen"},
                                           {Member::Persons, "aantal personen"},
                                           {Member::Estimated, "geraamd"},
                                           {Member::Estimated, "gemeten of geraamd"},
                                           {Member::Estimated, "schatting"},
                                           {Member::Note, "opmerking"},
                                           {Member::Note, "opmerkingen"},
                                           {Member::Note, "toelichting"}};

// The usual headers of a content's own; those of all lists come behind them.
std::span<const Usual> own_of(Content content) {
    if (content == Content::Contracts) return usual_of_contracts;
    if (content == Content::Observations) return usual_of_observations;
    return {};
}

// What a list of this content is searched for.
bool belongs(Member member, Content content) {
    if (content == Content::Tenders) return member < Member::Supplier;
    if (content == Content::Observations)
        return member == Member::Organisation || member == Member::Reference || member >= Member::Promise;
    if (member >= Member::Promise) return false;
    switch (member) {
        case Member::Procedure:
        case Member::Ambition:
        case Member::StartedOn:
        case Member::Publication:
        case Member::Submission:
        case Member::Award:
        case Member::CurrentContractEnd:
        case Member::Notice:
        case Member::Option:
        case Member::Scope:
            return false;
        default:
            return true;
    }
}

using Folded = std::vector<std::string>;

// Positions of the headers that are this one: written the same, or else the same but for case and accents.
std::vector<std::size_t> positions(const std::vector<std::string>& headers, std::string_view wanted) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (headers[i] == wanted) found.push_back(i);
    if (!found.empty()) return found;
    const std::string words = folded(wanted);
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (folded(headers[i]) == words && !words.empty()) found.push_back(i);
    return found;
}

std::size_t first_free(const Folded& headers, const std::vector<bool>& taken, std::string_view wanted) {
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (!taken[i] && headers[i] == wanted) return i;
    return no_column;
}

}  // namespace

std::string_view name_of(Member member) {
    return names[static_cast<std::size_t>(member)];
}

Columns::Columns(std::vector<std::string> headers, const std::map<std::string, std::string>& mapping, Content content)
    : headers_(std::move(headers)) {
    columns_.fill(no_column);
    Folded words;
    for (const std::string& header : headers_) words.push_back(folded(header));
    std::vector<bool> taken(headers_.size(), false);
    std::vector<domain::Fault> faults;
    for (const auto& [member, header] : mapping) {
        const auto name = std::find(names.begin(), names.end(), member);
        const auto found = positions(headers_, trimmed(header));
        if (name != names.end() && found.size() == 1) {
            columns_[static_cast<std::size_t>(name - names.begin())] = found.front();
            taken[found.front()] = true;
        } else {
            faults.push_back({"/mapping/" + member,
                              found.size() > 1 ? "import.column-twice" : "import.column-missing",
                              {{"value", shown(header)}, {"headers", all()}}});
        }
    }
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));

    for (std::size_t member = 0; member < member_count; ++member) {
        if (columns_[member] != no_column || !belongs(static_cast<Member>(member), content)) continue;
        columns_[member] = first_free(words, taken, folded(names[member]));
        for (const std::span<const Usual> rows : {own_of(content), std::span<const Usual>(usual)})
            for (const Usual& row : rows)
                if (columns_[member] == no_column && static_cast<std::size_t>(row.member) == member)
                    columns_[member] = first_free(words, taken, row.header);
        if (columns_[member] != no_column) taken[columns_[member]] = true;
    }
    for (std::size_t member = 0; member < member_count; ++member)
        if (columns_[member] != no_column) members_.push_back(static_cast<Member>(member));
}

const std::string& Columns::header_of(Member member) const {
    static const auto* own = [] {
        auto* all = new std::array<std::string, member_count>;  // kept for ever: calls may come while the process ends
        for (std::size_t i = 0; i < member_count; ++i) (*all)[i] = names[i];
        return all;
    }();
    return has(member) ? headers_[of(member)] : (*own)[static_cast<std::size_t>(member)];
}

std::string Columns::all() const {
    std::string line;
    for (const std::string& header : headers_)
        if (!header.empty()) line += (line.empty() ? "" : ", ") + shown(header);
    return line;
}

}  // namespace mvoi::operations::import
