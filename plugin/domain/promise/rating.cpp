// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/rating.hpp"

#include "domain/refusal.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::promise {

void check_rating(const Rating& rating, Date begins, const Rules& rules, Date today) {
    const domain::Term* term = rules.find("ratings", rating.rating);
    if (!term || !term->in_force(rating.on)) {
        const std::string accepted = joined(rules.vocabulary("ratings"), &domain::Term::code);
        throw Refusal(No::Invalid,
                      Fault{"/rating", "rating.unknown", {{"value", rating.rating}, {"accepted", accepted}}});
    }
    if (rating.on > today)
        throw Refusal(No::Invalid,
                      Fault{"/on", "rating.future", {{"value", to_text(rating.on)}, {"accepted", to_text(today)}}});
    if (rating.on < begins)
        throw Refusal(
            No::Invalid,
            Fault{"/on", "rating.before-promise", {{"value", to_text(rating.on)}, {"accepted", to_text(begins)}}});
    if (rating.rating == "anders" && rating.text.empty())
        throw Refusal(No::Invalid, Fault{"/text", "rating.other", {}});
}

const Rating* rating_on(const std::vector<Rating>& ratings, Date day) {
    const Rating* found = nullptr;
    for (const Rating& each : ratings)
        if (each.on <= day && (!found || found->on <= each.on)) found = &each;
    return found;
}

}  // namespace mvoi::domain::promise
