// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/observations.hpp"

#include <algorithm>
#include <charconv>

#include "intake/text/text.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/numbers.hpp"
#include "intake/value/words.hpp"
#include "json/rules/rule_book.hpp"

namespace mvoi::intake {
namespace {

// As in schema/operations/promise.observe.request.json.
constexpr std::size_t max_source = 100, max_note = 10000, max_unit = 60;
constexpr int max_promise = 1'000'000, max_persons = 1'000'000;
constexpr std::string_view usual_source = "lijst";

std::optional<int> whole_number(std::string_view text, int most) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 1 || number > most)
        return std::nullopt;
    return number;
}

bool is_named(const domain::measure::UnitOfMeasure& unit, const std::string& text, const std::string& plain) {
    const auto same = [&](const std::string& name) {
        return name == text || (!plain.empty() && folded(name) == plain);
    };
    return same(unit.code) || same(unit.nl) || same(unit.en) || same(unit.beside_nl) || same(unit.beside_en) ||
           std::any_of(unit.also.begin(), unit.also.end(), same);
}

// The code of the unit that people call this; what nobody calls a unit stays as it is.
std::string unit_named(std::string text) {
    const auto& units = json::rule_book().units;
    if (text.empty() || domain::measure::find_unit(units, text)) return text;
    const std::string plain = folded(text);
    for (const auto& unit : units)
        if (is_named(unit, text, plain)) return unit.code;
    return text;
}

}  // namespace

ObservationRows::ObservationRows(std::istream& input, ListOptions options)
    : Table(input, std::move(options), Content::Observations) {
    refuse_without({Member::Organisation, Member::Reference, Member::Promise, Member::Value},
                   [this](Member member) { return member == Member::Reference && !options_.reference.empty(); });
    if (!columns_.has(Member::Period)) refuse_without({Member::From, Member::To}, [](Member) { return false; });
}

bool ObservationRows::next(ObservationRow& row) {
    if (!next_record(row.row)) return false;
    row.organisation.clear();
    row.contract.clear();
    row.noted = {};
    row.blank = false;
    if (is_whole(row.row) && is_in_encoding(row.row)) read(row);
    return true;
}

domain::Fault ObservationRows::in_list(domain::Fault fault) const {
    static constexpr std::pair<std::string_view, Member> members[] = {{"/organisation", Member::Organisation},
                                                                      {"/contract", Member::Reference},
                                                                      {"/promise", Member::Promise},
                                                                      {"/value", Member::Value},
                                                                      {"/unit", Member::Unit},
                                                                      {"/from", Member::From},
                                                                      {"/to", Member::To},
                                                                      {"/persons", Member::Persons},
                                                                      {"/source", Member::Source}};
    for (const auto& [path, member] : members) {
        if (path != fault.path) continue;
        const bool is_day = member == Member::From || member == Member::To;
        fault.path = columns_.header_of(is_day && !columns_.has(member) ? Member::Period : member);
        break;
    }
    return fault;
}

std::string ObservationRows::text(ObservationRow& row, Member member, std::size_t most) const {
    std::string text = tidy(cell(member));
    if (const std::string_view kept = cut(text, most); kept.size() < text.size()) {
        fault(row.row, member, "import.text-too-long", text);
        text.resize(kept.size());
    }
    return text;
}

void ObservationRows::read(ObservationRow& row) const {
    row.contract = text(row, Member::Reference, max_reference);
    row.organisation =
        options_.organisation.empty() ? text(row, Member::Organisation, max_organisation) : options_.organisation;
    row.blank = trimmed(cell(Member::Value)).empty();
    if (row.blank) return;
    if (!options_.reference.empty() && row.contract.empty()) row.contract = options_.reference;
    if (!options_.reference.empty() && row.contract != options_.reference)
        row.row.faults.push_back({columns_.header_of(Member::Reference),
                                  "import.other-contract",
                                  {{"value", shown(row.contract)}, {"accepted", options_.reference}}});
    if (row.contract.empty()) fault(row.row, Member::Reference, "import.contract-missing", {});
    if (!is_organisation(row.organisation))
        fault(row.row, Member::Organisation, "import.organisation-missing", row.organisation);
    const std::string_view promise = trimmed(cell(Member::Promise));
    if (const auto number = whole_number(promise, max_promise))
        row.noted.promise = static_cast<int>(*number);
    else
        fault(row.row, Member::Promise, promise.empty() ? "import.promise-missing" : "import.promise-number", promise);
    read_days(row);
    read_value(row);
    read_persons(row);
    read_estimated(row);
    auto& seen = row.noted.observation;
    seen.unit = unit_named(text(row, Member::Unit, max_unit));
    seen.source = text(row, Member::Source, max_source);
    if (seen.source.empty()) seen.source = usual_source;
    row.noted.note = text(row, Member::Note, max_note);
}

// A period of the calendar, or two days.
void ObservationRows::read_days(ObservationRow& row) const {
    auto& seen = row.noted.observation;
    if (const std::string_view period = trimmed(cell(Member::Period)); !period.empty()) {
        const DateReading reading = read_date(period);
        if (!reading.rule.empty() || reading.widened || !reading.date.first || !reading.date.last)
            return fault(row.row, Member::Period, "import.period-unreadable", period);
        seen.from = *reading.date.first;
        seen.to = *reading.date.last;
        return;
    }
    read_day(row, Member::From, seen.from);
    read_day(row, Member::To, seen.to);
}

void ObservationRows::read_day(ObservationRow& row, Member member, domain::Date& place) const {
    const std::string_view text = trimmed(cell(member));
    if (const auto day = domain::parse_date(text)) {
        place = *day;
        return;
    }
    if (text.empty()) return fault(row.row, member, "import.day-missing", text);
    const DayReading reading = one_day(date_in(member, text));
    if (!reading.day) return fault(row.row, member, reading.rule, text);
    place = *reading.day;
}

void ObservationRows::read_value(ObservationRow& row) const {
    const std::string_view text = trimmed(cell(Member::Value));
    const NumberReading reading = read_number(text, is_number(Member::Value) ? '.' : options_.decimal_mark);
    if (!reading.rule.empty()) return fault(row.row, Member::Value, reading.rule, text);
    row.noted.observation.value = reading.value;
}

void ObservationRows::read_persons(ObservationRow& row) const {
    const std::string_view text = trimmed(cell(Member::Persons));
    if (text.empty()) return;
    const auto persons = whole_number(text, max_persons);
    if (!persons) return fault(row.row, Member::Persons, "import.persons", text);
    row.noted.observation.persons = *persons;
}

void ObservationRows::read_estimated(ObservationRow& row) const {
    const std::string word = folded(cell(Member::Estimated));
    if (word.empty()) return;
    static const auto* words = new Codes("estimates");
    const std::string_view meaning = words->of(word);
    if (meaning.empty()) return fault(row.row, Member::Estimated, "import.estimated", cell(Member::Estimated));
    row.noted.observation.estimated = meaning == "estimated";
}

}  // namespace mvoi::intake
