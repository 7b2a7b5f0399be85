// SPDX-License-Identifier: EUPL-1.2
// Changes valid requests, as trees and as bytes, and sends them through the door; what comes back must keep the
// promises of mvoi.h. The same seed gives the same calls. Called: fuzz_call CORPUS COUNT [SEED]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "json/text.hpp"
#include "json/value.hpp"
#include "mvoi.h"

using mvoi::json::Value;

namespace {

struct Seed {
    std::string operation, request;
};

std::mt19937 dice;
std::size_t pick(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(dice);
}

[[noreturn]] void fault(const std::string& what, const std::string& operation, const std::string& request) {
    std::printf("FAIL %s\n  %s %s\n", what.c_str(), operation.c_str(), request.substr(0, 4000).c_str());
    std::exit(1);
}

std::vector<Seed> read_corpus(const char* path) {
    std::vector<Seed> seeds;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t space = line.find(' ');
        if (!line.empty() && line[0] != '#') seeds.push_back({line.substr(0, space), line.substr(space + 1)});
    }
    if (seeds.empty()) fault("no corpus", path, "");
    return seeds;
}

// ---- changing -------------------------------------------------------------------------------------------------------

std::string strange_text() {
    static const std::string texts[] = {"",
                                        " ",
                                        "null",
                                        "2026-02-29",
                                        "2028-02-29",
                                        "9999-12-31",
                                        "1899-12-31",
                                        "2027-Q4",
                                        "2027-H3",
                                        "onbekend",
                                        "onbekend ",
                                        "klimaat",
                                        "gm0344",
                                        "A1",
                                        "A2",
                                        "\xF0\x9F\x8C\xB1",
                                        "e\xCC\x81",
                                        "\xE2\x80\xAE",
                                        "\x7F\x01\x1F",
                                        "'; DROP TABLE journal; --",
                                        "[zwartgelakt: x]",
                                        "=1+1",
                                        "\r\nBEGIN:VEVENT",
                                        "../../etc/passwd",
                                        "/",
                                        "~",
                                        "%s%n",
                                        "18.010",
                                        "00000000-0",
                                        "01a1fc39-832a-7790-9526-fc449ce94b1d"};
    if (pick(12) == 0) return std::string(pick(30000), "ax\"\\"[pick(4)]);
    return texts[pick(std::size(texts))];
}

Value strange() {
    static const std::int64_t numbers[] = {0,
                                           1,
                                           -1,
                                           3,
                                           4,
                                           100,
                                           101,
                                           2147483647,
                                           2147483648,
                                           -9223372036854775807 - 1,
                                           9223372036854775807,
                                           9000000000000000,
                                           9000000000000001};
    switch (pick(9)) {
        case 0:
            return {};
        case 1:
            return pick(2) == 0;
        case 2:
            return numbers[pick(std::size(numbers))];
        case 3:
            return 0.1 * static_cast<double>(pick(100000));
        case 4:
            return Value(mvoi::json::List{});
        case 5:
            return Value(mvoi::json::Object{});
        case 6: {
            Value deep("x");
            for (std::size_t i = pick(40); i > 0; --i) {
                Value outer;
                outer.add("a", std::move(deep));
                deep = std::move(outer);
            }
            return deep;
        }
        default:
            return strange_text();
    }
}

void change(Value& value) {
    if (auto* members = value.object(); members && !members->empty() && pick(5)) {
        auto& member = (*members)[pick(members->size())];
        switch (pick(8)) {
            case 0:
                member.name = strange_text();
                return;
            case 1:
                members->erase(members->begin() + static_cast<std::ptrdiff_t>(pick(members->size())));
                return;
            case 2:
                members->push_back(member);
                return;  // a duplicate
            case 3:
                members->push_back({strange_text(), strange()});
                return;
            default:
                return change(member.value);
        }
    }
    if (auto* items = value.list(); items && !items->empty() && pick(5)) {
        switch (pick(6)) {
            case 0:
                items->push_back(Value(items->front()));
                return;
            case 1:
                items->pop_back();
                return;
            case 2:
                for (std::size_t i = pick(300); i > 0; --i) items->push_back(Value(items->front()));
                return;
            default:
                return change((*items)[pick(items->size())]);
        }
    }
    value = strange();
}

void change_bytes(std::string& text, const std::vector<Seed>& seeds) {
    for (std::size_t n = 1 + pick(4); n > 0; --n) {
        const std::size_t place = text.empty() ? 0 : pick(text.size());
        switch (pick(6)) {
            case 0:
                if (!text.empty()) text[place] = static_cast<char>(text[place] ^ (1 << pick(8)));
                break;
            case 1:
                text.insert(place, 1, static_cast<char>(pick(256)));
                break;
            case 2:
                text.erase(place, 1 + pick(20));
                break;
            case 3:
                text.resize(place);
                break;
            case 4:
                text.insert(place, seeds[pick(seeds.size())].request.substr(0, 1 + pick(60)));
                break;
            default:
                text.insert(place, std::string(1 + pick(60), "[{\"\0\xC3"[pick(5)]));
                break;
        }
    }
}

std::string changed(const std::string& request, const std::vector<Seed>& seeds) {
    std::string text = request;
    if (pick(8)) {
        Value value = mvoi::json::parse(request, 64);
        for (std::size_t n = pick(4); n > 0; --n) change(value);
        text = mvoi::json::write(value);
    }
    if (pick(4) == 0) change_bytes(text, seeds);
    return text;
}

// ---- checking -------------------------------------------------------------------------------------------------------

class Door {
  public:
    explicit Door(const std::string& path) {
        const std::string config = R"({"register":")" + path + R"(","actor":"fuzzer","waitMs":2000})";
        int32_t length = 0;
        char answer[1000];
        if (mvoi_open(config.c_str(), -1, &session_, answer, sizeof answer, &length) != MVOI_OK)
            fault("open", path, answer);
    }
    ~Door() { mvoi_close(session_); }

    // A call into a buffer of any size, the rest read on; the whole answer. "$review" in a request is the number of the
    // review that was asked for last.
    int32_t call(const std::string& operation, std::string request, std::string& answer) {
        for (std::size_t at = 0; (at = request.find("$review")) != std::string::npos;) request.replace(at, 7, review_);
        const int32_t status = send(operation, request, answer);
        if (operation == "review.ask" && status == MVOI_OK) review_ = mvoi::json::parse(answer, 64).text_or("review");
        return status;
    }

    void poke(const std::string& request) {
        char out[64];
        int32_t length = 0, count = 0;
        int64_t number = 0;
        static const char* const paths[] = {
            "", "/", "/errors/0/path", "/items/0", "/themes/-", "/a~2", "x", "/themes/0/criteria/0/number"};
        const char* path = paths[pick(std::size(paths))];
        mvoi_text(session_, path, -1, out, static_cast<int32_t>(pick(sizeof out)), &length);
        mvoi_integer(session_, path, -1, &number);
        mvoi_count(session_, path, -1, &count);
        mvoi_answer(session_, static_cast<int32_t>(pick(5000)), out, static_cast<int32_t>(pick(sizeof out)), &length);
        const auto cut = static_cast<int32_t>(request.size() > 100 ? pick(100) : request.size());
        mvoi_put_text(session_, request.data(), cut, request.data(), cut);
        mvoi_put_text(session_, "/themes/0/theme", -1, request.data(), cut);
        mvoi_put_integer(session_, "/ambition", -1, static_cast<int64_t>(pick(5)));
        mvoi_text(session_, request.data(), cut, out, sizeof out, &length);
        mvoi_call(session_, "tender.start", -1, "", 0, out, sizeof out, &length);
    }

  private:
    int32_t send(const std::string& operation, const std::string& request, std::string& answer) {
        std::vector<char> buffer(pick(3) ? 20000 : pick(200));
        int32_t length = 0;
        const int32_t status = mvoi_call(session_, operation.data(), static_cast<int32_t>(operation.size()),
                                         request.data(), static_cast<int32_t>(request.size()), buffer.data(),
                                         static_cast<int32_t>(buffer.size()), &length);
        if (length < 0) fault("negative length", operation, request);
        answer.assign(static_cast<std::size_t>(length) + 1, '\0');
        int32_t again = 0;
        if (mvoi_answer(session_, 0, answer.data(), length + 1, &again) != MVOI_OK || again != length)
            fault("answer is not what was announced", operation, request);
        answer.resize(static_cast<std::size_t>(length));
        const std::size_t fits = mvoi::json::utf8_prefix(answer, buffer.size());
        if (!std::equal(answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(fits), buffer.begin()))
            fault("buffer and answer differ", operation, request);
        return status;
    }

    int32_t session_ = 0;
    std::string review_ = "01a1fc39-832a-7790-9526-fc449ce94b1d";
};

bool known(int32_t status) {
    static const int32_t all[] = {MVOI_OK,       MVOI_BLOCKED, MVOI_NOT_FOUND, MVOI_CONFLICT, MVOI_E_OPERATION,
                                  MVOI_E_FORMAT, MVOI_E_BUSY,  MVOI_E_STORAGE, MVOI_E_LIMIT};
    return std::find(std::begin(all), std::end(all), status) != std::end(all);
}

void check_answer(int32_t status, const Seed& seed, const std::string& request, const std::string& answer) {
    if (!known(status)) fault("status " + std::to_string(status) + ": " + answer, seed.operation, request);
    if (mvoi::json::find_invalid_utf8(answer) != std::string::npos)
        fault("answer is no UTF-8", seed.operation, request);
    Value value;
    try {
        value = mvoi::json::parse(answer, 200);
    } catch (const std::exception& error) {
        fault(std::string("answer is no JSON: ") + error.what(), seed.operation, request);
    }
    if (status == MVOI_OK) return;
    for (const char* member : {"status", "name", "message", "errors", "retry", "fatal"})
        if (!value.find(member)) fault(std::string("no ") + member + " in " + answer, seed.operation, request);
    if (value.integer_or("status", 0) != status || value.text_or("message").size() < 10)
        fault("poor error document " + answer, seed.operation, request);
}

std::int64_t entries(Door& door) {
    std::string answer;
    door.call("journal.verify", "{}", answer);
    const Value value = mvoi::json::parse(answer, 64);
    if (!value.boolean_or("intact", false)) fault("the journal does not verify", "", answer);
    return value.integer_or("entries", -1);
}

void check_tables(Door& door) {
    std::string answer;
    door.call("register.rebuild", R"({"dryRun":true})", answer);
    if (!mvoi::json::parse(answer, 64).boolean_or("equal", false))
        fault("the tables are not what the journal says", "", answer);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const auto seeds = read_corpus(argv[1]);
    const long count = std::atol(argv[2]);
    dice.seed(argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1U);
    std::string folder = "/tmp/mvoi-fuzz-XXXXXX";
    if (!mkdtemp(folder.data())) return 2;
    std::filesystem::current_path(folder);  // relative paths in requests stay in here

    const auto begun = std::chrono::steady_clock::now();
    long accepted = 0, refused = 0;
    constexpr long per_register = 1500;  // small registers keep verify and rebuild, which are called often, quick
    for (long done = 0; done < count;) {
        Door door(folder + "/fuzz" + std::to_string(done) + ".mvoi");
        std::string answer;
        for (const Seed& seed : seeds) door.call(seed.operation, seed.request, answer);
        for (long n = 0; n < per_register && done < count; ++n, ++done) {
            const Seed& seed = seeds[pick(seeds.size())];
            std::string request = changed(seed.request, seeds);
            // A backup goes where it is told: only into the fuzzer's own folder.
            if (seed.operation == "register.backup") std::replace(request.begin(), request.end(), '/', '_');
            const bool watch = pick(500) == 0;
            const std::int64_t before = watch ? entries(door) : 0;
            const int32_t status = door.call(seed.operation, request, answer);
            check_answer(status, seed, request, answer);
            const bool may_write =
                seed.operation == "register.import" || (seed.operation == "tender.advance" && status == MVOI_BLOCKED);
            if (watch && status != MVOI_OK && !may_write && entries(door) != before)
                fault("a refused call wrote", seed.operation, request);
            ++(status == MVOI_OK ? accepted : refused);
            if (pick(16) == 0) door.poke(request);
        }
        entries(door);
        check_tables(door);
    }
    std::filesystem::remove_all(folder);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::printf("%ld requests, %ld accepted, %ld refused, %.0f a second\n1 passed, 0 failed\n", count, accepted,
                refused, static_cast<double>(count) / seconds);
}
