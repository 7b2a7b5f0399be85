// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/contracts.hpp"

#include "domain/characters.hpp"

namespace mvoi::store {
namespace {

void visit_each(Query& row, const Visitor<Placed>& visit) {
    while (row.step())
        if (!visit(placed_from(row, 2))) return;
}

std::vector<Placed> all_of(Query& row) {
    std::vector<Placed> all;
    while (row.step()) all.push_back(placed_from(row, 2));
    return all;
}

}  // namespace

std::optional<Placed> contract_by_reference(Connection& connection, const std::string& organisation,
                                            const std::string& reference) {
    Query row(connection, "contract_by_reference");
    if (!row.with(organisation).with(reference).step()) return std::nullopt;
    return placed_from(row, 2);
}

std::vector<Placed> contracts_by_alias(Connection& connection, const std::string& organisation,
                                       const std::string& alias) {
    std::vector<Placed> all;
    Query row(connection, "contract_by_alias");
    row.with(organisation).with(alias);
    while (row.step()) all.push_back(placed_from(row, 2));
    return all;
}

std::optional<Placed> contract_by_uuid(Connection& connection, const std::string& uuid) {
    Query row(connection, "contract_by_uuid");
    if (!row.with(uuid).step()) return std::nullopt;
    return placed_from(row, 2);
}

std::vector<Placed> contracts_of_tender(Connection& connection, const std::string& tender) {
    Query row(connection, "contracts_of_tender");
    return all_of(row.with(tender));
}

Query& bind_filter(Query& query, const RunningFilter& filter) {
    return query.with(filter.organisation).with(filter.ends_from).with(filter.today);
}

void each_running_contract(Connection& connection, const RunningFilter& filter, const Visitor<Placed>& visit) {
    Query row(connection, "contracts_running");
    visit_each(bind_filter(row, filter), visit);
}

std::vector<Placed> contracts_renewed(Connection& connection, domain::Date day,
                                      const std::optional<std::string>& organisation, std::int64_t limit) {
    Query row(connection, "contract_renewed");
    return all_of(row.with(day).with(organisation).with(limit));
}

std::vector<Placed> contracts_counted_otherwise(Connection& connection, const std::string& organisation,
                                                const std::string& edition, domain::Date day) {
    Query row(connection, "contracts_counted_otherwise");
    return all_of(row.with(organisation).with(edition).with(day));
}

void each_contract(Connection& connection, const ContractFilter& filter, const Visitor<Placed>& visit) {
    const auto text = filter.text ? std::optional(domain::lowered(*filter.text)) : std::nullopt;
    Query row(connection, filter.organisation ? "contract_list_of_organisation" : "contract_list");
    row.with(filter.organisation).with(filter.before).with(text).with(filter.today);
    row.with(filter.ends_from).with(filter.ends_to).with(filter.notice_from).with(filter.notice_to);
    visit_each(row.with(filter.open_options ? std::optional(1) : std::nullopt), visit);
}

void each_measurable_contract(Connection& connection, const std::string& organisation, std::int64_t before,
                              const Visitor<MeasurableContract>& visit) {
    Query row(connection, "effect_contracts");
    row.with(organisation).with(before);
    while (row.step())
        if (!visit({placed_from(row, 2), row.integer(6) != 0})) return;
}

void each_social_return_contract(Connection& connection, const std::string& organisation, std::int64_t before,
                                 const Visitor<Placed>& visit) {
    Query row(connection, "social_return_list");
    visit_each(row.with(organisation).with(before), visit);
}

}  // namespace mvoi::store
