// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/publication.hpp"

namespace mvoi::domain {
namespace {

std::set<std::string> laid_down(const std::optional<std::vector<std::string>>& own, const Term* usual) {
    if (own) return {own->begin(), own->end()};
    return usual ? std::set<std::string>(usual->codes.begin(), usual->codes.end()) : std::set<std::string>();
}

}  // namespace

const Term* usual(const Rules& rules, const char* code, Date day) {
    for (const Term& term : rules.vocabulary("calendar-terms"))
        if (term.code == code && term.in_force(day)) return &term;
    return nullptr;
}

Published published_by(const Policy* policy, const Rules& rules, Date day) {
    const Publication own = policy && policy->publication ? *policy->publication : Publication{};
    Published published;
    published.fields = laid_down(own.fields, usual(rules, "openbare-velden", day));
    published.milestones = laid_down(own.milestones, usual(rules, "openbare-mijlpalen", day));
    const Term* precision = usual(rules, "openbare-precisie", day);
    published.precision = own.precision ? *own.precision
                          : precision   ? precision_from(precision->codes.at(0)).value()
                                        : Precision::Quarter;
    published.bands_cents = own.bands_cents;
    published.contact = own.contact;
    published.disclaimer = own.disclaimer;
    return published;
}

PlannedDate published_date(const PlannedDate& date, Precision precision) {
    if (!date.first || date.certainty == Certainty::Fixed || date.precision >= precision) return date;
    PlannedDate wide = period_of(*date.first, precision);
    wide.certainty = date.certainty;
    return wide;
}

std::optional<Value> published_band(const Value& value, const std::vector<std::int64_t>& bands_cents) {
    Value band;
    for (const std::int64_t bound : bands_cents) {
        if (value.low_cents && bound <= *value.low_cents) band.low_cents = bound;
        if (value.high_cents && bound > *value.high_cents && !band.high_cents) band.high_cents = bound;
    }
    if (!band.low_cents && !band.high_cents) return std::nullopt;
    return band;
}

bool publish(FeedItem& item, const Published& published) {
    if (!published.milestones.contains(item.code)) return false;
    item.date = published_date(item.date, published.precision);
    if (!published.has("title")) item.title.clear();
    if (!published.has("kind")) item.kind.clear();
    if (!published.has("reference")) item.reference.clear();
    item.flags.clear();
    item.todo.clear();
    item.priority = 0;
    return true;
}

}  // namespace mvoi::domain
