// SPDX-License-Identifier: EUPL-1.2
// Terms of contracts: tests/cases/terms/, and thousands of random terms followed day by day by a walker that shares
// nothing with the library. MVOI_COURSES=100000 asks so many.
#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>

#include "domain/contract/events.hpp"
#include "domain/contract/milestones.hpp"
#include "domain/phase.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/cases.hpp"

namespace term_test {

using namespace mvoi;
using namespace mvoi::domain::contract;
using domain::Date;
using domain::to_text;

namespace {

constexpr int near_days = 90;

std::string in_words(Date date, domain::Language language) {
    std::istringstream months(render::sentence(language, "date.months", {}));
    std::string month;
    for (int i = 0; i < date.month(); ++i) months >> month;
    return std::to_string(date.day()) + " " + month + " " + std::to_string(date.year());
}

// The last step stands on the day, and every step can be said.
void adds_up(const std::optional<Reckoned>& sum) {
    if (!sum) return;
    REQUIRE_FALSE(sum->steps.empty());
    CHECK(sum->steps.back().date == sum->day);
    for (const auto& step : sum->steps)
        for (const domain::Language language : {domain::Language::Dutch, domain::Language::English}) {
            const std::string text = render::sentence(language, step.rule, step.words);
            CHECK(text.find(in_words(step.date, language)) != std::string::npos);
            CHECK(text.find("  ") == std::string::npos);
        }
}

std::string shown(const std::optional<Reckoned>& sum, const char* nothing) {
    return sum ? to_text(sum->day) : nothing;
}

class TermCase {
  public:
    void play(const Line& line) {
        INFO(line[0] << " " << (line.size() > 1 ? line[1] : ""));
        if (!agreed(line)) expect(line);
    }

  private:
    static Date date(const std::string& word) { return domain::parse_date(word).value(); }
    static Notice notice(const Line& line, std::size_t at) {
        return {std::stoi(line.at(at)), notice_unit_from(line.at(at + 1)).value()};
    }

    bool agreed(const Line& line) {
        const std::string& word = line[0];
        if (word == "start")
            term_.start = date(line[1]), term_.end.reset();
        else if (word == "end")
            term_.end = date(line[1]);
        else if (word == "months")
            term_.months = std::stoi(line[1]);
        else if (word == "minimum")
            term_.minimum_months = std::stoi(line[1]);
        else if (word == "max")
            term_.max_renewals = std::stoi(line[1]);
        else if (word == "agreed")
            term_.agreed_renewals = std::stoi(line[1]);
        else if (word == "given")
            term_.notice_given = date(line[1]);
        else if (word == "ended")
            ended_ = domain::Ended{date(line[1]), "because"};
        else if (word == "notice")
            term_.notice = notice(line, 1);
        else if (word == "renewal")
            renewal(line);
        else if (word == "option")
            option(line);
        else if (word == "unknown")
            unknown(line);
        else
            return false;
        return true;
    }

    void renewal(const Line& line) {
        term_.renewal = renewal_from(line[1]).value();
        if (line.size() > 2) term_.renewal_months = std::stoi(line[2]);
    }

    void unknown(const Line& line) {
        term_.unknown.clear();
        for (std::size_t i = 1; i < line.size(); ++i)
            for (const TermPart part : {TermPart::End, TermPart::Renewal, TermPart::RenewalMonths, TermPart::Notice,
                                        TermPart::Options, TermPart::NoticeGiven})
                if (code_of(part) == line[i]) term_.unknown.insert(part);
        term_.settle_renewal();
        REQUIRE(term_.unknown.size() == line.size() - 1);
    }

    void option(const Line& line) {
        Option option;
        option.months = std::stoi(line[1]);
        if (line.size() > 3 && notice_unit_from(line[3])) option.notice = notice(line, 2);
        option.decided_on = domain::parse_date(line.back());
        const std::string& word = option.decided_on ? line.at(line.size() - 2) : line.back();
        if (const auto decision = option_decision_from(word)) option.decision = *decision;
        term_.options.push_back(option);
    }

    void expect(const Line& line) {
        const std::string& word = line[0];
        if (word == "refused") return refused(line);
        if (word == "accepted") return accepted();
        if (word == "milestone") return milestone(line);
        if (word == "on") return ask(date(line[1]));
        if (word == "says" || word == "silent") {
            for (std::size_t i = 1; i < line.size(); ++i) {
                INFO(line[i]);
                CHECK(said_.contains(line[i]) == (word == "says"));
            }
            return;
        }
        const std::string& value = line[1];
        if (word == "ends")
            CHECK(shown(course_.end, course_.end_unknown ? "unknown" : "indefinite") == value);
        else if (word == "renewals")
            CHECK(std::to_string(course_.renewals) == value);
        else if (word == "minimum-ends")
            CHECK(shown(course_.minimum_end, "none") == value);
        else if (word == "notice-by")
            CHECK(shown(course_.notice, "none") == value);
        else if (word == "past")
            CHECK(course_.notice_past == (value == "yes"));
        else if (word == "earliest")
            CHECK(shown(course_.earliest_end, "unknown") == value);
        else if (word == "longest")
            CHECK(shown(course_.longest_end, "unbounded") == value);
        else if (word == "renew-by")
            bounded(course_.renew_by, line, 1);
        else if (word == "holds-until")
            CHECK((course_.holds_until ? to_text(*course_.holds_until) : "none") == value);
        else if (word == "option-by")
            option_by(line);
        else
            FAIL("no such line in a case: " << word);
    }

    void option_by(const Line& line) const {
        if (line[1] == "none") {
            CHECK_FALSE(course_.option);
            return;
        }
        REQUIRE(course_.option);
        CHECK(std::to_string(course_.option->number) == line[1]);
        bounded(course_.option->decide_by, line, 2);
    }

    static void bounded(const std::optional<Reckoned>& sum, const Line& line, std::size_t at) {
        CHECK(shown(sum, "none") == line.at(at));
        if (sum) CHECK(sum->is_bound == (line.back() == "at-most"));
    }

    domain::Contract contract() const {
        domain::Contract contract;
        contract.kind = "dienst";
        contract.follow_up = "geen";
        contract.term = term_;
        contract.ended = ended_;
        return contract;
    }

    // As the calendar has it on the day that was last asked about.
    void milestone(const Line& line) const {
        domain::Contract drawn = contract();
        domain::draw_up(drawn, today_, json::rule_book().rules, json::rule_book().circumstances(nullptr));
        std::string found = "none";
        for (const auto& each : drawn.milestones)
            if (each.code == line[1])
                found = to_text(each.date) + " " + std::string(domain::code_of(each.date.certainty));
        CHECK(found == line[2] + (line.size() > 3 ? " " + line[3] : ""));
    }

    void ask(Date today) {
        today_ = today;
        for (const auto& fault : faults_of(term_)) FAIL_CHECK("refused: " << fault.rule << " " << fault.path);
        course_ = course_of(term_, today);
        for (const auto* sum : {&course_.end, &course_.minimum_end, &course_.notice, &course_.earliest_end,
                                &course_.longest_end, &course_.renew_by})
            adds_up(*sum);
        if (course_.option) adds_up(course_.option->decide_by);
        said_.clear();
        const domain::calendar::WorkCalendar calendar(json::rule_book().law.equated);
        for (const auto& finding : findings_on(term_, course_, today, near_days, calendar)) {
            said_.insert(finding.rule);
            for (const domain::Language language : {domain::Language::Dutch, domain::Language::English})
                CHECK(render::has_sentence(language, "finding." + finding.rule));
            every_word("finding." + finding.rule, finding.words);
        }
    }

    // Each word that a rule gives has its place in the sentence.
    static void every_word(const std::string& rule, const std::map<std::string, std::string>& words) {
        for (const domain::Language language : {domain::Language::Dutch, domain::Language::English})
            for (const auto& word : words) {
                INFO(rule << " {" << word.first << "}");
                CHECK(render::sentence(language, rule, {{word.first, "???"}}).find("???") != std::string::npos);
            }
    }

    std::vector<domain::Fault> faults() const {
        auto faults = faults_of(term_);
        return faults.empty() ? contradictions(contract()) : faults;
    }

    void accepted() const {
        for (const auto& fault : faults()) FAIL_CHECK("refused: " << fault.rule << " " << fault.path);
    }

    void refused(const Line& line) const {
        const auto faults = this->faults();
        const auto found = std::find_if(faults.begin(), faults.end(), [&](const domain::Fault& fault) {
            return fault.rule == line[1] && fault.path == line[2];
        });
        for (const auto& fault : faults) UNSCOPED_INFO(fault.rule << " " << fault.path);
        REQUIRE(found != faults.end());
        every_word(found->rule, found->words);
    }

    Term term_;
    std::optional<domain::Ended> ended_;
    Date today_{2000, 1, 1};
    Course course_;
    std::set<std::string> said_;
};

// ---- the walker -----------------------------------------------------------------------------------------------------

// Goes through a contract as its manager would: day by day, with a wall calendar, acting on each day on what can be
// done on that day. It knows months only as "until the same day of a later month comes up on the calendar".
class Walker {
  public:
    struct Seen {
        std::optional<Date> end, notice, earliest;
        int renewals = 0;
        std::optional<Date> option;  // by when it must be decided on, where its notice is in the contract
    };

    explicit Walker(const Term& term) : term_(term) {}

    Seen on(Date today) const {
        if (!term_.end && !term_.months) return indefinite(today);
        const Date anchor = term_.end ? tomorrow(*term_.end) : term_.start;
        int months = term_.end ? 0 : *term_.months;
        for (const Option& option : term_.options)
            if (option.decision == OptionDecision::Lifted) months += option.months;
        Seen seen;
        Date end = walk_months(anchor, months);
        const Option* open = first_open();
        if (open && open->notice) seen.option = last_in_time(end, open->notice);
        if (term_.renewal == Renewal::Express)
            for (; seen.renewals < term_.agreed_renewals; ++seen.renewals)
                end = walk_months(anchor, months += *term_.renewal_months);
        while (term_.renewal == Renewal::Tacit && (!term_.max_renewals || seen.renewals < *term_.max_renewals)) {
            // Without a period in the contract nobody can point at a day; that the end goes by is seen all the same.
            const Date last = last_in_time(end, term_.notice);
            const bool still = term_.notice_given ? *term_.notice_given <= last : today <= last;
            if (still) {
                if (term_.notice) seen.notice = last;
                if (term_.notice_given) seen.option.reset();  // it was stopped: nothing is left to lift
                break;
            }
            ++seen.renewals;
            end = walk_months(anchor, months += *term_.renewal_months);
        }
        seen.end = seen.earliest = end;
        return seen;
    }

  private:
    static Date tomorrow(Date day) { return day + boost::gregorian::days(1); }

    // The last of so many months that begin on this day, found by turning over one day after the other.
    static Date walk_months(Date begin, int months) {
        const int target = begin.year() * 12 + begin.month() - 1 + months;
        Date day = begin;
        if (months == 0) return begin - boost::gregorian::days(1);
        for (;; day = tomorrow(day)) {
            const int month = day.year() * 12 + day.month() - 1;
            if (month == target && tomorrow(day).day() == begin.day()) return day;  // the same day comes up tomorrow
            if (month == target && tomorrow(day).month() != day.month()) return day;
            if (month + 1 == target && begin.day() == 1 && tomorrow(day).day() == 1) return day;
        }
    }

    static Date runs_out(Date given, const Notice& notice) {
        if (notice.unit == NoticeUnit::Months) return walk_months(tomorrow(given), notice.count);
        Date day = given;
        for (int i = 0; i < notice.count * (notice.unit == NoticeUnit::Weeks ? 7 : 1); ++i) day = tomorrow(day);
        return day;
    }

    // The first option after those that were lifted, when it is still open.
    const Option* first_open() const {
        for (const Option& option : term_.options) {
            if (option.decision == OptionDecision::Open) return &option;
            if (option.decision == OptionDecision::Declined) return nullptr;
        }
        return nullptr;
    }

    // Back from the end, a day at a time, until notice on that day would have run out by the end.
    static Date last_in_time(Date end, const std::optional<Notice>& notice) {
        Date day = end;
        if (!notice) return end;
        const int least = notice->unit == NoticeUnit::Months  ? 27 * notice->count
                          : notice->unit == NoticeUnit::Weeks ? 7 * notice->count
                                                              : notice->count;
        day = day - boost::gregorian::days(std::max(0, least - 5 - notice->count));
        while (runs_out(day, *notice) > end) day = day - boost::gregorian::days(1);
        return day;
    }

    Seen indefinite(Date today) const {
        Seen seen;
        if (!term_.notice) return seen;
        const Date given = term_.notice_given.value_or(today);
        Date end = std::max(runs_out(given, *term_.notice), term_.start);
        if (term_.minimum_months) end = std::max(end, walk_months(term_.start, *term_.minimum_months));
        seen.earliest = end;
        if (term_.notice_given) seen.end = end;
        return seen;
    }

    const Term& term_;
};

class Dice {
  public:
    int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(engine_); }
    bool chance(int percent) { return pick(1, 100) <= percent; }
    Date day() {
        const Date any = Date(2001, 1, 1) + boost::gregorian::days(pick(0, 14000));
        if (chance(40)) return any.end_of_month();
        return chance(20) ? any.end_of_month() + boost::gregorian::days(1) : any;
    }

    Term term() {
        Term term;
        term.start = day();
        const int kind = pick(0, 9);
        if (kind < 4)
            term.months = pick(1, 60);
        else if (kind < 8)
            term.end = term.start + boost::gregorian::days(pick(30, 2200));
        else if (chance(60))
            term.minimum_months = pick(1, 36);
        if (term.end && chance(40)) term.end = term.end->end_of_month();
        if (chance(85)) notice(term);
        if (kind < 8) renewal(term), options(term);
        if (chance(25)) term.notice_given = day();
        return term;
    }

  private:
    void notice(Term& term) {
        term.notice = Notice{pick(0, 6), NoticeUnit::Months};
        if (chance(40))
            term.notice = chance(50) ? Notice{pick(0, 100), NoticeUnit::Days} : Notice{pick(0, 12), NoticeUnit::Weeks};
    }
    void renewal(Term& term) {
        const int kind = pick(0, 5);
        if (kind == 0) return;
        term.renewal = kind == 1 ? Renewal::Express : Renewal::Tacit;
        term.renewal_months = pick(1, 24);
        if (chance(50)) term.max_renewals = pick(1, 6);
        if (kind == 1) term.agreed_renewals = pick(0, term.max_renewals.value_or(3));
    }
    void options(Term& term) {
        const int count = chance(40) ? pick(1, 3) : 0, lifted = pick(0, 3);
        for (int i = 0; i < count; ++i) {
            Option option;
            option.months = pick(1, 24);
            if (chance(50)) option.notice = Notice{pick(0, 3), NoticeUnit::Months};
            if (i < lifted) option.decision = OptionDecision::Lifted;
            term.options.push_back(option);
        }
    }
    std::mt19937 engine_{20261121};
};

std::string shown(const std::optional<Date>& day) {
    return day ? to_text(*day) : "-";
}
std::optional<Date> day_of(const std::optional<Reckoned>& sum) {
    return sum ? std::optional(sum->day) : std::nullopt;
}

}  // namespace

TEST_CASE("terms run as tests/cases/terms says", "[term]") {
    for (const char* file : {"terms/renewal.txt", "terms/days.txt", "terms/options.txt", "terms/notice.txt",
                             "terms/refused.txt", "terms/unknown.txt"})
        for (const Case& each : read_cases(file)) {
            INFO(file << ": " << each.title);
            TermCase playing;
            for (const Line& line : each.lines) playing.play(line);
        }
}

TEST_CASE("random terms end where somebody who walks through the calendar ends", "[term]") {
    const char* asked = std::getenv("MVOI_COURSES");
    const int courses = asked ? std::atoi(asked) : 6000;
    Dice dice;
    int walked = 0, differences = 0, restless = 0, unbalanced = 0, guessed = 0;
    while (walked < courses) {
        const Term term = dice.term();
        if (!faults_of(term).empty()) continue;
        ++walked;
        const Date today = dice.day();
        const Course course = course_of(term, today);
        const Walker::Seen seen = Walker(term).on(today);
        if (day_of(course.end) != seen.end || day_of(course.notice) != seen.notice ||
            day_of(course.earliest_end) != seen.earliest || course.renewals != seen.renewals) {
            ++differences;
            UNSCOPED_INFO(to_text(term.start)
                          << " on " << to_text(today) << ": " << shown(day_of(course.end)) << " "
                          << shown(day_of(course.notice)) << " " << shown(day_of(course.earliest_end)) << " walked "
                          << shown(seen.end) << " " << shown(seen.notice) << " " << shown(seen.earliest));
        }
        const bool known = course.option && !course.option->decide_by.is_bound;
        if ((known ? std::optional(course.option->decide_by.day) : std::nullopt) != seen.option) ++differences;
        // No day of notice that the contract does not give cause to.
        if (course.notice && !term.notice) ++guessed;
        for (const auto* sum : {&course.end, &course.notice, &course.earliest_end, &course.longest_end})
            if (*sum && ((*sum)->steps.empty() || (*sum)->steps.back().date != (*sum)->day)) ++unbalanced;
        // A course that holds until a day holds on the day before it, and not on that day.
        if (course.holds_until) {
            const Date last = *course.holds_until - boost::gregorian::days(1);
            if (day_of(course_of(term, last).end) != day_of(course.end) ||
                course_of(term, *course.holds_until).renewals == course.renewals)
                ++restless;
        }
        if (course.longest_end && course.end && course.longest_end->day < course.end->day) ++unbalanced;
    }
    CHECK(differences == 0);
    CHECK(guessed == 0);
    CHECK(restless == 0);
    CHECK(unbalanced == 0);
}

TEST_CASE("notice that is given runs out on the end for which it was the last day", "[term]") {
    for (const Notice notice : {Notice{3, NoticeUnit::Months}, Notice{1, NoticeUnit::Months},
                                Notice{30, NoticeUnit::Days}, Notice{6, NoticeUnit::Weeks}})
        for (Date end(2027, 1, 1); end < Date(2028, 12, 31); end = end + boost::gregorian::days(1)) {
            const Date last = last_notice_day(end, notice);
            if (end_after_notice(last, notice) > end) FAIL_CHECK(to_text(end) << ": too late");
            if (end_after_notice(last + boost::gregorian::days(1), notice) <= end)
                FAIL_CHECK(to_text(end) << ": too early");
        }
}

TEST_CASE("codes of terms are read back", "[term]") {
    for (const Renewal each : {Renewal::None, Renewal::Tacit, Renewal::Express})
        CHECK(renewal_from(code_of(each)) == each);
    for (const NoticeUnit each : {NoticeUnit::Days, NoticeUnit::Weeks, NoticeUnit::Months})
        CHECK(notice_unit_from(code_of(each)) == each);
    for (const OptionDecision each : {OptionDecision::Open, OptionDecision::Lifted, OptionDecision::Declined})
        CHECK(option_decision_from(code_of(each)) == each);
    CHECK_FALSE(renewal_from("automatisch"));
}

}  // namespace term_test
