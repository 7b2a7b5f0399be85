// SPDX-License-Identifier: EUPL-1.2
// tender.get and tender.list. Lists are pages, newest registration first; no transaction stays open between pages.
#include <algorithm>
#include <limits>

#include "domain/date.hpp"
#include "domain/phase.hpp"
#include "json/text.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/current/surroundings.hpp"
#include "operations/paging.hpp"
#include "operations/table.hpp"
#include "render/answers/tender_view.hpp"
#include "render/dossier/index.hpp"
#include "store/seal.hpp"

namespace mvoi::operations {
namespace {

constexpr std::int64_t longest_page = 1000;

struct Item {
    std::int64_t id;
    json::Value shown;
};

class TenderList {
  public:
    explicit TenderList(const Call& call)
        : call_(call), request_(call.request()), limit_(request_.integer_or("limit", usual_page)) {
        today_ = domain::to_text(call.today());
        before_ = page_before(request_);
        if (request_.find("state") && !request_.find("theme"))
            refuse(domain::No::Invalid, "/theme", "list.state-of-what");
    }

    json::Value run(store::Connection& connection) {
        if (request_.text_or("format") == "html") return index(connection);
        collect(connection);
        json::Value answer, shown(json::List{});
        const bool more = cut();
        for (Item& item : items_) shown.append(std::move(item.shown));
        answer.add("items", std::move(shown));
        if (more) answer.add("next", std::to_string(items_.back().id));
        return answer;
    }

  private:
    // All pages as one, with the page for people.
    json::Value index(store::Connection& connection) {
        const std::string flag = request_.text_or("flag");
        render::DossierIndex index{call_.language(), call_.today(), request_.text_or("organisation"), {}, {}};
        if (!flag.empty()) index.flag = call_.rules().label("flags", flag, call_.language());
        json::Value answer, shown(json::List{});
        limit_ = longest_page;
        before_ = std::numeric_limits<std::int64_t>::max();
        for (bool more = true; more;) {
            items_.clear();
            collect(connection);
            more = cut();
            for (Item& item : items_) {
                before_ = item.id;
                index.links.push_back(link_to(item.shown, flag));
                item.shown.add("file", index.links.back().file);
                shown.append(std::move(item.shown));
            }
        }
        answer.add("contentType", "text/html; charset=utf-8");
        answer.add("today", domain::to_text(call_.today()));
        answer.add("items", std::move(shown));
        answer.add("body", render::dossier_index_html(index));
        return answer;
    }

    static render::DossierLink link_to(const json::Value& shown, std::string_view flag) {
        const std::string reference = shown.text_or("reference");
        render::DossierLink link{render::dossier_file_name(reference, shown.text_or("tender")),
                                 reference,
                                 shown.text_or("title"),
                                 {},
                                 {},
                                 shown.text_or("phase") == domain::code_of(domain::Phase::Cancelled)};
        for (const json::Value& each : shown.list_or_empty("flags")) {
            link.flags.push_back(each.text_or("label"));
            if (each.text_or("flag") == flag)
                for (const json::Value& theme : each.list_or_empty("themes")) link.themes.push_back(*theme.text());
        }
        return link;
    }

    // Leaves a page of what was collected; true when there was more.
    bool cut() {
        const bool more = items_.size() > static_cast<std::size_t>(limit_);
        if (more) items_.resize(static_cast<std::size_t>(limit_));
        return more;
    }

    void collect(store::Connection& connection) {
        store::TenderFilter wanted;
        wanted.organisation = filter("organisation");
        wanted.phase = filter("phase");
        wanted.from = filter("from");
        wanted.to = filter("to");
        wanted.text = filter("text");
        wanted.flag = filter("flag");
        wanted.theme = filter("theme");
        wanted.state = filter("state");
        wanted.registration = filter("registration");
        wanted.before = before_;
        wanted.today = call_.today();
        wanted.limit = limit_ + 1;
        if (wanted.organisation || !(wanted.flag || (wanted.theme && wanted.state))) {
            add_lines(connection, wanted);
        } else {
            // The indexes lead with the organisation: a page of each, and the newest of all of them.
            for (std::string& each : store::organisations(connection)) {
                wanted.organisation = std::move(each);
                add_lines(connection, wanted);
            }
            std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.id > b.id; });
        }
    }

    std::optional<std::string> filter(const char* name) const {
        if (!request_.find(name)) return std::nullopt;
        return request_.text_or(name);
    }

    void add_lines(store::Connection& connection, const store::TenderFilter& wanted) {
        for (const store::TenderLine& line : store::tender_lines(connection, wanted))
            items_.push_back({line.id, item(line)});
    }

    json::Value item(const store::TenderLine& line) const {
        json::Value shown;
        shown.add("tender", line.uuid);
        shown.add("revision", line.revision);
        shown.add("organisation", line.organisation);
        shown.add("reference", line.reference);
        shown.add("title", line.title);
        shown.add("kind", line.kind);
        shown.add("phase", line.phase);
        shown.add("phaseLabel", call_.rules().label("phases", line.phase, call_.language()));
        const bool lapsed = line.registration == "provisional" && line.lapses_on < today_;
        shown.add("registration", lapsed ? "lapsed" : line.registration);
        shown.add("startedOn", line.started_on);
        if (line.ambition) shown.add("ambition", *line.ambition);
        shown.add("themes", line.outline.themes);
        json::Value flags(json::List{});
        for (const domain::Flag& each : line.outline.flags) flags.append(flag_shown(each));
        shown.add("flags", std::move(flags));
        return shown;
    }

    json::Value flag_shown(const domain::Flag& flag) const {
        json::Value shown, themes(json::List{});
        shown.add("flag", flag.code);
        shown.add("label", call_.rules().label("flags", flag.code, call_.language()));
        for (const std::string& theme : flag.themes) themes.append(theme);
        shown.add("themes", std::move(themes));
        shown.add("since", domain::to_text(flag.since));
        if (flag.code == "onbeslist")
            shown.add("ageDays", std::max<std::int64_t>(0, (call_.today() - flag.since).days()));
        return shown;
    }

    const Call& call_;
    const json::Value& request_;
    std::int64_t limit_;
    std::int64_t before_ = 0;
    std::string today_;
    std::vector<Item> items_;
};

}  // namespace

namespace {

// The plan of a tender, as the entry that adopted it keeps it.
std::optional<domain::planning::Plan> adopted_plan(store::Connection& connection, const Current& current) {
    if (!current.tender.plan) return std::nullopt;
    const std::int64_t kept = current.tender.plan->entry;
    auto entry = store::journal_entry(connection, kept == 0 ? current.entry : kept);
    return entry ? std::move(entry->facts.plan) : std::nullopt;
}

}  // namespace

std::string tender_get(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        see_lapsed(call, current);
        const Surroundings around(call, connection, current);
        const auto findings = tender_findings(around.facts());
        const auto plan = adopted_plan(connection, current);
        answer = render::tender_whole(
            current.tender, {call.rules(), current.policy.get(), call.language(), call.today(), current.entry, findings,
                             plan ? &*plan : nullptr, &around.contracts()});
    });
    return answer;
}

std::string tender_list(const Call& call) {
    TenderList lister(call);
    json::Value answer;
    call.read([&](store::Connection& connection) { answer = lister.run(connection); });
    return json::write(answer);
}

}  // namespace mvoi::operations
