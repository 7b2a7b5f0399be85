// SPDX-License-Identifier: EUPL-1.2
// Calendars to render: empty, small, of vague dates, of many tenders, one that means harm. Shared with ../browser/,
// where a browser has to show them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "json/rules/rule_book.hpp"
#include "render/calendar/calendar_page.hpp"
#include "render/sentences.hpp"
#include "support/dossiers.hpp"

namespace calendars {

using namespace mvoi::domain;

inline std::string uuid(int number) {
    const std::string digits = std::to_string(1'000'000 + number);
    return "5b7c1f3e-6a52-4c0e-9d5e-2f1a7" + digits;
}

struct Planned {
    const char* code;
    const char* date;
    Certainty certainty = Certainty::Expected;
    MilestoneStatus status = MilestoneStatus::Planned;
};

class Builder {
  public:
    explicit Builder(Language language, Audience audience = Audience::Internal) : language_(language) {
        const bool is_public = audience == Audience::Public;
        using mvoi::render::sentence;
        feed_.name = sentence(language, "feed.name", {{"organisation", "gm0344"}});
        feed_.description = sentence(language, is_public ? "feed.description-public" : "feed.description", {});
        feed_.language = language == Language::Dutch ? "nl" : "en";
        feed_.audience = audience;
        feed_.from = *parse_date("2026-05-21");
        feed_.to = *parse_date("2028-11-21");
    }

    Builder& tender(const std::string& title, const std::string& kind, const std::vector<std::string>& flags,
                    const std::vector<Planned>& milestones) {
        ++number_;
        for (const Planned& planned : milestones) {
            FeedItem item;
            item.tender = uuid(number_);
            item.code = planned.code;
            item.label = mvoi::json::rule_book().rules.label("milestones", item.code, language_);
            item.title = title;
            item.organisation = "gm0344";
            item.kind = kind;
            if (feed_.audience == Audience::Internal) {
                item.reference = "2026-" + std::to_string(400 + number_);
                item.flags = flags;
            } else {
                item.details = {{"procedure", sentence("feed.procedure"), "Openbare procedure"},
                                {"valueBand", sentence("feed.valueBand"), "€ 50.000,00 - € 221.000,00"},
                                {"themes", sentence("feed.themes"), "Klimaat, Social return"},
                                {"ambition", sentence("feed.ambition"), "2"},
                                {"contact", sentence("feed.contact"), "inkoopbureau@voorbeeldstad.invalid"}};
            }
            item.date = *parse_planned_date(planned.date);
            item.date.certainty = planned.certainty;
            item.status = planned.status;
            item.sequence = number_;
            item.changed = "2026-11-20T14:05:33Z";
            feed_.items.push_back(item);
        }
        return *this;
    }

    Feed feed() {
        std::stable_sort(feed_.items.begin(), feed_.items.end(),
                         [](const FeedItem& a, const FeedItem& b) { return a.date.first < b.date.first; });
        return feed_;
    }

  private:
    std::string sentence(const char* rule) const { return mvoi::render::sentence(language_, rule, {}); }

    Language language_;
    Feed feed_;
    int number_ = 0;
};

inline Feed empty(Language language) {
    return Builder(language).feed();
}

inline Feed one(Language language) {
    return Builder(language)
        .tender("Schoonmaak van het stadskantoor", "dienst", {}, {{"publicatie", "2027-01-15", Certainty::Fixed}})
        .feed();
}

// A year as a municipality plans it, with every precision, certainty and status.
inline Feed planned(Language language, Audience audience = Audience::Internal) {
    using enum Certainty;
    using enum MilestoneStatus;
    return Builder(language, audience)
        .tender("Schoonmaak van gemeentelijke gebouwen, sporthallen en het stadskantoor", "dienst",
                {"Over een thema is nog niet besloten", "Niveau onder het eigen beleid"},
                {{"voorbereiding", "2026-06-01", Expected, Done},
                 {"marktconsultatie", "2026-11-03", Fixed, Done},
                 {"tenderboard", "2026-12-03", Fixed},
                 {"publicatie", "2027-01-15"},
                 {"inlichtingen", "2027-02-09"},
                 {"inschrijving", "2027-03-01"},
                 {"gunningsbeslissing", "2027-04"},
                 {"contractstart", "2027-Q3"},
                 {"einde-huidig-contract", "2027-06-30", Fixed}})
        .tender("Onderhoud openbaar groen Binnenstad", "dienst", {},
                {{"publicatie", "2027-02-01", Fixed},
                 {"uitnodiging", "2027-02-22"},
                 {"inschrijving", "2027-03-15"},
                 {"gunningsbeslissing", "2027-04-12"},
                 {"einde-opschortende-termijn", "2027-05-03"},
                 {"contractstart", "2027-07-01"},
                 {"optie", "2028-07-01", Uncertain},
                 {"evaluatie", "2028-Q2"}})
        .tender("Vervanging riolering Lombok, fase 2", "werk", {"Thema geheel niet van toepassing"},
                {{"marktconsultatie", "2027-Q1"},
                 {"publicatie", "2027-Q2"},
                 {"inschrijving", "2027-H2", Uncertain},
                 {"contractstart", "2028", Uncertain}})
        .tender("Laptops en werkplekken", "levering", {},
                {{"publicatie", "2026-09-07", Fixed, Done},
                 {"inschrijving", "2026-10-19", Fixed, Done},
                 {"gunningsbeslissing", "2026-11-30", Fixed},
                 {"contractstart", "2027-01-04", Expected}})
        .tender("Leerlingenvervoer", "dienst", {"Over een thema is nog niet besloten"},
                {{"publicatie", "2027-05", Expected},
                 {"inschrijving", "2027-06", Uncertain},
                 {"contractstart", "2027-08-23", Fixed}})
        .tender("Inhuur van tijdelijk personeel", "dienst", {},
                {{"tenderboard", "2027-03-04", Expected, Cancelled}, {"publicatie", "2027-Q2", Uncertain, Cancelled}})
        .feed();
}

// More tenders than a picture has rows for: 500 milestones of 125 tenders.
inline Feed many(Language language) {
    Builder builder(language);
    const char* const kinds[] = {"werk", "levering", "dienst"};
    std::vector<std::string> dates;
    for (int year = 2026; year <= 2028; ++year)
        for (int month = 1; month <= 12; ++month) {
            const std::string text = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
            if (text >= "2026-06" && text <= "2028-10") dates.push_back(text);
        }
    for (int i = 0; i < 125; ++i) {
        const auto at = [&](int step) {
            const std::string& month = dates[static_cast<std::size_t>(i * i + i * 7 + step * 3) % dates.size()];
            const int form = (i + step) % 7;
            if (form == 6) return month.substr(0, 5) + "Q" + std::to_string((std::stoi(month.substr(5)) + 2) / 3);
            if (form == 5) return month;
            return month + "-" + std::to_string(10 + (i * 3 + step) % 18);
        };
        const std::string texts[] = {at(0), at(1), at(2), at(3)};
        const auto certainty = [&](int step) { return static_cast<Certainty>((i + step) % 3); };
        builder.tender("Aanbesteding nummer " + std::to_string(i + 1), kinds[i % 3], {},
                       {{"publicatie", texts[0].c_str(), certainty(0)},
                        {"inschrijving", texts[1].c_str(), certainty(1)},
                        {"gunningsbeslissing", texts[2].c_str(), certainty(2)},
                        {i % 4 == 0 ? "tenderboard" : "contractstart", texts[3].c_str(), certainty(0),
                         i % 9 == 0 ? MilestoneStatus::Cancelled : MilestoneStatus::Planned}});
    }
    return builder.feed();
}

// Every text is an attack, or too long, or not even text.
inline Feed hostile(Language language) {
    Feed feed = planned(language);
    const std::string text = dossiers::hostile_text(), word(2'000, 'W');
    feed.name = text + word;
    feed.description = word + text;
    for (std::size_t i = 0; i < feed.items.size(); ++i) {
        FeedItem& item = feed.items[i];
        item.title = i % 2 == 0 ? text + word : word + text;
        item.label = item.code = item.kind = text + std::to_string(i);
        item.organisation = item.reference = i % 2 == 0 ? text : word;
        item.flags = {text, word, ""};
        item.details = {{text, text, word}, {"", word, text}};
        item.changed = text;
    }
    feed.items[0].date = {};  // no days
    feed.items[1].date.last = *feed.items[1].date.first - boost::gregorian::days(1);
    feed.items[2].tender = "k-2027-01";
    feed.items[2].code = "";
    return feed;
}

inline std::string page(const Feed& feed, Language language, const std::string& organisation = "gm0344") {
    return mvoi::render::calendar_html(
        feed, {mvoi::json::rule_book().rules, language, *parse_date("2026-11-21"), organisation});
}

}  // namespace calendars
