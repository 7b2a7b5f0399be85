// SPDX-License-Identifier: EUPL-1.2
// The number of statements that a list asks of the database: as many for many rows as for few.
#include "support/register.hpp"

namespace list_test {

namespace {

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
    void read(const StopFlag& stop, const std::function<void(Connection&)>& work) override {
        real_.read(stop, [&](Connection& connection) {
            CountingConnection counting(connection, statements_);
            work(counting);
        });
    }
    bool backup(const StopFlag& stop, const std::string& path) override { return real_.backup(stop, path); }
    void pause() override { real_.pause(); }
    void resume() override { real_.resume(); }

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
    CHECK_FALSE(answer.list_or_empty("items").empty());
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

}  // namespace

TEST_CASE("a list of many tenders or contracts asks as many statements as one of few", "[list][store]") {
    TestRegister store;
    add(store, 0, 3, 1);
    const int few_tenders = statements_of(store, "tender.list", of_all("2026-11-22"));
    const int few_contracts = statements_of(store, "contract.list", of_all("2026-11-22"));
    add(store, 3, 40, 1);
    CHECK(statements_of(store, "tender.list", of_all("2026-11-22")) == few_tenders);
    CHECK(statements_of(store, "contract.list", of_all("2026-11-22")) == few_contracts);
    CHECK(few_tenders == 1);
    CHECK(few_contracts == 2);  // and the policy in force of the organisation
}

TEST_CASE("a list of promises asks as many statements for a contract with many as for one with few", "[list][store]") {
    TestRegister few, many;
    add(few, 0, 2, 2);
    add(many, 0, 2, 30);
    CHECK(statements_of(few, "promise.list", of_all("2026-11-22")) ==
          statements_of(many, "promise.list", of_all("2026-11-22")));
}

}  // namespace list_test
