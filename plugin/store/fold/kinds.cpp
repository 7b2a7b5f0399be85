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
    {"policy", Place::First, is_in<&Facts::policy>, of_entry<folding::fold_policy>},
    {"tender", Place::ByRevision, is_in<&Facts::tender>, folding::fold_tender},
    {"contract", Place::ByRevision, is_in<&Facts::contract>, of_entry<folding::fold_contract>},
    {"observed", Place::Later, is_in<&Facts::observed>, folding::fold_observed},
    {"rated", Place::Later, is_in<&Facts::rated>, of_entry<folding::fold_rated>},
    {"evidenced", Place::Later, is_in<&Facts::evidenced>, of_entry<folding::fold_evidenced>},
    {"realised", Place::Later, is_in<&Facts::realised>, of_entry<folding::fold_realised>},
    {"review", Place::ByRevision, is_in<&Facts::review>, of_entry<folding::fold_review>},
    {"redaction", Place::First, is_in<&Facts::redaction>, of_entry<folding::fold_redaction>},
    {"gate", Place::Later, is_in<&Facts::gate>, nullptr},
};

}  // namespace

std::span<const Kind> kinds() {
    return all;
}

}  // namespace mvoi::store
