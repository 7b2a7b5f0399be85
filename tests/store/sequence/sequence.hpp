// SPDX-License-Identifier: EUPL-1.2
// One register, and the random sequence that is played on it. What it does stands by subject in the files beside this
// one; what it holds the register against is the model.
#pragma once

#include <random>

#include "contract_model.hpp"
#include "json/text.hpp"
#include "model.hpp"
#include "operations/table.hpp"

namespace mvoi::sequence {

// The member at the pointer as text, or as JSON when it is none.
std::string text_at(const Value& value, std::string_view pointer);
std::string json_text(const std::string& text);

class Sequence {
  public:
    Sequence(std::mt19937& random, Counts& counts, int number);
    ~Sequence();
    Sequence(const Sequence&) = delete;
    Sequence& operator=(const Sequence&) = delete;

    void play(int operations);

  private:
    void one();  // whatever chance wants next
    void contract_or_plan();
    void under_contract();
    template <typename Fits>
    Contract& latest_contract(Fits fits);

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

    // ---- the register, and what is done to its journal --------------------------------------------------------------

    void fail(const std::string& what);
    void check(bool good, const std::string& what);
    Value read(const std::string& operation, const std::string& request);
    std::int64_t number(const std::string& sql);
    store::Head head();
    std::vector<store::Entry> entries_after(std::int64_t seq);
    Outcome perform(const std::string& operation, std::string request);
    void check_entries(const std::string& operation, const store::Head& before, Outcome& outcome);
    void repeat();

    // ---- policies ---------------------------------------------------------------------------------------------------

    const Edition* in_force(const std::string& organisation) const;
    const Edition* edition_of(const Tender& tender) const;
    static bool covers(const Edition& edition, const Tender& tender);
    bool permitted(const std::string& organisation, const std::string& operation, const std::string& role) const;
    void adopt(const std::string& organisation);

    // ---- decisions --------------------------------------------------------------------------------------------------

    Asked applied(const std::string& theme, bool whole);
    Asked explained(const std::string& theme, bool whole);
    Asked decision(const std::string& theme, bool whole);
    static std::string list(const std::vector<Asked>& asked);
    static bool must_fail(const std::vector<Asked>& asked);
    static std::string join(const std::set<std::string>& rules);

    // ---- tenders ----------------------------------------------------------------------------------------------------

    std::string planning();
    void start();
    void settle(Tender& tender, const Outcome& outcome, const std::vector<Asked>& asked);
    void settle_themes(Tender& tender, const Value& answer, const std::vector<Asked>& asked);
    std::optional<Outcome> on(Tender& tender, const std::string& operation, const std::string& more,
                              const std::string& actor, const std::string& role);
    void decide(Tender& tender, bool whole);
    void change(Tender& tender);
    void confirm_or_withdraw(Tender& tender);

    // ---- phases, gates, and what lapses -----------------------------------------------------------------------------

    bool any_undecided(const Tender& tender);
    void advance(Tender& tender);
    void settle_reopened(Tender& tender);
    void follow(const std::vector<mvoi::store::Entry>& added);
    void take_over(Tender& tender);
    void reopen();

    // ---- reviews ----------------------------------------------------------------------------------------------------

    Review* review_of(const std::string& uuid);
    void ask(Tender& tender);
    void check_just_frozen(Review& review, const Tender& tender);
    void answer(Review& review);
    static bool is_own(const Review& review, const std::string& actor);
    static bool answered(const Review& review, const std::string& actor);
    static bool same_name(std::string one, std::string other);
    void check_verdicts(const Review& review, const Value& shown);
    void condition(Review& review);
    void check_frozen(Review& review);

    // ---- contracts, plans and the calendar --------------------------------------------------------------------------

    template <typename Things>
    auto& any_of(Things& things) {
        return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))];
    }
    std::optional<Length> any_length();
    void think_of_term(Contract& contract);
    void sign();
    void happen(Contract& contract);
    void renew();
    std::string think_of_promises(Contract& contract);
    static void settle_promises(Contract& contract, const Value& answer);
    void observe(Contract& contract);
    void drop_promises(Contract& contract);
    void check_promise(const Contract& contract, const Value& item);
    void check_contract(const Contract& contract);
    void check_course(const Contract& contract, const Value& shown);
    void check_on_calendar(const Contract& contract, const Standing& now, const Value& item);
    void check_calendar();
    void plan(Tender& tender);
    void check_plan(const Tender& tender, const std::string& code, const std::string& given);

    // ---- what is found of promises, and what is to prove them -------------------------------------------------------

    std::string any_fingerprint(std::string& meant);
    Date any_last_day(const Contract& contract);
    std::string think_of_document(const Contract& contract, Document& document, bool& good);
    std::string think_of_look(Document& document, bool& good);
    void prove(Contract& contract);
    void check_document(const Contract& contract, const Document& document, const Value& shown);
    void check_recorded(const Contract& contract, const Value& shown);
    void check_records(const Contract& contract);
    Date any_rated_day(const Promise& promise);
    void rate(Contract& contract);
    void check_rated(const Contract& contract, const Promise& promise, const Value& shown);
    void check_ratings_due();
    void check_expiring(const Contract& contract, const Value& item);

    // ---- social return, and what is to be done in a month -----------------------------------------------------------

    std::string think_of_social_return(Contract& contract);
    Effort any_effort(const Contract& contract);
    void realise(Contract& contract);
    void redact_put_down();
    void check_social_return(const Contract& contract);
    void check_statement(const Contract& contract, const Value& shown);
    void check_social_returns();
    void check_worklist();

    // ---- the journal ------------------------------------------------------------------------------------------------

    void redact();
    void check_whole();

    // ---- what always holds ------------------------------------------------------------------------------------------

    void check_passed();
    void check_agenda();
    void check_tender(const Tender& tender, bool nothing_lapsed = false);
    void check_rows(const Tender& tender);

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
    std::vector<Contract> contracts_;
    std::vector<PutDown> put_down_;
    std::map<std::string, Shown> shown_;  // by object and code
    std::vector<Said> said_;
    bool redacted_ = false, observed_ = false;
    std::string last_operation_, last_request_;
};

}  // namespace mvoi::sequence
