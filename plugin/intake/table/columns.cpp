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

std::size_t place_of(std::string_view name) {
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
            const std::size_t member = place_of(meaning_of(row));
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
    return entries[static_cast<std::size_t>(member)].name;
}

Columns::Columns(std::vector<std::string> headers, const std::map<std::string, std::string>& mapping, Content content)
    : headers_(std::move(headers)) {
    columns_.fill(no_column);
    Folded words;
    for (const std::string& header : headers_) words.push_back(folded(header));
    std::vector<bool> taken(headers_.size(), false);
    std::vector<domain::Fault> faults;
    for (const auto& [member, header] : mapping) {
        const std::size_t place = place_of(member);
        const auto found = positions(headers_, trimmed(header));
        if (place != member_count && found.size() == 1) {
            columns_[place] = found.front();
            taken[found.front()] = true;
        } else {
            faults.push_back({"/mapping/" + member,
                              found.size() > 1 ? "import.column-twice" : "import.column-missing",
                              {{"value", shown(header)}, {"headers", all()}}});
        }
    }
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));

    const Headers& usual = usual_headers(content);
    for (std::size_t member = 0; member < member_count; ++member) {
        if (columns_[member] != no_column || !(entries[member].lists & list_of(content))) continue;
        columns_[member] = first_free(words, taken, folded(entries[member].name));
        for (const std::string& header : usual[member])
            if (columns_[member] == no_column) columns_[member] = first_free(words, taken, header);
        if (columns_[member] != no_column) taken[columns_[member]] = true;
    }
    for (std::size_t member = 0; member < member_count; ++member)
        if (columns_[member] != no_column) members_.push_back(static_cast<Member>(member));
}

std::string Columns::header_of(Member member) const {
    return has(member) ? headers_[of(member)] : std::string(name_of(member));
}

std::string Columns::all() const {
    std::string line;
    for (const std::string& header : headers_)
        if (!header.empty()) line += (line.empty() ? "" : ", ") + shown(header);
    return line;
}

}  // namespace mvoi::intake
