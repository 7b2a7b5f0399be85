// SPDX-License-Identifier: EUPL-1.2
// Statements of schema/queries/ cannot be used wrongly in silence.
#include <regex>
#include <set>
#include <stdexcept>

#include "resources/resources.hpp"
#include "store/fold/tables.hpp"
#include "store/queries.hpp"
#include "support/register.hpp"

namespace query_test {

using namespace mvoi;
using store::Query;

TEST_CASE("a parameter that the statement does not have, or that was left out, is an error") {
    const auto connection = store::empty_register();
    CHECK_THROWS_AS(Query(*connection, "policy_by_name").with("a").with("b"), std::logic_error);
    CHECK_THROWS_AS(Query(*connection, "journal_head").with(1), std::logic_error);
    CHECK_THROWS_AS(Query(*connection, "policy_in_force").with("a").step(), std::logic_error);
    CHECK_THROWS_AS(Query(*connection, "policy_in_force").step(), std::logic_error);
    Query used(*connection, "policy_in_force");
    CHECK_FALSE(used.with("a").with("2027-01-01").step());
    CHECK_THROWS_AS(used.again().with("a").step(), std::logic_error);
    // A value bound the last time does not stand in for one that is left out now.
    CHECK_THROWS_AS(Query(*connection, "policy_by_name").step(), std::logic_error);
}

TEST_CASE("statements of one connection run beside one another, none of them within itself") {
    const auto connection = store::empty_register();
    Query(*connection, "request_put").with("a").with(0).with("").with(7).with(0).run();
    Query outer(*connection, "request_get");
    REQUIRE(outer.with("a").step());
    CHECK_THROWS_AS(Query(*connection, "request_get"), std::logic_error);
    Query(*connection, "request_put").with("b").with(0).with("").with(8).with(0).run();
    CHECK(outer.integer(1) == 7);
    CHECK_FALSE(outer.step());
    CHECK_THROWS_AS(Query(*connection, "request_get"), std::logic_error);
}

TEST_CASE("every statement can be prepared, and every part stands in one") {
    const auto connection = store::empty_register();
    std::set<std::string> parts, used;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        const std::string file(resources::files[i].name), text(resources::files[i].content);
        if (!file.starts_with("queries/")) continue;
        const std::string name = file.substr(file.rfind('/') + 1, file.rfind('.') - file.rfind('/') - 1);
        INFO(name);
        if (file.starts_with("queries/parts/")) {
            parts.insert(name);
            continue;
        }
        static const std::regex part("-- part: ([a-z_]+)\n");
        for (std::sregex_iterator each(text.begin(), text.end(), part), end; each != end; ++each)
            used.insert((*each)[1]);
        CHECK(store::query_text(name).sql.find("-- part:") == std::string::npos);
        CHECK_NOTHROW(connection->statement(name));
    }
    CHECK(parts == used);
    CHECK_FALSE(parts.empty());
}

TEST_CASE("a parameter may be a text that is gone by the time the statement runs") {
    const auto connection = store::empty_register();
    Query(*connection, "request_put")
        .with("a request whose name is long enough to be on the heap")
        .with(0)
        .with("")
        .with(7)
        .with(0)
        .run();
    Query query(*connection, "request_get");
    {
        std::string name = "a request whose name is long enough to be on the heap";
        query.with(name);
        name.assign(name.size(), 'x');
    }
    REQUIRE(query.step());
    CHECK(query.integer(1) == 7);
}

TEST_CASE("the list of the tables of the fold is the one in fold.sql") {
    const std::string sql(resources::file("sqlite/fold.sql"));
    const std::regex made("CREATE TABLE ([a-z_]+)"), dropped("DROP TABLE IF EXISTS ([a-z_]+)");
    const std::set<std::string> listed(std::begin(store::fold_tables), std::end(store::fold_tables));
    CHECK(listed.size() == std::size(store::fold_tables));
    for (const auto& statement : {made, dropped}) {
        std::set<std::string> found;
        for (std::sregex_iterator each(sql.begin(), sql.end(), statement), end; each != end; ++each)
            found.insert((*each)[1]);
        CHECK(found == listed);
    }
}

}  // namespace query_test
