// SPDX-License-Identifier: EUPL-1.2
// The sentences of a push for people, in both languages; the caller chooses. None holds a password, or words of the
// server, which may repeat what it was sent.
#pragma once

#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mvoi::caldav {

struct Message {
    std::string nl;
    std::string en;
};

// Puts the words, one after the other, where both patterns have "{}".
Message message(std::string_view nl, std::string_view en, std::initializer_list<std::string_view> words = {});

// Ends a push: what was asked cannot be done like this (a proper no), or something outside failed (a fault).
class Error : public std::exception {
  public:
    explicit Error(Message message) : message_(std::move(message)) {}
    const Message& message() const noexcept { return message_; }
    const char* what() const noexcept override { return message_.nl.c_str(); }

  private:
    Message message_;
};
class Refusal : public Error {
    using Error::Error;
};
class Fault : public Error {
    using Error::Error;
};

}  // namespace mvoi::caldav
