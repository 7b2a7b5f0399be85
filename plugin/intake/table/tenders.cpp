// SPDX-License-Identifier: EUPL-1.2
// Lists of tenders with a header row. A column is found by its header, never by its place: the headers of one and the
// same list change from year to year.
#include <algorithm>

#include "domain/characters.hpp"
#include "intake/table/table.hpp"
#include "intake/text/text.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

using domain::Date;
using domain::Precision;

constexpr std::array planned_dates{Member::Publication,   Member::Submission,  Member::Award,
                                   Member::ContractStart, Member::ContractEnd, Member::CurrentContractEnd,
                                   Member::Notice,        Member::Option};

bool is_contract_end(Member member) {
    return member == Member::ContractEnd || member == Member::CurrentContractEnd;
}

bool is_code(std::string_view text) {
    const auto plain = [](char c) { return domain::is_lower(c) || domain::is_digit(c); };
    if (text.empty() || text.size() > max_code || !plain(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; });
}

// The procedures that have a national form; a list may say "Openbaar" in one column and "Nationaal" in another.
std::string_view in_scope(std::string_view procedure, std::string_view scope) {
    const std::string words = folded(scope);
    if (words != "nationaal" && words != "national") return procedure;
    if (procedure == "openbaar") return "nationaal-openbaar";
    return procedure == "niet-openbaar" ? "nationaal-niet-openbaar" : procedure;
}

class TenderList : public RowSource, private Table {
  public:
    TenderList(std::istream& input, ListOptions options) : Table(input, std::move(options), Content::Tenders) {
        for (std::size_t i = 0; i < member_count; ++i) {
            const auto found = options_.defaults.find(std::string(name_of(static_cast<Member>(i))));
            if (found != options_.defaults.end()) defaults_[i] = found->second;
        }
        refuse_without({Member::Organisation, Member::Reference, Member::Title, Member::Kind},
                       [&](Member member) { return !default_of(member).empty(); });
    }

    bool next(Row& row) override {
        if (!next_record(row)) return false;
        if (!is_whole(row)) return true;
        if (is_in_encoding(row))
            read(row);
        else
            read_reference(row);  // so that the answer can name the row
        return true;
    }

    Account account() const override { return account_of_list(); }

  private:
    const std::string& default_of(Member member) const { return defaults_[static_cast<std::size_t>(member)]; }

    // As the row has it, or else the default.
    std::string_view given(Member member) const {
        const std::string_view text = trimmed(cell(member));
        const std::string& otherwise = default_of(member);
        return otherwise.empty() || content_of(text) == CellContent::Something ? text : std::string_view(otherwise);
    }

    // A value stands there, or is the default. Of an error it is said.
    bool says(Row& row, Member member) const {
        const CellContent content = content_of(given(member));
        if (content == CellContent::Error) say_unknown(row, member);
        return content == CellContent::Something;
    }

    void read(Row& row) const {
        add_organisation(row, given(Member::Organisation));
        read_reference(row);
        read_title(row);
        read_kind_of(row);
        read_codes(row);
        read_value(row);
        read_procedure_of(row);
        read_people(row);
        read_ambition_of(row);
        read_started_on(row);
        read_planning(row);
    }

    void read_reference(Row& row) const {
        const std::string_view cell = given(Member::Reference);
        if (!is_broken(cell)) add_reference(row, cell);
    }

    void read_title(Row& row) const {
        const std::string title = tidy(given(Member::Title));
        if (title.empty() || content_of(title) == CellContent::Error)
            return fault(row, Member::Title, "import.title-missing", title);
        add_cut(row, row.request, "title", Member::Title, title, max_title);
    }

    void read_kind_of(Row& row) const {
        const std::string_view cell = given(Member::Kind);
        if (content_of(cell) != CellContent::Something) return fault(row, Member::Kind, "import.kind-missing", cell);
        add_kind(row, cell);
    }

    void read_codes(Row& row) const {
        CpvReading cpv;
        read_cpv(given(Member::Cpv), cpv);
        for (const std::string& code : cpv.unreadable) warn(row, Member::Cpv, "import.cpv-unreadable", code);
        if (cpv.codes.size() > max_cpv)
            warn(row, Member::Cpv, "import.cpv-cut", std::to_string(cpv.codes.size()),
                 {{"most", std::to_string(max_cpv)}});
        if (!cpv.codes.empty()) row.request.add("cpv", cpv_list(cpv.codes));
        read_code(row, Member::ProductGroup);
        read_code(row, Member::Sector);
    }

    // "Bouw & Infra" is the code "bouw-infra".
    void read_code(Row& row, Member member) const {
        const std::string_view cell = given(member);
        if (!says(row, member)) return;
        std::string code = is_code(cell) ? std::string(cell) : slug(cell, max_code);
        if (code.empty()) return warn(row, member, "import.code-unreadable", cell);
        row.request.add(std::string(name_of(member)), std::move(code));
    }

    void read_value(Row& row) const {
        const std::string_view cell = given(Member::EstimatedValue);
        if (!says(row, Member::EstimatedValue)) return;
        const auto amount = euros(row, cell, given(Member::Currency));
        if (!amount) return;
        if (amount->approximate) warn(row, Member::EstimatedValue, "import.value-approximate", cell);
        if (amount->low_cents == amount->high_cents) {
            row.request.add("estimatedValueCents", *amount->low_cents);
            return;
        }
        json::Value& band = row.request.add("estimatedValueBand", json::Object{});
        if (amount->low_cents) band.add("fromCents", *amount->low_cents);
        if (amount->high_cents) band.add("toCents", *amount->high_cents);
    }

    void read_procedure_of(Row& row) const {
        const std::string_view cell = given(Member::Procedure);
        const CellContent what = content_of(cell);
        if (what == CellContent::Nothing) return;
        std::string_view procedure =
            what == CellContent::Something ? read_procedure(cell) : std::string_view("onbekend");
        if (procedure.empty()) {
            warn(row, Member::Procedure, "import.procedure-unknown", cell);
            procedure = "onbekend";
        }
        if (what == CellContent::Error) say_unknown(row, Member::Procedure);
        row.request.add("procedure", in_scope(procedure, given(Member::Scope)));
    }

    void read_people(Row& row) const {
        json::Value roles;
        for (const Member member : people) {
            const std::string_view cell = given(member);
            if (says(row, member) && is_named(row, member, cell))
                add_cut(row, roles, std::string(name_of(member)), member, tidy(cell), max_name);
        }
        if (!roles.is_null()) row.request.add("people", std::move(roles));
    }

    void read_ambition_of(Row& row) const {
        const std::string_view cell = given(Member::Ambition);
        if (!says(row, Member::Ambition)) return;
        if (const auto level = read_ambition(cell))
            row.request.add("ambition", *level);
        else
            warn(row, Member::Ambition, "import.ambition-unknown", cell);
    }

    void read_started_on(Row& row) const {
        const std::string_view cell = given(Member::StartedOn);
        if (!says(row, Member::StartedOn)) return;
        const DateReading reading = date_in(Member::StartedOn, cell);
        if (reading.rule.empty() && reading.date.precision == Precision::Day &&
            !is_placeholder(*reading.date.first, options_.today, false)) {
            row.started_on = *reading.date.first;
            row.names_start = true;
        } else {
            warn(row, Member::StartedOn, "import.started-on", cell, {{"date", domain::to_text(options_.today)}});
        }
    }

    void read_planning(Row& row) const {
        json::Value planning;
        for (const Member member : planned_dates) {
            const std::string_view cell = given(member);
            const CellContent what = content_of(cell);
            if (what == CellContent::Nothing) continue;
            if (what == CellContent::Error) say_unknown(row, member);
            const DateReading reading = date_in(member, cell);
            if (is_kept(row, member, cell, reading)) planning.add(std::string(name_of(member)), planned(reading.date));
        }
        if (!planning.is_null()) row.request.add("planning", std::move(planning));
    }

    bool is_kept(Row& row, Member member, std::string_view cell, const DateReading& reading) const {
        std::string_view rule = reading.rule;
        if (rule.empty() && reading.date.first &&
            is_placeholder(*reading.date.first, options_.today, is_contract_end(member)))
            rule = "import.date-placeholder";
        if (!rule.empty()) {
            warn(row, member, rule, cell);
            return false;
        }
        if (reading.date.first && is_far_ahead(*reading.date.first, options_.today))
            warn(row, member, "import.date-far-ahead", cell);
        if (reading.widened) warn(row, member, "import.date-widened", cell, {{"date", to_text(reading.date)}});
        return true;
    }

    std::array<std::string, member_count> defaults_;
};

}  // namespace

std::unique_ptr<RowSource> tender_rows(std::istream& input, const ListOptions& options) {
    return std::make_unique<TenderList>(input, options);
}

}  // namespace mvoi::intake
