// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/contract_term.hpp"

#include <cstdlib>

#include "domain/contract/term.hpp"
#include "intake/text/text.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/lengths.hpp"
#include "intake/value/said.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

using domain::Date;
using domain::contract::Notice;
using domain::contract::Renewal;
using domain::contract::TermPart;

struct Ending {
    std::optional<Date> day;  // nothing: for an indefinite time
};

bool is_indefinite(std::string_view text) {
    return is_indefinite_time(folded(text));
}

// A cell that is filled in and says something, read by a function that gives nothing for what it does not understand.
template <typename Read>
auto said(std::string_view text, std::string_view rule, Read read) {
    using Value = typename decltype(read(text))::value_type;
    switch (content_of(text)) {
        case CellContent::Nothing:
            return Said<Value>::nothing();
        case CellContent::Unknown:
        case CellContent::Error:
            return Said<Value>::unknown();
        case CellContent::Something:
            break;
    }
    auto value = read(text);
    return value ? Said<Value>::stated(std::move(*value)) : Said<Value>::refused(rule);
}

//   doubt  why its column leaves open which day is meant
Said<Date> day_in(std::string_view text, std::string_view doubt) {
    const CellContent content = content_of(text);
    if (content == CellContent::Nothing) return Said<Date>::nothing();
    if (content != CellContent::Something) return Said<Date>::unknown();
    const DayReading reading = one_day(doubt.empty() ? read_date(text) : DateReading{{}, false, doubt});
    return reading.day ? Said<Date>::stated(*reading.day) : Said<Date>::refused(reading.rule);
}

class TermReader {
  public:
    TermReader(const TermCells& cells, Date today) : cells_(cells), today_(today) {}

    TermReading read() {
        read_start();
        read_end();
        read_notice();
        read_renewal_of();
        read_options_of();
        doubt_notice();
        if (!unknown_.empty()) {
            json::Value parts(json::List{});
            for (const TermPart part : unknown_) parts.append(code_of(part));
            reading_.term.add("unknown", std::move(parts));
        }
        return std::move(reading_);
    }

  private:
    void say(Member member, std::string_view rule, std::string_view value,
             std::map<std::string, std::string> words = {}) {
        reading_.remarks.push_back({member, rule, std::string(value), std::move(words), false});
    }
    void refuse(Member member, std::string_view rule, std::string_view value) {
        reading_.remarks.push_back({member, rule, std::string(value), {}, true});
    }
    void say_unknown(Member member, std::string_view text) {
        say(member, content_of(text) == CellContent::Error ? "import.cell-error" : "import.cell-unknown", text);
    }

    // ---- start

    void read_start() {
        const auto start = day_in(cells_.start, cells_.start_doubt);
        if (const Date* day = start.value()) {
            if (*day <= Date(1900, 1, 1) || (*day > today_ && is_placeholder(*day, today_, true)))
                return refuse(Member::ContractStart, "import.start-placeholder", cells_.start);
            start_ = *day;
            reading_.term.add("start", domain::to_text(*day));
        } else if (start.rule().empty()) {
            refuse(Member::ContractStart, "import.start-missing", cells_.start);
        } else {
            refuse(Member::ContractStart, start.rule(), cells_.start);
        }
    }

    // ---- end: a day, or else a length, or else for an indefinite time, or else unknown

    Said<Ending> end_in(const std::string& text) {
        if (is_indefinite(text)) return Said<Ending>::stated({});
        if (const std::string_view rule = content_of(text) == CellContent::Something ? read_date(text).rule : "";
            rule == "import.date-placeholder") {
            say(Member::ContractEnd, "import.end-placeholder", text);
            return Said<Ending>::nothing();
        }
        const auto day = day_in(text, cells_.end_doubt);
        if (!day.value()) {
            if (day.is_nothing()) return Said<Ending>::nothing();
            return day.is_unknown() ? Said<Ending>::unknown() : Said<Ending>::refused(day.rule());
        }
        if (!is_placeholder(*day.value(), today_, true)) {
            if (is_far_ahead(*day.value(), today_)) say(Member::ContractEnd, "import.date-far-ahead", text);
            return Said<Ending>::stated({*day.value()});
        }
        if (*day.value() < today_) return Said<Ending>::stated({*day.value()});  // long ago, and over
        say(Member::ContractEnd, "import.end-placeholder", text);
        return Said<Ending>::nothing();
    }

    void read_end() {
        const auto end = end_in(cells_.end);
        const auto months =
            is_indefinite(cells_.months) ? Said<int>::nothing() : said(cells_.months, length_rule(), read_months);
        if (!end.rule().empty()) return refuse_end(Member::ContractEnd, end.rule(), cells_.end);
        if (!months.rule().empty()) return refuse_end(Member::Months, months.rule(), cells_.months);
        if (const Ending* ending = end.value()) {
            if (ending->day) reading_.term.add("end", domain::to_text(*ending->day));
            first_end_ = ending->day;
            indefinite_ = !ending->day;
            return compare(*ending, months);
        }
        if (const int* count = months.value()) {
            reading_.term.add("months", *count);
            if (start_) first_end_ = domain::contract::last_day_of(*start_, *count);
        } else if (is_indefinite(cells_.months)) {
            indefinite_ = true;
        } else {
            unknown_.insert(TermPart::End);
            if (end.is_nothing() && months.is_unknown())
                say(Member::Months, "import.end-unknown", cells_.months);
            else if (content_of(cells_.end) != CellContent::Something)  // a placeholder was said
                say(Member::ContractEnd, cells_.end.empty() ? "import.end-missing" : "import.end-unknown", cells_.end);
        }
    }

    // The rest of the row is looked at as if nobody knew the end: what follows from it alone is no other fault.
    void refuse_end(Member member, std::string_view rule, std::string_view text) {
        unknown_.insert(TermPart::End);
        refuse(member, rule, text);
    }

    std::string_view length_rule() const {
        const bool bare = cells_.months.find_first_not_of("0123456789") == std::string::npos;
        return bare ? "import.length-unit" : "import.length-unreadable";
    }

    // Of an end and a length that say something else, the end is kept.
    void compare(const Ending& ending, const Said<int>& months) {
        if (!months.value() || !start_) return;
        const Date other = domain::contract::last_day_of(*start_, *months.value());
        if (ending.day && std::labs((*ending.day - other).days()) <= 1) return;
        say(Member::Months, "import.term-disagrees", cells_.months,
            {{"end", ending.day ? domain::to_text(*ending.day) : cells_.end}, {"date", domain::to_text(other)}});
    }

    // ---- notice

    void read_notice() {
        const auto notice = said(cells_.notice, "import.length-unreadable", read_length);
        if (const Notice* length = notice.value()) {
            notice_ = *length;
            json::Value& object = reading_.term.add("notice", json::Object{});
            object.add("count", length->count);
            object.add("unit", code_of(length->unit));
            return;
        }
        if (!notice.rule().empty()) say(Member::NoticePeriod, notice_rule(), cells_.notice);
        if (notice.is_unknown()) say_unknown(Member::NoticePeriod, cells_.notice);
        if (!notice.is_nothing()) unknown_.insert(TermPart::Notice);
    }

    std::string_view notice_rule() const {
        const bool bare = cells_.notice.find_first_not_of("0123456789") == std::string::npos;
        return bare ? "import.notice-unit" : "import.notice-unreadable";
    }

    // ---- renewal

    static bool says_something(const std::string& text) {
        return content_of(text) != CellContent::Nothing || is_no_renewal(text);
    }

    // One column says how it is renewed, another may say whether that is tacit: they must not contradict each other.
    void read_renewal_of() {
        const bool beside = says_something(cells_.tacit);
        if (beside && !says_something(cells_.renewal)) return read_renewal_in(cells_.tacit, Member::TacitRenewal, true);
        const auto tacit =
            beside && content_of(cells_.tacit) != CellContent::Unknown ? read_renewal(cells_.tacit) : std::nullopt;
        const bool says_no = is_no_renewal(cells_.tacit), says_yes = tacit && tacit->kind != Renewal::None;
        read_renewal_in(cells_.renewal, Member::Renewal, cells_.renewal_is_tacit || says_yes);
        if (!beside || !kind_) return;
        const bool is_tacit = *kind_ == Renewal::Tacit;
        if ((says_no && !is_tacit) || (says_yes && is_tacit)) return;
        say(Member::Renewal, "import.columns-disagree", cells_.renewal, {{"other", cells_.tacit}});
        unknown_.insert(TermPart::Renewal);
    }

    void read_renewal_in(const std::string& text, Member member, bool is_tacit) {
        const auto renewal =
            is_no_renewal(text)
                ? Said<RenewalReading>::stated({Renewal::None, std::nullopt, std::nullopt})
                : said(text, "import.renewal-unreadable", [](std::string_view cell) { return read_renewal(cell); });
        if (const RenewalReading* reading = renewal.value()) return take_renewal(*reading, text, member, is_tacit);
        if (!renewal.rule().empty()) say(member, renewal.rule(), text);
        if (renewal.is_unknown()) say_unknown(member, text);
        // A renewal that the list does not say is unknown, and not none.
        const bool left_out = renewal.is_nothing() && !indefinite_;
        const bool has_notice = says_something(cells_.notice);
        if (left_out)
            say(member, has_notice ? "import.renewal-missing" : "import.renewal-unsaid",
                has_notice ? cells_.notice : text);
        if (!renewal.is_nothing() || left_out) unknown_.insert(TermPart::Renewal);
    }

    void take_renewal(RenewalReading reading, const std::string& text, Member member, bool is_tacit) {
        if (!reading.kind && is_tacit) reading.kind = Renewal::Tacit;
        if (!reading.kind && (reading.yes || !reading.months)) {
            // "Ja", "ja, 1 jaar": it is renewed. Tacitly is what one must reckon with, and how it is, is to be found
            // out.
            reading.kind = Renewal::Tacit;
            unknown_.insert(TermPart::Renewal);
            say(member, "import.renewal-yes", text);
        }
        kind_ = reading.kind;
        if (!reading.kind) return take_as_options(reading, text, member);
        // It runs on as it is: there is nothing to renew.
        if (indefinite_ && *reading.kind != Renewal::None) return say(member, "import.renewal-of-indefinite", text);
        reading_.term.add("renewal", code_of(*reading.kind));
        if (*reading.kind == Renewal::None) return;
        if (!reading.months) read_renewal_length(reading);
        if (reading.months) {
            reading_.term.add("renewalMonths", *reading.months);
        } else {
            unknown_.insert(TermPart::RenewalMonths);
            say(member, "import.renewal-length", text);
        }
        if (reading.times) reading_.term.add("maxRenewals", *reading.times);
        // The notice that was agreed decides until when the contract can be ended.
        if (*reading.kind == Renewal::Tacit && !reading_.term.find("notice")) unknown_.insert(TermPart::Notice);
    }

    void read_renewal_length(RenewalReading& reading) {
        const auto length = said(cells_.renewal_months, "import.length-unreadable", read_months);
        if (length.value()) reading.months = *length.value();
        if (!length.rule().empty()) say(Member::RenewalMonths, length.rule(), cells_.renewal_months);
    }

    // "2 x 1 jaar" without a word about how is what buyers call options; that it was read so is said.
    void take_as_options(const RenewalReading& reading, const std::string& text, Member member) {
        if (content_of(cells_.options) == CellContent::Something || *reading.months == 0 || indefinite_) {
            unknown_.insert(TermPart::Renewal);
            return say(member, "import.renewal-unreadable", text);
        }
        say(member, "import.renewal-as-options", text);
        add_options(std::vector<int>(static_cast<std::size_t>(reading.times.value_or(1)), *reading.months));
    }

    // ---- options

    void read_options_of() {
        const auto options = said(cells_.options, "import.options-unreadable", read_options);
        if (const std::vector<int>* months = options.value()) {
            if (!months->empty() && indefinite_)
                return say(Member::Options, "import.options-of-indefinite", cells_.options);
            if (!months->empty()) add_options(*months);
            return;
        }
        if (!options.rule().empty()) say(Member::Options, options.rule(), cells_.options);
        if (options.is_unknown()) say_unknown(Member::Options, cells_.options);
        if (!options.is_nothing() && !indefinite_ && !reading_.term.find("options")) unknown_.insert(TermPart::Options);
    }

    // ---- the time before the list

    // A tacit renewal that could not be stopped any more by the day of the list came unless somebody gave notice, and
    // of that the list says nothing.
    void doubt_notice() {
        if (!first_end_) return;
        const std::string renewal = reading_.term.text_or("renewal");
        if (renewal != code_of(Renewal::Tacit)) {
            // Past its end, it runs on only where that was agreed: the register has it as ended.
            if (*first_end_ < today_ && (renewal == code_of(Renewal::Express) || reading_.term.find("options")))
                say_of_end("import.end-past-agreed", *first_end_);
            return;
        }
        const Date last = domain::contract::bound_of_notice(*first_end_, notice_);
        if (last >= today_) return;
        unknown_.insert(TermPart::NoticeGiven);
        say_of_end(*first_end_ < today_ ? "import.end-past" : "import.notice-past", last);
    }

    void say_of_end(std::string_view rule, Date last_day_of_notice) {
        const bool by_end = reading_.term.find("end") != nullptr;
        say(by_end ? Member::ContractEnd : Member::Months, rule, by_end ? cells_.end : cells_.months,
            {{"end", domain::to_text(*first_end_)}, {"date", domain::to_text(last_day_of_notice)}});
    }

    void add_options(const std::vector<int>& months) {
        json::Value options(json::List{});
        for (const int each : months) options.append(json::Object{}).add("months", each);
        reading_.term.add("options", std::move(options));
    }

    const TermCells& cells_;
    const Date today_;
    TermReading reading_;
    std::optional<Date> start_, first_end_;
    std::optional<Notice> notice_;
    bool indefinite_ = false;
    std::optional<Renewal> kind_;  // of the renewal, as far as it was read
    std::set<TermPart> unknown_;
};

}  // namespace

TermReading read_term(const TermCells& cells, Date today) {
    return TermReader(cells, today).read();
}

}  // namespace mvoi::intake
