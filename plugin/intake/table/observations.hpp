// SPDX-License-Identifier: EUPL-1.2
// Lists of what was measured, a row for each observation: of which contract and promise, over which days, how much.
// They may have a million rows, so nothing is made of a row but the observation itself.
#pragma once

#include <string>

#include "domain/promise/observation.hpp"
#include "intake/table/table.hpp"

namespace mvoi::intake {

struct ObservationRow {
    Row row;  // line, faults and warnings; it has no request
    std::string organisation;
    std::string contract;                       // the host's own number
    domain::promise::PromiseObservation noted;  // its unit is empty when the row names none
    bool blank = false;                         // nothing was filled in: no value, and nothing is wrong with it
};

class ObservationRows : private Table {
  public:
    // Throws domain::Refusal when the header lacks a column that every row needs. The stream must outlive it.
    ObservationRows(std::istream& input, ListOptions options);
    bool next(ObservationRow& row);  // false: there are no more
    Account account() const { return account_of_list(); }

    // The fault as the reader of the list finds it: its path is the header of the column that holds the member.
    domain::Fault in_list(domain::Fault fault) const;

  private:
    void read(ObservationRow& row) const;
    void read_days(ObservationRow& row) const;
    void read_day(ObservationRow& row, Member member, domain::Date& place) const;
    void read_value(ObservationRow& row) const;
    void read_persons(ObservationRow& row) const;
    void read_estimated(ObservationRow& row) const;
    std::string text(ObservationRow& row, Member member, std::size_t most) const;
};

}  // namespace mvoi::intake
