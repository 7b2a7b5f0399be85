// SPDX-License-Identifier: EUPL-1.2
// Articles and sources on a line, as steps and findings name them: "Aanbestedingswet 2012, art. 2.134 en 2.127".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mvoi::domain {

// True when a line of articles, with whatever act in front of them, names this one.
inline bool is_named_in(std::string_view line, std::string_view law) {
    for (std::size_t at = line.find(law); at != std::string_view::npos; at = line.find(law, at + 1)) {
        const std::string_view behind = line.substr(at + law.size());
        if (behind.empty() || behind.starts_with("; ") || behind.starts_with(" en ")) return true;
    }
    return false;
}

// Names a law behind others, each once; an act that was named last is not named again for its next article.
inline void add_law(std::string& laws, std::string_view law) {
    constexpr std::string_view mark = ", art. ", between = "; ", also = " en ";
    if (law.empty() || is_named_in(laws, law)) return;
    const std::size_t last = laws.rfind(between), article = law.find(mark);
    const std::size_t at = last == std::string::npos ? 0 : last + between.size();
    const std::size_t act = article == std::string_view::npos ? 0 : article + mark.size();
    if (act == 0 || laws.compare(at, act, law.substr(0, act)) != 0) {
        if (!laws.empty()) laws += between;
        laws += law;
    } else if (const std::string_view articles = law.substr(act);
               !is_named_in(std::string_view(laws).substr(at), std::string(also).append(articles))) {
        laws.append(also).append(articles);
    }
}

// The sources of a finding that a reader can look up: what the library counts by a method of its own has none.
inline std::string sources_elsewhere(std::string_view sources) {
    constexpr std::string_view between = "; ", own = "method of libmvoi";
    std::string elsewhere;
    while (!sources.empty()) {
        const std::size_t end = std::min(sources.find(between), sources.size());
        if (sources.substr(0, end) != own) {
            if (!elsewhere.empty()) elsewhere += between;
            elsewhere += sources.substr(0, end);
        }
        sources.remove_prefix(std::min(end + between.size(), sources.size()));
    }
    return elsewhere;
}

}  // namespace mvoi::domain
