// SPDX-License-Identifier: EUPL-1.2
#include "help.hpp"

#include "files.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t default_columns = 100;

std::size_t page_columns() {
    return output_is_terminal() ? output_columns() : default_columns;
}

void show_options(Page& page, Text title, std::span<const Option> options) {
    if (options.empty()) return;
    page.heading(title);
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Option& option : options) {
        std::string name = "  " + std::string(option.name);
        if (!is_switch(option)) name.append(" ").append(option.value);
        constexpr Text again{" (mag vaker)", " (may be repeated)"};
        pairs.emplace_back(name, std::string(page.in(option.help)).append(repeats(option) ? page.in(again) : ""));
    }
    page.pairs(pairs);
}

}  // namespace

std::string help_text(Language language) {
    Page page(language, page_columns());
    page.sentence({"mvoi - {}", "mvoi - {}"}, {about.in(language)});
    page.blank();
    page.sentence(story);
    page.heading({"Gebruik", "Usage"});
    page.verbatim(Text{"  mvoi [opties] OPDRACHT ...", "  mvoi [options] COMMAND ..."}.in(language));
    page.heading({"Opdrachten", "Commands"});
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Verb& verb : verbs())
        pairs.emplace_back("  " + std::string(verb.name).append(" ").append(verb.words), verb.summary.in(language));
    page.pairs(pairs);
    show_options(page, {"Opties bij elke opdracht", "Options of every command"}, global_options());
    page.heading({"Afsluitwaarden", "Exit codes"});
    pairs.clear();
    for (const ExitCode& code : exit_codes) pairs.emplace_back("  " + std::string(code.code), code.says.in(language));
    page.pairs(pairs);
    page.blank();
    page.sentence({"mvoi help OPDRACHT zegt meer over één opdracht; --language en geeft alles in het Engels.",
                   "mvoi help COMMAND says more about one command."});
    return page.text();
}

std::string help_text(const Verb& verb, Language language) {
    Page page(language, page_columns());
    std::string usage = "mvoi " + std::string(verb.name).append(" ").append(verb.words);
    if (usage.back() == ' ') usage.pop_back();
    usage.append(Text{" [opties]", " [options]"}.in(language));
    page.sentence({"{} - {}", "{} - {}"}, {usage, verb.summary.in(language)});
    if (!verb.more.nl.empty()) {
        page.blank();
        page.sentence(verb.more);
    }
    show_options(page, {"Opties", "Options"}, verb.options);
    show_options(page, {"Opties bij elke opdracht", "Options of every command"}, global_options());
    page.heading({"Voorbeelden", "Examples"});
    for (const Example& example : verb.examples) {
        if (example.command.empty()) break;
        std::string_view before = "  $ ";
        for (const std::string_view line : split(example.command, '\n')) {
            page.verbatim(std::string(before).append(line));
            before = "  ";
        }
        page.verbatim(std::string("    ").append(example.says.in(language)));
    }
    return page.text();
}

}  // namespace mvoi::cli
