// SPDX-License-Identifier: EUPL-1.2
#include "words.hpp"

namespace mvoi::cli {

namespace {

struct Word {
    std::string_view kind;
    std::string_view code;
    Text text;
};

constexpr Word table[] = {
    {"state", "applied", {"toegepast", "applied"}},
    {"state", "explained", {"uitgelegd", "explained"}},
    {"state", "undecided", {"onbeslist", "undecided"}},
    {"registration", "confirmed", {"bevestigd", "confirmed"}},
    {"registration", "provisional", {"voorlopig", "provisional"}},
    {"registration", "withdrawn", {"teruggenomen", "withdrawn"}},
    {"registration", "lapsed", {"vervallen", "lapsed"}},
    {"severity", "information", {"ter informatie", "information"}},
    {"severity", "warning", {"let op", "warning"}},
    {"severity", "error", {"fout", "error"}},
    {"source", "request", {"zelf gekozen", "chosen"}},
    {"source", "policy", {"uit beleid", "from policy"}},
    {"source", "ambition", {"uit ambitie", "from ambition"}},
    {"level", "1", {"1 basis", "1 basic"}},
    {"level", "2", {"2 significant", "2 significant"}},
    {"level", "3", {"3 ambitieus", "3 ambitious"}},
    {"certainty", "vast", {"vast", "fixed"}},
    {"certainty", "verwacht", {"verwacht", "expected"}},
    {"certainty", "onzeker", {"onzeker", "uncertain"}},
    {"grade", "zwak", {"zwak", "weak"}},
    {"grade", "redelijk", {"redelijk", "fair"}},
    {"grade", "sterk", {"sterk", "strong"}},
    {"review", "open", {"open", "open"}},
    {"review", "akkoord", {"akkoord", "approved"}},
    {"review", "akkoord-mits", {"akkoord, mits", "approved on conditions"}},
    {"review", "afgewezen", {"afgewezen", "rejected"}},
    {"course", "upcoming", {"begint nog", "upcoming"}},
    {"course", "running", {"loopt", "running"}},
    {"course", "ended", {"geëindigd", "ended"}},
    {"renewal", "geen", {"geen", "none"}},
    {"renewal", "stilzwijgend", {"stilzwijgend", "tacit"}},
    {"renewal", "uitdrukkelijk", {"uitdrukkelijk", "express"}},
    {"stand", "op-koers", {"op koers", "on course"}},
    {"stand", "risico", {"risico", "at risk"}},
    {"stand", "gemist", {"gemist", "missed"}},
    {"stand", "niet-aangetoond", {"niet aangetoond", "not shown"}},
    {"stand", "gehaald", {"gehaald", "met"}},
    {"milestone", "planned", {"gepland", "planned"}},
    {"milestone", "done", {"gedaan", "done"}},
    {"milestone", "cancelled", {"vervallen", "cancelled"}},
};

}  // namespace

std::string word(std::string_view kind, std::string_view code, Language language) {
    for (const Word& word : table) {
        if (word.kind == kind && word.code == code) return std::string(word.text.in(language));
    }
    return std::string(code);
}

}  // namespace mvoi::cli
