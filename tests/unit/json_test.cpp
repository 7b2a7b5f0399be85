// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "domain/characters.hpp"
#include "json/out.hpp"
#include "json/text.hpp"
#include "json/value.hpp"

namespace json_test {

using namespace mvoi::json;

namespace {

std::string refusal(const std::string& text) {
    try {
        parse(text);
    } catch (const ParseError& error) {
        return error.rule + " " + error.path;
    }
    return "accepted";
}

}  // namespace

TEST_CASE("reading keeps the order of members and the exactness of integers") {
    const Value value = parse(R"({"b":1,"a":[true,null,"x"],"big":9223372036854775807,"half":0.5})");
    CHECK(write(value) == R"({"b":1,"a":[true,null,"x"],"big":9223372036854775807,"half":0.5})");
    CHECK(write_canonical(value) == R"({"a":[true,null,"x"],"b":1,"big":9223372036854775807,"half":0.5})");
}

TEST_CASE("what is not acceptable is refused with its reason and place") {
    CHECK(refusal(R"({"a":1,"a":2})") == "json.duplicate /a");
    CHECK(refusal(R"({"x":[{},{"k":{"n":1,"m":2,"n":3}}]})") == "json.duplicate /x/1/k/n");
    CHECK(refusal("{\"a\":\"\\u0000\"}") == "json.nul /a");
    CHECK(refusal("{\"a\":[1,{\"b\":\"\\u0000\"}]}") == "json.nul /a/1/b");
    CHECK(refusal(std::string("{\"a\":\"\0\"}", 9)) == "json.nul ");
    CHECK(refusal("{\"a\":\"\xC3\x28\"}") == "json.utf8 ");
    CHECK(refusal("{\"a\":\"\xED\xA0\x80\"}") == "json.utf8 ");
    CHECK(refusal(std::string(33, '[') + std::string(33, ']')) == "json.depth ");
    CHECK(refusal(std::string(32, '[') + std::string(32, ']')) == "accepted");
    CHECK(refusal(R"({"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})") == "accepted");
    for (const char* text : {"", "{", "{\"a\":}", "{'a':1}", "{\"a\":1,}", "{\"a\":1} x", "// c\n{}", "{\"a\":NaN}",
                             "{\"a\":1e999}", "{\"a\":\"\\ud800\"}", "[1,2", "nul"})
        CHECK(refusal(text) == "json.syntax ");
}

TEST_CASE("duplicate members are found in large objects too") {
    std::string text = "{";
    for (int i = 0; i < 200; ++i) text += "\"m" + std::to_string(i) + "\":1,";
    CHECK(refusal(text + "\"z\":1}") == "accepted");
    CHECK(refusal(text + "\"m77\":1}") == "json.duplicate /m77");
}

TEST_CASE("texts are escaped as JSON asks and no further") {
    const std::string text = "a\"b\\c\n\t\x01 é € \xF0\x9F\x8C\xB1/";
    std::string out;
    write_text(out, text);
    CHECK(out == "\"a\\\"b\\\\c\\n\\t\\u0001 é € \xF0\x9F\x8C\xB1/\"");
    CHECK(*parse(out).text() == text);
}

TEST_CASE("a JSON Pointer finds, and only what is there") {
    const Value value = parse(R"({"a":[{"b/c":1,"~":2}],"":3})");
    CHECK(*at(value, "/a/0/b~1c")->integer() == 1);
    CHECK(*at(value, "/a/0/~0")->integer() == 2);
    CHECK(*at(value, "/")->integer() == 3);
    CHECK(at(value, "") == &value);
    for (const char* pointer : {"a", "/a/1", "/a/-", "/a/00", "/a/0/x", "/a/0/b~2c", "/a/x"})
        CHECK_FALSE(at(value, pointer));
}

TEST_CASE("putting makes what is on the way, and changes nothing when it is refused") {
    Value value;
    CHECK(put(value, "/themes/0/theme", "klimaat"));
    CHECK(put(value, "/themes/0/level", 2));
    CHECK(put(value, "/themes/1/theme", "milieu"));
    CHECK(put(value, "/themes/-/theme", "circulair"));
    CHECK(put(value, "/themes/0/level", 3));
    CHECK(write(value) == R"({"themes":[{"theme":"klimaat","level":3},{"theme":"milieu"},{"theme":"circulair"}]})");
    const std::string before = write(value);
    CHECK_FALSE(put(value, "/themes/7/theme", "x"));
    CHECK_FALSE(put(value, "/themes/0/theme/deeper", "x"));
    CHECK_FALSE(put(value, "/themes", "x"));
    CHECK_FALSE(put(value, "/new/1/a", "x"));
    CHECK_FALSE(put(value, "nonsense", "x"));
    CHECK(write(value) == before);
}

TEST_CASE("writing straight into text places commas and seals") {
    struct Stars : TextSeal {
        void write(std::string& out, const std::string&) override { out += "\"***\""; }
    } stars;
    std::string text;
    Out out(text, &stars);
    out.object([&] {
        out.member("a", 1);
        out.object("empty", [] {});
        out.list("list", std::vector<int>{1, 2}, [&](int each) { out.value(each); });
        out.redactable("name", "Jan");
        out.member("yes", true);
        out.member_if("gone", std::string());
    });
    CHECK(text == R"({"a":1,"empty":{},"list":[1,2],"name":"***","yes":true})");
}

TEST_CASE("what is no UTF-8 is found wherever it stands, and becomes readable") {
    for (std::size_t length = 0; length < 30; ++length)
        for (std::size_t at = 0; at <= length; ++at) {
            std::string text(length, 'a');
            text.insert(at, "é");
            CHECK(find_invalid_utf8(text) == std::string::npos);
            CHECK(mvoi::json::readable(text) == text);
            text.insert(at, "\xFF");
            CHECK(find_invalid_utf8(text) == at);
            CHECK(mvoi::json::readable(text) == text.substr(0, at) + "\xEF\xBF\xBD" + text.substr(at + 1));
        }
    CHECK(mvoi::json::readable("\xC3") == "\xEF\xBF\xBD");
}

TEST_CASE("a prefix never ends inside a character") {
    const std::string text = "aé€\xF0\x9F\x8C\xB1z";
    for (std::size_t bytes = 0; bytes <= text.size() + 2; ++bytes) {
        const std::size_t cut = utf8_prefix(text, bytes);
        CHECK(cut <= std::min(bytes, text.size()));
        CHECK(find_invalid_utf8(std::string_view(text).substr(0, cut)) == std::string_view::npos);
        if (bytes >= 4 || cut + 4 > bytes) CHECK(bytes - std::min(cut, bytes) < 4 + 2);
    }
}

TEST_CASE("a character of UTF-8 is read as it is, and what is none is one byte") {
    const auto code = [](std::string_view text) {
        return static_cast<std::uint32_t>(mvoi::domain::character_at(text, 0).code);
    };
    CHECK(code("a") == 'a');
    CHECK(code("é") == 0xE9);
    CHECK(code("€") == 0x20AC);
    CHECK(code("\xF0\x9F\x8C\xB1") == 0x1F331);
    CHECK(mvoi::domain::character_at("x€", 1).length == 3);
    for (const char* none : {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                             "\xF0\x80\x80\xAF", "\xF5\x80\x80\x80", "\xC3(", "\xFF"}) {
        INFO(write(Value(static_cast<std::int64_t>(static_cast<unsigned char>(none[0])))));
        CHECK_FALSE(mvoi::domain::character_at(none, 0).valid);
        CHECK(mvoi::domain::character_at(none, 0).length == 1);
        CHECK(code(none) == 0xFFFD);
        CHECK(find_invalid_utf8(none) == 0);
    }
}

}  // namespace json_test
