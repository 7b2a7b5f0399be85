// SPDX-License-Identifier: EUPL-1.2
#include "operations/remarks.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/words.hpp"
#include "render/sentences.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

bool has_theme(const std::vector<std::string>& themes, const std::string& theme) {
    return std::find(themes.begin(), themes.end(), theme) != themes.end();
}

}  // namespace

std::vector<std::string> remarks_on_filters(const Call& call) {
    const json::Value& request = call.request();
    const std::string organisation = request.text_or("organisation"), theme = request.text_or("theme");
    if (organisation.empty()) return {};
    std::vector<std::string> remarks;
    const auto say = [&](const char* rule, render::Words words) {
        remarks.push_back(render::sentence(call.language(), rule, words));
    };
    call.read([&](store::Connection& connection) {
        remarks.clear();
        if (!store::is_organisation(connection, organisation))
            return say("list.organisation-unknown", {{"organisation", organisation}});
        if (theme.empty()) return;
        const auto policy = call.store().policy_in_force(connection, organisation, call.today());
        const auto themes = domain::themes_of(call.rules(), policy.get(), call.today());
        if (!has_theme(themes, theme) && !store::is_theme(connection, organisation, theme))
            say("list.theme-unknown", {{"value", theme}, {"accepted", domain::joined(themes)}});
    });
    return remarks;
}

}  // namespace mvoi::operations
