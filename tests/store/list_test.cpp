// SPDX-License-Identifier: EUPL-1.2
// The number of statements that a list asks of the database: as many for many rows as for few.
#include <limits>

#include "store/tables/records.hpp"
#include "support/plans.hpp"
#include "support/register.hpp"

namespace list_test {

namespace {

using namespace mvoi;
using namespace mvoi::store;

// A connection that counts the statements it is asked for.
class CountingConnection : public Connection {
  public:
    CountingConnection(Connection& real, int& statements) : real_(real), statements_(statements) {}
    Statement& statement(std::string_view name) override {
        ++statements_;
        return real_.statement(name);
    }
    void run(const std::string& sql) override { real_.run(sql); }
    std::int64_t number(const std::string& sql) override { return real_.number(sql); }
    void make_tables() override { real_.make_tables(); }
    Differences differences_by(const std::function<void()>& work) override { return real_.differences_by(work); }
    void each_row(const std::string& table, const std::function<void(std::string_view)>& visit) override {
        real_.each_row(table, visit);
    }
    std::map<std::string, std::string> layout() override { return real_.layout(); }

  private:
    Connection& real_;
    int& statements_;
};

class CountingEngine : public Engine {
  public:
    CountingEngine(Engine& real, int& statements) : real_(real), statements_(statements) {}
    void write(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override {
        real_.write(wait_ms, stop, work);
    }
    void write_alone(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override {
        real_.write_alone(wait_ms, stop, work);
    }
    void read(int wait_ms, const StopFlag& stop, const std::function<void(Connection&)>& work) override {
        real_.read(wait_ms, stop, [&](Connection& connection) {
            CountingConnection counting(connection, statements_);
            work(counting);
        });
    }
    bool backup(const StopFlag& stop, const std::string& path) override { return real_.backup(stop, path); }
    bool is_at(const std::string& full_name) const override { return real_.is_at(full_name); }
    std::string put_in_place(const StopFlag& stop, const std::string& full_name,
                             const std::function<void(Connection&)>& check) override {
        return real_.put_in_place(stop, full_name, check);
    }
    bool stands() noexcept override { return real_.stands(); }
    bool empty_log(int wait_ms) override { return real_.empty_log(wait_ms); }
    void let_go() noexcept override { real_.let_go(); }

  private:
    Engine& real_;
    int& statements_;
};

int statements_of(TestRegister& store, const std::string& operation, const std::string& request) {
    int statements = 0;
    const auto real = store.caller.store;
    store.caller.store = std::make_shared<Register>(std::make_unique<CountingEngine>(real->engine(), statements));
    const auto answer = store.call(operation, request);
    store.caller.store = real;
    INFO(operation);
    if (const auto* items = answer.find("items"))
        CHECK_FALSE((items->list() ? items->list()->empty() : *items->integer() == 0));
    return statements;
}

void add(TestRegister& store, int from, int to, int promises) {
    std::string list;
    for (int i = 0; i < promises; ++i)
        list += std::string(i ? "," : "") + R"({"theme":"klimaat","kpi":"co2-uitstoot","target":"40"})";
    for (int i = from; i < to; ++i) {
        const std::string number = std::to_string(i);
        store.call("tender.start", starting("T-" + number));
        store.call("contract.sign", signing("[" + list + "]", {{"/reference", "C-" + number}}));
    }
}

// Contracts that renewed themselves by 2029, with all that a list may read of them.
void add_with_records(TestRegister& store, int from, int to) {
    const std::string promises =
        R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40","owner":"contractmanager","proofKind":"certificaat"},)"
        R"({"theme":"social-return","text":"Wij helpen mee."}])";
    for (int i = from; i < to; ++i) {
        const std::string reference = "C-" + std::to_string(i), number = std::to_string(100 + i);
        store.call("contract.sign", signing(promises, {{"/reference", reference},
                                                       {"/suppliers/0/name", "Bedrijf " + number},
                                                       {"/people/contractmanager", "N. de Vries"},
                                                       {"/term/renewal", "stilzwijgend"},
                                                       {"/term/renewalMonths", 12},
                                                       {"/term/notice/count", 3},
                                                       {"/term/notice/unit", "months"},
                                                       {"/socialReturn/rule", "praktijk-aanneemsom"},
                                                       {"/socialReturn/region", "haaglanden"},
                                                       {"/socialReturn/aanneemsomCents", 1000000000}}));
        const auto put = [&](const char* operation, const std::string& more) {
            store.call(operation, of_one(reference, "2028-02-01", more));
        };
        put("promise.observe", R"("observations":[{"promise":1,"from":"2027-01-01","to":"2027-12-31","value":"30",)"
                               R"("source":"meter"}])");
        put("promise.rate", R"("ratings":[{"promise":1,"rating":"goed","on":"2027-06-01"}])");
        put("promise.rate", R"("ratings":[{"promise":2,"rating":"goed","on":"2027-07-01"}])");
        for (const std::string& sha256 : {number + std::string(61, 'a'), std::string(64, 'b')})
            put("promise.evidence",
                R"("documents":[{"promises":[1,2],"kind":"certificaat","sha256":")" + sha256 + "\"}]");
        put("socialreturn.realise", R"("invoices":[{"reference":"f","on":"2027-03-01","cents":10000}])");
        put("socialreturn.realise", R"("placements":[{"reference":"k","block":"ww","started":"2027-02-01",)"
                                    R"("hoursPerWeek":"36","halfMonths":2}])");
    }
}

}  // namespace

TEST_CASE("a list of many tenders or contracts asks as many statements as one of few", "[list][store]") {
    TestRegister store;
    add(store, 0, 3, 1);
    const int few_tenders = statements_of(store, "tender.list", of_all("2026-11-22"));
    const int few_contracts = statements_of(store, "contract.list", of_all("2026-11-22"));
    add(store, 3, 40, 1);
    CHECK(statements_of(store, "tender.list", of_all("2026-11-22")) == few_tenders);
    CHECK(statements_of(store, "contract.list", of_all("2026-11-22")) == few_contracts);
    CHECK(few_tenders == 2);    // and whether there is such an organisation
    CHECK(few_contracts == 3);  // and its policy in force
}

TEST_CASE("a list of promises asks as many statements for a contract with many as for one with few", "[list][store]") {
    TestRegister few, many;
    add(few, 0, 2, 2);
    add(many, 0, 2, 30);
    CHECK(statements_of(few, "promise.list", of_all("2026-11-22")) ==
          statements_of(many, "promise.list", of_all("2026-11-22")));
}

TEST_CASE("a list over many contracts asks as many statements as one over few, whatever belongs to them",
          "[list][store]") {
    struct Asked {
        const char* operation;
        std::string request;
    };
    std::vector<Asked> lists;
    for (const char* today : {"2028-03-01", "2029-03-01"})
        for (const auto& [operation, more] : std::vector<std::pair<const char*, const char*>>{
                 {"contract.list", ""},
                 {"promise.list", ""},
                 {"promise.list", R"("limit":1000)"},
                 {"promise.list", R"("theme":"klimaat","owner":"contractmanager")"},
                 {"promise.list", R"("ratingDue":"2030-12-31")"},
                 {"worklist.list", ""},
                 {"effect.list", ""},
                 {"effect.list", R"("per":["contract"])"},
                 {"socialreturn.list", ""},
                 {"checkability.compute", ""},
                 {"calendar.feed", R"("format":"json")"}})
            lists.push_back({operation, of_all(today, more)});
    TestRegister store;
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-01-01","today":"2026-01-01"})");
    add_with_records(store, 0, 3);
    std::vector<int> few;
    for (const Asked& each : lists) few.push_back(statements_of(store, each.operation, each.request));
    add_with_records(store, 3, 40);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        INFO(lists[i].request);
        CHECK(statements_of(store, lists[i].operation, lists[i].request) == few[i]);
    }
}

TEST_CASE("a list of many reviews asks as many statements as one of few", "[list][store]") {
    TestRegister store;
    const auto ask = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            store.call("tender.start", starting("T-" + std::to_string(i)));
            store.call("review.ask", of_one("T-" + std::to_string(i), "2026-11-21"));
        }
    };
    ask(0, 3);
    const int few = statements_of(store, "review.list", of_all("2026-11-22"));
    ask(3, 40);
    CHECK(statements_of(store, "review.list", of_all("2026-11-22")) == few);
}

// Else the first row of a list would wait for the last.
TEST_CASE("what is read in step with a list is searched in its order, not read whole and sorted", "[list][store]") {
    TestRegister store;
    for (const char* query : {"contracts_running", "effect_contracts", "social_return_list", "promise_list",
                              "promise_list_of_contract", "observation_list", "observation_running", "rating_list",
                              "rating_running", "evidence_list", "evidence_running", "realisation_list"}) {
        INFO(query);
        for (const std::string& step : plan_of(store, query)) {
            INFO(step);
            CHECK_FALSE(is_whole_scan(step));
            CHECK(step.find("TEMP B-TREE") == std::string::npos);
        }
    }
}

TEST_CASE("contracts in step get their own rows, whichever are asked for", "[list][store]") {
    TestRegister store;
    add_with_records(store, 0, 5);
    store.call("contract.sign", signing("[]", {{"/reference", "without promises"}}));
    add_with_records(store, 6, 8);
    std::vector<std::int64_t> ids;  // the newest first
    store.caller.store->engine().read(store.stop, [&](Connection& connection) {
        const auto all = std::numeric_limits<std::int64_t>::max();
        each_measurable_contract(connection, "gm0344", all, [&](MeasurableContract&& each) {
            ids.push_back(each.place.id);
            return true;
        });
        REQUIRE(ids.size() == 8);
        for (const std::vector<std::size_t>& asked :
             std::vector<std::vector<std::size_t>>{{0, 1, 2, 3, 4, 5, 6, 7}, {1, 3, 4}, {2}, {7}, {0, 7}, {6, 7}, {}}) {
            const RunningFilter running{"gm0344", domain::Date(2028, 1, 1), domain::Date(2028, 1, 1)};
            ObservationsInStep newest(connection, promises_below("gm0344", all)), oldest(connection, running);
            RecordsInStep records(connection, promises_below("gm0344", all), domain::Date(2028, 3, 1));
            RealisationsInStep realisations(connection, "gm0344", all);
            for (const std::size_t place : asked) {
                const std::size_t rows = place == 2 ? 0 : 1;
                CHECK(newest.of(ids[place]).size() == rows);
                const auto found = records.of(ids[place]), alone = records_of(connection, ids[place]);
                CHECK(found.ratings.size() == 2 * rows);
                CHECK(found.holders == alone.holders);
                CHECK(found.proof == alone.proof);
                CHECK(found.entries.size() == 4 * rows);
                std::size_t realised = 0;
                realisations.each_of(ids[place], [&](const Realisation& each) { realised += each.entry ? 1 : 0; });
                CHECK(realised == 2 * rows);
            }
            for (auto place = asked.rbegin(); place != asked.rend(); ++place)
                CHECK(oldest.of(ids[*place]).size() == (*place == 2 ? 0 : 1));
        }
        // Those above a mark alone: of its own contract the promises behind it.
        PromiseFilter marked{"gm0344", ids[1], 1, std::nullopt, std::nullopt};
        ObservationsInStep after(connection, marked);
        CHECK(after.of(ids[1]).empty());
        CHECK(after.of(ids[3]).size() == 1);
    });
}

}  // namespace list_test
