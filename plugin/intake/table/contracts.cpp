// SPDX-License-Identifier: EUPL-1.2
// Lists of contracts with a header row, as contract registers in spreadsheets are. A day that is needed and cannot be
// read refuses its row: a contract with a guessed end is worse than one that is missing. What cannot be read of a
// notice, a renewal or an option is left out and said, and so is what was read as something that the list only implies.
#include "domain/contract/term.hpp"
#include "intake/table/table.hpp"
#include "intake/text/text.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/lengths.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

using domain::Precision;
using domain::contract::Notice;
using domain::contract::Renewal;

constexpr std::size_t max_number = 100;

class ContractList : public RowSource, private Table {
  public:
    ContractList(std::istream& input, ListOptions options) : Table(input, std::move(options), Content::Contracts) {
        refuse_without({Member::Organisation, Member::Reference, Member::Title, Member::Kind, Member::ContractStart},
                       [&](Member member) {
                           const bool of_tender = member == Member::Title || member == Member::Kind;
                           return options_.defaults.contains(std::string(name_of(member))) ||
                                  (of_tender && columns_.has(Member::TenderReference));
                       });
    }

    bool next(Row& row) override {
        if (!next_record(row)) return false;
        if (is_whole(row) && is_in_encoding(row)) read(row);
        return true;
    }

  private:
    // As the row has it, or else the default.
    std::string given(Member member) const {
        std::string text = tidy(cell(member));
        const auto otherwise = options_.defaults.find(std::string(name_of(member)));
        if (content_of(text) != CellContent::Something && otherwise != options_.defaults.end())
            return otherwise->second;
        return text;
    }
    bool says(Member member) const { return content_of(given(member)) == CellContent::Something; }

    void read(Row& row) const {
        add_organisation(row, given(Member::Organisation));
        add_reference(row, given(Member::Reference));
        add_text(row, row.request, "title", Member::Title, max_title);
        add_text(row, row.request, "tenderReference", Member::TenderReference, max_reference);
        read_kind_of(row);
        read_codes(row);
        read_supplier(row);
        read_value(row);
        read_people(row);
        read_term(row);
        read_other_days(row);
    }

    void add_text(Row& row, json::Value& object, std::string name, Member member, std::size_t most) const {
        if (!says(member)) return;
        add_cut(row, object, std::move(name), member, given(member), most);
    }

    void read_kind_of(Row& row) const {
        const std::string text = given(Member::Kind);
        if (content_of(text) == CellContent::Something)
            add_kind(row, text);
        else if (!says(Member::TenderReference))
            fault(row, Member::Kind, "import.kind-missing", text);
    }

    void read_codes(Row& row) const {
        CpvReading cpv;
        read_cpv(given(Member::Cpv), cpv);
        for (const std::string& code : cpv.unreadable) warn(row, Member::Cpv, "import.cpv-unreadable", code);
        if (!cpv.codes.empty()) row.request.add("cpv", cpv_list(cpv.codes));
        for (const Member member : {Member::ProductGroup, Member::Sector}) {
            if (!says(member)) continue;
            std::string code = slug(given(member), max_code);
            if (code.empty())
                warn(row, member, "import.code-unreadable", given(member));
            else
                row.request.add(std::string(name_of(member)), std::move(code));
        }
    }

    void read_supplier(Row& row) const {
        if (!says(Member::Supplier)) return;
        json::Value supplier;
        add_text(row, supplier, "name", Member::Supplier, max_name);
        add_text(row, supplier, "number", Member::SupplierNumber, max_number);
        json::Value suppliers(json::List{});
        suppliers.append(std::move(supplier));
        row.request.add("suppliers", std::move(suppliers));
    }

    void read_value(Row& row) const {
        if (!says(Member::EstimatedValue)) return;
        const std::string text = given(Member::EstimatedValue);
        const auto amount = euros(row, text, given(Member::Currency));
        if (!amount) return;
        if (amount->low_cents != amount->high_cents)
            return warn(row, Member::EstimatedValue, "import.value-unreadable", text);
        row.request.add("valueCents", *amount->low_cents);
    }

    void read_people(Row& row) const {
        json::Value roles;
        for (const Member member : people) add_text(row, roles, std::string(name_of(member)), member, max_name);
        if (!roles.is_null()) row.request.add("people", std::move(roles));
    }

    // A day, to the day; nothing, with a fault, when it is something else.
    std::optional<domain::Date> day_of(Row& row, Member member) const {
        const std::string text = given(member);
        const DateReading reading = read_date(text);
        if (reading.rule.empty() && reading.date.precision == Precision::Day) return reading.date.first;
        fault(row, member, "import.day-needed", text);
        return std::nullopt;
    }

    void read_term(Row& row) const {
        json::Value term;
        if (!says(Member::ContractStart))
            fault(row, Member::ContractStart, "import.start-missing", given(Member::ContractStart));
        else if (const auto start = day_of(row, Member::ContractStart))
            term.add("start", domain::to_text(*start));
        read_end(row, term);
        read_notice(row, term);
        read_renewal_of(row, term);
        read_options_of(row, term);
        row.request.add("term", std::move(term));
    }

    // An end, or else a length, or else no end. "Onbepaalde tijd" and a day that nobody means are no end.
    void read_end(Row& row, json::Value& term) const {
        const std::string text = given(Member::ContractEnd), words = folded(text);
        if (says(Member::ContractEnd) && words.find("onbepaald") == std::string::npos && words != "indefinite") {
            const auto end = day_of(row, Member::ContractEnd);
            if (end && is_placeholder(*end, options_.today, true))
                return warn(row, Member::ContractEnd, "import.end-placeholder", text);
            if (end) term.add("end", domain::to_text(*end));
            return;
        }
        if (!says(Member::Months)) return;
        if (const auto months = read_months(given(Member::Months)))
            term.add("months", *months);
        else if (folded(given(Member::Months)).find("onbepaald") == std::string::npos)
            fault(row, Member::Months, "import.length-unreadable", given(Member::Months));
    }

    void read_notice(Row& row, json::Value& term) const {
        if (!says(Member::NoticePeriod)) return;
        const auto notice = read_length(given(Member::NoticePeriod));
        if (!notice) return warn(row, Member::NoticePeriod, "import.length-unreadable", given(Member::NoticePeriod));
        json::Value& object = term.add("notice", json::Object{});
        object.add("count", notice->count);
        object.add("unit", code_of(notice->unit));
    }

    // "2 x 1 jaar" without a word about how is what buyers call options; that it was read so is said.
    void read_renewal_of(Row& row, json::Value& term) const {
        if (!says(Member::Renewal)) return;
        const std::string text = given(Member::Renewal);
        const auto reading = read_renewal(text);
        if (!reading) return warn(row, Member::Renewal, "import.renewal-unreadable", text);
        if (!reading->kind) {
            if (says(Member::Options) || !reading->months || *reading->months == 0)
                return warn(row, Member::Renewal, "import.renewal-unreadable", text);
            warn(row, Member::Renewal, "import.renewal-as-options", text);
            return add_options(
                term, std::vector<int>(static_cast<std::size_t>(reading->times.value_or(1)), *reading->months));
        }
        term.add("renewal", code_of(*reading->kind));
        if (*reading->kind == Renewal::None) return;
        if (!reading->months) return fault(row, Member::Renewal, "import.renewal-length", text);
        term.add("renewalMonths", *reading->months);
        if (reading->times) term.add("maxRenewals", *reading->times);
    }

    void read_options_of(Row& row, json::Value& term) const {
        if (!says(Member::Options)) return;
        const auto options = read_options(given(Member::Options));
        if (!options) return warn(row, Member::Options, "import.options-unreadable", given(Member::Options));
        if (!options->empty()) add_options(term, *options);
    }

    static void add_options(json::Value& term, const std::vector<int>& months) {
        json::Value options(json::List{});
        for (const int each : months) options.append(json::Object{}).add("months", each);
        term.add("options", std::move(options));
    }

    void read_other_days(Row& row) const {
        if (says(Member::SignedOn)) {
            const DateReading reading = read_date(given(Member::SignedOn));
            if (reading.rule.empty() && reading.date.precision == Precision::Day)
                row.request.add("signedOn", domain::to_text(*reading.date.first));
            else
                warn(row, Member::SignedOn, "import.day-needed", given(Member::SignedOn));
        }
        if (!says(Member::Evaluation)) return;
        const DateReading reading = read_date(given(Member::Evaluation));
        if (reading.rule.empty())
            row.request.add("evaluation", planned(reading.date));
        else
            warn(row, Member::Evaluation, reading.rule, given(Member::Evaluation));
    }
};

}  // namespace

std::unique_ptr<RowSource> contract_rows(std::istream& input, const ListOptions& options) {
    return std::make_unique<ContractList>(input, options);
}

}  // namespace mvoi::intake
