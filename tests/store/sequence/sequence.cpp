// SPDX-License-Identifier: EUPL-1.2
// The order of things: what is done next, and what is checked after it.
#include "sequence.hpp"

#include <unistd.h>
#include <algorithm>
#include <filesystem>

#include "store/register.hpp"

namespace mvoi::sequence {

namespace {

std::string folder() {
    std::string pattern =
        (std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : "/tmp") + std::string("/mvoi-sequence-XXXXXX");
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder for the register");
    return pattern;
}

}  // namespace

std::string text_at(const Value& value, std::string_view pointer) {
    const Value* found = mvoi::json::at(value, pointer);
    if (!found) return {};
    return found->text() ? *found->text() : mvoi::json::write(*found);
}

std::string json_text(const std::string& text) {
    return '"' + text + '"';
}

Sequence::Sequence(std::mt19937& random, Counts& counts, int number)
    : random_(random), counts_(counts), folder_(folder()), number_(number) {
    caller_.actor = "proef";
    caller_.origin = "proef";
    caller_.stop = &stop_;
    caller_.store = store::Register::open(folder_ + "/register.mvoi", false, 5000);
    for (const std::string& organisation : {organisations[0], organisations[1]}) adopt(organisation);
}

Sequence::~Sequence() {
    caller_.store.reset();
    std::filesystem::remove_all(folder_);
}

void Sequence::play(int operations) {
    for (step_ = 1; step_ <= operations; ++step_) {
        if (dice(6)) today_ += boost::gregorian::days(1 + below(dice(12) ? 200 : 12));
        one();
        check_passed();
        if (step_ % 4 == 0 && !reviews_.empty()) check_frozen(reviews_[below(static_cast<int>(reviews_.size()))]);
        if (step_ % 2 == 0 && !tenders_.empty()) check_tender(tenders_[below(static_cast<int>(tenders_.size()))]);
        if (step_ % 5 == 0 && !contracts_.empty()) check_contract(any_of(contracts_));
        if (step_ % 10 == 0 && !contracts_.empty()) check_records(any_of(contracts_));
        if (step_ % 15 == 0) check_calendar();
        if (step_ % 25 == 5) check_ratings_due();
        if (step_ % 20 == 10) check_worklist();
        if (step_ % 25 == 20) check_social_returns();
        if (step_ % 50 == 0) check_agenda();
        if (step_ % between_checks == 0) check_whole();
    }
    for (const Tender& tender : tenders_) check_tender(tender);
    for (Review& review : reviews_) check_frozen(review);
    check_whole();
}

void Sequence::contract_or_plan() {
    const int chance = below(100);
    Tender* tender = any_tender();
    if (chance < 15 && tender) return plan(*tender);
    if (contracts_.empty() || chance < 40) return sign();
    if (chance < 66) return observe(any_of(contracts_));
    if (chance < 68) return drop_promises(any_of(contracts_));
    if (chance < 90) return happen(any_of(contracts_));
    renew();
}

// One of the latest contracts of which something can be said, so that much is said of each; now and then any.
template <typename Fits>
Contract& Sequence::latest_contract(Fits fits) {
    constexpr int kept = 3;
    Contract* found = &any_of(contracts_);
    if (dice(10)) return *found;
    int seen = 0;
    for (auto each = contracts_.rbegin(); each != contracts_.rend() && seen < kept; ++each)
        if (fits(*each) && dice(++seen)) found = &*each;
    return *found;
}

// Records that are put down while a contract runs.
void Sequence::under_contract() {
    const int chance = below(100);
    if (chance >= 70 && chance < 75 && !put_down_.empty()) return redact_put_down();
    if (chance >= 70) return realise(latest_contract([](const Contract& each) { return each.social.agreed; }));
    Contract& contract = latest_contract([](const Contract& each) { return !each.promises.empty(); });
    return chance < 40 ? prove(contract) : rate(contract);
}

void Sequence::one() {
    if (dice(5)) return contract_or_plan();
    if (dice(5) && !contracts_.empty()) return under_contract();
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

}  // namespace mvoi::sequence
