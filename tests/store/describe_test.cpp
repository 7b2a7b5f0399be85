// SPDX-License-Identifier: EUPL-1.2
// The words that describe has for codes.
#include "support/register.hpp"

namespace describe_test {

TEST_CASE("describe has the words for codes when it is asked for them") {
    TestRegister store;
    CHECK(text_at(store.call("describe", R"({"labels":true})"), "/labels/certainty/vast") == "vast");
    CHECK(text_at(store.call("describe", R"({"labels":true})"), "/labels/review/akkoord-mits") == "akkoord, mits");
    CHECK_FALSE(store.call("describe", "{}").find("labels"));
    store.caller.language = mvoi::domain::Language::English;
    CHECK(text_at(store.call("describe", R"({"labels":true})"), "/labels/level/1") == "basic");
}

}  // namespace describe_test
