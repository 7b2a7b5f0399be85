// SPDX-License-Identifier: EUPL-1.2
// tender.list as a page that links to dossiers, and the names of their files.
#include "render/dossier/index.hpp"
#include "support/pages.hpp"
#include "support/register.hpp"

namespace index_test {

namespace {

using mvoi::render::dossier_file_name;

const std::string uuid = "01a1fcee-d3b2-7c20-8eef-ae44635edae4";

void start_tender(TestRegister& store, const std::string& reference, const std::string& more = "") {
    store.call("tender.start", R"({"organisation":"gm0344","reference":")" + reference +
                                   R"(","title":"Zout <i> & zand","kind":"dienst","today":"2026-12-01")" + more + "}");
}

std::string index_page(TestRegister& store, const std::string& more) {
    const auto answer = store.call("tender.list", R"({"format":"html","today":"2026-12-01")" + more + "}");
    CHECK(text_at(answer, "/contentType") == "text/html; charset=utf-8");
    CHECK_FALSE(answer.find("next"));
    return text_at(answer, "/body");
}

}  // namespace

TEST_CASE("an index of dossiers links to each by a name of its own") {
    TestRegister store;
    start_tender(store, "A-1");
    start_tender(
        store, "../x",
        R"(,"themes":[{"theme":"milieu","state":"explained","explanation":{"reason":"geen-aanbod","text":"Gevraagd )"
        R"(en niet gevonden in deze regio."}}])");
    start_tender(store, "A-2");
    const std::string html = index_page(store, R"(,"organisation":"gm0344","limit":1,"after":"2")");
    auto document = pages::parse(html);
    pages::check_headings(*document);
    pages::check_self_contained(*document, {"ol"});
    const auto links = pages::elements(*document, "a");
    REQUIRE(links.size() == 3);
    CHECK(links[0]->getAttribute("href") == "dossier-A-2.html");
    CHECK(links[1]->getAttribute("href").starts_with("dossier-x-"));
    CHECK(links[1]->innerText() == "../x: Zout <i> & zand");
    CHECK(links[2]->getAttribute("href") == "dossier-A-1.html");
    CHECK(html.find("Organisatie gm0344, stand van 1 december 2026.") != std::string::npos);
    CHECK(html.find("3 aanbestedingen, nieuwste eerst.") != std::string::npos);
    const auto answer = store.call("tender.list", R"({"format":"html","today":"2026-12-01"})");
    CHECK(text_at(answer, "/items/0/file") == "dossier-A-2.html");
    CHECK_FALSE(store.call("tender.list", R"({"today":"2026-12-01"})").find("body"));
}

TEST_CASE("an index of a flag names the flag and its themes, in the language of the session") {
    TestRegister store;
    start_tender(
        store, "A-1",
        R"(,"themes":[{"theme":"milieu","state":"explained","explanation":{"reason":"geen-aanbod","text":"Gevraagd )"
        R"(en niet gevonden in deze regio."}}])");
    start_tender(store, "A-2");
    const std::string dutch = index_page(store, R"(,"flag":"niet-van-toepassing")");
    CHECK(dutch.find("Aanbestedingen met de vlag “MVOI-thema niet van toepassing verklaard”") != std::string::npos);
    CHECK(pages::elements(*pages::parse(dutch), "main").at(0)->innerText().find("Thema's: milieu") !=
          std::string::npos);
    CHECK(dutch.find("1 aanbesteding.") != std::string::npos);
    CHECK(dutch.find("A-2") == std::string::npos);
    store.caller.language = mvoi::domain::Language::English;
    const std::string english = index_page(store, R"(,"flag":"niet-van-toepassing")");
    CHECK(english.find("lang=\"en\"") != std::string::npos);
    CHECK(english.find("Themes: milieu") != std::string::npos);
    CHECK(index_page(store, R"(,"flag":"onder-beleid")").find("No tender has this flag.") != std::string::npos);
}

TEST_CASE("the file of a dossier has a plain name, whatever the reference holds") {
    CHECK(dossier_file_name("A-1_2.3", uuid) == "dossier-A-1_2.3.html");
    CHECK(dossier_file_name("../x", uuid) == "dossier-x-" + uuid + ".html");
    CHECK(dossier_file_name("/etc/passwd", uuid) == "dossier-etc-passwd-" + uuid + ".html");
    CHECK(dossier_file_name("vs-1", uuid) == "dossier-vs-1-" + uuid + ".html");
    CHECK(dossier_file_name("é", uuid) == "dossier-" + uuid + ".html");
    CHECK(dossier_file_name("", uuid) == "dossier-" + uuid + ".html");
    const std::string longest(60, 'A');
    CHECK(dossier_file_name(longest, uuid) == "dossier-" + longest + ".html");
    CHECK(dossier_file_name(longest + "A", uuid) == "dossier-" + longest + "-" + uuid + ".html");
}

}  // namespace index_test
