// SPDX-License-Identifier: EUPL-1.2
// Lists of contracts with a header row, as contract registers in spreadsheets are. A day that is needed and cannot be
// read refuses its row: a contract with a guessed end is worse than one that is missing. What cannot be read of the
// rest is left out and said. Terms: contract_term.hpp.
#include "domain/characters.hpp"
#include "intake/table/contract_term.hpp"
#include "intake/text/text.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/lengths.hpp"
#include "intake/value/numbers.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

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

    Account account() const override { return account_of_list(); }

  private:
    // As the row has it, or else the default.
    std::string given(Member member) const {
        std::string text = with_unit(cell(member), unit_of(member));
        const auto otherwise = options_.defaults.find(std::string(name_of(member)));
        if (content_of(text) != CellContent::Something && otherwise != options_.defaults.end())
            return otherwise->second;
        return text;
    }
    bool says(Member member) const { return content_of(given(member)) == CellContent::Something; }

    // The same, and where it says that nobody knows, that is said of the row.
    bool says(Row& row, Member member) const {
        const CellContent content = content_of(given(member));
        if (content == CellContent::Unknown || content == CellContent::Error) say_unknown(row, member);
        return content == CellContent::Something;
    }

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
        read_term_of(row);
        read_other_days(row);
    }

    void add_text(Row& row, json::Value& object, std::string name, Member member, std::size_t most) const {
        if (!says(row, member)) return;
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
        const std::string name = says(row, Member::Supplier) ? name_in(row, Member::Supplier) : std::string();
        if (name.empty()) {
            if (says(row, Member::SupplierNumber))
                warn(row, Member::SupplierNumber, "import.number-alone", given(Member::SupplierNumber));
            return;
        }
        json::Value supplier;
        add_cut(row, supplier, "name", Member::Supplier, name, max_name);
        add_supplier_number(row, supplier);
        json::Value suppliers(json::List{});
        suppliers.append(std::move(supplier));
        row.request.add("suppliers", std::move(suppliers));
    }

    // The name in the cell; empty where it holds words that are none, which is said.
    std::string name_in(Row& row, Member member) const {
        std::string text = given(member);
        if (is_named(row, member, text)) return text;
        return {};
    }

    // A number of the Kamer van Koophandel has eight digits: spreadsheets drop the zero in front, and shorten long
    // numbers.
    void add_supplier_number(Row& row, json::Value& supplier) const {
        if (!says(row, Member::SupplierNumber)) return;
        std::string number = given(Member::SupplierNumber);
        if (is_shortened(number)) return warn(row, Member::SupplierNumber, "import.number-shortened", number);
        constexpr std::size_t kvk_digits = 8;
        const bool is_kvk = folded(columns_.header_of(Member::SupplierNumber)).find("kvk") != std::string::npos;
        for (const std::string_view tail : {".0", ",0"})  // a number of a spreadsheet
            if (is_kvk && number.ends_with(tail)) number.erase(number.size() - tail.size());
        if (number.find_first_of("123456789") == std::string::npos)
            return warn(row, Member::SupplierNumber, "import.number-none", number);
        if (is_kvk) {
            const std::string digits = kvk_digits_of(number);
            if (digits.empty()) return warn(row, Member::SupplierNumber, "import.number-none", number);
            if (digits.size() != kvk_digits)
                return warn(row, Member::SupplierNumber,
                            digits.size() < kvk_digits ? "import.kvk-short" : "import.kvk-long", number,
                            {{"count", std::to_string(digits.size())}});
            number = digits;
        }
        add_cut(row, supplier, "number", Member::SupplierNumber, number, max_number);
    }

    // "KvK 1234 5678"; empty where more than digits and what parts them stands there.
    static std::string kvk_digits_of(const std::string& number) {
        std::string digits;
        const std::string words = folded(number);
        for (const char c : words.starts_with("kvk") ? std::string_view(words).substr(3) : std::string_view(words)) {
            if (c == ' ') continue;
            if (!domain::is_digit(c)) return {};
            digits.push_back(c);
        }
        return digits;
    }

    void read_value(Row& row) const {
        if (!says(row, Member::EstimatedValue)) return;
        const std::string text = given(Member::EstimatedValue);
        const auto amount = euros(row, text, given(Member::Currency));
        if (!amount) return;
        if (amount->approximate) return warn(row, Member::EstimatedValue, "import.value-not-exact", text);
        if (amount->low_cents != amount->high_cents)
            return warn(row, Member::EstimatedValue, "import.value-unreadable", text);
        row.request.add("valueCents", *amount->low_cents);
    }

    void read_people(Row& row) const {
        json::Value roles;
        for (const Member member : people) {
            const std::string name = says(row, member) ? name_in(row, member) : std::string();
            if (!name.empty()) add_cut(row, roles, std::string(name_of(member)), member, name, max_name);
        }
        if (!roles.is_null()) row.request.add("people", std::move(roles));
    }

    void read_term_of(Row& row) const {
        TermCells cells;
        cells.start = given(Member::ContractStart);
        cells.end = given(Member::ContractEnd);
        cells.months = given(Member::Months);
        cells.notice = given(Member::NoticePeriod);
        cells.renewal = given(Member::Renewal);
        cells.tacit = given(Member::TacitRenewal);
        cells.renewal_months = given(Member::RenewalMonths);
        cells.options = given(Member::Options);
        cells.renewal_is_tacit = columns_.has(Member::Renewal) && names_tacit(columns_.header_of(Member::Renewal));
        cells.start_doubt = doubt_of(Member::ContractStart, cells.start);
        cells.end_doubt = doubt_of(Member::ContractEnd, cells.end);
        TermReading reading = read_term(cells, options_.today);
        for (TermRemark& each : reading.remarks) {
            if (each.refuses)
                fault(row, each.member, each.rule, each.value);
            else
                say_of_term(row, each);
        }
        row.request.add("term", std::move(reading.term));
    }

    // A part of the term that no column speaks of is said of the row.
    void say_of_term(Row& row, TermRemark& remark) const {
        warn(row, remark.member, remark.rule, remark.value, std::move(remark.words));
        if (remark.rule.starts_with("import.renewal-") && !columns_.has(remark.member))
            row.warnings.back().path.clear();
    }

    void read_other_days(Row& row) const {
        if (says(Member::SignedOn)) {
            const DayReading reading = one_day(date_in(Member::SignedOn, given(Member::SignedOn)));
            if (reading.day)
                row.request.add("signedOn", domain::to_text(*reading.day));
            else
                warn(row, Member::SignedOn, reading.rule, given(Member::SignedOn));
        }
        if (!says(Member::Evaluation)) return;
        const DateReading reading = date_in(Member::Evaluation, given(Member::Evaluation));
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
