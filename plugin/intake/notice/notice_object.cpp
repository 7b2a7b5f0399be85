// SPDX-License-Identifier: EUPL-1.2
#include "intake/notice/notice_object.hpp"

#include <algorithm>
#include <set>

#include "intake/notice/notice_terms.hpp"
#include "intake/text/text.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/words.hpp"
#include "json/text.hpp"

namespace mvoi::intake {
namespace {

using domain::Certainty;
using domain::Date;
using domain::Phase;
using domain::Precision;
using json::Value;

constexpr std::size_t max_lots = 1000;
constexpr std::size_t max_lot_number = 40;

// The code of {"code", "label"}, or the text itself.
std::string code_at(const Value& object, std::string_view name) {
    const Value* value = object.find(name);
    return value && value->object() ? text_at(*value, "code") : text_of(value);
}

void warn(Row& row, std::string path, std::string_view rule, std::string_view value,
          std::map<std::string, std::string> words = {}) {
    words["value"] = shown(value);
    row.warnings.push_back({std::move(path), std::string(rule), std::move(words)});
}

// A code for a buyer: its national number, or else its name. A number without a digit that means something ("n.v.t.",
// "00000000") would make one organisation of all buyers who filled that in.
std::string organisation_of(const Value& buyer) {
    const std::string number = text_at(buyer, "national_id");
    if (number.find_first_of("123456789") != std::string::npos) {
        std::string code = "nl-";
        for (const char c : number) code.push_back(is_organisation(std::string("x") + c) ? c : '-');
        code.resize(std::min(code.size(), max_organisation));
        return code;
    }
    return slug(text_at(buyer, "name"), max_organisation);
}

// ---- dates ----------------------------------------------------------------------------------------------------------

// A day of the notice, if it is one that somebody meant.
class Day {
  public:
    Day(Row& row, const Value* value, std::string path, bool is_contract_end = false) : path_(std::move(path)) {
        const std::string text = text_of(value);
        if (content_of(text) != CellContent::Something) return;
        const DateReading reading = read_date(text);
        if (!reading.rule.empty() || reading.date.precision != Precision::Day)
            warn(row, path_, reading.rule.empty() ? "import.date-unreadable" : reading.rule, text);
        else if (is_placeholder(*reading.date.first, row.started_on, is_contract_end))
            warn(row, path_, "import.date-placeholder", text);
        else
            day_ = *reading.date.first;
    }

    explicit operator bool() const { return day_.has_value(); }
    Date operator*() const { return *day_; }
    const std::string& path() const { return path_; }

  private:
    std::string path_;
    std::optional<Date> day_;
};

void plan(Value& planning, const char* member, Date day, Certainty certainty) {
    domain::PlannedDate date = domain::period_of(day, Precision::Day);
    date.certainty = certainty;
    planning.add(member, planned(date));
}

// ---- one object -----------------------------------------------------------------------------------------------------

class ObjectReader {
  public:
    ObjectReader(Row& row, const Value& notice, std::size_t index, const std::string& organisation)
        : row_(row), notice_(notice), index_(index), organisation_(organisation) {
        const Value& objects = *notice.find("objects");
        alone_ = objects.list()->size() == 1;
        object_ = &(*objects.list())[index];
        path_ = "/objects/" + std::to_string(index);
        lots_ = &object_->list_or_empty("lots");
        terms_ = {text_at(notice, "form"), text_at(notice, "notice_type"), code_at(notice, "document_type"),
                  text_at(notice, "procedure_type"), code_at(notice, "procedure")};
        announces_ = announces(terms_);
    }

    void read() {
        if (!object_->object()) return fault(row_, path_, "import.not-object");
        read_organisation();
        read_identity();
        read_title();
        read_kind_of();
        read_cpv_of();
        read_value();
        row_.request.add("procedure", procedure_of(terms_));
        read_lots();
        read_phase();
        if (read_started_on()) read_planning();
    }

  private:
    void read_identity() {
        std::string id = text_at(notice_, "notice_id");
        if (id.empty()) return fault(row_, "/notice_id", "import.reference-missing");
        if (!alone_) id += "/" + std::to_string(index_ + 1);
        if (cut(id, max_reference).size() < id.size())
            return fault(row_, "/notice_id", "import.reference-too-long", id);
        row_.source = "ted:" + id;
        row_.notice.emplace().number = id;
        for (const char* member : {"previous_notice", "procedure_id"}) {
            std::string other = number_of_notice(text_at(notice_, member));
            if (other.empty()) continue;
            if (!alone_) other += "/" + std::to_string(index_ + 1);
            if (other != id && cut(other, max_reference).size() == other.size())
                row_.aliases.push_back(std::move(other));
        }
        row_.request.add("reference", std::move(id));
    }

    void read_organisation() {
        const Value* buyer = notice_.find("buyer");
        std::string code = organisation_;
        if (code.empty() && buyer) code = organisation_of(*buyer);
        if (code.empty()) return fault(row_, "/buyer", "import.organisation-missing");
        row_.request.add("organisation", std::move(code));
    }

    void read_title() {
        std::string path = path_ + "/title";
        std::string title = text_at(*object_, "title");
        if (title.empty()) {
            path = "/title";
            title = text_at(notice_, "title");
        }
        if (title.empty() && !lots_->empty()) {
            path = path_ + "/lots/0/title";
            title = text_at(lots_->front(), "title");
        }
        if (title.empty()) return fault(row_, path_ + "/title", "import.title-missing");
        for (const DateInText& date : dates_in(title))
            warn(row_, path, "import.date-in-title", date.text, {{"date", domain::to_text(date.day)}});
        row_.request.add("title", cut_text(title, path));
    }

    std::string cut_text(const std::string& text, const std::string& path) {
        const std::string_view kept = cut(text, max_title);
        if (kept.size() < text.size()) warn(row_, path, "import.text-cut", text, {{"most", std::to_string(max_title)}});
        return std::string(kept);
    }

    void read_kind_of() {
        const std::string type = text_at(*object_, "contract_type");
        const std::string nature = code_at(notice_, "contract_nature");
        std::string_view kind = read_kind(type);
        if (kind.empty()) kind = kind_of_nature(nature);
        if (!kind.empty())
            row_.request.add("kind", kind);
        else if (type.empty() && nature.empty())
            fault(row_, path_ + "/contract_type", "import.kind-missing");
        else
            fault(row_, path_ + "/contract_type", "import.kind-unknown", type.empty() ? nature : type);
    }

    // A text, or a list of them.
    void add_cpv(const Value* value, const std::string& path, CpvReading& cpv) {
        if (!value) return;
        const std::size_t before = cpv.unreadable.size();
        if (const json::List* codes = value->list())
            for (const Value& code : *codes) read_cpv(text_of(&code), cpv);
        else
            read_cpv(text_of(value), cpv);
        for (std::size_t i = before; i < cpv.unreadable.size(); ++i)
            warn(row_, path, "import.cpv-unreadable", cpv.unreadable[i]);
    }

    void put_cpv(Value& object, const std::string& path, const CpvReading& cpv) {
        if (cpv.codes.size() > max_cpv)
            warn(row_, path, "import.cpv-cut", std::to_string(cpv.codes.size()), {{"most", std::to_string(max_cpv)}});
        if (!cpv.codes.empty()) object.add("cpv", cpv_list(cpv.codes));
    }

    void read_cpv_of() {
        CpvReading cpv;
        add_cpv(object_->find("cpv_main"), path_ + "/cpv_main", cpv);
        if (cpv.codes.empty()) add_cpv(notice_.find("original_cpv"), "/original_cpv", cpv);
        for (std::size_t i = 0; i < lots_->size(); ++i)
            add_cpv((*lots_)[i].find("cpv_additional"), lot_path(i) + "/cpv_additional", cpv);
        put_cpv(row_.request, path_, cpv);
    }

    // Cents of {"amount", "currency"}, when it is an amount in euros that somebody meant.
    std::optional<std::int64_t> cents_at(const Value& object, const char* name, const std::string& path) {
        const Value* value = object.find(name);
        const Value* amount = value ? value->find("amount") : nullptr;
        if (!amount) return std::nullopt;
        const std::string place = path + "/" + name;
        const std::string written = amount_text(*amount) + " " + text_at(*value, "currency");
        if (text_at(*value, "currency") != "EUR") {
            warn(row_, place, "import.value-currency", written);
            return std::nullopt;
        }
        const auto cents = cents_of(*amount);
        if (cents && !is_placeholder(*cents)) return cents;
        warn(row_, place, cents ? "import.value-placeholder" : "import.value-unreadable", written);
        return std::nullopt;
    }

    // total_value is what was agreed in the end, and no estimate.
    void read_value() {
        auto cents = cents_at(*object_, "estimated_value", path_);
        if (!cents && is_undivided()) cents = cents_at(lots_->front(), "value", lot_path(0));
        if (cents) row_.request.add("estimatedValueCents", *cents);
    }

    std::string lot_path(std::size_t index) const { return path_ + "/lots/" + std::to_string(index); }

    // Every object has a description, and where it is not divided into lots that stands there as a single one without
    // number or title.
    bool is_undivided() const {
        return lots_->size() == 1 && text_at(lots_->front(), "lot_no").empty() &&
               text_at(lots_->front(), "title").empty();
    }

    void read_lots() {
        if (lots_->empty() || is_undivided()) return;
        if (lots_->size() > max_lots)
            warn(row_, path_ + "/lots", "import.lots-cut", std::to_string(lots_->size()),
                 {{"most", std::to_string(max_lots)}});
        json::List lots;
        std::set<std::string> numbers;
        for (std::size_t i = 0; i < std::min(lots_->size(), max_lots); ++i) lots.push_back(lot(i, numbers));
        row_.request.add("lots", std::move(lots));
    }

    Value lot(std::size_t index, std::set<std::string>& numbers) {
        const Value& source = (*lots_)[index];
        const std::string path = lot_path(index);
        Value lot;
        lot.add("number", lot_number(source, index, numbers));
        const std::string title = text_at(source, "title");
        if (!title.empty()) lot.add("title", cut_text(title, path + "/title"));
        CpvReading cpv;
        if (const Value* codes = source.find("cpv_additional"); codes && codes->list())
            for (const Value& code : *codes->list()) read_cpv(text_of(&code), cpv);
        put_cpv(lot, path, cpv);
        if (const auto cents = cents_at(source, "value", path)) lot.add("estimatedValueCents", *cents);
        return lot;
    }

    // Buyers give one number twice, or none.
    static std::string lot_number(const Value& lot, std::size_t index, std::set<std::string>& numbers) {
        for (const char* member : {"lot_no", "item"}) {
            const std::string text = text_at(lot, member);
            const std::string number(cut(text, max_lot_number));
            if (!number.empty() && numbers.insert(number).second) return number;
        }
        for (std::size_t running = index + 1;; ++running)
            if (numbers.insert(std::to_string(running)).second) return std::to_string(running);
    }

    void read_phase() {
        if (row_.notice) row_.notice->kind = code_of(announces_);
        switch (announces_) {
            case Announces::Plan:
                row_.phase = Phase::Preparation;
                break;
            case Announces::Call:
                row_.phase = Phase::Publication;
                break;
            case Announces::Award:
                row_.phase = Phase::Award;
                break;
            case Announces::Change:
                row_.phase = Phase::Execution;
                break;
            case Announces::Correction:
                // It says that its tender was published; without that tender it says nothing.
                row_.phase = Phase::Publication;
                if (row_.aliases.empty()) fault(row_, "/form", "import.notice-correction", terms_.form);
                break;
            case Announces::Unknown:
                warn(row_, "/form", "import.notice-form", terms_.form);
                break;
        }
    }

    std::optional<Date> day_of_notice(const char* member) const {
        const DateReading reading = read_date(text_at(notice_, member));
        if (!reading.rule.empty() || reading.date.precision != Precision::Day) return std::nullopt;
        return *reading.date.first;
    }

    bool read_started_on() {
        const auto dispatched = day_of_notice("date_dispatch");
        published_ = day_of_notice("date_published");
        if (!published_) published_ = dispatched;
        if (!published_) {
            fault(row_, "/date_dispatch", "import.notice-date", text_at(notice_, "date_dispatch"));
            return false;
        }
        if (row_.notice) row_.notice->on = *published_;
        row_.started_on = dispatched ? *dispatched : *published_;
        row_.names_start = true;
        return true;
    }

    void read_planning() {
        Value planning;
        read_publication(planning);
        if (const Day deadline = day("deadline_tenders"))
            plan(planning, asks_for_requests(terms_) ? "participation" : "submission", *deadline, Certainty::Fixed);
        read_award(planning);
        const auto start = of_lots("date_start", false);
        const auto end = of_lots("date_end", true);
        if (start) plan(planning, "contractStart", *start, Certainty::Expected);
        if (end) plan(planning, "contractEnd", *end, Certainty::Expected);
        if (!planning.is_null()) row_.request.add("planning", std::move(planning));
    }

    // Of a plan, the day it is planned for; of a call, its own day. When an awarded tender was published its award
    // notice does not say.
    void read_publication(Value& planning) {
        if (announces_ == Announces::Call) return plan(planning, "publication", *published_, Certainty::Fixed);
        const Day planned(row_, object_->find("planned_notice_date"), path_ + "/planned_notice_date");
        if (!planned) return;
        name_if_early(planned);
        plan(planning, "publication", *planned, Certainty::Uncertain);
    }

    void read_award(Value& planning) {
        std::optional<Date> concluded;
        const json::List& awards = notice_.list_or_empty("awards");
        for (std::size_t i = 0; i < awards.size(); ++i) {
            const Day day(row_, awards[i].find("date_conclusion"), "/awards/" + std::to_string(i) + "/date_conclusion");
            if (day && row_.notice) {
                const auto lot = row_.notice->awards.try_emplace(text_at(awards[i], "lot_no"), *day).first;
                lot->second = std::min(lot->second, *day);
            }
            if (day && (!concluded || *day < *concluded)) concluded = *day;
        }
        if (concluded) return plan(planning, "award", *concluded, Certainty::Fixed);
        if (const Day scheduled = day("date_award_scheduled")) plan(planning, "award", *scheduled, Certainty::Expected);
    }

    Day day(const char* member) {
        const Day day(row_, notice_.find(member), "/" + std::string(member));
        if (day) name_if_early(day);
        return day;
    }

    // Dates to come that lie before the notice itself are kept: the notice says so.
    void name_if_early(const Day& day) {
        if (*day < *published_)
            warn(row_, day.path(), "import.date-before-publication", domain::to_text(*day),
                 {{"date", domain::to_text(*published_)}});
    }

    // The first start or the last end of all lots.
    std::optional<Date> of_lots(const char* member, bool last) {
        std::optional<Date> found;
        for (std::size_t i = 0; i < lots_->size(); ++i) {
            const Day day(row_, (*lots_)[i].find(member), lot_path(i) + "/" + member, last);
            if (!day || (found && (last ? *day <= *found : *day >= *found))) continue;
            found = *day;
        }
        if (found && is_far_ahead(*found, row_.started_on))
            warn(row_, path_ + "/lots", "import.date-far-ahead", domain::to_text(*found));
        return found;
    }

    Row& row_;
    const Value& notice_;
    std::size_t index_;
    const std::string& organisation_;
    const Value* object_ = nullptr;
    const json::List* lots_ = nullptr;
    bool alone_ = true;
    std::string path_;
    NoticeTerms terms_;
    Announces announces_ = Announces::Unknown;
    std::optional<Date> published_;
};

}  // namespace

std::string text_of(const Value* value) {
    if (!value) return {};
    if (const std::string* text = value->text()) return tidy(*text);
    if (const std::int64_t* integer = value->integer()) return std::to_string(*integer);
    return {};
}
std::string text_at(const Value& object, std::string_view name) {
    return text_of(object.find(name));
}

void fault(Row& row, std::string path, std::string_view rule, std::string_view value) {
    row.faults.push_back({std::move(path), std::string(rule), {{"value", shown(value)}}});
}

void read_object(Row& row, const Value& notice, std::size_t index, const std::string& organisation) {
    ObjectReader(row, notice, index, organisation).read();
}

}  // namespace mvoi::intake
