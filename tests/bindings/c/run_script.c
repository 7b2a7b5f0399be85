/* SPDX-License-Identifier: EUPL-1.2
 *
 * Performs script.txt from C99 and writes the transcript.
 *
 * Called as: run_script SCRIPT REGISTER > transcript
 */
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mvoi.h"

enum { CAPACITY = 65536, GUARD = 0x7f };

static char answer[CAPACITY + 1]; /* one more than the library is told of, so that it can be ended here if need be */
static int32_t answer_len;
static int32_t session, opened;
static int32_t status;     /* the first result other than 0 since the script asked last */
static char observed[200]; /* what "lengths" or "pieces" found */
static const char* register_path;

static void die(const char* what, const char* line) {
    fprintf(stderr, "run_script: %s: %s\n", what, line);
    exit(2);
}

static void note(int32_t result) {
    if (status == MVOI_OK) status = result;
}

/* The text up to the next blank, ended; *rest receives what stands behind it. The pointer "" is written as two
 * quotes. */
static char* word(char* text, char** rest) {
    char* blank = strchr(text, ' ');
    if (blank != NULL) *blank = '\0';
    *rest = blank != NULL ? blank + 1 : text + strlen(text);
    return strcmp(text, "\"\"") == 0 ? text + 2 : text;
}

static int32_t call(const char* operation, const char* request, int32_t request_len) {
    int32_t result = mvoi_call(session, operation, -1, request, request_len, answer, CAPACITY, &answer_len);
    if (answer_len > CAPACITY) die("this answer needs a larger buffer", operation);
    return result;
}

static void open_register(const char* config) {
    char text[4096];
    const char* mark = strstr(config, "$REGISTER");
    if (mark == NULL) die("no $REGISTER", config);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(mark - config), config, register_path, mark + strlen("$REGISTER"));
    note(mvoi_open(text, -1, &session, answer, CAPACITY, &answer_len));
    if (status != MVOI_OK) fprintf(stderr, "mvoi_open: %.*s\n", (int)answer_len, answer);
    opened = session;
}

static void put(char* rest) {
    const char* path = word(rest, &rest);
    if (rest[0] == '"')
        note(mvoi_put_text(session, path, -1, rest + 1, (int32_t)strlen(rest) - 2));
    else
        note(mvoi_put_integer(session, path, -1, strtoll(rest, NULL, 10)));
}

/* The number of bytes of a text that fit in a capacity without cutting a character. */
static int32_t whole_characters(const char* text, int32_t len, int32_t capacity) {
    int32_t kept = capacity < len ? capacity : len;
    while (kept > 0 && kept < len && ((unsigned char)text[kept] & 0xC0) == 0x80) --kept;
    return kept;
}

static void every_length(char* rest) {
    const char* operation = word(rest, &rest);
    const int32_t expected = call(operation, rest, -1);
    const int32_t len = answer_len;
    char *buffer = malloc((size_t)len + 1), *first = malloc((size_t)len), *last = malloc((size_t)len);
    if (buffer == NULL || first == NULL || last == NULL) die("no memory", operation);
    memcpy(first, answer, (size_t)len);
    strcpy(observed, "same");
    for (int32_t capacity = 0; capacity <= len && strcmp(observed, "same") == 0; ++capacity) {
        int32_t again_len = 0, last_len = 0;
        memset(buffer, GUARD, (size_t)len + 1);
        const int32_t again = mvoi_call(session, operation, -1, rest, -1, buffer, capacity, &again_len);
        const int32_t kept = whole_characters(first, len, capacity);
        const char* fault = NULL;
        if (again != expected || again_len != len)
            fault = "another result or length";
        else if (memcmp(buffer, first, (size_t)kept) != 0)
            fault = "another text";
        else if (kept < capacity && buffer[kept] != '\0')
            fault = "no NUL although there is room";
        else if (buffer[capacity] != GUARD)
            fault = "written behind the buffer";
        else if (mvoi_answer(session, 0, last, len, &last_len) != MVOI_OK || last_len != len ||
                 memcmp(last, first, (size_t)len) != 0)
            fault = "mvoi_answer has another answer";
        if (fault != NULL) snprintf(observed, sizeof observed, "not at %d: %s", (int)capacity, fault);
    }
    free(buffer);
    free(first);
    free(last);
}

/* Reads the last answer in pieces of this capacity and compares it with the one in hand. */
static bool same_in_pieces(int32_t capacity) {
    char piece[64];
    int32_t offset = 0, rest = 0;
    do {
        if (mvoi_answer(session, offset, piece, capacity, &rest) != MVOI_OK) return false;
        if (rest != answer_len - offset) return false;
        const int32_t kept = whole_characters(answer + offset, rest, capacity);
        if (memcmp(piece, answer + offset, (size_t)kept) != 0) return false;
        offset += kept;
    } while (rest > capacity);
    return offset == answer_len;
}

static void every_piece(void) {
    if (mvoi_answer(session, 0, answer, CAPACITY, &answer_len) != MVOI_OK || answer_len > CAPACITY)
        die("mvoi_answer", "");
    strcpy(observed, "same");
    for (int32_t capacity = 4; capacity <= 64; ++capacity)
        if (!same_in_pieces(capacity)) snprintf(observed, sizeof observed, "not in pieces of %d", (int)capacity);
}

static void write_result(char* rest) {
    const char* kind = word(rest, &rest);
    if (strcmp(kind, "status") == 0) {
        printf("= status %d\n", (int)status);
        status = MVOI_OK;
        return;
    }
    if (strcmp(kind, "abi") == 0) {
        printf("= abi %d\n", (int)mvoi_abi_version());
        return;
    }
    if (strcmp(kind, "lengths") == 0 || strcmp(kind, "pieces") == 0) {
        printf("= %s %s\n", kind, observed);
        return;
    }
    const char* path = word(rest, &rest);
    int32_t result, count = 0, len = 0;
    int64_t value = 0;
    if (strcmp(kind, "count") == 0)
        result = mvoi_count(session, path, -1, &count);
    else if (strcmp(kind, "integer") == 0)
        result = mvoi_integer(session, path, -1, &value);
    else
        result = mvoi_text(session, path, -1, answer, CAPACITY, &len);

    if (result != MVOI_OK)
        printf("= %s %s ! %d\n", kind, path, (int)result);
    else if (strcmp(kind, "count") == 0)
        printf("= count %s %d\n", path, (int)count);
    else if (strcmp(kind, "integer") == 0)
        printf("= integer %s %lld\n", path, (long long)value);
    else
        printf("= text %s %.*s\n", path, (int)len, answer);
}

static void perform(char* line) {
    if (strncmp(line, "= ", 2) == 0) {
        write_result(line + 2);
        return;
    }
    puts(line);
    char* rest;
    const char* verb = word(line, &rest);
    if (strcmp(verb, "open") == 0)
        open_register(rest);
    else if (strcmp(verb, "use") == 0)
        session = strcmp(rest, "opened") == 0 ? opened : (int32_t)atoi(rest);
    else if (strcmp(verb, "call") == 0) {
        const char* operation = word(rest, &rest);
        note(call(operation, rest, -1));
    } else if (strcmp(verb, "send") == 0)
        note(call(rest, "", 0));
    else if (strcmp(verb, "put") == 0)
        put(rest);
    else if (strcmp(verb, "lengths") == 0)
        every_length(rest);
    else if (strcmp(verb, "pieces") == 0)
        every_piece();
    else if (strcmp(verb, "interrupt") == 0)
        note(mvoi_interrupt(session));
    else if (strcmp(verb, "close") == 0)
        note(mvoi_close(session));
    else if (strcmp(verb, "step") != 0 && strcmp(verb, "abi") != 0)
        die("not in the language of the script", line);
}

int main(int argc, char** argv) {
    if (argc != 3) die("called as", "run_script SCRIPT REGISTER");
    setlocale(LC_ALL, "");
    fprintf(stderr, "decimal point: %s\n", localeconv()->decimal_point);
    register_path = argv[2];
    FILE* script = fopen(argv[1], "r");
    if (script == NULL) die("cannot read", argv[1]);
    static char line[CAPACITY];
    while (fgets(line, sizeof line, script) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#') perform(line);
    }
    fclose(script);
    return 0;
}
