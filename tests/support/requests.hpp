// SPDX-License-Identifier: EUPL-1.2
// Requests by JSON Pointer: what is said stands beside where it is said, without quotes within quotes.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "json/text.hpp"
#include "json/value.hpp"

// {"/reference", "C-1"}, {"/term/months", 24}, {"/suppliers/0/name", "Strooi BV"}
struct At {
    std::string_view pointer;
    mvoi::json::Value value;
};
using Members = std::vector<At>;

inline mvoi::json::Value as_json(const std::string& text) {
    return mvoi::json::parse(text);
}

// A member said twice has its last value.
//   more  members as JSON, with or without a comma before them
inline std::string request(const Members& members, const std::string& more = "") {
    mvoi::json::Value root{mvoi::json::Object{}};
    for (const At& each : members)
        if (!mvoi::json::put(root, each.pointer, each.value))
            throw std::invalid_argument("no place in the request: " + std::string(each.pointer));
    std::string text = mvoi::json::write(root);
    if (more.empty()) return text;
    text.pop_back();
    return text + (members.empty() || more.front() == ',' ? "" : ",") + more + "}";
}

// Asked of all that gm0344 has, on a day.
inline std::string of_all(const std::string& today, const std::string& more = "") {
    return request({{"/organisation", "gm0344"}, {"/today", today}}, more);
}

// Asked of one tender or contract of gm0344, on a day.
inline std::string of_one(const std::string& reference, const std::string& today, const std::string& more = "") {
    return request({{"/organisation", "gm0344"}, {"/reference", reference}, {"/today", today}}, more);
}

// A tender for a service.
inline std::string starting(const std::string& reference, const std::string& more = "") {
    return of_one(reference, "2026-11-21", R"("title":"Schoonmaak","kind":"dienst")" + more);
}

// Contract C-1: two years from 2027, signed on 21 November 2026.
//   promises  as JSON
//   members   that are otherwise, or more
inline std::string signing(const std::string& promises, const Members& members = {}) {
    Members all = {{"/organisation", "gm0344"},   {"/reference", "C-1"}, {"/title", "Schoonmaak"}, {"/kind", "dienst"},
                   {"/term/start", "2027-01-01"}, {"/term/months", 24},  {"/today", "2026-11-21"}};
    if (!promises.empty()) all.push_back({"/promises", as_json(promises)});
    all.insert(all.end(), members.begin(), members.end());
    return request(all);
}
