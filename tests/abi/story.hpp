// SPDX-License-Identifier: EUPL-1.2
// A story through mvoi.h: one organisation, a day on which things happen, and answers that are looked at by JSON
// Pointer. A call that should be done and is not ends the story, with the answer.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>

#include "mvoi.hpp"

class Story {
  public:
    using Names = std::set<std::string>;

    Story() {
        std::string pattern = "/tmp/mvoi-story-XXXXXX";
        REQUIRE(mkdtemp(pattern.data()));
        folder_ = pattern;
        open();
    }
    ~Story() {
        session_.close();
        std::filesystem::remove_all(folder_);
    }
    Story(const Story&) = delete;
    Story& operator=(const Story&) = delete;

    void open() {
        const auto opened = session_.open(R"({"register":")" + folder_ + R"(/register.mvoi","actor":"inkoop"})");
        INFO(opened.text);
        REQUIRE(opened.done());
    }

    void reopen() {
        session_.close();
        open();
    }

    // The day on which what follows happens.
    void on(const std::string& day) { day_ = day; }

    // It is done; the answer is looked at below.
    const std::string& ask(const std::string& operation, const std::string& members = "") {
        const auto answer = session_.call(operation, request(members));
        INFO(day_ << " " << operation << " " << request(members));
        INFO(answer.text);
        REQUIRE(answer.done());
        return text_ = answer.text;
    }
    // It is answered with "no"; the refusal is looked at below.
    const std::string& refused(const std::string& operation, const std::string& members) {
        const auto answer = session_.call(operation, request(members));
        INFO(day_ << " " << operation << " " << answer.text);
        REQUIRE(answer.refused());
        return text_ = answer.text;
    }
    // Of an operation that knows no organisation and no day.
    const std::string& ask_plain(const std::string& operation, const std::string& request) {
        const auto answer = session_.call(operation, request);
        INFO(operation << " " << answer.text);
        REQUIRE(answer.done());
        return text_ = answer.text;
    }

    // The text or number at a place of the last answer; "-" when nothing stands there.
    std::string at(const std::string& path) {
        if (const auto text = session_.text(path)) return *text;
        if (const auto number = session_.integer(path)) return std::to_string(*number);
        return "-";
    }
    int count(const std::string& path) { return session_.count(path).value_or(0); }
    // The value of a member of each item of a list.
    Names each(const std::string& list, const std::string& member) {
        Names names;
        for (int i = 0; i < count(list); ++i) names.insert(at(list + "/" + std::to_string(i) + "/" + member));
        return names;
    }
    // Those of them that begin like this.
    Names each(const std::string& list, const std::string& member, const std::string& beginning) {
        Names names = each(list, member);
        std::erase_if(names, [&](const std::string& name) { return !name.starts_with(beginning); });
        return names;
    }
    // JSON Pointer of the item of a list whose member has this value.
    std::string place(const std::string& list, const std::string& member, const std::string& value) {
        for (int i = 0; i < count(list); ++i) {
            const std::string path = list + "/" + std::to_string(i);
            if (at(path + "/" + member) == value) return path;
        }
        return "/no/such/item";
    }
    bool says(const std::string& words) const { return text_.find(words) != std::string::npos; }

  private:
    std::string request(const std::string& members) const {
        const bool named = members.find("\"review\":") != std::string::npos;  // which belongs to one organisation
        return std::string("{") + (named ? "" : R"("organisation":"gm0344",)") + R"("today":")" + day_ + "\"" +
               (members.empty() ? "" : "," + members) + "}";
    }

    mvoi::client::Session session_;
    std::string folder_, day_, text_;
};
