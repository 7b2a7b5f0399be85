// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/outline.hpp"

#include "domain/decision/decide.hpp"
#include "store/seal.hpp"

namespace mvoi::store {
namespace {

domain::Flag kept_flag(const json::Value& kept) {
    domain::Flag flag{kept.text_or("flag"), {}, domain::parse_date(kept.text_or("since")).value()};
    for (const json::Value& theme : kept.list_or_empty("themes")) flag.themes.push_back(*theme.text());
    return flag;
}

}  // namespace

Outline outline_on(const std::string& kept, domain::Date day) {
    json::Value read = stored_json(kept);
    Outline outline;
    std::vector<domain::Flag> flags;
    for (const json::Value& each : read.list_or_empty("flags")) {
        flags.push_back(kept_flag(each));
        const domain::Flag& flag = flags.back();
        if (domain::begins_by_itself(flag) && flag.since <= day && (!outline.turned || *outline.turned < flag.since))
            outline.turned = flag.since;
    }
    outline.flags = domain::flags_on(flags, day);
    if (json::Value* themes = read.find("themes")) outline.themes = std::move(*themes);
    return outline;
}

}  // namespace mvoi::store
