// SPDX-License-Identifier: EUPL-1.2
#include "operations/tender/as_written.hpp"

#include "intake/text/text.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/codes.hpp"

namespace mvoi::operations {
namespace {

template <typename Read>
void put_code(json::Value& request, const char* member, Read read) {
    json::Value* value = request.find(member);
    if (!value || !value->text()) return;
    const std::string_view code = read(*value->text());
    if (!code.empty() && code != *value->text()) *value = json::Value(std::string(code));
}

bool names_euros(const std::string& text) {
    return text.find("\xE2\x82\xAC") != std::string::npos || intake::folded(text).find("eur") != std::string::npos;
}

}  // namespace

void read_as_written(json::Value& request) {
    if (!request.object()) return;
    put_code(request, "procedure", intake::read_procedure);
    put_code(request, "kind", intake::read_kind);
    json::Value* value = request.find("estimatedValueCents");
    if (!value || !value->text() || !names_euros(*value->text())) return;
    const auto amount = intake::read_amount(*value->text());
    if (amount.rule.empty() && amount.low_cents && amount.low_cents == amount.high_cents)
        *value = json::Value(*amount.low_cents);
}

}  // namespace mvoi::operations
