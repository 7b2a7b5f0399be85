// SPDX-License-Identifier: EUPL-1.2
// "Algemeen erkende feestdagen in de zin van deze wet zijn: de Nieuwjaarsdag, de tweede Paas- en Pinksterdag, de beide
// Kerstdagen, de Hemelvaartsdag, de dag waarop de verjaardag van de Koning wordt gevierd en de vijfde mei. ... de Goede
// Vrijdag wordt daarmee gelijkgesteld. Wij kunnen bepaalde dagen ... gelijkstellen" (Algemene termijnenwet, art. 3, in
// short). Holidays are computed; the days that a royal decree equates with them are data, and known for its years only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/date.hpp"

namespace mvoi::domain::calendar {

// The reason why a day is no working day: vocabulary "rest-days".
enum class RestDay {
    Saturday,
    Sunday,
    NewYear,
    GoodFriday,
    EasterMonday,
    KingsDay,
    LiberationDay,
    Ascension,
    WhitMonday,
    Christmas,
    BoxingDay,
    Equated
};
std::string_view code_of(RestDay day);

Date easter_sunday(int year);
// 27 April, or 26 April in a year in which that is a Sunday. Since 2014.
Date kings_day(int year);

struct EquatedDays {
    std::vector<Date> days;
    Date known_from{2000, 1, 1};  // first day of the first decree
    Date known_to{2000, 1, 1};    // last day of the last one
    bool known(Date day) const { return known_from <= day && day <= known_to; }
};

// The working days. A view: the equated days outlive it.
class WorkCalendar {
  public:
    enum class View {
        Whole,                 // all rest days of the Algemene termijnenwet
        WithoutDecrees,        // the same without the days of royal decrees
        WithoutGoodFridayToo,  // and without the day that art. 3 lid 2 equates
    };
    explicit WorkCalendar(const EquatedDays& equated, View view = View::Whole) : equated_(equated), view_(view) {}

    // Nothing: it is a working day. A Saturday or Sunday is called that, whatever else is celebrated on it.
    std::optional<RestDay> rest_on(Date day) const;
    bool works(Date day) const { return !rest_on(day); }

  private:
    const EquatedDays& equated_;
    View view_;
};

// The last working day up to this day, itself included.
Date working_day_up_to(Date day, const WorkCalendar& calendar);

}  // namespace mvoi::domain::calendar
