// SPDX-License-Identifier: EUPL-1.2
#include "json/requests/evidence.hpp"

#include <algorithm>

#include "json/facts/form.hpp"
#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char each) { return each >= 'A' && each <= 'F' ? static_cast<char>(each - 'A' + 'a') : each; });
    return text;
}

}  // namespace

void apply_members(domain::promise::Document& document, const Value& given, const std::string& actor,
                   domain::Date today) {
    std::vector<domain::Fault> none;  // no number of a document has decimals
    set_members(document, given, {}, none);
    if (given.find("sha256")) document.sha256 = lower(document.sha256);
    const Value* withdrawn = given.find("withdrawn");
    if (withdrawn && withdrawn->is_null()) document.withdrawn.reset();
    const Value* verified = given.find("verified");
    if (verified && document.verified)
        document.verified = {verified->text_or("by", actor), date_if(*verified, "on").value_or(today),
                             lower(verified->text_or("sha256", document.sha256))};
}

}  // namespace mvoi::json
