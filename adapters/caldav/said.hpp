// SPDX-License-Identifier: EUPL-1.2
// What a push has to say to people, in both languages; who calls it chooses. Nothing that is said holds a password, or
// words of the server, which may repeat what it was sent.
#pragma once

#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mvoi::caldav {

struct Said {
    std::string nl;
    std::string en;
};

// Puts the words, one after the other, where both patterns have "{}".
Said say(std::string_view nl, std::string_view en, std::initializer_list<std::string_view> words = {});

// Ends a push: what was asked cannot be done like this (a proper no), or something outside failed (a fault).
class Stop : public std::exception {
  public:
    explicit Stop(Said said) : said_(std::move(said)) {}
    const Said& said() const noexcept { return said_; }
    const char* what() const noexcept override { return said_.nl.c_str(); }

  private:
    Said said_;
};
class Refusal : public Stop {
    using Stop::Stop;
};
class Fault : public Stop {
    using Stop::Stop;
};

}  // namespace mvoi::caldav
