// SPDX-License-Identifier: EUPL-1.2
#include "operations/calendar/publication.hpp"

#include "domain/decision/decide.hpp"
#include "render/dossier/dossier_pen.hpp"
#include "render/sentences.hpp"

namespace mvoi::operations {

Publisher::Publisher(const Call& call, store::Connection& connection, const std::string& organisation)
    : call_(call),
      connection_(connection),
      policy_(call.store().policy_in_force(connection, organisation, call.today())),
      published_(domain::published_by(policy_.get(), call.rules(), call.today())) {}

domain::Date Publisher::first(domain::Date from) const {
    return *domain::period_of(from, published_.precision).first;
}

domain::Date Publisher::last(domain::Date to) const {
    return *domain::period_of(to, published_.precision).last;
}

bool Publisher::publish(domain::FeedItem& item, std::int64_t entry) {
    if (!domain::publish(item, published_)) return false;
    auto [place, is_new] = seen_.try_emplace(entry);
    if (is_new) place->second = details_of(entry);
    item.details = place->second;
    return true;
}

std::string Publisher::disclaimer() const {
    return published_.disclaimer.empty() ? render::sentence(call_.language(), "feed.description-public", {})
                                         : published_.disclaimer;
}

std::vector<domain::Detail> Publisher::details_of(std::int64_t entry) {
    std::vector<domain::Detail> details;
    const auto add = [&](const char* code, std::string value) {
        if (value.empty()) return;
        details.push_back(
            {code, render::sentence(call_.language(), std::string("feed.") + code, {}), std::move(value)});
    };
    if (published_.looks_at_tender()) {
        const auto held = store::journal_entry(connection_, entry);
        if (!held || !held->facts.tender)
            throw store::StoreError(store::Trouble::Damaged, "the entry of a tender is gone: " + std::to_string(entry));
        const domain::Tender& tender = *held->facts.tender;
        if (published_.has("procedure") && tender.procedure != "onbekend")
            add("procedure", call_.rules().label("procedures", tender.procedure, call_.language()));
        if (published_.has("valueBand")) add("valueBand", band_in_words(tender.value));
        if (published_.has("themes")) add("themes", themes_in_words(tender));
        if (published_.has("ambition") && tender.ambition) add("ambition", std::to_string(*tender.ambition));
    }
    add("contact", published_.contact);
    return details;
}

std::string Publisher::band_in_words(const domain::Value& value) const {
    const auto band = domain::published_band(value, published_.bands_cents);
    if (!band) return {};
    render::Words words;
    if (band->low_cents) words["from"] = render::money_in_words(*band->low_cents, call_.language());
    if (band->high_cents) words["to"] = render::money_in_words(*band->high_cents, call_.language());
    const char* const rule = !band->low_cents    ? "feed.band-below"
                             : !band->high_cents ? "feed.band-from"
                                                 : "feed.band-between";
    return render::sentence(call_.language(), rule, words);
}

// The themes that are applied. Why another one is not is said to nobody outside.
std::string Publisher::themes_in_words(const domain::Tender& tender) const {
    std::string themes;
    for (const domain::Decision& decision : tender.decisions)
        if (std::holds_alternative<domain::Applied>(decision.choice))
            themes += (themes.empty() ? "" : ", ") +
                      domain::theme_label(call_.rules(), policy_.get(), decision.theme, call_.language());
    return themes;
}

}  // namespace mvoi::operations
