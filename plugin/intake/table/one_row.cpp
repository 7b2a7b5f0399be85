// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/one_row.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "domain/characters.hpp"
#include "domain/words.hpp"
#include "intake/text/text.hpp"
#include "json/text.hpp"

namespace mvoi::intake {
namespace {

// So many rows are looked at together; a row that comes after them is held against what was read by then.
constexpr std::size_t window_rows = 20'000;

std::string number_of(const Row& row) {
    const std::string reference = row.request.text_or("reference");
    return reference.empty() ? std::string() : row.request.text_or("organisation") + "\n" + reference;
}

json::Value but_for_suppliers(const json::Value& request) {
    json::Value rest(json::Object{});
    for (const json::Member& member : *request.object())
        if (member.name != "suppliers") rest.add(member.name, member.value);
    return rest;
}

std::string canonical_text(const json::Value& request) {
    return json::write_canonical(request);
}

// Of the parts that one of them calls unknown and the other does not, each by itself.
void differing_parts(const json::Value* one, const json::Value* other, const std::string& path,
                     std::vector<std::string>& found) {
    std::map<std::string, int> parts;
    for (const json::Value* list : {one, other})
        if (list)
            for (const json::Value& part : *list->list()) ++parts[*part.text()];
    for (const auto& [part, times] : parts)
        if (times == 1) found.push_back(path + "/" + part);
}

// The members in which two requests differ, as paths; those of an object inside are named by themselves.
void differences(const json::Value& one, const json::Value& other, const std::string& path,
                 std::vector<std::string>& found) {
    std::map<std::string, std::pair<const json::Value*, const json::Value*>> members;
    for (const json::Member& member : *one.object()) members[member.name].first = &member.value;
    for (const json::Member& member : *other.object()) members[member.name].second = &member.value;
    for (const auto& [name, pair] : members) {
        const auto& [mine, theirs] = pair;
        if (name == "unknown")
            differing_parts(mine, theirs, path, found);
        else if (mine && theirs && mine->object() && theirs->object())
            differences(*mine, *theirs, path + "/" + name, found);
        else if (!mine || !theirs || json::write_canonical(*mine) != json::write_canonical(*theirs))
            found.push_back(path + "/" + name);
    }
}

class OneRowEach : public RowSource {
  public:
    OneRowEach(std::unique_ptr<RowSource> rows, bool joins) : rows_(std::move(rows)), joins_(joins) {}

    bool next(Row& row) override {
        if (at_ == window_.size() && !fill()) return false;
        row = std::move(window_[at_++]);
        return true;
    }
    Account account() const override { return rows_->account(); }

  private:
    // The first row of a number: its place in the window while that is there, and otherwise its line.
    struct First {
        std::int64_t line = 0;
        std::size_t place = 0;
        std::size_t window = 0;
        std::size_t digest = 0;
    };

    bool fill() {
        window_.clear();
        at_ = 0;
        ++windows_;
        Row row;
        while (window_.size() < (joins_ ? window_rows : 1) && rows_->next(row)) take(std::move(row));
        return !window_.empty();
    }

    void take(Row row) {
        const std::string key = row.faults.empty() ? number_of(row) : std::string();
        if (key.empty()) return window_.push_back(std::move(row));
        const std::size_t digest = std::hash<std::string>()(canonical_text(row.request));
        const auto [found, is_new] = firsts_.try_emplace(key, First{row.line, window_.size(), windows_, digest});
        if (is_new) {
            const auto [twin, alone] = written_.try_emplace(domain::lowered(key), row.line);
            if (!alone) row.warnings.push_back({"", "import.key-case", {{"line", std::to_string(twin->second)}}});
            return window_.push_back(std::move(row));
        }
        const First& first = found->second;
        if (joins_ && first.window == windows_)
            join(window_[first.place], std::move(row));
        else
            refuse_or_repeat(first, std::move(row));
    }

    void join(Row& first, Row row) {
        std::vector<std::string> different;
        differences(but_for_suppliers(first.request), but_for_suppliers(row.request), "", different);
        if (!different.empty()) return refuse(first.line, std::move(row), different);
        if (canonical_text(first.request) == canonical_text(row.request)) return repeat(first.line, std::move(row));
        json::Value joined(json::List{});
        std::vector<std::string> seen;
        for (const json::Value* request : {&first.request, &row.request})
            for (const json::Value& supplier : request->list_or_empty("suppliers")) {
                const std::string text = canonical_text(supplier);
                if (std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
                seen.push_back(text);
                joined.append(supplier);
            }
        json::Value request(json::Object{});
        for (json::Member& member : *first.request.object())
            if (member.name != "suppliers") request.add(member.name, std::move(member.value));
        if (!seen.empty()) request.add("suppliers", std::move(joined));
        first.request = std::move(request);
        ++first.rows;
        first.warnings.insert(first.warnings.end(), row.warnings.begin(), row.warnings.end());
        say_joined(first, row.line);
    }

    // All of them in one remark.
    static void say_joined(Row& first, std::int64_t line) {
        for (domain::Fault& each : first.warnings) {
            if (each.rule != "import.rows-joined") continue;
            each.words["line"] += ", " + std::to_string(line);
            return;
        }
        first.warnings.push_back({"", "import.rows-joined", {{"line", std::to_string(line)}}});
    }

    // Far from its first row, or in a list of which rows are not joined: the very same says nothing new.
    void refuse_or_repeat(const First& first, Row row) {
        if (std::hash<std::string>()(canonical_text(row.request)) != first.digest)
            return refuse(first.line, std::move(row), {});
        repeat(first.line, std::move(row));
    }

    void repeat(std::int64_t line, Row row) {
        row.repeats = line;
        row.warnings.push_back({"", "import.row-repeated", {{"line", std::to_string(line)}}});
        window_.push_back(std::move(row));
    }

    void refuse(std::int64_t line, Row row, const std::vector<std::string>& different) {
        std::vector<std::string> headers;  // a column may fill several members
        for (const std::string& path : different) {
            std::string header = shown(header_of_path(path, rows_->account()));
            if (std::find(headers.begin(), headers.end(), header) == headers.end())
                headers.push_back(std::move(header));
        }
        const std::string members = domain::joined(headers);
        row.faults.push_back({"",
                              different.empty() ? "import.key-twice" : "import.key-twice-other",
                              {{"line", std::to_string(line)}, {"headers", members}}});
        window_.push_back(std::move(row));
    }

    std::unique_ptr<RowSource> rows_;
    const bool joins_;
    std::vector<Row> window_;
    std::size_t at_ = 0, windows_ = 0;
    std::unordered_map<std::string, First> firsts_;          // by organisation and reference
    std::unordered_map<std::string, std::int64_t> written_;  // lines, by the same in small letters
};

}  // namespace

std::unique_ptr<RowSource> one_row_each(std::unique_ptr<RowSource> rows, bool joins) {
    return std::make_unique<OneRowEach>(std::move(rows), joins);
}

std::string header_of_path(std::string_view path, const Account& account) {
    static constexpr std::pair<std::string_view, Member> members[] = {
        {"/organisation", Member::Organisation},
        {"/reference", Member::Reference},
        {"/title", Member::Title},
        {"/kind", Member::Kind},
        {"/cpv", Member::Cpv},
        {"/productGroup", Member::ProductGroup},
        {"/sector", Member::Sector},
        {"/valueCents", Member::EstimatedValue},
        {"/estimatedValueCents", Member::EstimatedValue},
        {"/estimatedValueBand", Member::EstimatedValue},
        {"/procedure", Member::Procedure},
        {"/ambition", Member::Ambition},
        {"/people/opdrachtgever", Member::Opdrachtgever},
        {"/people/budgethouder", Member::Budgethouder},
        {"/people/inkoopadviseur", Member::Inkoopadviseur},
        {"/people/contractmanager", Member::Contractmanager},
        {"/planning/publication", Member::Publication},
        {"/planning/submission", Member::Submission},
        {"/planning/award", Member::Award},
        {"/planning/contractStart", Member::ContractStart},
        {"/planning/contractEnd", Member::ContractEnd},
        {"/planning/currentContractEnd", Member::CurrentContractEnd},
        {"/planning/notice", Member::Notice},
        {"/planning/option", Member::Option},
        {"/suppliers", Member::Supplier},
        {"/tenderReference", Member::TenderReference},
        {"/signedOn", Member::SignedOn},
        {"/evaluation", Member::Evaluation},
        {"/term/start", Member::ContractStart},
        {"/term/end", Member::ContractEnd},
        {"/term/noticeGiven", Member::ContractEnd},
        {"/term/months", Member::Months},
        {"/term/notice", Member::NoticePeriod},
        {"/term/renewal", Member::Renewal},
        {"/term/renewalMonths", Member::Renewal},
        {"/term/maxRenewals", Member::Renewal},
        {"/term/options", Member::Options}};
    // The nearest: "/term/notice/count" is of "/term/notice".
    for (std::string_view rest = path; !rest.empty(); rest = rest.substr(0, rest.rfind('/')))
        for (const auto& [name, member] : members) {
            if (name != rest) continue;
            for (const ColumnUse& column : account.columns)
                if (column.member == member) return column.header;
            return place_of(member);
        }
    return std::string(path);
}

}  // namespace mvoi::intake
