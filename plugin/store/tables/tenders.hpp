// SPDX-License-Identifier: EUPL-1.2
// Tenders, as the tables have them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/tables/outline.hpp"
#include "store/tables/place.hpp"

namespace mvoi::store {

// The newest that was not withdrawn by this reference of its organisation; and the one with this UUID.
std::optional<Placed> tender_by_reference(Connection& connection, const std::string& organisation,
                                          const std::string& reference);
std::optional<Placed> tender_by_uuid(Connection& connection, const std::string& uuid);

// Those that have this other name: the number of a notice, or the form in which their reference would be kept today.
std::vector<Placed> tenders_by_alias(Connection& connection, const std::string& organisation, const std::string& alias);

// A tender that an import made before, and the digest of the row that it came from.
struct Source {
    Place place;
    std::string digest;
};
std::optional<Source> tender_source(Connection& connection, const std::string& organisation,
                                    const std::string& reference);

// The organisations that have tenders or contracts, in the order of their codes.
std::vector<std::string> organisations(Connection& connection);

// True for an organisation with tenders, contracts or a policy; and for a theme of one of its tenders or promises.
bool is_organisation(Connection& connection, const std::string& organisation);
bool is_theme(Connection& connection, const std::string& organisation, const std::string& theme);

// A line of a list: enough to show, without reading the journal.
struct TenderLine {
    std::int64_t id = 0;
    std::string uuid;
    std::int64_t revision = 0;
    std::string organisation, reference, title, kind, phase;
    std::string registration;  // as it was written; a provisional one lapses behind lapses_on
    std::string lapses_on, started_on;
    std::optional<std::int64_t> ambition;
    Outline outline;  // on the day of the filter
};

// Members that are not given are not looked at.
struct TenderFilter {
    std::optional<std::string> organisation, phase, from, to;
    std::optional<std::string> text;  // in title or reference, whatever the case of A to Z
    std::optional<std::string> flag, theme, state, registration;
    std::int64_t before = 0;  // ids below this one
    domain::Date today{2000, 1, 1};
    std::int64_t limit = 0;
};
// Newest first.
std::vector<TenderLine> tender_lines(Connection& connection, const TenderFilter& filter);

// Tenders with something that lapsed on this day or before, oldest first.
std::vector<Placed> tenders_lapsing(Connection& connection, domain::Date day,
                                    const std::optional<std::string>& organisation, std::int64_t limit);

// Tenders of an organisation that are not at their contract yet and have a plan of another edition of the rules; oldest
// first.
std::vector<Placed> tenders_planned_otherwise(Connection& connection, const std::string& organisation,
                                              const std::string& edition);

// ---- what was decided before ----------------------------------------------------------------------------------------

struct PrecedentCount {
    std::string outcome, detail;
    std::int64_t tenders = 0;
};
std::vector<PrecedentCount> precedents_counted(Connection& connection, const std::string& organisation,
                                               const std::string& scope, const std::string& theme);

// A text that explained something, and how often; and the hashes of texts that share a band with it.
struct Wording {
    std::int64_t uses = 0;
    std::string text;
};
std::optional<Wording> wording(Connection& connection, const std::string& organisation, std::int64_t hash);
std::vector<std::int64_t> wordings_near(Connection& connection, const std::string& organisation, std::int64_t band,
                                        std::int64_t but_for, std::int64_t limit);

}  // namespace mvoi::store
