// SPDX-License-Identifier: EUPL-1.2
#include "store/fold/kinds.hpp"

#include "store/fold/parts.hpp"

namespace mvoi::store {
namespace {

using json::Facts;

template <auto member>
bool is_in(const Facts& facts) {
    return (facts.*member).has_value();
}

// Most parts of the fold need nothing but the entry.
template <void (*fold)(Connection&, const Entry&)>
void of_entry(Connection& connection, const Entry& entry, const AtHand&) {
    fold(connection, entry);
}

constexpr Kind all[] = {
    {"policy", Turn::First, is_in<&Facts::policy>, of_entry<folding::fold_policy>},
    {"tender", Turn::ByRevision, is_in<&Facts::tender>, folding::fold_tender},
    {"contract", Turn::ByRevision, is_in<&Facts::contract>, of_entry<folding::fold_contract>},
    {"observed", Turn::Later, is_in<&Facts::observed>, folding::fold_observed},
    {"rated", Turn::Later, is_in<&Facts::rated>, of_entry<folding::fold_rated>},
    {"evidenced", Turn::Later, is_in<&Facts::evidenced>, of_entry<folding::fold_evidenced>},
    {"realised", Turn::Later, is_in<&Facts::realised>, of_entry<folding::fold_realised>},
    {"review", Turn::ByRevision, is_in<&Facts::review>, of_entry<folding::fold_review>},
    {"redaction", Turn::First, is_in<&Facts::redaction>, of_entry<folding::fold_redaction>},
    {"gate", Turn::Later, is_in<&Facts::gate>, nullptr},
};

}  // namespace

std::span<const Kind> kinds() {
    return all;
}

}  // namespace mvoi::store
