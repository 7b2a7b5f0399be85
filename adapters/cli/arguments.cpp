// SPDX-License-Identifier: EUPL-1.2
#include "arguments.hpp"

#include "fault.hpp"

namespace mvoi::cli {

namespace {

class Parser {
  public:
    Parser(std::span<const std::string_view> line, Language language) : line_(line), language_(language) {}

    Arguments parsed() {
        while (at_ < line_.size()) {
            const std::string_view item = line_[at_++];
            if (only_words_ || item.size() < 2 || item.front() != '-') {
                take_word(item);
            } else if (item == "--") {
                only_words_ = true;
            } else {
                take_option(item == "-h" ? "--help" : item);
            }
        }
        if (!result_.has("--help") && !result_.has("--version")) check_words();
        return std::move(result_);
    }

  private:
    [[noreturn]] void fail(Text pattern, std::initializer_list<std::string_view> words) const {
        throw UsageError(language_, pattern, words);
    }

    void take_word(std::string_view word) {
        if (result_.verb != nullptr) {
            result_.words.emplace_back(word);
            return;
        }
        result_.verb = find_verb(word);
        if (result_.verb == nullptr) fail({"onbekende opdracht: {}", "unknown command: {}"}, {word});
    }

    void take_option(std::string_view item) {
        const std::size_t equals = item.find('=');
        const std::string_view name = item.substr(0, equals);
        const Option& option = known_option(name);
        std::vector<std::string>& values = result_.options[option.name];
        if (!values.empty() && !repeats(option))
            fail({"{} mag maar één keer worden gegeven", "{} may be given only once"}, {name});
        if (is_switch(option)) {
            if (equals != std::string_view::npos) fail({"{} heeft geen waarde", "{} takes no value"}, {name});
            values.emplace_back();
        } else if (equals != std::string_view::npos) {
            values.emplace_back(item.substr(equals + 1));
        } else if (at_ < line_.size()) {
            values.emplace_back(line_[at_++]);
        } else {
            fail({"{} heeft een waarde nodig: {} {}", "{} needs a value: {} {}"}, {name, name, option.value});
        }
    }

    const Option& known_option(std::string_view name) const {
        const Option* option = find_option(global_options(), name);
        if (option == nullptr && result_.verb != nullptr) option = find_option(result_.verb->options, name);
        if (option != nullptr) return *option;
        if (result_.verb == nullptr) {
            fail({"onbekende optie: {} (opties van een opdracht staan achter die opdracht)",
                  "unknown option: {} (options of a command come after that command)"},
                 {name});
        }
        fail({"{} kent de optie {} niet", "{} does not know the option {}"}, {result_.verb->name, name});
    }

    void check_words() {
        if (result_.verb == nullptr) fail({"geen opdracht gegeven", "no command given"}, {});
        const Verb& verb = *result_.verb;
        const bool named = result_.has("--reference") || result_.has("--review");
        const bool by_word = has_subject(verb) && !named;
        std::size_t least = 0, most = 0;
        for (const std::string_view word : split(verb.words, ' ')) {
            most += word.empty() ? 0 : 1;
            least += word.empty() || word.front() == '[' ? 0 : 1;
        }
        const std::size_t left_out = has_subject(verb) && named ? 1 : 0;
        if (result_.words.size() < least - left_out)
            fail({"{} heeft nog nodig: {}", "{} still needs: {}"}, {verb.name, verb.words});
        if (result_.words.size() > most - left_out)
            fail({"{} begrijpt dit woord niet: {}", "{} does not understand this word: {}"},
                 {verb.name, result_.words[most - left_out]});
        if (!by_word) return;
        result_.subject = result_.words.front();
        result_.words.erase(result_.words.begin());
    }

    std::span<const std::string_view> line_;
    Language language_;
    std::size_t at_ = 0;
    bool only_words_ = false;
    Arguments result_;
};

}  // namespace

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
    const auto found = options.find(option);
    return found == options.end() ? std::string(otherwise) : found->second.back();
}

Language language_of(std::span<const std::string_view> line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == "--") break;
        if (line[i] == "--language=en") return Language::English;
        if (line[i] == "--language" && i + 1 < line.size() && line[i + 1] == "en") return Language::English;
    }
    return Language::Dutch;
}

Arguments parse(std::span<const std::string_view> line, Language language) {
    return Parser(line, language).parsed();
}

}  // namespace mvoi::cli
