// SPDX-License-Identifier: EUPL-1.2
#include "message.hpp"

namespace mvoi::caldav {

namespace {

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        const std::size_t at = pattern.find("{}");
        if (at == std::string_view::npos) break;
        text.append(pattern.substr(0, at)).append(word);
        pattern.remove_prefix(at + 2);
    }
    return text.append(pattern);
}

}  // namespace

Message message(std::string_view nl, std::string_view en, std::initializer_list<std::string_view> words) {
    return {filled(nl, words), filled(en, words)};
}

}  // namespace mvoi::caldav
