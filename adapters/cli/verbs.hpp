// SPDX-License-Identifier: EUPL-1.2
// What the command line knows: its verbs and their options. verbs.cpp is the one table of it, told in the parts
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

// What the value of an option becomes in the request.
enum class As {
    Nothing,     // not part of the request: a global option, or one its verb sees to
    Text,        // a text
    Integer,     // an integer
    File,        // a text from a file, for the member that another option gives as Text
    True,        // a switch; true when it is there
    False,       // a switch; false when it is there
    List,        // one more text of a list
    Pair,        // "name=value": one more member of an object
    Cents,       // an amount of euros, "125000" or "125.000,50"
    Head,        // "12:9f86d0…", sequence number and hash of a journal
    Decision,    // "klimaat=applied:2", one more theme
    Instrument,  // "pso", or "co2-prestatieladder@4.0=2": an instrument, or what is asked by one
    Asked,       // "co2-prestatieladder@4.0=2", one more thing that a contract asks
    Shown,       // "co2-prestatieladder@4.0=2:2028-12-31:Strooi BV", one more thing that was shown
    Criterion,   // "klimaat=18.010@2020-12-10:minimumeis", one more criterion of a theme
};

struct Option {
    std::string_view name;   // "--organisation"
    std::string_view value;  // what stands for its value in the help; empty for a switch
    As as;
    std::string_view member;  // of the request
    Text help;
    std::string_view words{};  // values to offer for completion, blanks between; the library judges what is accepted
};

struct Example {
    std::string_view command;
    Text says;
};

// What a word of a verb becomes in the request.
struct Place {
    std::string_view member{};  // of the request; empty for a word its verb sees to
    As as = As::Text;
};

// What a verb asks of the register file.
enum class Register {
    None,      // it needs none
    Optional,  // without one it is done on an empty register that is thrown away
    Read,      // it must be there and is only read
    Existing,  // it must be there: a mistyped name must not become a new register
    Any,       // it is made when it is not there
};

struct Verb {
    std::string_view name;
    std::string_view words{};           // what stands for its words in the help: "FILE", "[OPERATION]"
    bool tender = false;                // the first of them is TENDER, which is a word apart: see Arguments
    std::string_view named = "tender";  // the member its UUID goes under: of a contract it is CONTRACT
    std::size_t least = 0;              // how many words it needs, besides TENDER
    std::size_t most = 0;               // how many it takes
    std::array<Place, 2> places{};
    std::string_view offers{};  // words to offer for completion, blanks between
    std::string_view operation{};
    Register uses = Register::None;
    bool dated = true;  // the operation takes "today"
    Text summary;
    Text more{};
    std::span<const Option> options{};
    std::span<const Example> examples{};
    int (*run)(Run&);
    void (*show)(const Object& answer, Page& page) = nullptr;  // the answer, for a reader
    // False makes an answer that is done a "no" after all.
    bool (*well)(const Object& answer, const Arguments& arguments) = nullptr;
};

std::span<const Verb> verbs();
std::span<const Option> global_options();
const Verb* find_verb(std::string_view name);
const Option* find_option(std::span<const Option> options, std::string_view name);

// May be given more than once: each time it adds to a list or an object.
constexpr bool repeats(const Option& option) {
    return option.as == As::List || option.as == As::Pair || option.as == As::Decision || option.as == As::Criterion ||
           option.as == As::Instrument || option.as == As::Asked || option.as == As::Shown;
}
inline bool is_switch(const Option& option) {
    return option.value.empty();
}
inline bool is_file(std::string_view value) {
    return value == "FILE" || value == "FOLDER";
}

}  // namespace mvoi::cli
