// SPDX-License-Identifier: EUPL-1.2
// A register in a folder of its own, and operations on it whose answers are checked against their schemas.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>

#include "json/schema/schema.hpp"
#include "json/text.hpp"
#include "operations/table.hpp"
#include "store/register.hpp"
#include "support/requests.hpp"

using Rules = std::set<std::string>;  // of faults or findings

class TestRegister {
  public:
    TestRegister() {
        std::string pattern = "/tmp/mvoi-test-XXXXXX";
        REQUIRE(mkdtemp(pattern.data()));
        folder = pattern;
        reopen();
        caller.actor = "tester";
        caller.origin = "test";
        caller.stop = &stop;
    }
    ~TestRegister() {
        caller.store.reset();
        std::filesystem::remove_all(folder);
    }
    void reopen() {
        caller.store.reset();
        caller.store = mvoi::store::Register::open(folder + "/register.mvoi", false, 5000);
    }

    // Runs an operation; the answer must be to its schema.
    mvoi::json::Value call(const std::string& operation, const std::string& request) {
        const auto* found = mvoi::operations::find_operation(operation);
        REQUIRE(found);
        const std::string text = mvoi::operations::perform(*found, caller, mvoi::json::parse(request));
        mvoi::json::Value answer = mvoi::json::parse(text, 64);
        for (const auto& fault : mvoi::json::check(mvoi::json::schema(operation + ".answer"), answer))
            FAIL_CHECK(operation << " answered against its schema: " << fault.rule << " " << fault.path << " " << text);
        return answer;
    }

    // The rules by which an operation says no; empty when it says yes. Nothing may change then.
    Rules refusal(const std::string& operation, const std::string& request) {
        const std::string before = head();
        try {
            call(operation, request);
        } catch (const mvoi::domain::Refusal& no) {
            CHECK(head() == before);
            Rules rules;
            for (const auto& fault : no.faults) rules.insert(fault.rule);
            return rules;
        }
        return {};
    }

    std::string head() {
        std::string hash;
        caller.store->engine().read(
            stop, [&](mvoi::store::Connection& connection) { hash = mvoi::store::journal_head(connection).hash; });
        return hash;
    }

    // The journal verifies, and the tables are what it says.
    void check_sound() {
        CHECK(*call("journal.verify", "{}").find("intact")->boolean());
        const auto rebuilt = call("register.rebuild", R"({"dryRun":true})");
        INFO(mvoi::json::write(rebuilt));
        CHECK(*rebuilt.find("equal")->boolean());
    }

    std::string folder;
    mvoi::operations::Caller caller;
    mvoi::store::StopFlag stop{false};
};

// A repeated answer is the first one and says that it is repeated; this is the first one.
inline mvoi::json::Value first_of(mvoi::json::Value answer) {
    mvoi::json::Object& members = *answer.object();
    REQUIRE(!members.empty());
    CHECK(members.back().name == "repeated");
    CHECK(members.back().value == mvoi::json::Value(true));
    members.pop_back();
    return answer;
}

inline std::string text_at(const mvoi::json::Value& value, std::string_view pointer) {
    const mvoi::json::Value* found = mvoi::json::at(value, pointer);
    if (!found) return "(nothing)";
    return found->text() ? *found->text() : mvoi::json::write(*found);
}

// The rules of the findings of an answer, those that begin so.
inline Rules findings(const mvoi::json::Value& answer, std::string_view beginning = "") {
    Rules found;
    for (const auto& each : answer.list_or_empty("findings"))
        if (each.text_or("rule").starts_with(beginning)) found.insert(each.text_or("rule"));
    return found;
}

// The feed of a day, as JSON.
inline mvoi::json::Value json_feed(TestRegister& store, const Members& asked) {
    Members all = {{"/organisation", "gm0344"}, {"/format", "json"}};
    all.insert(all.end(), asked.begin(), asked.end());
    return mvoi::json::parse(store.call("calendar.feed", request(all)).text_or("body"), 64);
}

inline std::vector<std::string> references_and_promises(const mvoi::json::Value& answer) {
    std::vector<std::string> found;
    for (const auto& each : answer.list_or_empty("items"))
        found.push_back(each.text_or("reference") + " " + text_at(each, "/promise/number"));
    return found;
}

// Brings a tender from its preparation to its award.
inline void award(TestRegister& store, const std::string& reference, const std::string& today) {
    for (const char* phase : {"publication", "evaluation", "award"})
        store.call(
            "tender.advance",
            request({{"/organisation", "gm0344"}, {"/reference", reference}, {"/to", phase}, {"/today", today}}));
}

// "3 1 0 0": how many rows of an import were added, changed, left as they were, and refused.
inline std::string counts(const mvoi::json::Value& answer) {
    return text_at(answer, "/added") + " " + text_at(answer, "/changed") + " " + text_at(answer, "/unchanged") + " " +
           text_at(answer, "/refused");
}
