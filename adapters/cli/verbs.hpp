// SPDX-License-Identifier: EUPL-1.2
// The verbs of the command line and their options. verbs.cpp is the one table of them, in the parts
// verbs_*.hpp; the parser, the help, the man page and the completion all read that table.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "json.hpp"
#include "page.hpp"
#include "text.hpp"

namespace mvoi::cli {

struct Arguments;  // the command line; arguments.hpp
struct Run;        // one command being carried out; run.hpp

// The way the value of an option is read, and so what is put at its place in the request.
enum class Kind {
    Own,         // nothing: a global option, or one its verb sees to
    Text,        // the text as it is
    TextOfFile,  // the text of the file that is named
    HashOfFile,  // the SHA-256 of the file that is named
    Integer,     // an integer
    Figure,      // an exact number as text: "5,5" is "5.5"
    Cents,       // an amount of euros, "125000" or "125.000,50", in cents
    True,        // a switch: true
    False,       // a switch: false
    There,       // a switch: an object, to which other options add
    Pair,        // "name=value": one more member of the object
    Head,        // "12:9f86d0…", sequence number and hash of a journal
    Numbered,    // "1=gelicht", a decision on what has that number
    Length,      // "3 maanden"
    Extension,   // "12" or "12:3 maanden", an option to extend a contract and its notice
    Supplier,    // "Strooi BV" or "Strooi BV=12345678"
    Decision,    // "klimaat=applied:2", a decision on a theme
    Criterion,   // "klimaat=18.010@2020-12-10:minimumeis", a criterion in the decision on its theme
    Instrument,  // "pso", or "co2-prestatieladder@4.0=2", which goes under instrumentValues
    Asked,       // "co2-prestatieladder@4.0=2", asked by a contract
    Shown,       // "co2-prestatieladder@4.0=2:2028-12-31:Strooi BV", shown under it
};

struct Option {
    std::string_view name;   // "--organisation"
    std::string_view value;  // the word for its value in the help; empty for a switch
    Kind kind;
    std::string_view pointer;  // JSON pointer of the member of the request; "/cpv/-" is one more of a list
    Text help;
    std::string_view words{};  // for completion, blanks between, beside those that the schema of the request names
};

struct Example {
    std::string_view command;
    Text says;
};

// The place of a word in the request.
struct Place {
    std::string_view pointer{};  // empty for a word its verb sees to
    Kind kind = Kind::Text;
};

enum class Register {
    None,      // not needed: what is asked of the library is asked on an empty one that is thrown away
    Optional,  // the same, unless one is named
    Read,      // must be there and is only read
    Existing,  // must be there: a mistyped name must not become a new register
    Any,       // is made when it is not there
};

int ordinary(Run& run);

struct Verb {
    std::string_view name;
    std::string_view words{};       // as the help has them: "FILE", "TENDER [PHASE]"
    std::array<Place, 2> places{};  // of the words after the subject
    std::string_view offers{};      // words for completion, beside those that the schema of the request names
    std::string_view operation{};
    Register uses = Register::Read;
    bool dated = true;  // the operation takes "today"
    Text summary;
    Text more{};
    std::span<const Option> options{};
    std::array<Example, 4> examples{};  // up to the first without a command
    int (*run)(Run&) = ordinary;
    void (*show)(const Object& answer, Page& page) = nullptr;  // the answer, for a reader
    // False makes an answer that is done a "no" after all.
    bool (*well)(const Object& answer, const Arguments& arguments) = nullptr;
};

std::span<const Verb> verbs();
std::span<const Option> global_options();
const Verb* find_verb(std::string_view name);
const Option* find_option(std::span<const Option> options, std::string_view name);

inline bool is_about_tender(const Verb& verb) {
    return verb.words.starts_with("TENDER");
}
// Its first word is its subject, named by its UUID or with --organisation by its reference.
inline bool has_subject(const Verb& verb) {
    return is_about_tender(verb) || verb.words.starts_with("CONTRACT");
}
// May be given more than once: each time it adds to a list or an object.
constexpr bool repeats(const Option& option) {
    return option.pointer.ends_with("/-") || option.kind == Kind::Pair || option.kind == Kind::Criterion;
}
inline bool is_switch(const Option& option) {
    return option.value.empty();
}
inline bool is_file(std::string_view value) {
    return value == "FILE" || value == "FOLDER" || value == "COPY" || value == "REGISTER";
}

}  // namespace mvoi::cli
