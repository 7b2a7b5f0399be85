// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/tenders.hpp"

#include <algorithm>

#include "domain/characters.hpp"

namespace mvoi::store {

std::optional<Placed> tender_by_reference(Connection& connection, const std::string& organisation,
                                          const std::string& reference) {
    Query row(connection, "tender_by_reference");
    if (!row.with(organisation).with(reference).step()) return std::nullopt;
    return placed_from(row, 2);
}

std::optional<Placed> tender_by_uuid(Connection& connection, const std::string& uuid) {
    Query row(connection, "tender_by_uuid");
    if (!row.with(uuid).step()) return std::nullopt;
    return placed_from(row, 2);
}

std::vector<Placed> tenders_by_alias(Connection& connection, const std::string& organisation,
                                     const std::string& alias) {
    std::vector<Placed> all;
    Query row(connection, "tender_by_alias");
    row.with(organisation).with(alias);
    while (row.step()) all.push_back(placed_from(row, 2));
    return all;
}

std::optional<Source> tender_source(Connection& connection, const std::string& organisation,
                                    const std::string& reference) {
    Query row(connection, "tender_source");
    if (!row.with(organisation).with(reference).step()) return std::nullopt;
    return Source{{row.integer(0), row.integer(1)}, row.text(2)};
}

std::vector<std::string> organisations(Connection& connection) {
    std::vector<std::string> all;
    Query row(connection, "organisations");
    while (row.step()) all.push_back(row.text(0));
    return all;
}

bool is_organisation(Connection& connection, const std::string& organisation) {
    Query row(connection, "organisation_known");
    return row.with(organisation).step() && row.integer(0) != 0;
}

bool is_theme(Connection& connection, const std::string& organisation, const std::string& theme) {
    Query row(connection, "theme_known");
    return row.with(organisation).with(theme).step() && row.integer(0) != 0;
}

namespace {

// One reading of the list: at most as many as it may have, below an id.
std::vector<TenderLine> lines_below(Connection& connection, const TenderFilter& filter, std::int64_t before) {
    // The indexes lead with the organisation, and with what narrows most behind it.
    const char* name = !filter.organisation           ? "tender_list"
                       : filter.flag                  ? "tender_list_by_flag"
                       : filter.theme && filter.state ? "tender_list_by_theme"
                                                      : "tender_list_of_organisation";
    const auto text = filter.text ? std::optional(domain::lowered(*filter.text)) : std::nullopt;
    std::vector<TenderLine> lines;
    Query row(connection, name);
    row.with(filter.organisation).with(before).with(filter.phase).with(filter.from).with(filter.to).with(text);
    row.with(filter.flag).with(filter.theme).with(filter.state).with(filter.registration).with(filter.today);
    row.with(filter.limit);
    while (row.step()) {
        TenderLine line{row.integer(0),
                        row.text(1),
                        row.integer(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        row.text(8),
                        row.text(9),
                        row.text(10),
                        {},
                        outline_on(row.text(12), filter.today)};
        if (!row.is_null(11)) line.ambition = row.integer(11);
        lines.push_back(std::move(line));
    }
    return lines;
}

// The index knows when a flag begins; that one has given way to another since, its outline alone does.
bool stands(const TenderLine& line, const std::string& code) {
    const auto& flags = line.outline.flags;
    return std::any_of(flags.begin(), flags.end(), [&](const domain::Flag& flag) { return flag.code == code; });
}

}  // namespace

std::vector<TenderLine> tender_lines(Connection& connection, const TenderFilter& filter) {
    std::vector<TenderLine> lines;
    std::int64_t before = filter.before;
    for (bool more = true; more;) {
        auto read = lines_below(connection, filter, before);
        more = read.size() == static_cast<std::size_t>(filter.limit);
        if (!read.empty()) before = read.back().id;
        for (TenderLine& line : read)
            if (!filter.flag || stands(line, *filter.flag)) lines.push_back(std::move(line));
        more = more && lines.size() < static_cast<std::size_t>(filter.limit);
    }
    if (lines.size() > static_cast<std::size_t>(filter.limit)) lines.resize(static_cast<std::size_t>(filter.limit));
    return lines;
}

std::vector<Placed> tenders_planned_otherwise(Connection& connection, const std::string& organisation,
                                              const std::string& edition) {
    std::vector<Placed> all;
    Query row(connection, "tenders_planned_otherwise");
    row.with(organisation).with(edition);
    while (row.step()) all.push_back(placed_from(row, 2));
    return all;
}

std::vector<Placed> tenders_lapsing(Connection& connection, domain::Date day,
                                    const std::optional<std::string>& organisation, std::int64_t limit) {
    std::vector<Placed> lapsing;
    Query row(connection, "lapse_due");
    row.with(day).with(organisation).with(limit);
    while (row.step()) lapsing.push_back(placed_from(row, 2));
    return lapsing;
}

std::vector<PrecedentCount> precedents_counted(Connection& connection, const std::string& organisation,
                                               const std::string& scope, const std::string& theme) {
    std::vector<PrecedentCount> counted;
    Query row(connection, "precedent_list");
    row.with(organisation).with(scope).with(theme);
    while (row.step()) counted.push_back({row.text(0), row.text(1), row.integer(2)});
    return counted;
}

std::optional<Wording> wording(Connection& connection, const std::string& organisation, std::int64_t hash) {
    Query row(connection, "wording_get");
    if (!row.with(organisation).with(hash).step()) return std::nullopt;
    return Wording{row.integer(0), row.text(1)};
}

std::vector<std::int64_t> wordings_near(Connection& connection, const std::string& organisation, std::int64_t band,
                                        std::int64_t but_for, std::int64_t limit) {
    std::vector<std::int64_t> hashes;
    Query row(connection, "wording_near");
    row.with(organisation).with(band).with(but_for).with(limit);
    while (row.step()) hashes.push_back(row.integer(0));
    return hashes;
}

}  // namespace mvoi::store
