// SPDX-License-Identifier: EUPL-1.2
#include "domain/rules.hpp"

#include <stdexcept>

namespace mvoi::domain {

const Vocabulary& Rules::vocabulary(std::string_view name) const {
    auto found = vocabularies_.find(name);
    if (found == vocabularies_.end()) throw std::out_of_range("no vocabulary " + std::string(name));
    return found->second;
}

const Term* Rules::find(std::string_view vocabulary_name, std::string_view code) const {
    for (const Term& term : vocabulary(vocabulary_name))
        if (term.code == code) return &term;
    return nullptr;
}

std::string Rules::label(std::string_view vocabulary_name, std::string_view code, Language language) const {
    const Term* term = find(vocabulary_name, code);
    return term ? term->label(language) : std::string(code);
}

}  // namespace mvoi::domain
