/* SPDX-License-Identifier: EUPL-1.2
 *
 * Every function of mvoi.h, from C99, against what the header promises: results, buffers, threads, fork, limits.
 *
 * Called as: c_test FOLDER        an empty folder to work in; exit 0 when every promise was kept
 *            c_test --import REGISTER PREFIX ROWS      (itself, as another process that writes)
 */
#define _POSIX_C_SOURCE 200809L

#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "mvoi.h"

/* ---- The interface, pinned: another signature or another number stops the build. ---- */

int32_t (*const pin_abi_version)(void) = mvoi_abi_version;
int32_t (*const pin_open)(const char*, int32_t, int32_t*, char*, int32_t, int32_t*) = mvoi_open;
int32_t (*const pin_close)(int32_t) = mvoi_close;
int32_t (*const pin_interrupt)(int32_t) = mvoi_interrupt;
int32_t (*const pin_call)(int32_t, const char*, int32_t, const char*, int32_t, char*, int32_t, int32_t*) = mvoi_call;
int32_t (*const pin_put_text)(int32_t, const char*, int32_t, const char*, int32_t) = mvoi_put_text;
int32_t (*const pin_put_integer)(int32_t, const char*, int32_t, int64_t) = mvoi_put_integer;
int32_t (*const pin_answer)(int32_t, int32_t, char*, int32_t, int32_t*) = mvoi_answer;
int32_t (*const pin_count)(int32_t, const char*, int32_t, int32_t*) = mvoi_count;
int32_t (*const pin_text)(int32_t, const char*, int32_t, char*, int32_t, int32_t*) = mvoi_text;
int32_t (*const pin_integer)(int32_t, const char*, int32_t, int64_t*) = mvoi_integer;

#define PIN(name, value) typedef char pin_##name[(name) == (value) ? 1 : -1]
PIN(MVOI_ABI, 1);
PIN(MVOI_OK, 0);
PIN(MVOI_BLOCKED, 1);
PIN(MVOI_NOT_FOUND, 2);
PIN(MVOI_CONFLICT, 3);
PIN(MVOI_E_ARGUMENT, -1);
PIN(MVOI_E_HANDLE, -2);
PIN(MVOI_E_OPERATION, -3);
PIN(MVOI_E_IN_USE, -4);
PIN(MVOI_E_FORKED, -5);
PIN(MVOI_E_FORMAT, -6);
PIN(MVOI_E_BUSY, -7);
PIN(MVOI_E_STORAGE, -8);
PIN(MVOI_E_VERSION, -9);
PIN(MVOI_E_INTERRUPTED, -10);
PIN(MVOI_E_READ_ONLY, -11);
PIN(MVOI_E_LIMIT, -12);
PIN(MVOI_E_INTERNAL, -99);
PIN(MVOI_LIMIT_REQUEST_BYTES, 4194304);
PIN(MVOI_LIMIT_DEPTH, 32);
PIN(MVOI_LIMIT_SESSIONS, 4096);

/* ---- Checks and small tools ---- */

static FILE* report; /* the terminal; stdout and stderr themselves are watched, the library may not write to them */
static int checks, failures;
static const char* part = "";

static void check(bool kept, int line, const char* promise, ...) {
    ++checks;
    if (kept) return;
    ++failures;
    va_list values;
    va_start(values, promise);
    fprintf(report, "FAIL %s, line %d: ", part, line);
    vfprintf(report, promise, values);
    fputc('\n', report);
    fflush(report);
    va_end(values);
}
#define CHECK(kept, ...) check((kept), __LINE__, __VA_ARGS__)

static char folder[512];
static char register_path[600];

enum { CAPACITY = 1 << 20 };
static char answer[CAPACITY];
static int32_t answer_len;

static void pause_ms(long ms) {
    struct timespec t;
    t.tv_sec = ms / 1000;
    t.tv_nsec = ms % 1000 * 1000000;
    nanosleep(&t, NULL);
}

static int32_t open_file(const char* path, const char* more, int32_t* session) {
    char config[2048];
    snprintf(config, sizeof config, "{\"register\": \"%s\", \"actor\": \"c_test\", \"origin\": \"c_test\"%s}", path,
             more);
    return mvoi_open(config, -1, session, answer, CAPACITY, &answer_len);
}

static int32_t open_session(void) {
    int32_t session = 0;
    const int32_t status = open_file(register_path, "", &session);
    CHECK(status == MVOI_OK && session > 0, "mvoi_open: %d, session %d: %s", (int)status, (int)session, answer);
    return session;
}

static int32_t call(int32_t session, const char* operation, const char* request) {
    return mvoi_call(session, operation, -1, request, -1, answer, CAPACITY, &answer_len);
}

/* A value of the last answer; empty when it is not there. */
static const char* text(int32_t session, const char* path) {
    static char value[8][4096];
    static int turn;
    char* out = value[turn = (turn + 1) % 8];
    int32_t len = 0;
    if (mvoi_text(session, path, -1, out, sizeof value[0] - 1, &len) != MVOI_OK) return "";
    out[len < (int32_t)sizeof value[0] ? len : (int32_t)sizeof value[0] - 1] = '\0';
    return out;
}

static int64_t integer(int32_t session, const char* path) {
    int64_t value = -1;
    return mvoi_integer(session, path, -1, &value) == MVOI_OK ? value : -1;
}

static int32_t count(int32_t session, const char* path) {
    int32_t n = -1;
    return mvoi_count(session, path, -1, &n) == MVOI_OK ? n : -1;
}

static int32_t start(int32_t session, const char* reference, const char* more) {
    char request[2048];
    snprintf(request, sizeof request,
             "{\"organisation\": \"gm0344\", \"reference\": \"%s\", \"title\": \"Proef\", \"kind\": \"dienst\"%s}",
             reference, more);
    return call(session, "tender.start", request);
}

static int32_t tenders(int32_t session, const char* part_of_reference) {
    char request[200];
    snprintf(request, sizeof request, "{\"text\": \"%s\", \"limit\": 1000}", part_of_reference);
    return call(session, "tender.list", request) == MVOI_OK ? count(session, "/items") : -1;
}

/* The head of the journal: nothing was written when it is the same before and after. */
struct head {
    int64_t seq;
    char hash[65];
};

static struct head head_of(int32_t session) {
    struct head head = {-1, ""};
    const int32_t status = call(session, "journal.verify", "{}");
    CHECK(status == MVOI_OK && integer(session, "/intact") == 1, "journal.verify: %d: %s", (int)status, answer);
    head.seq = integer(session, "/head/seq");
    snprintf(head.hash, sizeof head.hash, "%s", text(session, "/head/hash"));
    return head;
}

static bool same_head(struct head a, struct head b) {
    return a.seq == b.seq && strcmp(a.hash, b.hash) == 0;
}

/* A register.import of many rows: the call that takes long. */
static char* import_request(const char* prefix, int rows) {
    static const char intro[] =
        "{\"format\": \"csv\", \"mapping\": {\"organisation\": \"organisation\", \"reference\": \"reference\", "
        "\"title\": \"title\", \"kind\": \"kind\"}, \"text\": \"organisation,reference,title,kind\\n";
    const size_t row_size = 64 + strlen(prefix);
    char* request = malloc(sizeof intro + (size_t)rows * row_size + 8);
    if (request == NULL) abort();
    char* end = request + sprintf(request, "%s", intro);
    for (int i = 0; i < rows; ++i) end += sprintf(end, "gm0999,%s-%06d,Rij,dienst\\n", prefix, i);
    strcpy(end, "\"}");
    return request;
}

/* An error document in hand: a status, a name and a sentence. */
static void check_refusal(int32_t session, int32_t expected, int32_t status, const char* what) {
    CHECK(status == expected, "%s: %d instead of %d: %.300s", what, (int)status, (int)expected, answer);
    CHECK(integer(session, "/status") == expected, "%s: the answer has no /status %d: %.300s", what, (int)expected,
          answer);
    CHECK(text(session, "/name")[0] != '\0', "%s: the answer has no /name", what);
    CHECK(strlen(text(session, "/message")) >= 10, "%s: the answer has no sentence in /message", what);
    CHECK(text(session, "/retry")[0] != '\0' && text(session, "/fatal")[0] != '\0', "%s: no /retry or /fatal", what);
}

/* ---- The promises, one function each ---- */

static void test_open(void) {
    part = "open";
    CHECK(mvoi_abi_version() == MVOI_ABI, "mvoi_abi_version: %d", (int)mvoi_abi_version());

    int32_t session = 0;
    CHECK(open_file(register_path, "", &session) == MVOI_OK && session > 0, "mvoi_open: %s", answer);
    CHECK(answer_len == (int32_t)strlen(answer) && strstr(answer, "\"head\"") != NULL &&
              strstr(answer, MVOI_VERSION) != NULL,
          "the answer of mvoi_open: %s", answer);
    CHECK(access(register_path, F_OK) == 0, "mvoi_open created no file");
    CHECK(mvoi_close(session) == MVOI_OK, "mvoi_close");

    static const struct {
        const char* config;
        int32_t status;
        const char* path;
    } refused[] = {
        {"", MVOI_E_FORMAT, ""},
        {"{", MVOI_E_FORMAT, ""},
        {"[]", MVOI_E_FORMAT, ""},
        {"{}", MVOI_E_FORMAT, "/register"},
        {"{\"register\": 7}", MVOI_E_FORMAT, "/register"},
        {"{\"register\": \"\"}", MVOI_E_FORMAT, "/register"},
        {"{\"register\": \":memory:\"}", MVOI_E_FORMAT, "/register"},
        {"{\"register\": \"file:r.mvoi?mode=memory\"}", MVOI_E_FORMAT, "/register"},
        {"{\"register\": \"r.mvoi\", \"colour\": 1}", MVOI_E_FORMAT, "/colour"},
        {"{\"register\": \"r.mvoi\", \"waitMs\": 60001}", MVOI_E_FORMAT, "/waitMs"},
        {"{\"register\": \"r.mvoi\", \"language\": \"fr\"}", MVOI_E_FORMAT, "/language"},
        {"{\"register\": \"r.mvoi\", \"register\": \"s.mvoi\"}", MVOI_E_FORMAT, ""},
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; ++i) {
        session = 77;
        const int32_t status = mvoi_open(refused[i].config, -1, &session, answer, CAPACITY, &answer_len);
        CHECK(status == refused[i].status, "config %s: %d: %s", refused[i].config, (int)status, answer);
        CHECK(session == 0, "config %s: the session is %d, not 0", refused[i].config, (int)session);
        CHECK(strstr(answer, "\"message\"") != NULL && strstr(answer, refused[i].path) != NULL, "config %s: %s",
              refused[i].config, answer);
    }
    CHECK(access("r.mvoi", F_OK) != 0, "a refused mvoi_open made a file");
}

static void test_storage(void) {
    part = "storage";
    char path[700];
    int32_t session = 77;

    snprintf(path, sizeof path, "%s/no such folder/r.mvoi", folder);
    int32_t status = open_file(path, "", &session);
    CHECK(status == MVOI_E_STORAGE && session == 0 && strstr(answer, "\"message\"") != NULL, "no folder: %d: %s",
          (int)status, answer);

    snprintf(path, sizeof path, "%s/text.mvoi", folder);
    FILE* file = fopen(path, "w");
    for (int i = 0; i < 1000; ++i) fputs("This is no register. ", file);
    fclose(file);
    status = open_file(path, "", &session);
    CHECK(status == MVOI_E_STORAGE && session == 0, "a text file: %d: %s", (int)status, answer);

    snprintf(path, sizeof path, "%s/absent.mvoi", folder);
    status = open_file(path, ", \"readOnly\": true", &session);
    CHECK(status < 0 && session == 0, "readOnly and not there: %d: %s", (int)status, answer);
    CHECK(access(path, F_OK) != 0, "a readOnly mvoi_open created a file");

    /* A register of a newer library: a copy whose schema number (user_version of SQLite, byte 60) is raised. */
    char request[800];
    snprintf(path, sizeof path, "%s/newer.mvoi", folder);
    snprintf(request, sizeof request, "{\"path\": \"%s\"}", path);
    session = open_session();
    CHECK(call(session, "register.backup", request) == MVOI_OK, "register.backup: %s", answer);
    const int32_t again = call(session, "register.backup", request);
    CHECK(again != MVOI_OK, "register.backup over a file that is there: %d: %s", (int)again, answer);
    mvoi_close(session);
    file = fopen(path, "r+");
    CHECK(file != NULL, "register.backup made no file");
    if (file == NULL) return;
    static const unsigned char newer[4] = {0, 0, 0x27, 0x0f};
    fseek(file, 60, SEEK_SET);
    fwrite(newer, 1, sizeof newer, file);
    fclose(file);
    status = open_file(path, "", &session);
    CHECK(status == MVOI_E_VERSION && session == 0, "a newer register: %d: %s", (int)status, answer);
}

/* Convention 2: lengths, -1, trailing blanks, empty texts. */
static void test_text_in(void) {
    part = "text in";
    const int32_t session = open_session();
    CHECK(mvoi_call(session, "describe", -1, "{}", -1, answer, CAPACITY, &answer_len) == MVOI_OK, "-1 and -1: %s",
          answer);
    CHECK(mvoi_call(session, "describeX", 8, "{}}", 2, answer, CAPACITY, &answer_len) == MVOI_OK, "8 and 2: %s",
          answer);
    CHECK(mvoi_call(session, "describe    ", 12, "{}      ", 8, answer, CAPACITY, &answer_len) == MVOI_OK,
          "trailing blanks: %s", answer);
    CHECK(mvoi_call(session, "describe   ", -1, "{}   ", -1, answer, CAPACITY, &answer_len) == MVOI_OK,
          "trailing blanks and a NUL: %s", answer);
    CHECK(mvoi_call(session, "describe\0\0", 10, "{}\0", 3, answer, CAPACITY, &answer_len) == MVOI_OK,
          "lengths that count NULs: %s", answer);
    int64_t value = 0;
    CHECK(mvoi_integer(session, "/abi      ", 10, &value) == MVOI_OK && value == 1, "a padded pointer");
    CHECK(mvoi_put_text(session, "/operation   ", 13, "tender.get          ", 20) == MVOI_OK, "a padded put");
    CHECK(mvoi_call(session, "describe", 8, NULL, 0, answer, CAPACITY, &answer_len) == MVOI_OK, "NULL of length 0: %s",
          answer);
    CHECK(count(session, "/operations") == 1 && strcmp(text(session, "/operations/0/operation"), "tender.get") == 0,
          "the request that was put: %.300s", answer);
    CHECK(mvoi_put_text(session, "/operation", -1, "tender.list", 11) == MVOI_OK, "put");
    CHECK(mvoi_call(session, "describe", 8, "     ", 5, answer, CAPACITY, &answer_len) == MVOI_OK &&
              strcmp(text(session, "/operations/0/operation"), "tender.list") == 0,
          "a request of blanks is an empty one: %.300s", answer);
    CHECK(count(session, "") > 3, "the pointer \"\" is the whole");
    CHECK(mvoi_count(session, NULL, 0, &answer_len) == MVOI_OK, "a NULL pointer of length 0");

    /* Impossible arguments of the C call itself. */
    struct {
        int32_t status;
        const char* what;
    } impossible[] = {
        {mvoi_call(session, "describe", -2, "{}", 2, answer, CAPACITY, &answer_len), "operation_len -2"},
        {mvoi_call(session, "describe", 8, "{}", -2, answer, CAPACITY, &answer_len), "request_len -2"},
        {mvoi_call(session, "describe", 8, "{}", 2, answer, -1, &answer_len), "answer_cap -1"},
        {mvoi_call(session, NULL, 8, "{}", 2, answer, CAPACITY, &answer_len), "operation NULL of length 8"},
        {mvoi_call(session, "describe", 8, NULL, 2, answer, CAPACITY, &answer_len), "request NULL of length 2"},
        {mvoi_call(session, "describe", 8, "{}", 2, NULL, 10, &answer_len), "answer NULL of capacity 10"},
        {mvoi_call(session, "describe", 8, "{}", 2, answer, CAPACITY, NULL), "answer_len NULL"},
        {mvoi_answer(session, -1, answer, CAPACITY, &answer_len), "offset -1"},
        {mvoi_answer(session, 0, answer, -1, &answer_len), "mvoi_answer, capacity -1"},
        {mvoi_text(session, "/abi", -2, answer, CAPACITY, &answer_len), "path_len -2"},
        {mvoi_text(session, "/abi", 4, answer, -5, &answer_len), "mvoi_text, capacity -5"},
        {mvoi_put_text(session, "/a", 2, "a", -3), "text_len -3"},
        {mvoi_count(session, "/abi", 4, NULL), "count NULL"},
        {mvoi_integer(session, "/abi", 4, NULL), "value NULL"},
        {mvoi_open("{}", 2, NULL, answer, CAPACITY, &answer_len), "session NULL"},
    };
    for (size_t i = 0; i < sizeof impossible / sizeof impossible[0]; ++i)
        CHECK(impossible[i].status == MVOI_E_ARGUMENT, "%s: %d", impossible[i].what, (int)impossible[i].status);
    CHECK(call(session, "describe", "{}") == MVOI_OK, "the session goes on: %s", answer);
    mvoi_close(session);
}

/* The number of bytes of a text that fit in a capacity without cutting a character. */
static int32_t whole_characters(const char* s, int32_t len, int32_t capacity) {
    int32_t kept = capacity < len ? capacity : len;
    while (kept > 0 && kept < len && ((unsigned char)s[kept] & 0xC0) == 0x80) --kept;
    return kept;
}

typedef int32_t (*reader)(int32_t session, int32_t capacity, char* out, int32_t* len);
static const char utf8_request[] =
    "{\"organisation\": \"gm0344\", \"reference\": \"utf-8\", \"title\": \"Coöperatie façade – € 🌱\", "
    "\"kind\": \"werk\", \"themes\": [{\"theme\": \"klimaat\", \"state\": \"explained\", "
    "\"explanation\": {\"reason\": \"anders\", \"text\": \"é€🌱 geen aanbod e\xcc\x81\"}}], \"requestId\": \"utf-8\"}";

static int32_t by_call(int32_t session, int32_t capacity, char* out, int32_t* len) {
    return mvoi_call(session, "tender.start", -1, utf8_request, -1, out, capacity, len);
}
static int32_t by_answer(int32_t session, int32_t capacity, char* out, int32_t* len) {
    return mvoi_answer(session, 0, out, capacity, len);
}
static int32_t by_text(int32_t session, int32_t capacity, char* out, int32_t* len) {
    return mvoi_text(session, "/themes/1/explanation", -1, out, capacity, len);
}
static int32_t by_open(int32_t session, int32_t capacity, char* out, int32_t* len) {
    (void)session;
    char config[2048];
    int32_t opened = 0;
    snprintf(config, sizeof config, "{\"register\": \"%s\"}", register_path);
    const int32_t status = mvoi_open(config, -1, &opened, out, capacity, len);
    mvoi_close(opened);
    return status;
}

/* Convention 3, at every length. */
static void every_length(const char* what, reader read, int32_t session) {
    enum { GUARD = 0x7f };
    static char first[65536], buffer[65536];
    int32_t len = 0, again = 0;
    CHECK(read(session, sizeof first, first, &len) == MVOI_OK && len > 0 && len < (int32_t)sizeof first, "%s: %d bytes",
          what, (int)len);
    CHECK(first[len] == '\0', "%s: no NUL behind the text", what);
    CHECK(read(session, 0, NULL, &again) == MVOI_OK && again == len, "%s: capacity 0 with NULL asks for the length",
          what);
    for (int32_t capacity = 0; capacity <= len + 1; ++capacity) {
        memset(buffer, GUARD, (size_t)len + 8);
        const int32_t status = read(session, capacity, buffer, &again);
        const int32_t kept = whole_characters(first, len, capacity);
        CHECK(status == MVOI_OK && again == len, "%s, capacity %d: %d, length %d of %d", what, (int)capacity,
              (int)status, (int)again, (int)len);
        CHECK(memcmp(buffer, first, (size_t)kept) == 0, "%s, capacity %d: another text", what, (int)capacity);
        CHECK(kept == capacity || buffer[kept] == '\0', "%s, capacity %d: no NUL although there is room", what,
              (int)capacity);
        for (int32_t i = capacity; i < len + 8; ++i)
            if (buffer[i] != GUARD) {
                CHECK(false, "%s, capacity %d: written at %d", what, (int)capacity, (int)i);
                break;
            }
    }
}

static void test_text_out(void) {
    part = "text out";
    const int32_t session = open_session();
    int32_t made = 0;
    CHECK(by_call(session, 0, NULL, &made) == MVOI_OK, "the tender is there");
    every_length("mvoi_call, repeated", by_call, session);
    CHECK(tenders(session, "utf-8") == 1, "a short buffer repeated the work");
    CHECK(call(session, "tender.start", utf8_request) == MVOI_OK, "%s", answer);
    every_length("mvoi_answer", by_answer, session);
    every_length("mvoi_text", by_text, session);
    every_length("mvoi_open", by_open, session);

    /* A blocked or refused answer is cut and kept in the same way. */
    int32_t full = 0, rest = 0;
    char little[10];
    CHECK(mvoi_call(session, "tender.get", -1, "{\"reference\": 7}", -1, little, sizeof little, &full) == MVOI_E_FORMAT,
          "a refusal with a short buffer");
    CHECK(full > (int32_t)sizeof little && memchr(little, '\0', sizeof little) == NULL, "a refusal is cut");
    CHECK(mvoi_answer(session, 0, answer, CAPACITY, &rest) == MVOI_OK && rest == full && strlen(answer) == (size_t)full,
          "a refusal can be read on");

    /* From every offset; one inside a character moves back to its start. */
    CHECK(call(session, "tender.start", utf8_request) == MVOI_OK, "%s", answer);
    static char piece[65536];
    for (int32_t offset = 0; offset <= answer_len; ++offset) {
        const int32_t from = whole_characters(answer, answer_len, offset);
        CHECK(mvoi_answer(session, offset, piece, sizeof piece, &rest) == MVOI_OK && rest == answer_len - from &&
                  memcmp(piece, answer + from, (size_t)rest) == 0,
              "mvoi_answer from offset %d: %d bytes", (int)offset, (int)rest);
    }
    mvoi_close(session);
}

static void test_put(void) {
    part = "put";
    const int32_t session = open_session();
    CHECK(mvoi_put_text(session, "/organisation", -1, "gm0344", -1) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/reference", -1, "first", -1) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/reference", -1, "put-1  \0\0", 9) == MVOI_OK, "the last value of a path counts");
    CHECK(mvoi_put_text(session, "/title", -1, "  Voor en achter  ", -1) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/kind", -1, "levering", -1) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/cpv/0", -1, "30192000", -1) == MVOI_OK, "put at index 0");
    CHECK(mvoi_put_text(session, "/cpv/1", -1, "30197000", -1) == MVOI_OK, "put at the next index");
    CHECK(mvoi_put_text(session, "/cpv/-", -1, "30199000", -1) == MVOI_OK, "put at \"-\"");
    CHECK(mvoi_put_text(session, "/cpv/1", -1, "30195000", -1) == MVOI_OK, "put again at an index that is there");
    CHECK(mvoi_put_integer(session, "/estimatedValueCents", -1, INT64_C(9000000000000000)) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/provisional", -1, "false ", -1) == MVOI_OK, "a boolean is put as text");
    CHECK(mvoi_put_integer(session, "/ambition", -1, 3) == MVOI_OK, "put");

    int32_t status = mvoi_put_text(session, "/cpv/5", -1, "30190000", -1);
    check_refusal(session, MVOI_E_ARGUMENT, status, "a gap in a list");
    status = mvoi_put_text(session, "/cpv/colour", -1, "30190000", -1);
    check_refusal(session, MVOI_E_ARGUMENT, status, "a member of a list");
    status = mvoi_put_integer(session, "/title/0", -1, 1);
    check_refusal(session, MVOI_E_ARGUMENT, status, "an element of a text");
    status = mvoi_put_text(session, "organisation", -1, "x", -1);
    check_refusal(session, MVOI_E_ARGUMENT, status, "a path without a slash");

    CHECK(call(session, "tender.start", "") == MVOI_OK, "tender.start by puts: %s", answer);
    CHECK(strcmp(text(session, "/registration"), "confirmed") == 0, "provisional was false: %s", answer);
    CHECK(call(session, "tender.get", "{\"organisation\": \"gm0344\", \"reference\": \"put-1\"}") == MVOI_OK, "%s",
          answer);
    CHECK(count(session, "/cpv") == 3 && strcmp(text(session, "/cpv/1"), "30195000") == 0, "the list: %s", answer);
    CHECK(integer(session, "/estimatedValueCents") == INT64_C(9000000000000000), "a large integer: %s", answer);
    CHECK(strcmp(text(session, "/title"), "  Voor en achter") == 0, "only trailing blanks are cut: %s", answer);

    /* Digits put as text are an integer where one is asked, of 64 bits whatever the caller's own integers hold. */
    CHECK(mvoi_put_text(session, "/organisation", -1, "gm0344", -1) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/reference", -1, "put-1", -1) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "/estimatedValueCents", -1, "000004300000000   ", -1) == MVOI_OK, "put");
    CHECK(call(session, "tender.change", "") == MVOI_OK, "digits put as text: %s", answer);
    CHECK(call(session, "tender.get", "{\"organisation\": \"gm0344\", \"reference\": \"put-1\"}") == MVOI_OK, "%s",
          answer);
    CHECK(integer(session, "/estimatedValueCents") == INT64_C(4300000000), "digits put as text: %s", answer);
    CHECK(mvoi_put_text(session, "/limit", -1, "9223372036854775817", -1) == MVOI_OK, "put");
    status = call(session, "tender.list", "");
    check_refusal(session, MVOI_E_FORMAT, status, "more than 64 bits");

    /* Other text is a text; sending empties the request even when it was refused. */
    CHECK(mvoi_put_text(session, "/limit", -1, "1.0", -1) == MVOI_OK, "put");
    status = call(session, "tender.list", "");
    check_refusal(session, MVOI_E_FORMAT, status, "an integer member put as text");
    CHECK(strcmp(text(session, "/errors/0/path"), "/limit") == 0, "%s", answer);
    CHECK(call(session, "tender.list", "") == MVOI_OK, "a refused request is emptied: %s", answer);

    /* A request in JSON leaves alone what is being built; path "" with an empty text empties it. */
    CHECK(mvoi_put_integer(session, "/limit", -1, 1) == MVOI_OK, "put");
    CHECK(call(session, "describe", "{}") == MVOI_OK, "%s", answer);
    CHECK(call(session, "tender.list", "") == MVOI_OK && count(session, "/items") == 1, "the built request stayed: %s",
          answer);
    CHECK(mvoi_put_integer(session, "/limit", -1, -7) == MVOI_OK, "put");
    CHECK(mvoi_put_text(session, "", 0, "", 0) == MVOI_OK, "emptying");
    CHECK(call(session, "tender.list", "") == MVOI_OK, "an emptied request: %s", answer);
    mvoi_close(session);
}

static void test_read(void) {
    part = "read";
    const int32_t session = open_session();
    int32_t n = 0, len = 0;
    int64_t value = 0;
    CHECK(call(session, "describe", "{\"operation\": \"tender.start\"}") == MVOI_OK, "%s", answer);
    CHECK(mvoi_count(session, "/operations", -1, &n) == MVOI_OK && n == 1, "the elements of a list");
    CHECK(mvoi_count(session, "/operations/0", -1, &n) == MVOI_OK && n == 6, "the members of an object: %d", (int)n);
    CHECK(mvoi_count(session, "/abi", -1, &n) == MVOI_E_ARGUMENT, "mvoi_count of a number");
    CHECK(mvoi_count(session, "/operations/1", -1, &n) == MVOI_NOT_FOUND, "mvoi_count of nothing");
    CHECK(mvoi_integer(session, "/operations/0/writes", -1, &value) == MVOI_OK && value == 1, "true is 1");
    CHECK(mvoi_integer(session, "/library", -1, &value) == MVOI_E_ARGUMENT, "mvoi_integer of a text");
    CHECK(mvoi_integer(session, "/operations", -1, &value) == MVOI_E_ARGUMENT, "mvoi_integer of a list");
    CHECK(mvoi_integer(session, "/nothing", -1, &value) == MVOI_NOT_FOUND, "mvoi_integer of nothing");
    CHECK(mvoi_text(session, "/nothing", -1, answer, CAPACITY, &len) == MVOI_NOT_FOUND, "mvoi_text of nothing");
    CHECK(strcmp(text(session, "/abi"), "1") == 0 && strcmp(text(session, "/operations/0/writes"), "true") == 0,
          "a number and true as JSON writes them");
    CHECK(text(session, "/operations/0/request")[0] == '{' && text(session, "/operations")[0] == '[',
          "an object and a list as JSON");
    CHECK(mvoi_answer(session, 0, answer, CAPACITY, &answer_len) == MVOI_OK, "mvoi_answer");
    CHECK(mvoi_text(session, "", 0, answer, CAPACITY, &len) == MVOI_OK && len == answer_len,
          "the whole by the pointer \"\"");
    CHECK(call(session, "describe", "{\"operation\": \"tender.get\"}") == MVOI_OK &&
              integer(session, "/operations/0/writes") == 0,
          "false is 0: %.200s", answer);
    mvoi_close(session);

    const int32_t other = open_session();
    CHECK(mvoi_text(other, "/operations", -1, answer, CAPACITY, &len) != MVOI_OK,
          "an answer belongs to its session alone");
    mvoi_close(other);
}

/* Every way to send nonsense: a status, a sentence, and not a byte written. */
static void test_refusals(void) {
    part = "refusals";
    const int32_t session = open_session();
    const struct head before = head_of(session);
#define START "{\"organisation\": \"gm0344\", \"reference\": \"refused\", \"kind\": \"werk\", \"title\": "
#define BYTES(s) (s), (int32_t)sizeof(s) - 1
    static const struct {
        const char* what;
        const char* request;
        int32_t len;
        const char* path;
    } refused[] = {
        {"not JSON", BYTES("verf"), NULL},
        {"half an object", BYTES("{\"organisation\": "), NULL},
        {"a bare text", BYTES("\"gm0344\""), NULL},
        {"a list", BYTES("[]"), NULL},
        {"null", BYTES("null"), NULL},
        {"two documents", BYTES("{} {}"), NULL},
        {"a trailing comma", BYTES(START "\"x\",}"), NULL},
        {"a comment", BYTES("{} // nothing"), NULL},
        {"single quotes", BYTES("{'organisation': 'gm0344'}"), NULL},
        {"a NUL", BYTES(START "\"a\0b\"}"), NULL},
        {"a raw newline in a text", BYTES(START "\"a\nb\"}"), NULL},
        {"UTF-8 that stops", BYTES(START "\"\xc3\"}"), NULL},
        {"UTF-8 continuation alone", BYTES(START "\"\x80\"}"), NULL},
        {"UTF-8 longer than needed", BYTES(START "\"\xc0\xaf\"}"), NULL},
        {"a surrogate in UTF-8", BYTES(START "\"\xed\xa0\x80\"}"), NULL},
        {"beyond U+10FFFF", BYTES(START "\"\xf4\x90\x80\x80\"}"), NULL},
        {"CP1252", BYTES(START "\"Co\xf6peratie\"}"), NULL},
        {"UTF-16", BYTES("\xff\xfe{\0}\0"), NULL},
        {"half a surrogate pair", BYTES(START "\"\\ud83c\"}"), NULL},
        {"an escaped NUL", BYTES(START "\"a\\u0000b\"}"), NULL},
        {"an unknown escape", BYTES(START "\"\\x41\"}"), NULL},
        {"NaN", BYTES(START "\"x\", \"ambition\": NaN}"), NULL},
        {"1e400", BYTES(START "\"x\", \"ambition\": 1e400}"), NULL},
        {"a member twice", BYTES(START "\"x\", \"title\": \"y\"}"), "/title"},
        {"a member twice, further down", BYTES(START "\"x\", \"people\": {\"jurist\": \"a\", \"jurist\": \"b\"}}"),
         "/people/jurist"},
        {"a member twice, once escaped", BYTES(START "\"x\", \"t\\u0069tle\": \"y\"}"), "/title"},
        {"a member missing", BYTES("{\"organisation\": \"gm0344\", \"reference\": \"refused\", \"kind\": \"werk\"}"),
         "/title"},
        {"an unknown member", BYTES(START "\"x\", \"colour\": \"groen\"}"), "/colour"},
        {"an unknown member, further down",
         BYTES(START "\"x\", \"themes\": [{\"theme\": \"klimaat\", \"state\": \"applied\", "
                     "\"criteria\": [{\"niveau\": 1}]}]}"),
         "/themes/0/criteria/0/niveau"},
        {"an unknown member with a slash", BYTES(START "\"x\", \"a/b~c\": 1}"), "/a~1b~0c"},
        {"a number for a text", BYTES(START "7}"), "/title"},
        {"a text for a number", BYTES(START "\"x\", \"ambition\": \"2\"}"), "/ambition"},
        {"a fraction", BYTES(START "\"x\", \"estimatedValueCents\": 0.5}"), "/estimatedValueCents"},
        {"too large a number", BYTES(START "\"x\", \"estimatedValueCents\": 9223372036854775808}"), NULL},
        {"an empty title", BYTES(START "\"\"}"), "/title"},
        {"no such day", BYTES(START "\"x\", \"today\": \"2026-02-30\"}"), "/today"},
        {"no such kind",
         BYTES("{\"organisation\": \"gm0344\", \"reference\": \"r\", \"title\": \"x\", \"kind\": \"verf\"}"), "/kind"},
        {"no such theme", BYTES(START "\"x\", \"themes\": [{\"theme\": \"verf\", \"state\": \"applied\"}]}"),
         "/themes/0/theme"},
        {"no such reason",
         BYTES(START "\"x\", \"themes\": [{\"theme\": \"klimaat\", \"state\": \"explained\", \"explanation\": "
                     "{\"reason\": \"geen-zin\", \"text\": \"x\"}}]}"),
         "/themes/0/explanation/reason"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; ++i) {
        const int32_t status =
            mvoi_call(session, "tender.start", -1, refused[i].request, refused[i].len, answer, CAPACITY, &answer_len);
        check_refusal(session, MVOI_E_FORMAT, status, refused[i].what);
        CHECK(count(session, "/errors") >= 1, "%s: no /errors: %s", refused[i].what, answer);
        if (refused[i].path != NULL)
            CHECK(strcmp(text(session, "/errors/0/path"), refused[i].path) == 0, "%s: %s", refused[i].what, answer);
        CHECK(text(session, "/errors/0/message")[0] != '\0', "%s: a fault without a message: %s", refused[i].what,
              answer);
    }

    /* All faults at once. */
    CHECK(call(session, "tender.start", "{\"colour\": 1, \"kind\": 2, \"themes\": 3}") == MVOI_E_FORMAT, "%s", answer);
    CHECK(count(session, "/errors") == 6, "every fault is reported: %s", answer);

    /* Operations that are not there. */
    int32_t status = call(session, "tender.paint", "{}");
    check_refusal(session, MVOI_E_OPERATION, status, "no such operation");
    status = call(session, "", "{}");
    check_refusal(session, MVOI_E_OPERATION, status, "an empty name");
    status = mvoi_call(session, "describe\0x", 10, "{}", 2, answer, CAPACITY, &answer_len);
    CHECK(status < 0, "a NUL in the name of an operation: %d", (int)status);
    status = mvoi_call(session, "d\xe9", 2, "{}", 2, answer, CAPACITY, &answer_len);
    CHECK(status < 0, "invalid UTF-8 in the name of an operation: %d", (int)status);
    int32_t len = 0;
    CHECK(mvoi_put_text(session, "/title", -1, "Co\xf6peratie", 11) != MVOI_OK || call(session, "tender.start", "") < 0,
          "CP1252 by mvoi_put_text");
    CHECK(mvoi_put_text(session, "", 0, "", 0) == MVOI_OK, "emptying");
    CHECK(mvoi_text(session, "/\xff", 2, answer, CAPACITY, &len) != MVOI_OK, "invalid UTF-8 in a pointer");

    CHECK(same_head(before, head_of(session)), "something refused was written");
    CHECK(tenders(session, "refused") == 0, "a refused tender is in the list");
    mvoi_close(session);
}

static void test_language(void) {
    part = "language";
    char dutch[1000], english[1000];
    int32_t session = 0;
    CHECK(open_file(register_path, ", \"language\": \"nl\"", &session) == MVOI_OK, "%s", answer);
    CHECK(call(session, "tender.get", "{\"colour\": 1}") == MVOI_E_FORMAT, "%s", answer);
    snprintf(dutch, sizeof dutch, "%s", text(session, "/errors/0/message"));
    mvoi_close(session);
    CHECK(open_file(register_path, ", \"language\": \"en\"", &session) == MVOI_OK, "%s", answer);
    CHECK(call(session, "tender.get", "{\"colour\": 1}") == MVOI_E_FORMAT, "%s", answer);
    snprintf(english, sizeof english, "%s", text(session, "/errors/0/message"));
    mvoi_close(session);
    CHECK(dutch[0] != '\0' && english[0] != '\0' && strcmp(dutch, english) != 0, "nl \"%s\", en \"%s\"", dutch,
          english);
}

/* A request {"a": [[[...]]]} of this many levels. */
static char* nested(int levels) {
    char *request = malloc((size_t)levels * 2 + 16), *end = request;
    if (request == NULL) abort();
    end += sprintf(end, "{\"a\": ");
    for (int i = 1; i < levels; ++i) *end++ = '[';
    for (int i = 1; i < levels; ++i) *end++ = ']';
    strcpy(end, "}");
    return request;
}

static void test_limits(void) {
    part = "limits";
    const int32_t session = open_session();
    const struct head before = head_of(session);

    static const struct {
        int levels;
        int32_t status;
    } depth[] = {{MVOI_LIMIT_DEPTH, MVOI_E_FORMAT}, {MVOI_LIMIT_DEPTH + 1, MVOI_E_LIMIT}, {100000, MVOI_E_LIMIT}};
    for (size_t i = 0; i < sizeof depth / sizeof depth[0]; ++i) {
        char* request = nested(depth[i].levels);
        const int32_t status = call(session, "tender.start", request);
        char what[40];
        snprintf(what, sizeof what, "%d levels", depth[i].levels);
        check_refusal(session, depth[i].status, status, what);
        free(request);
    }
    char path[200] = "";
    for (int i = 0; i < MVOI_LIMIT_DEPTH + 1; ++i) strcat(path, "/a");
    int32_t status = mvoi_put_text(session, path, -1, "x", 1);
    if (status == MVOI_OK) status = call(session, "tender.start", "");
    CHECK(status == MVOI_E_LIMIT || status == MVOI_E_ARGUMENT, "%d levels by put: %d", MVOI_LIMIT_DEPTH + 1,
          (int)status);
    mvoi_put_text(session, "", 0, "", 0);

    char* request = malloc(MVOI_LIMIT_REQUEST_BYTES + 2);
    if (request == NULL) abort();
    memset(request, ' ', MVOI_LIMIT_REQUEST_BYTES + 2);
    request[0] = '{';
    request[MVOI_LIMIT_REQUEST_BYTES - 1] = '}';
    status = mvoi_call(session, "describe", -1, request, MVOI_LIMIT_REQUEST_BYTES, answer, CAPACITY, &answer_len);
    CHECK(status == MVOI_OK, "a request of exactly the limit: %d: %.300s", (int)status, answer);
    request[MVOI_LIMIT_REQUEST_BYTES - 1] = ' ';
    request[MVOI_LIMIT_REQUEST_BYTES] = '}';
    status = mvoi_call(session, "describe", -1, request, MVOI_LIMIT_REQUEST_BYTES + 1, answer, CAPACITY, &answer_len);
    check_refusal(session, MVOI_E_LIMIT, status, "one byte more");

    memset(request, 'x', 1 << 20);
    status = MVOI_OK;
    for (int i = 0; i < 5 && status == MVOI_OK; ++i) status = mvoi_put_text(session, "/cpv/-", -1, request, 1 << 20);
    if (status == MVOI_OK) status = call(session, "tender.start", "");
    CHECK(status == MVOI_E_LIMIT, "5 MiB by put: %d: %.300s", (int)status, answer);
    mvoi_put_text(session, "", 0, "", 0);
    free(request);

    CHECK(same_head(before, head_of(session)), "something beyond a limit was written");
    mvoi_close(session);
}

static void test_handles(void) {
    part = "handles";
    enum { STALE = 20 };
    int32_t stale[STALE];
    for (int i = 0; i < STALE; ++i) CHECK(mvoi_close(stale[i] = open_session()) == MVOI_OK, "mvoi_close");
    const int32_t live = open_session();
    const int32_t garbage[] = {0,         -1,       1,        12345, 123456789, INT32_MAX,
                               INT32_MIN, live + 1, live - 1, -live, stale[0],  stale[STALE - 1]};
    for (size_t i = 0; i < sizeof garbage / sizeof garbage[0]; ++i) {
        const int32_t handle = garbage[i];
        int32_t n = 0;
        int64_t value = 0;
        if (handle == live) continue;
        CHECK(call(handle, "describe", "{}") == MVOI_E_HANDLE, "mvoi_call with %d", (int)handle);
        CHECK(strstr(answer, "\"message\"") != NULL && answer_len == (int32_t)strlen(answer),
              "the refusal of a handle has its sentence: %.300s", answer);
        CHECK(mvoi_put_text(handle, "/a", 2, "b", 1) == MVOI_E_HANDLE, "mvoi_put_text with %d", (int)handle);
        CHECK(mvoi_put_integer(handle, "/a", 2, 1) == MVOI_E_HANDLE, "mvoi_put_integer with %d", (int)handle);
        CHECK(mvoi_answer(handle, 0, answer, CAPACITY, &n) == MVOI_E_HANDLE, "mvoi_answer with %d", (int)handle);
        CHECK(mvoi_count(handle, "", 0, &n) == MVOI_E_HANDLE, "mvoi_count with %d", (int)handle);
        CHECK(mvoi_text(handle, "", 0, answer, CAPACITY, &n) == MVOI_E_HANDLE, "mvoi_text with %d", (int)handle);
        CHECK(mvoi_integer(handle, "", 0, &value) == MVOI_E_HANDLE, "mvoi_integer with %d", (int)handle);
        CHECK(mvoi_interrupt(handle) == MVOI_E_HANDLE, "mvoi_interrupt with %d", (int)handle);
        CHECK(mvoi_close(handle) == MVOI_E_HANDLE, "mvoi_close with %d", (int)handle);
    }
    CHECK(call(live, "describe", "{}") == MVOI_OK, "the live one: %s", answer);

    /* As many sessions as the header allows, one more not, and after closing again. */
    static int32_t all[MVOI_LIMIT_SESSIONS];
    int32_t opened = 0, one_more = 77, status = MVOI_OK;
    for (; opened < MVOI_LIMIT_SESSIONS - 1; ++opened)
        if ((status = open_file(register_path, "", &all[opened])) != MVOI_OK) break;
    CHECK(opened == MVOI_LIMIT_SESSIONS - 1, "%d sessions beside one: %d: %.300s", (int)opened, (int)status, answer);
    status = open_file(register_path, "", &one_more);
    CHECK(status == MVOI_E_LIMIT && one_more == 0, "one session more: %d, handle %d: %.300s", (int)status,
          (int)one_more, answer);
    CHECK(opened == 0 || call(all[opened - 1], "describe", "{}") == MVOI_OK, "the last of them: %.300s", answer);
    for (int32_t i = 0; i < opened; ++i)
        if (mvoi_close(all[i]) != MVOI_OK) CHECK(false, "mvoi_close of session %d", (int)i);
    CHECK(mvoi_close(open_session()) == MVOI_OK, "open again after that");
    mvoi_close(live);
}

static void test_repeating(void) {
    part = "repeating";
    int32_t session = open_session();
    const int32_t other = open_session();
    static char first[CAPACITY];
    CHECK(start(session, "repeat-1", ", \"requestId\": \"repeat\"") == MVOI_OK, "%s", answer);
    strcpy(first, answer);
    const struct head before = head_of(session);
    strcpy(first + strlen(first) - 1, ",\"repeated\":true}");
    CHECK(start(session, "repeat-1", ", \"requestId\": \"repeat\"") == MVOI_OK && strcmp(first, answer) == 0,
          "repeated in the same session: %s", answer);
    CHECK(start(other, "repeat-1", ", \"requestId\": \"repeat\"") == MVOI_OK && strcmp(first, answer) == 0,
          "repeated in another session: %s", answer);
    int32_t status = start(session, "repeat-2", ", \"requestId\": \"repeat\"");
    check_refusal(session, MVOI_CONFLICT, status, "another request with this requestId");
    status = start(session, "repeat-1", "");
    check_refusal(session, MVOI_CONFLICT, status, "the same reference again");
    status = call(session, "tender.change",
                  "{\"organisation\": \"gm0344\", \"reference\": \"repeat-1\", \"revision\": 9, \"title\": \"x\"}");
    check_refusal(session, MVOI_CONFLICT, status, "another revision");
    CHECK(strstr(text(session, "/errors/0/message"), "1") != NULL, "the answer says the revision of now: %s", answer);
    status = call(session, "tender.get", "{\"organisation\": \"gm0344\", \"reference\": \"repeat-9\"}");
    check_refusal(session, MVOI_NOT_FOUND, status, "no such reference");
    CHECK(same_head(before, head_of(session)), "something repeated or refused was written");
    CHECK(tenders(session, "repeat-") == 1, "one tender");
    mvoi_close(session);
    session = open_session();
    CHECK(strstr(answer, before.hash) != NULL, "the head in the answer of mvoi_open: %s", answer);
    mvoi_close(session);
    mvoi_close(other);
}

static void test_read_only(void) {
    part = "read only";
    int32_t session = 0;
    CHECK(open_file(register_path, ", \"readOnly\": true", &session) == MVOI_OK, "%s", answer);
    const struct head before = head_of(session);
    const int32_t status = start(session, "read-only", "");
    check_refusal(session, MVOI_E_READ_ONLY, status, "tender.start");
    CHECK(tenders(session, "repeat-1") == 1, "reading goes on");
    CHECK(same_head(before, head_of(session)), "something was written");
    mvoi_close(session);
}

/* Convention 4: what was given is not looked at after the call; the caller may have put something else there. */
static void test_memory(void) {
    part = "memory";
    int32_t session = 0;
    char config[2048], name[20], path[20], value[40], request[300];
    snprintf(config, sizeof config, "{\"register\": \"%s\", \"actor\": \"A. de Vries\"}", register_path);
    CHECK(mvoi_open(config, -1, &session, answer, CAPACITY, &answer_len) == MVOI_OK, "%s", answer);
    memset(config, 'x', sizeof config);
    static const char* const put[][2] = {{"/organisation", "gm0344"}, {"/reference", "memory"}, {"/kind", "werk"}};
    for (size_t i = 0; i < sizeof put / sizeof put[0]; ++i) {
        strcpy(path, put[i][0]);
        strcpy(value, put[i][1]);
        CHECK(mvoi_put_text(session, path, -1, value, -1) == MVOI_OK, "put");
        memset(path, 'x', sizeof path);
        memset(value, 'x', sizeof value);
    }
    strcpy(value, "Zoals gegeven");
    CHECK(mvoi_put_text(session, "/title", -1, value, -1) == MVOI_OK, "put");
    memset(value, 'x', sizeof value);
    strcpy(name, "tender.start");
    static char out[CAPACITY];
    int32_t len = 0;
    CHECK(mvoi_call(session, name, -1, "", 0, out, sizeof out, &len) == MVOI_OK, "tender.start: %s", out);
    memset(name, 'x', sizeof name);
    memset(out, 'x', sizeof out);
    CHECK(strcmp(text(session, "/registration"), "confirmed") == 0, "the last answer is not the caller's buffer");
    strcpy(request, "{\"organisation\": \"gm0344\", \"reference\": \"memory\"}");
    CHECK(call(session, "tender.get", request) == MVOI_OK, "%s", answer);
    memset(request, 'x', sizeof request);
    CHECK(strcmp(text(session, "/title"), "Zoals gegeven") == 0, "the title: %s", answer);
    mvoi_close(session);
}

/* "Durability: none": building, reading, interrupting and closing leave the journal where it is, and reading leaves
 * the last answer. */
static void test_nothing_written(void) {
    part = "nothing written";
    const int32_t session = open_session(), watch = open_session();
    const struct head before = head_of(watch);
    static char first[CAPACITY];
    CHECK(call(session, "describe", "{\"operation\": \"tender.get\"}") == MVOI_OK, "%s", answer);
    strcpy(first, answer);
    int32_t len = 0;
    for (int round = 0; round < 2; ++round) {
        CHECK(mvoi_abi_version() == MVOI_ABI, "mvoi_abi_version");
        CHECK(count(session, "/operations") == 1, "mvoi_count, round %d", round);
        CHECK(integer(session, "/abi") == MVOI_ABI, "mvoi_integer, round %d", round);
        CHECK(strcmp(text(session, "/operations/0/operation"), "tender.get") == 0, "mvoi_text, round %d", round);
        CHECK(mvoi_interrupt(session) == MVOI_OK, "mvoi_interrupt, round %d", round);
        CHECK(mvoi_answer(session, 0, answer, CAPACITY, &len) == MVOI_OK && strcmp(first, answer) == 0,
              "the last answer stays, round %d: %.300s", round, answer);
    }
    CHECK(mvoi_put_text(session, "/reference", -1, "unsent", -1) == MVOI_OK, "mvoi_put_text");
    CHECK(mvoi_put_integer(session, "/ambition", -1, 2) == MVOI_OK, "mvoi_put_integer");
    CHECK(mvoi_close(session) == MVOI_OK, "mvoi_close");
    CHECK(mvoi_close(session) == MVOI_E_HANDLE, "mvoi_close, the second time");
    CHECK(mvoi_answer(session, 0, answer, CAPACITY, &len) == MVOI_E_HANDLE, "the last answer of a closed session");
    CHECK(same_head(before, head_of(watch)), "something was written");
    mvoi_close(watch);
}

/* Stopped at a gate: the rule, the gate, and one entry in the journal, of the attempt. */
static void test_blocked(void) {
    part = "blocked";
    const int32_t session = open_session();
    CHECK(
        call(session, "policy.adopt",
             "{\"organisation\": \"gm0345\", \"validFrom\": \"2026-01-01\", \"gateMode\": \"blokkerend\"}") == MVOI_OK,
        "%s", answer);
    CHECK(call(session, "tender.start",
               "{\"organisation\": \"gm0345\", \"reference\": \"stopped\", \"title\": \"Proef\", \"kind\": \"werk\", "
               "\"today\": \"2026-11-21\"}") == MVOI_OK,
          "%s", answer);
    const struct head before = head_of(session);
    const int32_t status = call(session, "tender.advance",
                                "{\"organisation\": \"gm0345\", \"reference\": \"stopped\", \"to\": \"publication\", "
                                "\"today\": \"2026-11-22\"}");
    check_refusal(session, MVOI_BLOCKED, status, "tender.advance");
    CHECK(strcmp(text(session, "/gate/passage"), "blocked") == 0, "the gate: %.500s", answer);
    CHECK(count(session, "/errors") > 0 && text(session, "/errors/0/rule")[0] != '\0' &&
              text(session, "/errors/0/path")[0] == '/',
          "the rule, and where to mend it: %.500s", answer);
    CHECK(head_of(session).seq == before.seq + 1, "the attempt is journaled, and nothing else");
    CHECK(call(session, "tender.get", "{\"organisation\": \"gm0345\", \"reference\": \"stopped\"}") == MVOI_OK &&
              strcmp(text(session, "/phase"), "preparation") == 0,
          "the tender stays where it was: %.300s", answer);
    mvoi_close(session);
}

/* ---- Threads ---- */

struct import {
    int32_t session;
    char* request;
    int32_t status;
    volatile bool done;
    char message[400];
};

static void* run_import(void* argument) {
    struct import* import = argument;
    int32_t len = 0;
    import->message[0] = '\0';
    do { /* until this thread is the one that has the session */
        import->status = mvoi_call(import->session, "register.import", -1, import->request, -1, import->message,
                                   sizeof import->message - 1, &len);
    } while (import->status == MVOI_E_IN_USE);
    import->message[len < (int32_t)sizeof import->message ? len : (int32_t)sizeof import->message - 1] = '\0';
    import->done = true;
    return NULL;
}

static void test_in_use(void) {
    part = "in use";
    struct import import = {open_session(), import_request("in-use", 5000), 0, false, ""};
    const int32_t other = open_session();
    pthread_t thread;
    int seen[11] = {0}, unexpected = 0, beside = 0, beside_failed = 0;
    int32_t closed = MVOI_E_IN_USE, n = 0;
    int64_t value = 0;
    static char buffer[200];
    pthread_create(&thread, NULL, run_import, &import);
    while (!import.done) {
        const int32_t results[] = {
            mvoi_call(import.session, "describe", -1, "{}", -1, buffer, sizeof buffer, &n),
            mvoi_put_text(import.session, "/a", -1, "b", -1),
            mvoi_put_integer(import.session, "/a", -1, 1),
            mvoi_answer(import.session, 0, buffer, sizeof buffer, &n),
            mvoi_count(import.session, "", 0, &n),
            mvoi_text(import.session, "/nothing", -1, buffer, sizeof buffer, &n),
            mvoi_integer(import.session, "/nothing", -1, &value),
        };
        for (size_t i = 0; i < sizeof results / sizeof results[0]; ++i)
            if (results[i] == MVOI_E_IN_USE)
                ++seen[i];
            else if (results[i] < 0)
                ++unexpected;
        if (results[0] == MVOI_E_IN_USE && results[6] == MVOI_E_IN_USE && !import.done)
            closed = mvoi_close(import.session);
        if (closed != MVOI_E_IN_USE) break;
        ++beside;
        if (mvoi_call(other, "tender.list", -1, "{\"limit\": 1}", -1, buffer, sizeof buffer, &n) != MVOI_OK)
            ++beside_failed;
    }
    pthread_join(thread, NULL);
    static const char* const name[] = {"call", "put_text", "put_integer", "answer", "count", "text", "integer"};
    for (size_t i = 0; i < sizeof name / sizeof name[0]; ++i)
        CHECK(seen[i] > 0, "mvoi_%s never said MVOI_E_IN_USE to a second thread", name[i]);
    CHECK(unexpected == 0, "%d other faults for a second thread", unexpected);
    CHECK(closed == MVOI_E_IN_USE || import.done, "mvoi_close of a session in use: %d", (int)closed);
    CHECK(beside > 0 && beside_failed == 0, "another session beside it: %d of %d failed", beside_failed, beside);
    CHECK(import.status == MVOI_OK, "the import itself: %d: %s", (int)import.status, import.message);
    CHECK(tenders(other, "in-use-00") == 1000, "all rows are there: %d", (int)count(other, "/items"));
    mvoi_close(import.session);
    mvoi_close(other);
    free(import.request);
}

struct writer {
    int32_t session;
    int number;
    int failed;
};

static void* run_writer(void* argument) {
    struct writer* writer = argument;
    char request[300], out[2000];
    int32_t len = 0;
    for (int i = 0; i < 50; ++i) {
        snprintf(request, sizeof request,
                 "{\"organisation\": \"gm0344\", \"reference\": \"beside-%d-%d\", \"title\": \"Proef\", "
                 "\"kind\": \"werk\"}",
                 writer->number, i);
        if (mvoi_call(writer->session, "tender.start", -1, request, -1, out, sizeof out, &len) != MVOI_OK)
            ++writer->failed;
    }
    return NULL;
}

static void test_side_by_side(void) {
    part = "side by side";
    enum { WRITERS = 4 };
    struct writer writers[WRITERS];
    pthread_t threads[WRITERS];
    for (int i = 0; i < WRITERS; ++i) {
        writers[i].session = open_session();
        writers[i].number = i;
        writers[i].failed = 0;
    }
    for (int i = 0; i < WRITERS; ++i) pthread_create(&threads[i], NULL, run_writer, &writers[i]);
    for (int i = 0; i < WRITERS; ++i) pthread_join(threads[i], NULL);
    for (int i = 0; i < WRITERS; ++i) CHECK(writers[i].failed == 0, "%d of 50 failed", writers[i].failed);
    CHECK(tenders(writers[0].session, "beside-") == 50 * WRITERS, "%d tenders",
          (int)count(writers[0].session, "/items"));
    head_of(writers[0].session);
    for (int i = 0; i < WRITERS; ++i) mvoi_close(writers[i].session);
}

static void test_interrupt(void) {
    part = "interrupt";
    const int32_t session = open_session();
    CHECK(mvoi_interrupt(session) == MVOI_OK && mvoi_interrupt(session) == MVOI_OK, "without a running call");
    CHECK(call(session, "tender.list", "{\"limit\": 1}") == MVOI_OK, "nothing happened to the next call: %s", answer);

    const int32_t other = open_session();
    int interrupted = 0;
    enum { interrupted_rows = 4000 };
    static const long after_ms[] = {2, 10, 20, 40, 80}; /* early in the import, and late */
    for (size_t attempt = 0; attempt < sizeof after_ms / sizeof after_ms[0]; ++attempt) {
        char prefix[40];
        snprintf(prefix, sizeof prefix, "stop%d", (int)attempt);
        struct import import = {session, import_request(prefix, interrupted_rows), 0, false, ""};
        const struct head before = head_of(other);
        pthread_t thread;
        pthread_create(&thread, NULL, run_import, &import);
        pause_ms(after_ms[attempt]);
        for (; !import.done; pause_ms(1))
            if (mvoi_interrupt(session) != MVOI_OK) CHECK(false, "mvoi_interrupt by another thread");
        pthread_join(thread, NULL);
        CHECK(import.status == MVOI_OK || import.status == MVOI_E_INTERRUPTED, "%d: %s", (int)import.status,
              import.message);
        if (import.status == MVOI_E_INTERRUPTED) {
            ++interrupted;
            check_refusal(session, MVOI_E_INTERRUPTED, import.status, "an interrupted import");
            /* Whole rows remain, each with its entry, and the same import goes on where this one stopped. */
            const int64_t taken = head_of(other).seq - before.seq;
            CHECK(call(session, "register.import", import.request) == MVOI_OK, "the import goes on: %s", answer);
            CHECK(integer(session, "/unchanged") == taken && integer(session, "/added") == interrupted_rows - taken,
                  "%d of %d rows were there already", (int)integer(session, "/unchanged"), (int)taken);
        }
        free(import.request);
    }
    CHECK(interrupted > 0, "MVOI_E_INTERRUPTED was never seen");
    CHECK(start(session, "after-interrupt", "") == MVOI_OK, "the session goes on: %s", answer);
    mvoi_close(session);
    mvoi_close(other);
}

/* ---- Processes ---- */

static const char* program;

static void test_busy(void) {
    part = "busy";
    int32_t session = 0;
    CHECK(open_file(register_path, ", \"waitMs\": 0", &session) == MVOI_OK, "%s", answer);
    bool seen = false;
    for (int attempt = 0; attempt < 3 && !seen; ++attempt) {
        char prefix[40];
        snprintf(prefix, sizeof prefix, "busy%d", attempt);
        const pid_t other = fork();
        if (other == 0) {
            execl(program, program, "--import", register_path, prefix, "8000", (char*)NULL);
            _exit(127);
        }
        int ended = 0;
        for (int i = 0; waitpid(other, &ended, WNOHANG) == 0; ++i) {
            char reference[60];
            snprintf(reference, sizeof reference, "%s-mine-%d", prefix, i);
            const int32_t status = start(session, reference, "");
            if (status == MVOI_E_BUSY && !seen) {
                seen = true;
                check_refusal(session, MVOI_E_BUSY, status, "another process is writing");
                CHECK(strcmp(text(session, "/retry"), "true") == 0, "busy may be tried again: %s", answer);
            } else if (status != MVOI_OK && status != MVOI_E_BUSY) {
                CHECK(false, "while another process writes: %d: %s", (int)status, answer);
            }
            pause_ms(2);
        }
        CHECK(WIFEXITED(ended) && WEXITSTATUS(ended) == 0, "the other process: %x", (unsigned)ended);
    }
    CHECK(seen, "MVOI_E_BUSY was never seen");
    head_of(session);
    mvoi_close(session);
}

/* In the child: the old handle is refused, a session of its own works. Returns the number of the promise that broke. */
static int child_of_fork(int32_t old, const char* reference) {
    int32_t session = 0, n = 0;
    int64_t value = 0;
    alarm(60);
    if (mvoi_abi_version() != MVOI_ABI) return 1;
    if (call(old, "describe", "{}") != MVOI_E_FORKED || strstr(answer, "\"message\"") == NULL) return 2;
    if (mvoi_put_text(old, "/a", -1, "b", -1) != MVOI_E_FORKED) return 3;
    if (mvoi_put_integer(old, "/a", -1, 1) != MVOI_E_FORKED) return 4;
    if (mvoi_answer(old, 0, answer, CAPACITY, &n) != MVOI_E_FORKED) return 5;
    if (mvoi_count(old, "", 0, &n) != MVOI_E_FORKED) return 6;
    if (mvoi_text(old, "", 0, answer, CAPACITY, &n) != MVOI_E_FORKED) return 7;
    if (mvoi_integer(old, "", 0, &value) != MVOI_E_FORKED) return 8;
    if (mvoi_interrupt(old) != MVOI_E_FORKED) return 9;
    if (mvoi_close(old) != MVOI_E_FORKED) return 10;
    if (open_file(register_path, ", \"waitMs\": 60000", &session) != MVOI_OK) return 11;
    if (start(session, reference, "") != MVOI_OK) return 12;
    if (tenders(session, reference) != 1) return 13;
    if (mvoi_close(session) != MVOI_OK) return 14;
    if (call(old, "describe", "{}") != MVOI_E_FORKED) return 15;
    return 0;
}

static void check_child(pid_t child) {
    int ended = 0;
    waitpid(child, &ended, 0);
    CHECK(WIFEXITED(ended), "the child was ended by signal %d", WIFSIGNALED(ended) ? WTERMSIG(ended) : 0);
    CHECK(!WIFEXITED(ended) || WEXITSTATUS(ended) == 0, "in the child, promise %d of child_of_fork",
          WEXITSTATUS(ended));
}

static void test_fork(void) {
    part = "fork";
    const int32_t session = open_session();
    CHECK(start(session, "fork-parent-1", "") == MVOI_OK, "%s", answer);
    fflush(report);
    pid_t child = fork();
    if (child == 0) _exit(child_of_fork(session, "fork-child-1"));
    check_child(child);
    CHECK(count(session, "/themes") == 6, "the parent's last answer is still there");
    CHECK(start(session, "fork-parent-2", "") == MVOI_OK, "the parent goes on: %s", answer);
    CHECK(tenders(session, "fork-") == 3, "parent and child wrote: %d", (int)count(session, "/items"));

    /* While parent and child both write. */
    child = fork();
    if (child == 0) _exit(child_of_fork(session, "fork-child-2"));
    for (int i = 0; i < 50; ++i) {
        char reference[40];
        snprintf(reference, sizeof reference, "fork-beside-%d", i);
        if (start(session, reference, "") != MVOI_OK) CHECK(false, "the parent beside its child: %s", answer);
    }
    check_child(child);
    CHECK(tenders(session, "fork-") == 54, "parent and child wrote: %d", (int)count(session, "/items"));

    /* While another thread of the parent is inside a call. */
    struct import import = {open_session(), import_request("forked", 5000), 0, false, ""};
    pthread_t thread;
    pthread_create(&thread, NULL, run_import, &import);
    pause_ms(30);
    child = fork();
    if (child == 0) _exit(child_of_fork(session, "fork-child-3"));
    check_child(child);
    pthread_join(thread, NULL);
    CHECK(import.status == MVOI_OK, "the import of the parent: %d: %s", (int)import.status, import.message);
    CHECK(tenders(session, "fork-child-3") == 1 && tenders(session, "forked-00") == 1000, "both are there");
    head_of(session);
    free(import.request);
    mvoi_close(import.session);
    mvoi_close(session);
}

/* ---- Convention 8: the process of the host is left as it was. ---- */

static char locale_before[500];
static mode_t umask_before;
static struct sigaction signals_before[32];

static void remember_process(void) {
    setlocale(LC_ALL, "");
    snprintf(locale_before, sizeof locale_before, "%s", setlocale(LC_ALL, NULL));
    umask_before = umask(022);
    umask(umask_before);
    for (int i = 1; i < 32; ++i) sigaction(i, NULL, &signals_before[i]);
}

static void test_process(const char* silence) {
    part = "process";
    CHECK(strcmp(locale_before, setlocale(LC_ALL, NULL)) == 0, "the locale was changed to %s", setlocale(LC_ALL, NULL));
    const mode_t mask = umask(022);
    umask(mask);
    CHECK(mask == umask_before, "the umask was changed");
    for (int i = 1; i < 32; ++i) {
        struct sigaction now;
        sigaction(i, NULL, &now);
        CHECK(now.sa_handler == signals_before[i].sa_handler, "a handler was installed for signal %d", i);
    }
    fflush(stdout);
    fflush(stderr);
    struct stat written;
    CHECK(stat(silence, &written) == 0 && written.st_size == 0, "%ld bytes were written to stdout or stderr",
          (long)written.st_size);
}

static int import_as_another_process(char** arguments) {
    int32_t session = 0;
    char* request = import_request(arguments[3], atoi(arguments[4]));
    int32_t status = open_file(arguments[2], ", \"waitMs\": 60000", &session);
    if (status == MVOI_OK) status = call(session, "register.import", request);
    if (status != MVOI_OK) fprintf(stderr, "c_test --import: %d: %s\n", (int)status, answer);
    free(request);
    return status == MVOI_OK ? 0 : 1;
}

int main(int argc, char** argv) {
    if (argc == 5 && strcmp(argv[1], "--import") == 0) return import_as_another_process(argv);
    if (argc != 2) {
        fprintf(stderr, "called as: c_test FOLDER\n");
        return 2;
    }
    program = argv[0];
    snprintf(folder, sizeof folder, "%s", argv[1]);
    snprintf(register_path, sizeof register_path, "%s/register.mvoi", folder);
    char silence[600];
    snprintf(silence, sizeof silence, "%s/output-of-the-library", folder);
    report = fdopen(dup(STDOUT_FILENO), "w");
    const int file = open(silence, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (report == NULL || file < 0 || dup2(file, STDOUT_FILENO) < 0 || dup2(file, STDERR_FILENO) < 0) return 2;
    remember_process();

    test_open();
    test_storage();
    test_text_in();
    test_text_out();
    test_put();
    test_read();
    test_refusals();
    test_language();
    test_limits();
    test_handles();
    test_repeating();
    test_read_only();
    test_memory();
    test_nothing_written();
    test_blocked();
    test_in_use();
    test_side_by_side();
    test_interrupt();
    test_busy();
    test_fork();
    test_process(silence);

    fprintf(report, "%d checks, %d failed\n", checks, failures);
    fclose(report);
    return failures == 0 ? 0 : 1;
}
