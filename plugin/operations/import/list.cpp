// SPDX-License-Identifier: EUPL-1.2
// Lists with a header row. A column is found by its header, never by its place: the headers of one and the same list
// change from year to year.
#include <algorithm>
#include <array>

#include "domain/refusal.hpp"
#include "operations/import/headers.hpp"
#include "operations/import/records.hpp"
#include "operations/import/rows.hpp"
#include "operations/import/values.hpp"

namespace mvoi::operations::import {
namespace {

using domain::Date;
using domain::Fault;
using domain::No;
using domain::Precision;
using domain::Refusal;

constexpr std::size_t max_code = 60;     // characters of a product group or sector
constexpr std::size_t max_person = 200;  // characters of a name

constexpr std::array people{Member::Opdrachtgever, Member::Budgethouder, Member::Inkoopadviseur,
                            Member::Contractmanager};
constexpr std::array planned_dates{Member::Publication,   Member::Submission,  Member::Award,
                                   Member::ContractStart, Member::ContractEnd, Member::CurrentContractEnd,
                                   Member::Notice,        Member::Option};

bool is_contract_end(Member member) {
    return member == Member::ContractEnd || member == Member::CurrentContractEnd;
}

bool is_code(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
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

class ListSource : public RowSource {
  public:
    ListSource(std::istream& input, ListOptions options)
        : options_(std::move(options)),
          records_(input, options_.delimiter, options_.windows_1252),
          columns_(read_headers(), options_.mapping) {
        for (std::size_t i = 0; i < member_count; ++i) {
            const auto found = options_.defaults.find(std::string(name_of(static_cast<Member>(i))));
            if (found != options_.defaults.end()) defaults_[i] = found->second;
        }
        refuse_without_needed();
    }

    bool next(Row& row) override {
        if (!records_.next(record_)) return false;
        row = Row{};
        row.line = record_.line;
        row.started_on = options_.today;
        if (!is_whole(row)) return true;
        if (is_in_encoding(row))
            read(row);
        else
            read_reference(row);  // so that the answer can name the row
        return true;
    }

  private:
    std::vector<std::string> read_headers() {
        if (!records_.next(record_)) throw Refusal(No::Invalid, Fault{"", "import.no-header", {}});
        if (!record_.rule.empty()) throw Refusal(No::Invalid, Fault{"", std::string(record_.rule), line_words()});
        std::vector<std::string> headers;
        for (std::size_t i = 0; i < record_.size(); ++i) {
            if (is_broken(record_.cell(i)))
                throw Refusal(No::Invalid, Fault{"/encoding", "import.encoding", {{"value", shown(record_.cell(i))}}});
            headers.push_back(tidy(record_.cell(i)));
        }
        return headers;
    }

    // Without these columns no row could be read: one refusal says so, instead of one for every row.
    void refuse_without_needed() const {
        std::vector<Fault> faults;
        for (const Member member : {Member::Organisation, Member::Reference, Member::Title, Member::Kind}) {
            if (columns_.has(member) || !default_of(member).empty()) continue;
            if (member == Member::Organisation && !options_.organisation.empty()) continue;
            const std::string name(name_of(member));
            faults.push_back(
                {"/mapping/" + name, "import.column-needed", {{"value", name}, {"headers", columns_.all()}}});
        }
        if (!faults.empty()) throw Refusal(No::Invalid, std::move(faults));
    }

    const std::string& default_of(Member member) const { return defaults_[static_cast<std::size_t>(member)]; }

    std::map<std::string, std::string> line_words() const {
        return {{"from", std::to_string(record_.line)}, {"to", std::to_string(record_.last_line)}};
    }

    // A record with as many cells as the header; empty ones behind those do no harm.
    bool is_whole(Row& row) const {
        if (!record_.rule.empty()) {
            row.faults.push_back({"", std::string(record_.rule), line_words()});
            return false;
        }
        const std::size_t expected = columns_.headers().size();
        bool whole = record_.size() >= expected;
        for (std::size_t i = expected; i < record_.size(); ++i) whole = whole && record_.cell(i).empty();
        if (whole) return true;
        auto words = line_words();
        words["found"] = std::to_string(record_.size());
        words["expected"] = std::to_string(expected);
        row.faults.push_back({"", record_.line == record_.last_line ? "import.cells" : "import.cells-of-lines", words});
        return false;
    }

    // Columns that nobody reads may hold what they like.
    bool is_in_encoding(Row& row) const {
        for (std::size_t i = 0; i < member_count; ++i) {
            const Member member = static_cast<Member>(i);
            if (columns_.has(member) && is_broken(record_.cell(columns_.of(member))))
                fault(row, member, "import.encoding", record_.cell(columns_.of(member)));
        }
        return row.faults.empty();
    }

    void fault(Row& row, Member member, std::string_view rule, std::string_view value) const {
        row.faults.push_back({columns_.header_of(member), std::string(rule), {{"value", shown(value)}}});
    }
    void warn(Row& row, Member member, std::string_view rule, std::string_view value,
              std::map<std::string, std::string> words = {}) const {
        words["value"] = shown(value);
        row.warnings.push_back({columns_.header_of(member), std::string(rule), std::move(words)});
    }

    // What the row says, or else the default.
    std::string_view given(Member member) const {
        std::string_view cell;
        if (columns_.has(member)) cell = trimmed(record_.cell(columns_.of(member)));
        const std::string& otherwise = default_of(member);
        return otherwise.empty() || said(cell) == Said::Something ? cell : std::string_view(otherwise);
    }

    void read(Row& row) const {
        read_organisation(row);
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

    void read_organisation(Row& row) const {
        if (!options_.organisation.empty()) {
            row.request.add("organisation", options_.organisation);
            return;
        }
        const std::string_view cell = given(Member::Organisation);
        std::string code = is_organisation(cell) ? std::string(cell) : slug(cell, max_organisation);
        if (code.empty()) return fault(row, Member::Organisation, "import.organisation-missing", cell);
        row.request.add("organisation", std::move(code));
    }

    void read_reference(Row& row) const {
        const std::string_view cell = given(Member::Reference);
        if (is_broken(cell)) return;
        // A dash or "n.t.b." is no number: every row that has it would be one and the same tender.
        if (said(cell) != Said::Something) return fault(row, Member::Reference, "import.reference-missing", cell);
        std::string reference = tidy(cell);
        if (cut(reference, max_reference).size() < reference.size())
            return fault(row, Member::Reference, "import.reference-too-long", reference);
        row.request.add("reference", std::move(reference));
    }

    void read_title(Row& row) const {
        const std::string title = tidy(given(Member::Title));
        if (title.empty()) return fault(row, Member::Title, "import.title-missing", "");
        add_text(row, row.request, "title", Member::Title, title, max_title);
    }

    void add_text(Row& row, json::Value& object, std::string name, Member member, const std::string& text,
                  std::size_t most) const {
        const std::string_view kept = cut(text, most);
        if (kept.size() < text.size()) warn(row, member, "import.text-cut", text, {{"most", std::to_string(most)}});
        object.add(std::move(name), std::string(kept));
    }

    void read_kind_of(Row& row) const {
        const std::string_view cell = given(Member::Kind);
        if (said(cell) != Said::Something) return fault(row, Member::Kind, "import.kind-missing", cell);
        const std::string_view kind = read_kind(cell);
        if (kind.empty()) return fault(row, Member::Kind, "import.kind-unknown", cell);
        row.request.add("kind", kind);
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
        if (said(cell) != Said::Something) return;
        std::string code = is_code(cell) ? std::string(cell) : slug(cell, max_code);
        if (code.empty()) return warn(row, member, "import.code-unreadable", cell);
        row.request.add(std::string(name_of(member)), std::move(code));
    }

    void read_value(Row& row) const {
        const std::string_view cell = given(Member::EstimatedValue);
        if (said(cell) != Said::Something) return;
        const std::string currency = folded(given(Member::Currency));
        if (!currency.empty() && currency != "eur" && currency != "euro")
            return warn(row, Member::EstimatedValue, "import.value-currency", std::string(cell) + " " + currency);
        const AmountReading amount = read_amount(cell);
        if (!amount.rule.empty()) return warn(row, Member::EstimatedValue, amount.rule, cell);
        if (amount.low_cents == amount.high_cents) {
            row.request.add("estimatedValueCents", *amount.low_cents);
            return;
        }
        json::Value& band = row.request.add("estimatedValueBand", json::Object{});
        if (amount.low_cents) band.add("fromCents", *amount.low_cents);
        if (amount.high_cents) band.add("toCents", *amount.high_cents);
    }

    void read_procedure_of(Row& row) const {
        const std::string_view cell = given(Member::Procedure);
        const Said what = said(cell);
        if (what == Said::Nothing) return;
        std::string_view procedure = what == Said::Unknown ? std::string_view("onbekend") : read_procedure(cell);
        if (procedure.empty()) {
            warn(row, Member::Procedure, "import.procedure-unknown", cell);
            procedure = "onbekend";
        }
        row.request.add("procedure", in_scope(procedure, given(Member::Scope)));
    }

    void read_people(Row& row) const {
        json::Value roles;
        for (const Member member : people) {
            const std::string_view cell = given(member);
            if (said(cell) == Said::Something)
                add_text(row, roles, std::string(name_of(member)), member, tidy(cell), max_person);
        }
        if (!roles.is_null()) row.request.add("people", std::move(roles));
    }

    void read_ambition_of(Row& row) const {
        const std::string_view cell = given(Member::Ambition);
        if (said(cell) != Said::Something) return;
        if (const auto level = read_ambition(cell))
            row.request.add("ambition", *level);
        else
            warn(row, Member::Ambition, "import.ambition-unknown", cell);
    }

    void read_started_on(Row& row) const {
        const std::string_view cell = given(Member::StartedOn);
        if (said(cell) != Said::Something) return;
        const DateReading reading = read_date(cell);
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
            if (said(cell) == Said::Nothing) continue;
            const DateReading reading = read_date(cell);
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

    ListOptions options_;
    Record record_;
    RecordReader records_;
    Columns columns_;
    std::array<std::string, member_count> defaults_;
};

}  // namespace

std::unique_ptr<RowSource> list_rows(std::istream& input, const ListOptions& options) {
    return std::make_unique<ListSource>(input, options);
}

}  // namespace mvoi::operations::import
