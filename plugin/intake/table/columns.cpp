// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/columns.hpp"

#include <algorithm>

#include "domain/refusal.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

// Of each member, its name in the mapping and the lists that may have a column for it.
struct MemberEntry {
    std::string_view name;
    unsigned lists;
};
constexpr unsigned list_of(Content content) {
    return 1U << static_cast<unsigned>(content);
}
constexpr unsigned in_tenders = list_of(Content::Tenders), in_contracts = list_of(Content::Contracts),
                   in_observations = list_of(Content::Observations), in_both = in_tenders | in_contracts,
                   in_all = in_both | in_observations;
constexpr MemberEntry entries[] = {{"organisation", in_all},
                                   {"reference", in_all},
                                   {"title", in_both},
                                   {"kind", in_both},
                                   {"cpv", in_both},
                                   {"productGroup", in_both},
                                   {"sector", in_both},
                                   {"estimatedValue", in_both},
                                   {"procedure", in_tenders},
                                   {"ambition", in_tenders},
                                   {"opdrachtgever", in_both},
                                   {"budgethouder", in_both},
                                   {"inkoopadviseur", in_both},
                                   {"contractmanager", in_both},
                                   {"startedOn", in_tenders},
                                   {"publication", in_tenders},
                                   {"submission", in_tenders},
                                   {"award", in_tenders},
                                   {"contractStart", in_both},
                                   {"contractEnd", in_both},
                                   {"currentContractEnd", in_tenders},
                                   {"notice", in_tenders},
                                   {"option", in_tenders},
                                   {"currency", in_both},
                                   {"scope", in_tenders},
                                   {"supplier", in_contracts},
                                   {"supplierNumber", in_contracts},
                                   {"tenderReference", in_contracts},
                                   {"signedOn", in_contracts},
                                   {"months", in_contracts},
                                   {"noticePeriod", in_contracts},
                                   {"renewal", in_contracts},
                                   {"tacitRenewal", in_contracts},
                                   {"renewalMonths", in_contracts},
                                   {"options", in_contracts},
                                   {"evaluation", in_contracts},
                                   {"promise", in_observations},
                                   {"value", in_observations},
                                   {"unit", in_observations},
                                   {"period", in_observations},
                                   {"from", in_observations},
                                   {"to", in_observations},
                                   {"source", in_observations},
                                   {"persons", in_observations},
                                   {"estimated", in_observations},
                                   {"note", in_observations}};
static_assert(std::size(entries) == member_count);

std::size_t entry_named(std::string_view name) {
    const auto named = [&](const MemberEntry& each) { return each.name == name; };
    return static_cast<std::size_t>(std::find_if(std::begin(entries), std::end(entries), named) - std::begin(entries));
}

// The usual headers of each member, folded; of several in one list, the one that stands first here is taken.
using Headers = std::array<std::vector<std::string>, member_count>;

Headers headers_of(std::initializer_list<std::string_view> files) {
    Headers headers;
    for (const std::string_view file : files) {
        const json::Value rows = word_rows(file);
        for (const json::Value& row : *rows.list()) {
            const std::size_t member = entry_named(meaning_of(row));
            if (member == member_count) refuse_word_row(row);
            for (const json::Value& word : row.list_or_empty("words")) headers[member].push_back(*word.text());
        }
    }
    return headers;
}

// The headers of a content's own stand before those of all lists. Kept for ever: calls may come while the process ends.
const Headers& usual_headers(Content content) {
    static const auto* of_tenders = new Headers(headers_of({"headers"}));
    static const auto* of_contracts = new Headers(headers_of({"headers-of-contracts", "headers"}));
    static const auto* of_observations = new Headers(headers_of({"headers-of-observations", "headers"}));
    if (content == Content::Contracts) return *of_contracts;
    return content == Content::Observations ? *of_observations : *of_tenders;
}

// Positions of the headers that are this one: written the same, or else the same but for case and accents.
std::vector<std::size_t> positions(const std::vector<Header>& headers, std::string_view wanted) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (headers[i].text == wanted) found.push_back(i);
    if (!found.empty()) return found;
    const std::string words = folded(wanted);
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (headers[i].words == words && !words.empty()) found.push_back(i);
    return found;
}

bool is_length(Member member) {
    return member == Member::NoticePeriod || member == Member::Months || member == Member::Renewal ||
           member == Member::TacitRenewal || member == Member::RenewalMonths || member == Member::Options;
}

// The cells below a header of this member can be in this unit.
bool is_measured_in(Member member, HeaderUnit unit) {
    if (unit == HeaderUnit::None) return true;
    if (unit == HeaderUnit::Euros) return member == Member::EstimatedValue;
    return unit == HeaderUnit::Day ? is_day(member) : is_length(member);
}

// The header has these words, perhaps with a unit behind them.
bool is_about(const Header& header, Member member, std::string_view words) {
    return header.words == words || (header.subject == words && is_measured_in(member, header.unit));
}

}  // namespace

bool is_day(Member member) {
    constexpr Member days[] = {Member::StartedOn,
                               Member::Publication,
                               Member::Submission,
                               Member::Award,
                               Member::ContractStart,
                               Member::ContractEnd,
                               Member::CurrentContractEnd,
                               Member::Notice,
                               Member::Option,
                               Member::SignedOn,
                               Member::Evaluation,
                               Member::From,
                               Member::To};
    return std::find(std::begin(days), std::end(days), member) != std::end(days);
}

std::string_view name_of(Member member) {
    return entries[static_cast<std::size_t>(member)].name;
}

std::string place_of(Member member) {
    return "/mapping/" + std::string(name_of(member));
}

Columns::Columns(std::vector<std::string> headers, const std::map<std::string, std::string>& mapping, Content content) {
    for (const std::string& header : headers) {
        headers_.push_back(read_header(header));
        uses_.push_back({headers_.back().text});
    }
    map(mapping);
    const Headers& usual = usual_headers(content);
    for (std::size_t place = 0; place < member_count; ++place)
        if (entries[place].lists & list_of(content)) find(static_cast<Member>(place), usual[place]);
    for (std::size_t place = 0; place < member_count; ++place)
        if (!columns_[place].empty()) members_.push_back(static_cast<Member>(place));
    account_for_the_rest(content);
}

void Columns::map(const std::map<std::string, std::string>& mapping) {
    std::vector<domain::Fault> faults;
    for (const auto& [name, header] : mapping) {
        const std::size_t place = entry_named(name);
        const auto found = positions(headers_, trimmed(header));
        if (place != member_count && found.size() == 1) {
            const auto member = static_cast<Member>(place);
            columns_[place] = found;
            uses_[found.front()].member = member;
            if (is_measured_in(member, headers_[found.front()].unit))
                uses_[found.front()].unit = headers_[found.front()].unit;
        } else {
            faults.push_back({"/mapping/" + name,
                              found.size() > 1 ? "import.column-twice" : "import.column-missing",
                              {{"value", shown(header)}, {"headers", all()}}});
        }
    }
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
}

// By its own name or else by the usual header that stands first; what was mapped stays.
void Columns::find(Member member, const std::vector<std::string>& usual) {
    if (has(member) || take(member, folded(name_of(member)))) return;
    for (const std::string& words : usual)
        if (take(member, words)) return;
}

// Every column that is free and has this header; false when there is none.
bool Columns::take(Member member, std::string_view words) {
    auto& taken = columns_[static_cast<std::size_t>(member)];
    for (std::size_t i = 0; i < headers_.size(); ++i) {
        if (uses_[i].member || !is_about(headers_[i], member, words)) continue;
        uses_[i].member = member;
        uses_[i].unit = headers_[i].unit;
        taken.push_back(i);
    }
    return !taken.empty();
}

void Columns::account_for_the_rest(Content content) {
    const Headers& usual = usual_headers(content);
    for (std::size_t i = 0; i < uses_.size(); ++i) {
        ColumnUse& use = uses_[i];
        if (use.member) continue;
        use.why = use.header.empty() ? "import.column-nameless" : "import.column-unused";
        for (const Member member : members_) {
            const auto& words = usual[static_cast<std::size_t>(member)];
            const bool could = std::any_of(words.begin(), words.end(), [&](const std::string& each) {
                return is_about(headers_[i], member, each);
            });
            if (!could || use.header.empty()) continue;
            use.why = "import.column-other";
            use.other = header_of(member);
            break;
        }
    }
}

std::string Columns::header_of(Member member) const {
    return has(member) ? headers_[of(member)].text : place_of(member);
}

std::string Columns::all() const {
    std::string line;
    for (const Header& header : headers_)
        if (!header.text.empty()) line += (line.empty() ? "" : ", ") + shown(header.text);
    return line;
}

}  // namespace mvoi::intake
