// SPDX-License-Identifier: EUPL-1.2
// Reviews: asking, answering, conditions; nobody judges their own, and what was frozen stays what it was.
#include "sequence.hpp"

#include <algorithm>

#include "store/register.hpp"

namespace mvoi::sequence {

Review* Sequence::review_of(const std::string& uuid) {
    const auto found =
        std::find_if(reviews_.begin(), reviews_.end(), [&](const Review& each) { return each.uuid == uuid; });
    return found == reviews_.end() ? nullptr : &*found;
}

void Sequence::ask(Tender& tender) {
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
void Sequence::check_just_frozen(Review& review, const Tender& tender) {
    caller_.store->engine().read(stop_, [&](store::Connection& connection) {
        const auto entry = store::journal_entry(connection, review.entry);
        check(entry && entry->facts.dossier, "nothing was frozen");
        const auto& dossier = *entry->facts.dossier;
        auto named = store::journal_entry(connection, dossier.tender_entry);
        // An entry that adopts a plan names itself by 0; elsewhere it goes by its number.
        if (named && named->facts.tender && named->facts.tender->plan && named->facts.tender->plan->entry == 0)
            named->facts.tender->plan->entry = dossier.tender_entry;
        check(named && named->facts.tender && *named->facts.tender == dossier.tender &&
                  named->hash == dossier.tender_hash,
              "the frozen tender is not the one of its entry");
        check(dossier.tender.revision == tender.revision && dossier.tender.id == tender.uuid,
              "another tender was frozen");
        review.hash = entry->hash;
    });
}

void Sequence::answer(Review& review) {
    Tender& tender =
        *std::find_if(tenders_.begin(), tenders_.end(), [&](const Tender& each) { return each.uuid == review.tender; });
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
    check(verdicts.starts_with(review.verdicts.substr(0, review.verdicts.size() - 1)), "an earlier verdict changed");
    review.verdicts = verdicts;
    review.conditions = static_cast<std::int64_t>(outcome.answer.list_or_empty("conditions").size());
    if (verdict == "afgewezen") check(review.state == "afgewezen", "a rejection does not reject");
    if (review.state != "open") ++counts_.finals;
    check_verdicts(review, outcome.answer);
    check_frozen(review);
}

bool Sequence::is_own(const Review& review, const std::string& actor) {
    return actor == review.asked_by || review.explained.count(actor) || answered(review, actor);
}

bool Sequence::answered(const Review& review, const std::string& actor) {
    const Value verdicts = mvoi::json::parse(review.verdicts);
    for (const Value& verdict : *verdicts.list())
        if (same_name(verdict.text_or("author"), actor)) return true;
    return false;
}

bool Sequence::same_name(std::string one, std::string other) {
    for (std::string* name : {&one, &other})
        for (char& c : *name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return one == other;
}

// Each from somebody else than who asked or explained, each in the turn of their role, one final answer.
void Sequence::check_verdicts(const Review& review, const Value& shown) {
    const auto& asked = shown.list_or_empty("reviewers");
    const auto& verdicts = shown.list_or_empty("verdicts");
    check(verdicts.size() <= asked.size(), "more verdicts than reviewers");
    std::set<std::string> authors;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string author = verdicts[i].text_or("author"), role = verdicts[i].text_or("role");
        check(!same_name(author, review.asked_by), "a verdict of who asked for it");
        for (const std::string& name : review.explained) check(!same_name(author, name), "a verdict of who explained");
        check(authors.insert(author).second, "two verdicts of one person");
        check(role == *asked[i].text() || (role == "bestuur" && *asked[i].text() == "directie"),
              "a verdict out of turn");
        check(verdicts[i].text_or("verdict") != "afgewezen" || i + 1 == verdicts.size(), "a verdict after a rejection");
    }
}

void Sequence::condition(Review& review) {
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

void Sequence::check_frozen(Review& review) {
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

}  // namespace mvoi::sequence
