// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "json/key.hpp"
#include "json/requests/tender.hpp"
#include "operations/current/tender.hpp"
#include "operations/import/record.hpp"
#include "operations/tender/tender.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations::import {
namespace {

using domain::PublishedNotice;
using domain::Tender;
using intake::Row;

bool is_newer(const PublishedNotice& one, const PublishedNotice& other) {
    return std::tie(one.on, one.number) > std::tie(other.on, other.number);
}

bool is_correction(const PublishedNotice& notice) {
    return notice.kind == "correction";
}

class NoticeRecorder {
  public:
    NoticeRecorder(const Call& call, store::Connection& connection, const Row& row, const std::string& digest)
        : call_(call), connection_(connection), row_(row), notice_(*row.notice) {
        read_.organisation = row.request.text_or("organisation");
        read_.reference = json::key_of(row.request.text_or("reference"));
        json::apply_members(read_, row.request, call.rules(), faults_);
        notice_.dates = read_.planning;
        notice_.digest = digest;
    }

    Recorded record() {
        std::optional<Current> known = find();
        return known ? update(std::move(*known)) : add();
    }

  private:
    // The tender of this notice; else the one of a notice before or beside it. Others of the same procedure are named.
    std::optional<Current> find() {
        std::vector<Current> found;
        look_up(read_.reference, found);
        for (const std::string& alias : row_.aliases) look_up(json::key_of(alias), found);
        for (std::size_t i = 1; i < found.size(); ++i)
            twins_ += (twins_.empty() ? "" : ", ") + found[i].tender.reference;
        if (!twins_.empty()) twins_ = found.front().tender.reference + ", " + twins_;
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    }

    void look_up(const std::string& name, std::vector<Current>& found) const {
        std::vector<store::Placed> placed = store::tenders_by_alias(connection_, read_.organisation, name);
        if (auto named = store::tender_by_reference(connection_, read_.organisation, name))
            placed.insert(placed.begin(), std::move(*named));
        for (store::Placed& each : placed) {
            const auto same = [&](const Current& other) { return other.id == each.place.id; };
            if (std::none_of(found.begin(), found.end(), same))
                found.push_back(tender_from(call_, connection_, std::move(each)));
        }
    }

    Recorded add() {
        Tender tender = read_;
        tender.source = row_.source;
        tender.phase = row_.phase;
        tender.source_digest = notice_.digest;
        tender.aliases = row_.aliases;
        tender.published = {notice_};
        Draft draft;
        tender = new_tender(call_, row_, std::move(tender), draft, connection_, std::move(faults_));
        establish_row(call_, connection_, std::move(draft), std::move(tender), row_);
        return {Result::Added};
    }

    // It was read before and says the same; in registers of before 0.3.0 the tender itself has the digest of its
    // notice.
    bool is_known(const Tender& tender) const {
        for (const PublishedNotice& each : tender.published)
            if (each.number == notice_.number) return each.digest == notice_.digest;
        return tender.published.empty() && tender.source == row_.source && tender.source_digest == notice_.digest;
    }

    Recorded update(Current current) {
        const bool overwrite = call_.request().boolean_or("overwrite", false);
        if (is_known(current.tender) && !overwrite) return {Result::Unchanged, {}, twins_};
        if (!faults_.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults_));
        Tender tender = current.tender;
        take_over(tender);
        Recorded recorded{Result::Changed, {}, twins_};
        if (!overwrite) recorded.kept = keep_changes(connection_, current.id, current.tender, tender);
        if (tender == current.tender) return {Result::Unchanged, std::move(recorded.kept), twins_};
        establish_change(call_, connection_, std::move(current), std::move(tender), row_);
        return recorded;
    }

    void take_over(Tender& tender) const {
        std::erase_if(tender.published, [&](const PublishedNotice& each) { return each.number == notice_.number; });
        const bool newest = !is_correction(notice_) &&
                            std::all_of(tender.published.begin(), tender.published.end(), [&](const auto& each) {
                                return is_correction(each) || is_newer(notice_, each);
                            });
        tender.published.push_back(notice_);
        std::sort(tender.published.begin(), tender.published.end(),
                  [](const auto& a, const auto& b) { return is_newer(b, a); });
        take_members(tender, newest);
        take_dates(tender);
        tender.phase = std::max(tender.phase, row_.phase);
        tender.started_on = std::min(tender.started_on, row_.started_on);
        std::vector<std::string> names = row_.aliases;
        names.push_back(notice_.number);
        for (const std::string& name : names)
            if (name != tender.reference &&
                std::find(tender.aliases.begin(), tender.aliases.end(), name) == tender.aliases.end())
                tender.aliases.push_back(name);
    }

    // The newest notice says what the tender is; an older one, or a correction, fills in what no other said.
    void take_members(Tender& tender, bool newest) const {
        if (newest) {
            tender.title = read_.title;
            tender.kind = read_.kind;
        }
        if (!read_.cpv.empty() && (newest || tender.cpv.empty())) tender.cpv = read_.cpv;
        if (!read_.lots.empty() && (newest || tender.lots.empty())) tender.lots = read_.lots;
        const bool has_value = read_.value.low_cents || read_.value.high_cents;
        if (has_value && (newest || tender.value == domain::Value{})) tender.value = read_.value;
        const bool has_procedure = !read_.procedure.empty() && read_.procedure != "onbekend";
        if (has_procedure && (newest || tender.procedure == "onbekend")) tender.procedure = read_.procedure;
    }

    // Of each date what the newest notice says that has it; of the award its first day, whatever lot it was of.
    void take_dates(Tender& tender) const {
        const std::string award = "gunningsbeslissing";
        std::map<std::string, domain::PlannedDate> dates;
        for (const PublishedNotice& each : tender.published)
            for (const auto& [code, date] : each.dates) {
                const auto [there, is_new] = dates.try_emplace(code, date);
                const bool earlier = date.first && there->second.first && *date.first < *there->second.first;
                const bool certain =
                    date.certainty == domain::Certainty::Fixed && there->second.certainty == domain::Certainty::Fixed;
                if (!is_new && (code != award || !certain || earlier)) there->second = date;
            }
        for (const auto& [code, date] : dates) {
            tender.planning[code] = date;
            if (tender.plan) tender.plan->computed.erase(code);
        }
    }

    const Call& call_;
    store::Connection& connection_;
    const Row& row_;
    PublishedNotice notice_;
    Tender read_;
    std::vector<domain::Fault> faults_;
    std::string twins_;
};

}  // namespace

Recorded record_notice(const Call& call, store::Connection& connection, const Row& row, const std::string& digest) {
    return NoticeRecorder(call, connection, row, digest).record();
}

}  // namespace mvoi::operations::import
