// SPDX-License-Identifier: EUPL-1.2
// The man page. Written in ASCII alone, other characters by their roff names, so that no encoding has to be guessed.
#include <cstdint>

#include "help.hpp"
#include "mvoi.h"

namespace mvoi::cli {

namespace {

std::string hexadecimal(std::uint32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (int shift = 20; shift >= 0; shift -= 4) {
        const std::uint32_t digit = (code >> shift) & 0xFU;
        if (digit != 0 || !text.empty() || shift < 16) text += digits[digit];
    }
    return text;
}

// One character beyond ASCII; at is moved to its last byte. The table of verbs is valid UTF-8.
std::string roff_character(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    std::uint32_t code = lead & (0x3FU >> more);
    for (int i = 0; i < more; ++i) code = (code << 6U) | (static_cast<unsigned char>(text[++at]) & 0x3FU);
    return "\\[u" + hexadecimal(code) + "]";
}

// Text that roff shows as it is.
std::string roff(std::string_view text) {
    std::string out;
    if (!text.empty() && (text.front() == '.' || text.front() == '\'')) out = "\\&";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if (c == '\'')
            out += "\\(aq";
        else if (c == '"')
            out += "\\(dq";
        else if (c == '^')
            out += "\\(ha";
        else if (c == '~')
            out += "\\(ti";
        else if (static_cast<unsigned char>(c) >= 0x80)
            out += roff_character(text, i);
        else
            out += c;
    }
    return out;
}

class Manual {
  public:
    explicit Manual(Language language) : language_(language) {}

    void macro(std::string_view line) { out_.append(line).append("\n"); }
    void section(Text title) { macro(".SH \"" + roff(title.in(language_)) + "\""); }
    void text(Text text) { macro(roff(text.in(language_))); }
    void text(std::string_view text) { macro(roff(text)); }

    void item(std::string_view name, std::string_view value, Text says) {
        macro(".TP");
        macro("\\fB" + roff(name) + "\\fR" + (value.empty() ? "" : " \\fI" + roff(value) + "\\fR"));
        text(says);
    }
    void options(std::span<const Option> options) {
        for (const Option& option : options) {
            item(option.name, option.value, option.help);
            if (repeats(option)) text(Text{"(mag vaker)", "(may be repeated)"});
        }
    }
    void verb(const Verb& verb) {
        macro(".SS \"mvoi " + roff(verb.name) + (verb.words.empty() ? "" : " " + roff(verb.words)) + "\"");
        text(verb.summary);
        if (!verb.more.nl.empty()) {
            macro(".PP");
            text(verb.more);
        }
        options(verb.options);
        for (const Example& example : verb.examples) {
            if (example.command.empty()) break;
            macro(".PP");
            text(example.says);
            macro(".PP");
            macro(".RS 4");
            macro(".nf");
            for (const std::string_view line : split(example.command, '\n')) text(line);
            macro(".fi");
            macro(".RE");
        }
    }
    std::string taken() { return std::move(out_); }

  private:
    Language language_;
    std::string out_;
};

}  // namespace

std::string manual(Language language) {
    Manual page(language);
    page.macro(R"(.\" Made by "mvoi help --man" from its table of commands; change it there.)");
    page.macro(R"(.TH MVOI 1 "" "mvoi )" MVOI_VERSION R"(")");
    page.section({"NAAM", "NAME"});
    page.macro("mvoi \\- " + roff(about.in(language)));
    page.section({"SAMENVATTING", "SYNOPSIS"});
    page.macro(language == Language::Dutch ? "\\fBmvoi\\fR [\\fIopties\\fR] \\fIopdracht\\fR ..."
                                           : "\\fBmvoi\\fR [\\fIoptions\\fR] \\fIcommand\\fR ...");
    page.section({"BESCHRIJVING", "DESCRIPTION"});
    page.text(story);
    page.section({"OPTIES BIJ ELKE OPDRACHT", "OPTIONS OF EVERY COMMAND"});
    page.options(global_options());
    page.section({"OPDRACHTEN", "COMMANDS"});
    for (const Verb& verb : verbs()) page.verb(verb);
    page.section({"AFSLUITWAARDEN", "EXIT STATUS"});
    for (const ExitCode& code : exit_codes) page.item(code.code, {}, code.says);
    page.section({"OMGEVING", "ENVIRONMENT"});
    page.item("MVOI_REGISTER", {},
              {"Het register als --register niet is gegeven.", "The register when --register is not given."});
    page.item("MVOI_ROLE", {}, {"De rol als --role niet is gegeven.", "The role when --role is not given."});
    page.item("MVOI_CALDAV_USER", {}, {"De gebruiker voor caldav-push.", "The user of caldav-push."});
    page.item("MVOI_CALDAV_PASSWORD, MVOI_CALDAV_PASSWORD_FILE", {},
              {"Zijn wachtwoord, of het bestand met dat wachtwoord, als --password-file niet is gegeven.",
               "That user's password, or the file that holds it, when --password-file is not given."});
    return page.taken();
}

}  // namespace mvoi::cli
