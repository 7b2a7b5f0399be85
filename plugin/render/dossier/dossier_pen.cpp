// SPDX-License-Identifier: EUPL-1.2
#include "render/dossier/dossier_pen.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "domain/decision/decide.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// A rule speaks in codes; the reader gets labels, and dates as they are written.
struct CodedWord {
    std::string_view word;
    std::string_view vocabulary;
};
constexpr std::array<CodedWord, 12> coded_words = {{{"milestone", "milestones"},
                                                    {"other", "milestones"},
                                                    {"reason", "reasons"},
                                                    {"role", "roles"},
                                                    {"agreement", "roles"},
                                                    {"event", "endings"},
                                                    {"ending", "endings"},
                                                    {"roles", "roles"},
                                                    {"drift", "drifts"},
                                                    {"procedure", "procedures"},
                                                    {"awardBasis", "award-bases"},
                                                    {"verdict", "verdicts"}}};

std::string_view vocabulary_of(std::string_view word) {
    for (const CodedWord& each : coded_words)
        if (each.word == word) return each.vocabulary;
    return {};
}

// "jurist, controller": the label of each.
std::string labels(const DossierPen& pen, std::string_view vocabulary, std::string_view codes) {
    std::string line;
    while (!codes.empty()) {
        const std::size_t comma = std::min(codes.find(", "), codes.size());
        if (!line.empty()) line += ", ";
        line += pen.label(vocabulary, codes.substr(0, comma));
        codes.remove_prefix(std::min(comma + 2, codes.size()));
    }
    return line;
}

std::string readable_word(const DossierPen& pen, const Words& words, const std::string& name) {
    const std::string& value = words.at(name);
    if (name == "theme") return pen.theme(value);
    if (const std::string_view vocabulary = vocabulary_of(name); !vocabulary.empty())
        return labels(pen, vocabulary, value);
    if (const auto kind = words.find("drift"); kind != words.end() && (name == "before" || name == "after")) {
        const auto other = words.find(name == "before" ? "after" : "before");
        return side_of_drift(pen, kind->second, value, other == words.end() ? std::string() : other->second);
    }
    const auto date = parse_planned_date(value);
    return date && date->first ? pen.planned(*date) : value;
}

}  // namespace

std::string DossierPen::judge(std::string_view family, const std::string& rule, const Words& words) const {
    Words readable = words;
    for (auto& [name, value] : readable) value = readable_word(*this, words, name);
    const std::string name = std::string(family) + "." + rule;
    if (has_sentence(page.language, name)) return say(name, readable);
    std::string line = rule;
    for (const auto& [word, value] : readable) line += ", " + word + ": " + value;
    return line;
}

std::string DossierPen::theme(const std::string& code) const {
    return theme_label(page.book.rules, &labels_, code, page.language);
}

std::string DossierPen::level(int level) const {
    switch (level) {
        case 1:
            return say("dossier.level-1");
        case 2:
            return say("dossier.level-2");
        case 3:
            return say("dossier.level-3");
        default:
            return say("dossier.level", {{"level", std::to_string(level)}});
    }
}

std::string DossierPen::source(LevelSource from) const {
    switch (from) {
        case LevelSource::Policy:
            return say("dossier.from-policy");
        case LevelSource::Ambition:
            return say("dossier.from-ambition");
        case LevelSource::Request:
            break;
    }
    return say("dossier.from-request");
}

std::string DossierPen::value(const Value& value) const {
    if (value.low_cents && value.low_cents == value.high_cents) return money(*value.low_cents);
    if (value.low_cents && value.high_cents)
        return say("dossier.value-band", {{"from", money(*value.low_cents)}, {"to", money(*value.high_cents)}});
    if (value.low_cents) return say("dossier.value-from", {{"from", money(*value.low_cents)}});
    if (value.high_cents) return say("dossier.value-to", {{"to", money(*value.high_cents)}});
    return say("page.unknown");
}

Span span_of(std::int64_t days) {
    constexpr std::int64_t as_days = 61, as_months = 730;
    if (days <= as_days) return {days, "days"};
    if (days <= as_months) return {(days * 12 + 182) / 365, "months"};
    return {(days + 182) / 365, "years"};
}

std::string DossierPen::distance(Date day) const {
    const std::int64_t days = (day - dossier.today).days();
    if (days == 0) return say("dossier.today");
    const Span span = span_of(days > 0 ? days : -days);
    return say_count("dossier." + std::string(span.unit) + (days > 0 ? "-ahead" : "-ago"), span.count);
}

void DossierPen::words_of_people(std::string_view text) {
    html.element("blockquote", {{"dir", "auto"}}, text);
    html.line();
}

}  // namespace mvoi::render
