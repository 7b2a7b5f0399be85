// SPDX-License-Identifier: EUPL-1.2
// mvoi: the register of responsible purchasing from a command line. A client of mvoi.h and of nothing else.
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "fault.hpp"
#include "files.hpp"
#include "help.hpp"
#include "run.hpp"

namespace mvoi::cli {

namespace {

constexpr int fault = static_cast<int>(Exit::Fault);

Form form_of(const Arguments& arguments, Language language) {
    if (arguments.has("--json") && arguments.has("--table")) {
        throw UsageError(language, {"--json en --table gaan niet samen", "--json and --table exclude each other"});
    }
    if (arguments.has("--json")) return Form::Json;
    return arguments.has("--table") || output_is_terminal() ? Form::Table : Form::Json;
}

void check_language(const Arguments& arguments, Language language) {
    const std::string given = arguments.value("--language", "nl");
    if (given == "nl" || given == "en") return;
    throw UsageError(language, {"--language is nl of en", "--language is nl or en"});
}

std::string information(const Arguments& arguments, Language language) {
    if (arguments.has("--version")) return "mvoi " MVOI_VERSION " (libmvoi, ABI " + number(mvoi_abi_version()) + ")\n";
    return arguments.verb != nullptr ? help_text(*arguments.verb, language) : help_text(language);
}

int carry_out(const Arguments& arguments, Language language) {
    check_language(arguments, language);
    if (arguments.has("--version") || arguments.has("--help")) {
        write_out(information(arguments, language), language);
        return static_cast<int>(Exit::Done);
    }
    Run run{arguments, *arguments.verb, language, form_of(arguments, language)};
    return run.verb.run(run);
}

int tell(std::string_view message, std::string_view hint = {}) {
    write_error("mvoi: " + printable(message) + "\n");
    if (!hint.empty()) write_error(std::string("  ").append(hint).append("\n"));
    return fault;
}

// The help that has most to say about this line: that of its verb, when it has one.
std::string help_hint(const std::vector<std::string_view>& line, Language language) {
    std::string hint(Text{"Zie: mvoi help", "See: mvoi help"}.in(language));
    for (const std::string_view item : line) {
        if (find_verb(item) != nullptr) return hint.append(" ").append(item);
    }
    return hint;
}

int run_line(const std::vector<std::string_view>& line) {
    const Language language = language_of(line);
    try {
        return carry_out(parse(line, language), language);
    } catch (const UsageError& error) {
        return tell(error.what(), help_hint(line, language));
    } catch (const Fault& error) {
        return tell(error.what());
    } catch (const std::bad_alloc&) {
        return tell(Text{"onvoldoende geheugen", "out of memory"}.in(language));
    } catch (const std::exception& error) {
        return tell(error.what());
    }
}

}  // namespace

}  // namespace mvoi::cli

int main(int argc, char** argv) {
    return mvoi::cli::run_line(std::vector<std::string_view>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
