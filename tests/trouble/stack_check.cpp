// SPDX-License-Identifier: EUPL-1.2
// The stack that calls need: every operation runs on a thread that has as little as mvoi.h says.
#include <pthread.h>
#include <sys/mman.h>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

using trouble::Session;

constexpr std::size_t promised = std::size_t{256} << 10, guard = 65536;

struct Question {
    const char* operation;
    const char* request;
};
constexpr Question questions[] = {
    {"policy.adopt", R"({"title":"Beleid","organisation":"gm0344","validFrom":"2026-01-01","themes":[]})"},
    {"tender.start",
     R"({"organisation":"gm0344","reference":"r1","title":"t","kind":"dienst","today":"2026-11-21",)"
     R"("themes":[{"theme":"klimaat","state":"applied","level":2}],"planning":{"contractStart":"2028-01-01"}})"},
    {"tender.gate", R"({"organisation":"gm0344","reference":"r1","to":"publication","today":"2026-11-21"})"},
    {"tender.list", R"({"organisation":"gm0344","format":"html"})"},
    {"contract.sign", R"({"organisation":"gm0344","reference":"c1","title":"Contract","kind":"dienst",)"
                      R"("today":"2026-11-21","term":{"start":"2027-01-01","end":"2028-01-01"}})"},
    {"contract.statement", R"({"organisation":"gm0344","reference":"c1","format":"html","today":"2026-11-21"})"},
    {"describe", R"({"operation":"contract.sign","labels":true})"},
    {"journal.verify", "{}"},
    {"calendar.feed", R"({"organisation":"gm0344","format":"html","today":"2026-11-21"})"},
    {"calendar.feed", R"({"organisation":"gm0344","format":"ics","today":"2026-11-21"})"},
    {"review.dossier", R"({"organisation":"gm0344","reference":"r1","format":"html","today":"2026-11-21"})"},
    {"register.rebuild", "{}"},
    {"register.import", R"({"format":"csv","organisation":"gm0344","text":"Kenmerk;Titel;Soort\nI-1;een;dienst\n"})"},
    {"plan.compute", R"({"organisation":"gm0344","kind":"dienst","contractStart":"2028-01-01","today":"2026-11-21"})"},
    {"worklist.list", R"({"organisation":"gm0344","today":"2026-11-21"})"},
    {"effect.list", R"({"organisation":"gm0344","today":"2026-11-21"})"},
    {"tender.start", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"},
};

void* run(void* path) {
    Session session(*static_cast<std::string*>(path));
    for (const Question& question : questions) session.call(question.operation, question.request);
    session.call("register.backup", R"({"path":")" + *static_cast<std::string*>(path) + R"(-copy"})");
    return nullptr;
}

}  // namespace

int main() {
    const trouble::Folder folder;
    std::string path = folder.file("small.mvoi");
    void* const all = ::mmap(nullptr, promised + guard, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED || ::mprotect(all, guard, PROT_NONE) != 0) return 1;
    char* const stack = static_cast<char*>(all) + guard;
    pthread_attr_t attributes;
    pthread_t thread;
    ::pthread_attr_init(&attributes);
    checks::check(::pthread_attr_setstack(&attributes, stack, promised) == 0, "a small stack");
    checks::check(::pthread_create(&thread, &attributes, run, &path) == 0, "a thread on it");
    ::pthread_join(thread, nullptr);
    std::size_t untouched = 0;
    while (untouched < promised && stack[untouched] == 0) ++untouched;
    checks::check(std::filesystem::exists(path + "-copy"), "every call came back");
    std::printf("%zu KiB of stack used\n", (promised - untouched) >> 10);
    return checks::report();
}
