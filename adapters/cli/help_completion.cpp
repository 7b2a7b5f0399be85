// SPDX-License-Identifier: EUPL-1.2
// The completion script for bash. It needs bash alone, not the package bash-completion.
#include "help.hpp"
#include "offers.hpp"

namespace mvoi::cli {

namespace {

std::string names(std::span<const Option> options) {
    std::string result;
    for (const Option& option : options) result.append(result.empty() ? "" : " ").append(option.name);
    return result;
}

std::string verb_names() {
    std::string result;
    for (const Verb& verb : verbs()) result.append(result.empty() ? "" : " ").append(verb.name);
    return result;
}

// The options whose next word is a value, as a pattern of case.
std::string with_value() {
    std::string result;
    const auto add = [&](std::span<const Option> options) {
        for (const Option& option : options) {
            if (!is_switch(option) && (result + "|").find(std::string(option.name) + "|") == std::string::npos)
                result.append(result.empty() ? "" : "|").append(option.name);
        }
    };
    add(global_options());
    for (const Verb& verb : verbs()) add(verb.options);
    return result;
}

// One branch of case: after this option of this verb, these values.
std::string value_branch(std::string_view verb, const Option& option, const std::string& words) {
    if (is_switch(option)) return {};
    std::string branch = "        " + std::string(verb) + ":" + std::string(option.name) + ") ";
    if (is_file(option.value)) return branch + "_mvoi_files; return ;;\n";
    if (words.empty()) return branch + "return ;;\n";
    return branch + "_mvoi_words \"" + words + "\"; return ;;\n";
}

std::string verb_branch(const Verb& verb, Offers& offers) {
    std::string branch = "        " + std::string(verb.name) + ")\n";
    if (!verb.options.empty()) branch += "            options+=\" " + names(verb.options) + "\"\n";
    if (is_file(verb.words)) branch += "            words=files\n";
    std::string words(verb.offers);
    for (const Place& place : verb.places) words = offers.words(verb.operation, place.pointer, words);
    if (!words.empty()) branch += "            words=\"" + words + "\"\n";
    if (verb.name == "help") branch += "            words=\"$verbs\"\n";
    return branch + "            ;;\n";
}

// Every operation that writes takes the role.
constexpr std::string_view any_operation = "tender.start";

constexpr std::string_view head =
    R"sh(# bash completion of mvoi(1); made by "mvoi help --completion bash", change its table of commands instead

_mvoi_words() {
    local IFS=$' \t\n'
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

_mvoi_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
}

_mvoi() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb="" words="" i
    COMPREPLY=()
    # bash breaks "--name=value" into three words
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $before == "=" ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
)sh";

constexpr std::string_view tail = R"sh(    if [[ $current == -* ]]; then
        _mvoi_words "$options"
    elif [[ -z $verb ]]; then
        _mvoi_words "$verbs"
    elif [[ $words == files ]]; then
        _mvoi_files
    elif [[ -n $words ]]; then
        _mvoi_words "$words"
    fi
}

complete -F _mvoi mvoi
)sh";

}  // namespace

std::string bash_completion(Run& run) {
    Offers offers(run);
    std::string script(head);
    script += "    local verbs=\"" + verb_names() + "\"\n";
    script += "    local options=\"" + names(global_options()) + "\"\n";
    script += "    for ((i = 1; i < COMP_CWORD; i++)); do\n        case ${COMP_WORDS[i]} in\n";
    script += "            " + with_value() + ")\n";
    script +=
        "                [[ ${COMP_WORDS[i+1]} == \"=\" ]] && ((i++))\n                ((i++))\n                ;;\n";
    script += "            -*) ;;\n            *) verb=${COMP_WORDS[i]}; break ;;\n        esac\n    done\n";
    script += "    case $verb:$before in\n";
    for (const Verb& verb : verbs()) {
        for (const Option& option : verb.options)
            script += value_branch(verb.name, option, offers.words(verb.operation, option.pointer, option.words));
    }
    for (const Option& option : global_options())
        script += value_branch("*", option, offers.words(any_operation, option.pointer, option.words));
    script += "    esac\n    case $verb in\n";
    for (const Verb& verb : verbs()) script += verb_branch(verb, offers);
    script += "    esac\n";
    return script.append(tail);
}

}  // namespace mvoi::cli
