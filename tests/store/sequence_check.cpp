// SPDX-License-Identifier: EUPL-1.2
// Random sequences of operations against a small model of its own. After each of them: what passed a gate that blocks
// is decided on for ever, each theme is in one of three states wherever it is asked, a frozen dossier stays what it
// was, a refusal leaves the journal alone, nobody judges their own, revisions only grow. And every so often the whole
// journal verifies and the tables are what it says. Called: sequence_check [OPERATIONS] [SEED]
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "domain/decision/decide.hpp"
#include "json/text.hpp"
#include "operations/table.hpp"
#include "store/register.hpp"

namespace {

using mvoi::domain::Date;
using mvoi::json::Value;
using Texts = std::vector<std::string>;
namespace store = mvoi::store;

constexpr int of_one_register = 1000, between_checks = 250, living = 6;
constexpr int of_a_year = 12;  // months, the usual term of an explanation
const Texts organisations = {"gm0001", "gm0002", "gm0003"};
const Texts people = {"A. de Vries", "B. Jansen", "C. van den Berg", "D. Bakker", "E. Mol", "F. Ree", "G. Das"};
const Texts roles = {"opdrachtgever", "budgethouder",      "inkoopadviseur", "contractmanager", "categoriemanager",
                     "jurist",        "beleidsmedewerker", "tenderboard",    "directie",        "bestuur"};
const Texts themes_known = {"milieu",       "klimaat", "circulair", "ketenverantwoordelijkheid", "diversiteit-inclusie",
                            "social-return"};
const Texts saying = {"De marktconsultatie van oktober leverde geen enkele aanbieder op.",
                      "De marktconsultatie van november leverde geen enkele aanbieder op.",
                      "De raad gaf voor dit jaar geen dekking voor de meerkosten.",
                      "Artikel 2.76 staat deze eis bij dit voorwerp niet toe.",
                      "Wij zitten tot volgend jaar vast aan de lopende raamovereenkomst."};
// Not among the texts of tenders: blacking out takes a text away wherever it stands in the same review.
const Texts judging = {"Het bestuur wil dit eerst zien.", "De toelichting overtuigt.",
                       "Vraag het volgend jaar opnieuw."};
const Texts empty_talk = {"n.v.t.", "nvt", "niet van toepassing", "xxx", "...", "geen"};

std::string text_at(const Value& value, std::string_view pointer) {
    const Value* found = mvoi::json::at(value, pointer);
    if (!found) return {};
    return found->text() ? *found->text() : mvoi::json::write(*found);
}

std::string json_text(const std::string& text) {
    return '"' + text + '"';
}

// ---- the model ------------------------------------------------------------------------------------------------------

// One edition of a policy, as far as the model judges by it.
struct Edition {
    std::string id;
    Date from{2000, 1, 1};
    bool blocking = false;
    std::optional<std::int64_t> from_cents;
    std::string kind, procedure;  // the only one that is covered; empty: all
    int months = of_a_year;       // of the reason "wettelijk"
    std::map<std::string, std::string> permissions;
};

struct Theme {
    std::string state, reason, author;  // author and reason of an explanation, also of a deviation
    std::optional<Date> given;
    bool rough = false;  // not as a gate would have it
};

struct Tender {
    std::string uuid, organisation, reference, kind, procedure, phase, policy;
    std::int64_t id = 0, revision = 0;
    std::optional<std::int64_t> cents;
    bool provisional = false, withdrawn = false;
    Date lapses_on{9999, 12, 31};
    std::map<std::string, Theme> themes;
    bool passed = false;  // a gate that blocked what was undecided: from then on nothing is
    std::string review;   // the latest

    bool published() const {
        return std::set<std::string>{"publication", "evaluation", "award", "contract", "execution", "closed"}.count(
                   phase) > 0;
    }
    bool gone(Date today) const { return withdrawn || (provisional && lapses_on < today); }
};

struct Review {
    std::string uuid, tender, asked_by, state = "open", next, verdicts = "[]", page, page_key, dossier;
    std::int64_t revision = 1, entry = 0, conditions = 0;
    std::string hash;
    std::set<std::string> explained;  // who explained something away in what was frozen
    bool latest = true;
};

struct Said {  // under a requestId
    std::string operation, request, answer;
};

struct Outcome {
    bool good = false, stopped = false;
    Value answer;
    std::string text;
    std::set<std::string> rules;
    bool reopened = false;  // before what was asked, an explanation that had lapsed
};

std::string folder() {
    std::string pattern =
        (std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : "/tmp") + std::string("/mvoi-sequence-XXXXXX");
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder for the register");
    return pattern;
}

struct Counts {
    std::map<std::string, int> done, refused;
    int stopped = 0, passed = 0, repeated = 0, lapsed = 0, frozen_again = 0, finals = 0, verified = 0, own = 0;
};

class Sequence {
  public:
    Sequence(std::mt19937& random, Counts& counts, int number)
        : random_(random), counts_(counts), folder_(folder()), number_(number) {
        caller_.actor = "proef";
        caller_.origin = "proef";
        caller_.stop = &stop_;
        caller_.store = store::Register::open(folder_ + "/register.mvoi", false, 5000);
        for (const std::string& organisation : {organisations[0], organisations[1]}) adopt(organisation);
    }
    ~Sequence() {
        caller_.store.reset();
        std::filesystem::remove_all(folder_);
    }
    Sequence(const Sequence&) = delete;
    Sequence& operator=(const Sequence&) = delete;

    void play(int operations) {
        for (step_ = 1; step_ <= operations; ++step_) {
            if (dice(6)) today_ += boost::gregorian::days(1 + below(dice(12) ? 200 : 12));
            one();
            check_passed();
            if (step_ % 4 == 0 && !reviews_.empty()) check_frozen(reviews_[below(static_cast<int>(reviews_.size()))]);
            if (step_ % 2 == 0 && !tenders_.empty()) check_tender(tenders_[below(static_cast<int>(tenders_.size()))]);
            if (step_ % 50 == 0) check_agenda();
            if (step_ % between_checks == 0) check_whole();
        }
        for (const Tender& tender : tenders_) check_tender(tender);
        for (Review& review : reviews_) check_frozen(review);
        check_whole();
    }

  private:
    // ---- chance -----------------------------------------------------------------------------------------------------

    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
    bool dice(int sides) { return below(sides) == 0; }
    const std::string& any(const Texts& texts) {
        return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))];
    }
    Tender* any_tender() {
        if (tenders_.empty()) return nullptr;
        const int count = static_cast<int>(tenders_.size());
        const int from = dice(12) ? 0 : std::max(0, count - living);
        return &tenders_[static_cast<std::size_t>(from + below(count - from))];
    }
    std::string by(const std::string& actor, const std::string& role) {
        return ",\"actor\":" + json_text(actor) + (role.empty() ? "" : ",\"role\":" + json_text(role)) + when();
    }
    std::string when() const { return ",\"today\":" + json_text(mvoi::domain::to_text(today_)); }

    // ---- the register -----------------------------------------------------------------------------------------------

    void fail(const std::string& what) {
        std::printf("FAIL register %d, step %d: %s\n", number_, step_, what.c_str());
        std::printf("     last: %s %s\n", last_operation_.c_str(), last_request_.c_str());
        throw std::runtime_error("a promise was broken");
    }
    void check(bool good, const std::string& what) {
        if (!good) fail(what);
    }

    Value read(const std::string& operation, const std::string& request) {
        return mvoi::json::parse(mvoi::operations::perform(*mvoi::operations::find_operation(operation), caller_,
                                                           mvoi::json::parse(request)),
                                 64);
    }
    std::int64_t number(const std::string& sql) {
        std::int64_t value = 0;
        caller_.store->engine().read(stop_, [&](store::Connection& connection) { value = connection.number(sql); });
        return value;
    }
    store::Head head() {
        store::Head head;
        caller_.store->engine().read(stop_, [&](store::Connection& c) { head = store::journal_head(c); });
        return head;
    }
    std::vector<store::Entry> entries_after(std::int64_t seq) {
        std::vector<store::Entry> entries;
        caller_.store->engine().read(stop_, [&](store::Connection& connection) {
            store::journal_walk(connection, seq, 1000, std::nullopt,
                                [&](store::Entry&& entry) { entries.push_back(std::move(entry)); });
        });
        return entries;
    }

    // Does it, and checks what it did to the journal. A requestId is kept now and then, to be said again.
    Outcome perform(const std::string& operation, std::string request) {
        std::string request_id;
        if (dice(5) && operation != "tender.reopen") {
            request_id = "r-" + std::to_string(step_) + "-" + std::to_string(below(1000000));
            request.insert(request.size() - 1, ",\"requestId\":" + json_text(request_id));
        }
        last_operation_ = operation;
        last_request_ = request;
        const store::Head before = head();
        Outcome outcome;
        try {
            outcome.text = mvoi::operations::perform(*mvoi::operations::find_operation(operation), caller_,
                                                     mvoi::json::parse(request));
            outcome.answer = mvoi::json::parse(outcome.text, 64);
            outcome.good = true;
        } catch (const mvoi::domain::Refusal& no) {
            for (const auto& fault : no.faults) outcome.rules.insert(fault.rule);
            outcome.text = no.gate;
            outcome.stopped = !no.gate.empty();
        }
        check_entries(operation, before, outcome);
        if (!request_id.empty() && (outcome.good || outcome.stopped))
            said_.push_back({operation, request, outcome.text});
        ++(outcome.good ? counts_.done : counts_.refused)[operation];
        return outcome;
    }

    void check_entries(const std::string& operation, const store::Head& before, Outcome& outcome) {
        const auto added = entries_after(before.seq);
        if (!outcome.good && !outcome.stopped) {
            check(added.empty() && head().hash == before.hash, "a refusal left something in the journal");
            return;
        }
        if (operation == "tender.reopen") {
            for (const auto& entry : added)
                check(entry.operation == "tender.reopen" && entry.actor == "libmvoi",
                      "tender.reopen did something else");
            return;
        }
        check(added.size() == 1 || added.size() == 2, "not one entry, but " + std::to_string(added.size()));
        check(added.back().operation == operation, "the entry is of " + added.back().operation);
        outcome.reopened = added.size() == 2;
        if (outcome.reopened)
            check(added.front().operation == "tender.reopen" && added.front().facts.tender,
                  "an entry nobody asked for");
        const auto& gate = added.back().facts.gate;
        const bool blocked = gate && gate->passage == mvoi::domain::gates::Passage::Blocked;
        check(blocked == outcome.stopped, "the result of the entry is not what was answered");
        if (!outcome.stopped) return;
        ++counts_.stopped;
        check(operation == "tender.advance" && !added.back().facts.tender, "what was stopped changed a tender");
    }

    // Says again what was said under a requestId; or something else under it.
    void repeat() {
        if (said_.empty()) return;
        const Said said = said_[static_cast<std::size_t>(below(static_cast<int>(said_.size())))];
        const store::Head before = head();
        std::string request = said.request, answer;
        const bool other = dice(4);
        if (other) request.insert(request.size() - 1, ",\"origin\":\"elders\"");
        last_operation_ = "again " + said.operation;
        last_request_ = request;
        bool reused = false;
        try {
            answer = mvoi::operations::perform(*mvoi::operations::find_operation(said.operation), caller_,
                                               mvoi::json::parse(request));
        } catch (const mvoi::domain::Refusal& no) {
            answer = no.gate;
            reused = no.faults.front().rule == "request.reused";
        }
        ++counts_.repeated;
        check(head().hash == before.hash, "a repeated request acted twice");
        check(reused == other, other ? "another request was taken for the same" : "the same request was refused");
        if (!other && !redacted_) check(answer == said.answer, "a repeated request was answered otherwise: " + answer);
    }

    // ---- policies ---------------------------------------------------------------------------------------------------

    const Edition* in_force(const std::string& organisation) const {
        const Edition* found = nullptr;
        for (const Edition& edition : policies_.at(organisation))
            if (edition.from <= today_ && (!found || edition.from >= found->from)) found = &edition;
        return found;
    }
    const Edition* edition_of(const Tender& tender) const {
        for (const Edition& edition : policies_.at(tender.organisation))
            if (edition.id == tender.policy) return &edition;
        return nullptr;
    }
    static bool covers(const Edition& edition, const Tender& tender) {
        if (!edition.kind.empty() && edition.kind != tender.kind) return false;
        if (!edition.procedure.empty() && tender.procedure != "onbekend" && edition.procedure != tender.procedure)
            return false;
        return !edition.from_cents || !tender.cents || *tender.cents >= *edition.from_cents;
    }
    bool permitted(const std::string& organisation, const std::string& operation, const std::string& role) const {
        const Edition* edition = in_force(organisation);
        if (!edition) return true;
        const auto rule = edition->permissions.find(operation);
        return rule == edition->permissions.end() || rule->second == role;
    }

    void adopt(const std::string& organisation) {
        Edition edition;
        edition.from = today_ + boost::gregorian::days(below(80) - 50);
        edition.blocking = !dice(3);
        std::string request = "{\"organisation\":" + json_text(organisation) +
                              ",\"validFrom\":" + json_text(mvoi::domain::to_text(edition.from)) +
                              ",\"ambition\":2,\"gateMode\":" + json_text(edition.blocking ? "blokkerend" : "meldend") +
                              ",\"provisionalDays\":" + std::to_string(1 + below(40));
        if (dice(2)) request += R"(,"defaultLevels":[{"theme":"klimaat","level":3}])";
        if (dice(3)) request += R"(,"themes":[{"theme":"gezondheid","nl":"Gezonde leefomgeving"}])";
        if (dice(3)) {
            std::string covered;
            if (dice(2)) covered += ",\"fromCents\":" + std::to_string(*(edition.from_cents = 5000000));
            if (dice(2)) covered += ",\"kinds\":[" + json_text(edition.kind = dice(2) ? "dienst" : "werk") + "]";
            if (dice(3)) covered += ",\"procedures\":[" + json_text(edition.procedure = "openbaar") + "]";
            request += ",\"covers\":{" + (covered.empty() ? "" : covered.substr(1)) + "}";
        }
        if (dice(2)) {
            request += std::string(R"(,"board":{"reviewers":["inkoopadviseur","tenderboard"],"everyDays":14,)") +
                       R"("firstMeeting":"2031-01-14","papersDays":7)" + (dice(2) ? R"(,"fromCents":8000000)" : "") +
                       (dice(3) ? R"(,"flags":["niet-van-toepassing"])" : "") + "}";
        }
        if (dice(3)) {
            edition.months = 1 + below(6);
            request += R"(,"reasons":[{"reason":"wettelijk","endsAfterMonths":)" + std::to_string(edition.months) +
                       R"(,"agreement":)" + (dice(2) ? "null" : "\"directie\"") + "}]";
        }
        if (dice(2))
            request += R"(,"catalogueEditions":[{"productGroup":"schoonmaak","edition":")" +
                       mvoi::domain::to_text(edition.from - boost::gregorian::days(below(3) * 30)) + R"("}])";
        if (dice(4)) request += R"(,"drift":{"backOnAgenda":["thema-heropend","omschrijving"],"estimatePercent":0})";
        if (dice(4)) request += R"(,"thresholds":{"nationaalLeveringenDienstenCents":7000000})";
        if (dice(5)) {
            edition.permissions["review.ask"] = "inkoopadviseur";
            request += R"(,"permissions":[{"operation":"review.ask","roles":["inkoopadviseur"]}])";
        }
        const bool may = permitted(organisation, "policy.adopt", "");
        const Outcome outcome = perform("policy.adopt", request + when() + "}");
        check(outcome.good == may, "policy.adopt: " + join(outcome.rules));
        edition.id = text_at(outcome.answer, "/policy");
        policies_[organisation].push_back(edition);
    }

    // ---- tenders ----------------------------------------------------------------------------------------------------

    struct Asked {
        std::string json, theme, state, reason, author;
        bool must_fail = false, rough = false;
    };

    Asked applied(const std::string& theme, bool whole) {
        std::string criterion = R"({"number":"18.0)" + std::to_string(10 + below(5)) + R"(","edition":"2020-12-10")";
        if (dice(5)) criterion = R"({"title":"Eigen eis )" + std::to_string(below(3)) + '"';
        if (whole)
            criterion += R"(,"kind":"minimumeis","legalForm":"technische-specificatie","proof":"certificaat )" +
                         any(people) + '"';
        return {R"({"theme":")" + theme + R"(","state":"applied","criteria":[)" + criterion + "}]}",
                theme,
                "applied",
                "",
                "",
                false,
                !whole};
    }
    Asked explained(const std::string& theme, bool whole) {
        static const std::map<std::string, std::string> signer = {
            {"geen-aanbod", "opdrachtgever"}, {"raamovereenkomst", "opdrachtgever"},
            {"budget", "budgethouder"},       {"te-laat", "opdrachtgever"},
            {"wettelijk", "jurist"},          {"thema-past-niet", "opdrachtgever"}};
        const auto& [reason, role] = *std::next(signer.begin(), below(static_cast<int>(signer.size())));
        Asked asked{"", theme, "explained", reason, any(people), !whole && dice(6), !whole};
        asked.json = R"({"theme":")" + theme + R"(","state":"explained","explanation":{"reason":")" + reason +
                     R"(","text":")" + (asked.must_fail ? any(empty_talk) : any(saying)) + R"(","author":")" +
                     asked.author + '"' + (whole ? ",\"role\":" + json_text(role) : "") + "}}";
        return asked;
    }
    Asked decision(const std::string& theme, bool whole) {
        if (!whole && dice(6))
            return {R"({"theme":")" + theme + R"(","state":"undecided"})", theme, "undecided", "", "", false, false};
        return dice(whole ? 8 : 3) ? explained(theme, whole) : applied(theme, whole || dice(2));
    }
    // The lowest level below policy is explained: only where policy wants more.
    static std::string list(const std::vector<Asked>& asked) {
        std::string line;
        for (const Asked& each : asked) line += (line.empty() ? "" : ",") + each.json;
        return "[" + line + "]";
    }
    static bool must_fail(const std::vector<Asked>& asked) {
        return std::any_of(asked.begin(), asked.end(), [](const Asked& each) { return each.must_fail; });
    }
    static std::string join(const std::set<std::string>& rules) {
        std::string line;
        for (const std::string& rule : rules) line += rule + " ";
        return line;
    }

    std::string planning() {
        if (dice(3)) return "";
        return R"(,"planning":{"publication":")" + mvoi::domain::to_text(today_ + boost::gregorian::days(below(200))) +
               R"(","contractStart":")" + mvoi::domain::to_text(today_ + boost::gregorian::days(200 + below(300))) +
               "\"" +
               (dice(3) ? R"(,"option":")" + mvoi::domain::to_text(today_ + boost::gregorian::days(below(400))) + '"'
                        : "") +
               "}";
    }

    void start() {
        Tender tender;
        tender.organisation = any(organisations);
        tender.reference = "T" + std::to_string(++references_);
        bool again = false;
        if (dice(15) && !tenders_.empty()) {  // the reference of one that is there: only when that is gone
            const Tender& there = *any_tender();
            tender.organisation = there.organisation;
            tender.reference = there.reference;
            const auto latest = std::find_if(tenders_.rbegin(), tenders_.rend(), [&](const Tender& each) {
                return each.organisation == there.organisation && each.reference == there.reference && !each.withdrawn;
            });
            again = latest != tenders_.rend() && !latest->gone(today_);
        }
        tender.kind = dice(4) ? "werk" : "dienst";
        tender.procedure = dice(8) ? "onbekend" : dice(3) ? "niet-openbaar" : "openbaar";
        if (!dice(6)) tender.cents = (1 + below(12)) * 1000000;
        tender.provisional = dice(6);
        std::vector<Asked> asked;
        const bool whole = dice(2);
        for (const std::string& theme : themes_known)
            if (whole || dice(2)) asked.push_back(decision(theme, whole));
        std::string request = "{\"organisation\":" + json_text(tender.organisation) +
                              ",\"reference\":" + json_text(tender.reference) + ",\"title\":\"Werk " +
                              std::to_string(below(9)) + "\",\"kind\":" + json_text(tender.kind) +
                              ",\"procedure\":" + json_text(tender.procedure) + ",\"ambition\":2" +
                              R"(,"motives":{"procedure":"Ruime markt.","undivided":"Een samenhangend geheel."})" +
                              planning() + ",\"themes\":" + list(asked);
        if (tender.cents) request += ",\"estimatedValueCents\":" + std::to_string(*tender.cents);
        if (dice(2)) request += R"(,"productGroup":"schoonmaak")";
        if (dice(2)) request += R"(,"cpv":["90910000"])";
        if (tender.provisional) request += ",\"provisional\":true";
        const Outcome outcome = perform("tender.start", request + by(any(people), any(roles)) + "}");
        if (must_fail(asked) || again) check(!outcome.good, "tender.start took what says nothing, or is there already");
        if (!outcome.good) return check(must_fail(asked) || again, "tender.start: " + join(outcome.rules));
        tender.uuid = text_at(outcome.answer, "/tender");
        tender.id = outcome.answer.integer_or("entry", 0);
        tender.policy = text_at(outcome.answer, "/policy");
        tender.phase = text_at(outcome.answer, "/phase");
        if (tender.provisional) tender.lapses_on = *mvoi::domain::parse_date(text_at(outcome.answer, "/lapsesOn"));
        for (const Value& theme : outcome.answer.list_or_empty("themes"))
            tender.themes[theme.text_or("theme")].state = "undecided";
        check(tender.themes.size() >= themes_known.size(), "a theme is missing");
        settle(tender, outcome, asked);
        tenders_.push_back(tender);
        check_tender(tenders_.back());
    }

    // What an operation on a tender answered is what was asked; all else stays, but for explanations that lapsed.
    void settle(Tender& tender, const Outcome& outcome, const std::vector<Asked>& asked) {
        const std::int64_t revision = outcome.answer.integer_or("revision", 0);
        check(revision == tender.revision + (outcome.reopened ? 2 : 1), "the revision did not grow by one");
        tender.revision = revision;
        settle_themes(tender, outcome.answer, asked);
    }
    void settle_themes(Tender& tender, const Value& answer, const std::vector<Asked>& asked) {
        std::set<std::string> seen;
        for (const Value& each : answer.list_or_empty("themes")) {
            const std::string name = each.text_or("theme"), state = each.text_or("state");
            check(tender.themes.count(name) && seen.insert(name).second, "a theme came or stands twice: " + name);
            Theme& theme = tender.themes[name];
            const auto request =
                std::find_if(asked.begin(), asked.end(), [&](const Asked& one) { return one.theme == name; });
            if (request != asked.end()) {
                theme = {request->state, request->reason, request->author, {}, request->rough};
                if (!request->reason.empty()) theme.given = today_;
            }
            if (state == theme.state) continue;
            check(state == "undecided" && each.find("reopened") && theme.given && !tender.published() &&
                      tender.phase != "cancelled",
                  "theme " + name + " went from " + theme.state + " to " + state);
            check(text_at(each, "/reopened/on") <= mvoi::domain::to_text(today_), "an explanation lapsed too early");
            check(text_at(each, "/reopened/reason") == theme.reason, "another explanation lapsed");
            ++counts_.lapsed;
            theme = {"undecided", "", "", {}, false};
        }
        check(seen.size() == tender.themes.size(), "a theme went");
    }

    // An operation on a tender, perhaps under a revision that nobody saw.
    std::optional<Outcome> on(Tender& tender, const std::string& operation, const std::string& more,
                              const std::string& actor, const std::string& role) {
        std::string request = "{\"tender\":" + json_text(tender.uuid) + more + by(actor, role);
        const bool stale = dice(12);
        if (stale)
            request += ",\"revision\":" + std::to_string(tender.revision + (dice(2)               ? 3
                                                                            : tender.revision > 1 ? -1
                                                                                                  : 1));
        else if (dice(2))
            request += ",\"revision\":" + std::to_string(tender.revision);
        Outcome outcome = perform(operation, request + "}");
        const bool may = permitted(tender.organisation, operation, role) && !stale && !tender.gone(today_);
        if (!may) {
            check(!outcome.good && !outcome.stopped, operation + " was not refused");
            return std::nullopt;
        }
        return outcome;
    }

    void decide(Tender& tender, bool whole) {
        std::vector<Asked> asked;
        for (const auto& [name, theme] : tender.themes)
            if (whole ? theme.state == "undecided" || theme.rough || dice(12) : dice(4))
                asked.push_back(decision(name, whole));
        const auto outcome = on(tender, "tender.decide", ",\"themes\":" + list(asked), any(people), any(roles));
        if (!outcome) return;
        const bool closed = tender.published() || tender.phase == "cancelled";
        const bool opens =
            std::any_of(asked.begin(), asked.end(), [](const Asked& one) { return one.state == "undecided"; });
        const bool wrong = must_fail(asked) || (closed && opens);
        check(outcome->good == !wrong, "tender.decide: " + join(outcome->rules));
        if (!outcome->good) return;
        settle(tender, *outcome, asked);
        check_tender(tender);
    }

    void change(Tender& tender) {
        Tender after = tender;
        std::string more;
        switch (below(6)) {
            case 0:
                more = ",\"title\":\"Ander werk " + std::to_string(below(9)) + '"';
                break;
            case 1:
                more = ",\"kind\":" + json_text(after.kind = dice(2) ? "werk" : "dienst");
                break;
            case 2:
                more = ",\"procedure\":" + json_text(after.procedure = dice(2) ? "openbaar" : "niet-openbaar");
                break;
            case 3:
                more = planning();
                break;
            case 4:
                more = dice(2) ? ",\"productGroup\":null" : ",\"productGroup\":\"schoonmaak\"";
                break;
            default:
                more = ",\"estimatedValueCents\":" + std::to_string(*(after.cents = (1 + below(12)) * 1000000));
        }
        const auto outcome = on(tender, "tender.change", more, any(people), any(roles));
        if (!outcome) return;
        check(outcome->good, "tender.change: " + join(outcome->rules));
        tender.kind = after.kind;
        tender.procedure = after.procedure;
        tender.cents = after.cents;
        settle(tender, *outcome, {});
        check_tender(tender);
    }

    // What tender.get says is undecided on this day, lapsed explanations among them.
    bool any_undecided(const Tender& tender) {
        const Value whole = read("tender.get", "{\"tender\":" + json_text(tender.uuid) + when() + "}");
        for (const Value& theme : whole.list_or_empty("themes"))
            if (theme.text_or("state") == "undecided") return true;
        return false;
    }

    void advance(Tender& tender) {
        static const std::map<std::string, Texts> ways = {
            {"preparation", {"consultation", "review", "publication", "publication", "publication"}},
            {"consultation", {"preparation", "review", "publication", "publication"}},
            {"review", {"preparation", "publication", "publication"}},
            {"publication", {"evaluation"}},
            {"evaluation", {"award"}},
            {"award", {"contract"}},
            {"contract", {"execution"}},
            {"execution", {"closed"}}};
        const auto way = ways.find(tender.phase);
        std::string to = way == ways.end() || dice(12) ? "award" : any(way->second);
        if (dice(15)) to = "cancelled";
        const bool possible =
            way != ways.end() && (to == "cancelled" || std::count(way->second.begin(), way->second.end(), to));
        const Edition* edition = in_force(tender.organisation);
        const bool guarded = edition && edition->blocking && covers(*edition, tender) && to == "publication";
        const bool undecided = guarded && any_undecided(tender);
        const auto outcome =
            on(tender, "tender.advance", ",\"to\":" + json_text(to) + R"(,"reason":"Omdat het zo is.")", any(people),
               any(roles));
        if (!outcome) return;
        if (!possible) return check(!outcome->good && !outcome->stopped, "a phase was skipped");
        if (undecided) check(outcome->stopped, "a tender with an undecided theme passed a gate that blocks");
        if (outcome->stopped) {
            check(guarded, "stopped at a gate that does not block");
            if (outcome->reopened) take_over(tender);
            check_tender(tender);  // its revision too
            return;
        }
        check(outcome->good, "tender.advance: " + join(outcome->rules));
        const std::string from = tender.phase;
        if (outcome->reopened) settle_reopened(tender);
        tender.phase = to;
        Outcome settled = *outcome;
        settle(tender, settled, {});
        if (guarded) {
            tender.passed = true;
            ++counts_.passed;
            for (const auto& [name, theme] : tender.themes)
                check(theme.state != "undecided", name + " passed undecided");
        }
        check_tender(tender);
    }

    // The register as it is after a reopening by itself: one revision on, lapsed explanations undecided.
    void settle_reopened(Tender& tender) {
        const auto entries = entries_after(0);
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
            if (entry->object_id == tender.id && entry->operation == "tender.reopen") {
                Value answer, themes(mvoi::json::List{});
                for (const auto& decision : entry->facts.tender->decisions) {
                    Value theme;
                    theme.add("theme", decision.theme);
                    theme.add("state", mvoi::domain::code_of(mvoi::domain::state_of(decision)));
                    if (const auto* open = std::get_if<mvoi::domain::Undecided>(&decision.choice);
                        open && open->reopened) {
                        Value& reopened = theme.add("reopened", {});
                        reopened.add("on", mvoi::domain::to_text(open->reopened->on));
                        reopened.add("reason", open->reopened->reason);
                    }
                    themes.append(std::move(theme));
                }
                answer.add("themes", std::move(themes));
                settle_themes(tender, answer, {});
                return;
            }
        fail("the entry of a reopening is gone");
    }
    void take_over(Tender& tender) {
        settle_reopened(tender);
        ++tender.revision;
    }

    void confirm_or_withdraw(Tender& tender) {
        const bool withdraw = dice(3);
        const auto outcome = on(tender, withdraw ? "tender.withdraw" : "tender.confirm", "", any(people), any(roles));
        if (!outcome) return;
        check(outcome->good == tender.provisional, "confirming or withdrawing: " + join(outcome->rules));
        if (!outcome->good) return;
        tender.provisional = false;
        tender.withdrawn = withdraw;
        settle(tender, *outcome, {});
        check_tender(tender);
    }

    void reopen() {
        const bool one = dice(2);
        const std::string organisation = any(organisations);
        const Outcome outcome =
            perform("tender.reopen", "{\"today\":" + json_text(mvoi::domain::to_text(today_)) +
                                         (one ? ",\"organisation\":" + json_text(organisation) : "") + "}");
        check(outcome.good, "tender.reopen: " + join(outcome.rules));
        for (const Value& row : outcome.answer.list_or_empty("reopened")) {
            const auto tender = std::find_if(tenders_.begin(), tenders_.end(),
                                             [&](const Tender& each) { return each.uuid == row.text_or("tender"); });
            check(tender != tenders_.end() && (!one || tender->organisation == organisation), "who was reopened?");
            take_over(*tender);
            check(row.integer_or("revision", 0) == tender->revision, "the revision of a reopened tender");
            check_tender(*tender);
        }
        // Nothing that has lapsed by now is left.
        for (std::size_t i = tenders_.size() - std::min<std::size_t>(living, tenders_.size()); i < tenders_.size(); ++i)
            if ((!one || tenders_[i].organisation == organisation) && !tenders_[i].withdrawn)
                check_tender(tenders_[i], true);
    }

    // ---- reviews ----------------------------------------------------------------------------------------------------

    Review* review_of(const std::string& uuid) {
        const auto found =
            std::find_if(reviews_.begin(), reviews_.end(), [&](const Review& each) { return each.uuid == uuid; });
        return found == reviews_.end() ? nullptr : &*found;
    }

    void ask(Tender& tender) {
        Review review;
        review.asked_by = any(people);
        const auto outcome = on(tender, "review.ask", ",\"text\":\"Mag dit?\"", review.asked_by,
                                dice(4) ? any(roles) : std::string("inkoopadviseur"));
        if (!outcome) return;
        const bool late = tender.published() || tender.phase == "cancelled";
        if (late) check(!outcome->good, "a review was asked too late");
        if (!outcome->good) {
            if (!late) check(!tender.review.empty(), "review.ask: " + join(outcome->rules));
            return;
        }
        if (outcome->reopened) take_over(tender);
        if (Review* before = review_of(tender.review)) before->latest = false;
        review.uuid = text_at(outcome->answer, "/review");
        review.tender = tender.uuid;
        review.entry = outcome->answer.integer_or("entry", 0);
        review.next = text_at(outcome->answer, "/next");
        for (const auto& [name, theme] : tender.themes)
            if (theme.given) review.explained.insert(theme.author);
        check(outcome->answer.integer_or("tenderRevision", 0) == tender.revision, "another revision was frozen");
        check_just_frozen(review, tender);
        tender.review = review.uuid;
        reviews_.push_back(review);
        check_frozen(reviews_.back());
    }

    // The tender in the dossier is the one of the entry it names, and that is the tender as it is.
    void check_just_frozen(Review& review, const Tender& tender) {
        caller_.store->engine().read(stop_, [&](store::Connection& connection) {
            const auto entry = store::journal_entry(connection, review.entry);
            check(entry && entry->facts.dossier, "nothing was frozen");
            const auto& dossier = *entry->facts.dossier;
            const auto named = store::journal_entry(connection, dossier.tender_entry);
            check(named && named->facts.tender && *named->facts.tender == dossier.tender &&
                      named->hash == dossier.tender_hash,
                  "the frozen tender is not the one of its entry");
            check(dossier.tender.revision == tender.revision && dossier.tender.id == tender.uuid,
                  "another tender was frozen");
            review.hash = entry->hash;
        });
    }

    void answer(Review& review) {
        Tender& tender = *std::find_if(tenders_.begin(), tenders_.end(),
                                       [&](const Tender& each) { return each.uuid == review.tender; });
        const bool smoothly = !dice(3);  // somebody whose turn it is agrees
        std::string actor = dice(3) ? review.asked_by : any(people);
        for (int tries = 0; smoothly && tries < 20 && is_own(review, actor); ++tries) actor = any(people);
        const std::string role = (!smoothly && dice(4)) || review.next.empty() ? any(roles) : review.next;
        const std::string verdict = smoothly  ? (dice(4) ? "akkoord-mits" : "akkoord")
                                    : dice(4) ? "afgewezen"
                                    : dice(2) ? "akkoord-mits"
                                              : "akkoord";
        std::string shouted = actor;  // the same person all the same
        if (dice(3))
            std::transform(actor.begin(), actor.end(), shouted.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        const bool silent = dice(8);
        const bool stale = !smoothly && dice(8);
        std::string request = "{\"review\":" + json_text(review.uuid) + ",\"verdict\":" + json_text(verdict) +
                              ",\"text\":" + json_text(silent ? any(empty_talk) : any(judging)) + by(shouted, role);
        if (verdict == "akkoord-mits") request += ",\"conditions\":[\"Vraag het de markt nog eens.\"]";
        if (stale) request += ",\"revision\":" + std::to_string(review.revision + 1);
        const Outcome outcome = perform("review.answer", request + "}");
        const bool own = is_own(review, actor);
        const bool turn = role == review.next || (role == "bestuur" && review.next == "directie");
        const bool may = !own && turn && !stale && review.latest && review.state == "open" &&
                         !(silent && verdict == "afgewezen") && permitted(tender.organisation, "review.answer", role);
        if (own && turn && review.state == "open" && review.latest) ++counts_.own;
        check(outcome.good == may, (may ? "an answer was refused: " : "an answer was taken: ") + join(outcome.rules));
        if (!outcome.good) return;
        check(outcome.answer.integer_or("revision", 0) == review.revision + 1, "the revision of a review");
        review.revision += 1;
        review.state = text_at(outcome.answer, "/state");
        review.next = text_at(outcome.answer, "/next");
        const std::string verdicts = text_at(outcome.answer, "/verdicts");
        check(verdicts.starts_with(review.verdicts.substr(0, review.verdicts.size() - 1)),
              "an earlier verdict changed");
        review.verdicts = verdicts;
        review.conditions = static_cast<std::int64_t>(outcome.answer.list_or_empty("conditions").size());
        if (verdict == "afgewezen") check(review.state == "afgewezen", "a rejection does not reject");
        if (review.state != "open") ++counts_.finals;
        check_verdicts(review, outcome.answer);
        check_frozen(review);
    }

    static bool is_own(const Review& review, const std::string& actor) {
        return actor == review.asked_by || review.explained.count(actor) || answered(review, actor);
    }
    static bool answered(const Review& review, const std::string& actor) {
        const Value verdicts = mvoi::json::parse(review.verdicts);
        for (const Value& verdict : *verdicts.list())
            if (same_name(verdict.text_or("author"), actor)) return true;
        return false;
    }
    static bool same_name(std::string one, std::string other) {
        for (std::string* name : {&one, &other})
            for (char& c : *name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return one == other;
    }

    // Each from somebody else than who asked or explained, each in the turn of their role, one final answer.
    void check_verdicts(const Review& review, const Value& shown) {
        const auto& asked = shown.list_or_empty("reviewers");
        const auto& verdicts = shown.list_or_empty("verdicts");
        check(verdicts.size() <= asked.size(), "more verdicts than reviewers");
        std::set<std::string> authors;
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            const std::string author = verdicts[i].text_or("author"), role = verdicts[i].text_or("role");
            check(!same_name(author, review.asked_by), "a verdict of who asked for it");
            for (const std::string& name : review.explained)
                check(!same_name(author, name), "a verdict of who explained");
            check(authors.insert(author).second, "two verdicts of one person");
            check(role == *asked[i].text() || (role == "bestuur" && *asked[i].text() == "directie"),
                  "a verdict out of turn");
            check(verdicts[i].text_or("verdict") != "afgewezen" || i + 1 == verdicts.size(),
                  "a verdict after a rejection");
        }
    }

    void condition(Review& review) {
        const std::int64_t number = dice(4) ? 2 : 1;
        const Outcome outcome = perform(
            "review.condition", "{\"review\":" + json_text(review.uuid) + ",\"condition\":" + std::to_string(number) +
                                    ",\"text\":" + json_text(any(judging)) +
                                    by(any(people), dice(3) ? any(roles) : std::string("tenderboard")) + "}");
        if (!review.latest || number > review.conditions) check(!outcome.good, "a condition that is not there was met");
        if (!outcome.good) return;
        check(outcome.answer.integer_or("revision", 0) == ++review.revision, "the revision of a review");
        check(text_at(outcome.answer, "/verdicts") == review.verdicts, "a condition changed a verdict");
        check_frozen(review);
    }

    void check_frozen(Review& review) {
        const std::string named = "{\"review\":" + json_text(review.uuid) + when();
        const Value json = read("review.dossier", named + "}");
        check(text_at(json, "/hash") == review.hash && json.integer_or("entry", 0) == review.entry,
              "another entry holds the dossier");
        const std::string dossier = text_at(json, "/dossier");
        if (review.dossier.empty()) review.dossier = dossier;
        check(dossier == review.dossier, "a frozen dossier changed");
        check(text_at(json, "/review/verdicts") == review.verdicts, "the verdicts on a review changed");
        check(text_at(json, "/review/state") == review.state, "the state of a review changed");
        check(json.find("review")->integer_or("revision", 0) == review.revision,
              "the revision of a review changed by itself");
        check(json.find("review")->boolean_or("latest", false) == review.latest, "which review is the latest");
        check_verdicts(review, *json.find("review"));
        // The page shows what was said since and what drifted: as long as those are the same, so is the page.
        const std::string key = text_at(json, "/review");
        if (!dice(3) && key == review.page_key) return;
        const std::string page = text_at(read("review.dossier", named + R"(,"format":"html"})"), "/body");
        if (key == review.page_key) {
            check(page == review.page, "a frozen page changed");
            ++counts_.frozen_again;
        }
        review.page_key = key;
        review.page = page;
    }

    // ---- the journal ------------------------------------------------------------------------------------------------

    void redact() {
        std::string member;
        std::int64_t entry = 0;
        Review* frozen = nullptr;
        const std::string theme = "/themes/" + std::to_string(below(6));
        const std::string part = dice(3)   ? "/title"
                                 : dice(4) ? "/motives/procedurekeuze"
                                 : dice(3) ? theme + "/criteria/0/proof"
                                           : theme + "/explanation/text";
        if (dice(3) && !reviews_.empty()) {
            frozen = &reviews_[static_cast<std::size_t>(below(static_cast<int>(reviews_.size())))];
            entry = frozen->entry;
            member = "/facts/dossier/tender" + part;
        } else {
            const Tender* tender = any_tender();
            if (!tender) return;
            entry = dice(2) ? tender->id : number("SELECT entry FROM tender WHERE id = " + std::to_string(tender->id));
            member = "/facts/tender" + part;
        }
        const Outcome outcome =
            perform("journal.redact", "{\"entry\":" + std::to_string(entry) + ",\"member\":" + json_text(member) +
                                          R"(,"ground":"Woo 5.1 lid 2 e")" + when() + "}");
        if (!outcome.good) return;
        redacted_ = true;
        for (Review& review : reviews_) review.page_key.clear();  // what is shown of texts may be a mark now
        if (!frozen) return;
        frozen->dossier.clear();
        check_frozen(*frozen);
        check(frozen->dossier.find("zwartgelakt") != std::string::npos, "what was blacked out can still be read");
    }

    void check_whole() {
        last_operation_ = "journal.verify, register.rebuild";
        ++counts_.verified;
        const Value verdict = read("journal.verify", "{}");
        check(verdict.boolean_or("intact", false), "the journal does not verify: " + mvoi::json::write(verdict));
        const Value rebuilt = read("register.rebuild", R"({"dryRun":true})");
        check(rebuilt.boolean_or("equal", false),
              "the tables are not what the journal says: " + mvoi::json::write(rebuilt));
    }

    // ---- what always holds ------------------------------------------------------------------------------------------

    void check_passed() {
        std::string ids;
        for (const Tender& tender : tenders_)
            if (tender.passed) ids += (ids.empty() ? "" : ",") + std::to_string(tender.id);
        check(number("SELECT count(*) FROM tender_theme WHERE state = 'undecided' AND tender IN (" + ids + ")") == 0,
              "a theme is undecided in a tender that passed its gate");
    }

    // On the agenda is what waits for an answer; never what is rejected, submitted again, published or called off.
    void check_agenda() {
        std::set<std::string> listed;
        for (const std::string& organisation : organisations) {
            const Value list =
                read("review.list", "{\"organisation\":" + json_text(organisation) + when() + ",\"limit\":1000}");
            for (const Value& item : list.list_or_empty("items")) listed.insert(item.text_or("review"));
        }
        for (const Review& review : reviews_) {
            const Tender& tender = *std::find_if(tenders_.begin(), tenders_.end(),
                                                 [&](const Tender& each) { return each.uuid == review.tender; });
            const bool closed = tender.published() || tender.phase == "cancelled" || tender.withdrawn;
            const bool on = listed.count(review.uuid) > 0;
            check(!on || (review.latest && !closed && review.state != "afgewezen"),
                  "what does not belong on the agenda is on it");
            check(on || !review.latest || closed || review.state != "open", "an open review is not on the agenda");
        }
    }

    // tender.get, tender.list and the table agree with the model, each theme in one state.
    void check_tender(const Tender& tender, bool nothing_lapsed = false) {
        const Value whole = read("tender.get", "{\"tender\":" + json_text(tender.uuid) + when() + "}");
        check(whole.integer_or("revision", 0) == tender.revision,
              "tender.get gives revision " + text_at(whole, "/revision") + " of " + tender.reference);
        check(text_at(whole, "/phase") == tender.phase, "tender.get gives phase " + text_at(whole, "/phase"));
        std::set<std::string> seen;
        for (const Value& each : whole.list_or_empty("themes")) {
            const std::string name = each.text_or("theme"), state = each.text_or("state");
            check(tender.themes.count(name) && seen.insert(name).second, "tender.get gives twice, or invents, " + name);
            const Theme& theme = tender.themes.at(name);
            check(state == "applied" || state == "explained" || state == "undecided", "a fourth state: " + state);
            if (tender.passed) check(state != "undecided", name + " is undecided after the gate");
            const bool lapsed = state != theme.state;
            if (lapsed)
                check(!nothing_lapsed && state == "undecided" && each.find("reopened") && theme.given &&
                          !tender.published() && tender.phase != "cancelled",
                      "tender.get gives " + state + " for " + name + ", which is " + theme.state);
            if (theme.state == "explained" && theme.reason == "wettelijk" && !tender.published() &&
                tender.phase != "cancelled") {
                const Edition* edition = edition_of(tender);
                const Date ends = *theme.given + boost::gregorian::months(edition ? edition->months : of_a_year);
                check(lapsed == (ends <= today_), name + " has lapsed when it should not, or has not when it should");
            }
        }
        check(seen.size() == tender.themes.size(), "tender.get misses a theme");
        check_rows(tender);
    }

    void check_rows(const Tender& tender) {
        std::string same;
        for (const auto& [name, theme] : tender.themes)
            same += (same.empty() ? "" : " OR ") + ("theme = '" + name + "' AND state = '" + theme.state + "'");
        const std::string of = "(SELECT count(*) FROM tender_theme WHERE tender = " + std::to_string(tender.id);
        const auto wanted = static_cast<std::int64_t>(tender.themes.size());
        check(number("SELECT " + of + " AND (" + same + ")) * 1000 + " + of + ")") == wanted * 1001,
              "the table holds other states, or more of them, than the register gave");
        const char* registration = tender.withdrawn ? "withdrawn" : tender.gone(today_) ? "lapsed" : nullptr;
        const Value list =
            read("tender.list", "{\"organisation\":" + json_text(tender.organisation) +
                                    ",\"text\":" + json_text(tender.reference) + when() +
                                    (registration ? ",\"registration\":" + json_text(registration) : "") + "}");
        for (const Value& item : list.list_or_empty("items")) {
            if (item.text_or("tender") != tender.uuid) continue;
            check(item.integer_or("revision", 0) == tender.revision, "tender.list gives another revision");
            for (const auto& [name, theme] : tender.themes)
                check(item.find("themes")->text_or(name) == theme.state, "tender.list gives another state of " + name);
            check(item.find("themes")->object()->size() == tender.themes.size(), "tender.list gives other themes");
            return;
        }
        fail("tender.list misses " + tender.reference);
    }

    void one() {
        const int chance = below(100);
        Tender* tender = any_tender();
        if (!tender || chance < 7) return start();
        if (chance < 9) return adopt(any(organisations));
        if (chance < 25) return decide(*tender, !dice(3));
        if (chance < 33) return change(*tender);
        if (chance < 53) return advance(*tender);
        if (chance < 56) {
            for (Tender& each : tenders_)
                if (each.provisional && !each.gone(today_) && !dice(3)) tender = &each;
            return confirm_or_withdraw(*tender);
        }
        if (chance < 59) return reopen();
        if (chance < 69) return ask(*tender);
        if (chance < 72) return redact();
        if (chance < 78) return repeat();
        if (reviews_.empty()) return;
        Review* review = review_of(tender->review);
        if (!review || dice(10)) review = &reviews_[static_cast<std::size_t>(below(static_cast<int>(reviews_.size())))];
        if (chance < 94) return answer(*review);
        for (Review& each : reviews_)
            if (each.conditions > 0 && each.latest && !dice(3)) review = &each;
        condition(*review);
    }

    std::mt19937& random_;
    Counts& counts_;
    std::string folder_;
    int number_, step_ = 0, references_ = 0;
    mvoi::operations::Caller caller_;
    store::StopFlag stop_{false};
    Date today_{2031, 1, 6};  // ahead of any clock: what lapses is reopened by these days, not by the clock's
    std::map<std::string, std::vector<Edition>> policies_{
        {organisations[0], {}}, {organisations[1], {}}, {organisations[2], {}}};
    std::vector<Tender> tenders_;
    std::vector<Review> reviews_;
    std::vector<Said> said_;
    bool redacted_ = false;
    std::string last_operation_, last_request_;
};

void report(const Counts& counts) {
    for (const auto& [operation, times] : counts.done) {
        const auto refused = counts.refused.find(operation);
        std::printf("  %-18s %7d done %7d refused\n", operation.c_str(), times,
                    refused == counts.refused.end() ? 0 : refused->second);
    }
    std::printf(
        "  stopped at a gate %d, passed one that blocks %d, explanations lapsed %d, reviews concluded %d, own ones "
        "refused "
        "%d, requests repeated %d, frozen pages compared %d, registers verified and rebuilt %d\n",
        counts.stopped, counts.passed, counts.lapsed, counts.finals, counts.own, counts.repeated, counts.frozen_again,
        counts.verified);
}

}  // namespace

int main(int argc, char** argv) {
    const int operations = argc > 1 ? std::atoi(argv[1]) : 100000;
    const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoll(argv[2])) : std::random_device{}();
    std::printf("sequence_check %d %u\n", operations, seed);
    std::mt19937 random(seed);
    Counts counts;
    try {
        for (int done = 0, number = 1; done < operations; done += of_one_register, ++number)
            Sequence(random, counts, number).play(std::min(of_one_register, operations - done));
    } catch (const std::exception& error) {
        std::printf("%s; again with: sequence_check %d %u\n", error.what(), operations, seed);
        return 1;
    }
    report(counts);
    // A sequence in which nothing happens proves nothing.
    const bool lived = operations < of_one_register || (counts.stopped > 0 && counts.passed > 0 && counts.lapsed > 0 &&
                                                        counts.finals > 0 && counts.own > 0 && counts.frozen_again > 0);
    if (!lived) std::printf("FAIL something never happened\n");
    return lived ? 0 : 1;
}
