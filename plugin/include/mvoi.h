/* SPDX-License-Identifier: EUPL-1.2
 *
 * mvoi.h - the whole public interface of libmvoi. What is not declared here is not promised.
 *
 * libmvoi keeps the register of a public body's tenders and of what was decided in each about responsible purchasing
 * (MVOI: maatschappelijk verantwoord opdrachtgeven en inkopen). A purchasing system loads it and calls it from hooks.
 *
 * Conventions, valid for every function
 *   1. Result: 0 done; > 0 a well-formed "no" (not found, conflict); < 0 a fault. New codes may be added, none is
 *      ever given another meaning. The functions are frozen; the library grows in operations.
 *   2. Text in is UTF-8, pointer and length in bytes; length -1 means NUL-terminated. Trailing blanks and NULs of
 *      names, paths and JSON are ignored. No argument needs to be NULL: an empty text has length 0, whatever its
 *      pointer.
 *   3. Text out goes to the caller's buffer (pointer, capacity). *len receives the full length. If *len exceeds the
 *      capacity, only the whole UTF-8 characters that fit are there and nothing is lost: read on with mvoi_answer().
 *      The result is the outcome of the work either way, and the work is never repeated. A NUL follows the text when
 *      there is room for it. Capacity 0 asks for the length alone.
 *   4. The library keeps no pointer to your memory after a call and hands out no pointer to its own.
 *   5. A session serves one thread at a time; a second one gets MVOI_E_IN_USE. Different sessions run side by side.
 *      Functions marked [any thread] may be called while the session is in use. The last answer is the session's:
 *      whoever lends sessions to threads lends one from the call through the last read of its answer.
 *   6. Across fork() a session does not live: in the child every handle gives MVOI_E_FORKED; open a new one there.
 *      fork() waits until what other threads do in the library is done, and not for what they wait for. A call that
 *      begins meanwhile waits for the fork, at most "waitMs", then MVOI_E_BUSY.
 *   7. The register file belongs to the library alone. Do not open it with another SQLite, nor copy it while in use:
 *      operation "register.backup" makes the copy, "register.restore" puts one back. A register has one name: symbolic
 *      links are followed; a hard link, and another name by a mount while it is open, are refused, and so is what is no
 *      ordinary file. Once the path no longer leads to the file that a session opened, or a file that the library keeps
 *      beside it was taken away, every later call of that session is MVOI_E_STORAGE and "fatal"; what was answered
 *      before stands in the file that was there. A call during which that happens is MVOI_E_STORAGE too, and its change
 *      may stand in that file. A session that only reads makes no file beside the register.
 *   8. The library reads no locale, writes nothing to stdout or stderr, installs no signal handler, and stays loaded
 *      until the process ends. No exception leaves it.
 *   9. A call needs at most 256 KiB of stack. When there is no memory it says so, and the next one that has memory
 *      works. Threads may be in calls when the process ends by exit(): each gets its answer, or the process is gone
 *      before.
 *
 * Each block says, in this order: what it does; Answer; Durability; Blocking; Repeating; Thread; Since.
 */
#ifndef MVOI_H
#define MVOI_H

#include <stdint.h>

#define MVOI_ABI 1
#define MVOI_VERSION "0.2.0"

#if defined(_WIN32)
#define MVOI_CALL __cdecl
#if defined(MVOI_BUILD)
#define MVOI_API __declspec(dllexport)
#else
#define MVOI_API __declspec(dllimport)
#endif
#else
#define MVOI_CALL
#define MVOI_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define MVOI_OK 0
#define MVOI_BLOCKED 1           /* a rule forbids it; the answer names the rule and where to mend it */
#define MVOI_NOT_FOUND 2         /* nothing in the register by that name */
#define MVOI_CONFLICT 3          /* changed by someone else since, or already there; the answer says what stands now */
#define MVOI_E_ARGUMENT (-1)     /* an argument of the C call itself is impossible (negative capacity, unknown path) */
#define MVOI_E_HANDLE (-2)       /* no such session: never opened, closed, or not a handle */
#define MVOI_E_OPERATION (-3)    /* no such operation; "describe" lists them */
#define MVOI_E_IN_USE (-4)       /* another thread is using this session */
#define MVOI_E_FORKED (-5)       /* the session was opened before fork() */
#define MVOI_E_FORMAT (-6)       /* not JSON, or not to the operation's schema; the answer lists the faults by path */
#define MVOI_E_BUSY (-7)         /* another writer held the register for the whole waiting time; try again */
#define MVOI_E_STORAGE (-8)      /* disk full, I/O fault; file unreadable, damaged, moved or replaced */
#define MVOI_E_VERSION (-9)      /* the register was written by a newer library */
#define MVOI_E_INTERRUPTED (-10) /* mvoi_interrupt() was called; no transaction is half done */
#define MVOI_E_READ_ONLY (-11)   /* a writing operation on a session opened with "readOnly": true */
#define MVOI_E_LIMIT (-12)       /* one of the limits below was reached */
#define MVOI_E_INTERNAL (-99)    /* no memory left, or a fault of the library itself: the answer says which */

#define MVOI_LIMIT_REQUEST_BYTES 4194304 /* one request, 4 MiB */
#define MVOI_LIMIT_DEPTH 32              /* nesting of one request */
#define MVOI_LIMIT_SESSIONS 4096         /* open sessions of one process */

/* The number of this interface, MVOI_ABI of the library that was loaded (not of the header compiled against).
 * Answer: none. Durability: none. Blocking: never. Repeating: always the same.
 * Thread: [any thread]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_abi_version(void);

/* Opens a register, and creates it when it is not there. An empty file is there: it was cut, and is refused.
 *   config   one JSON object: {"register": "/path/file.mvoi" (required; a relative path counts from the folder in
 *            which the process is at this moment, and stays that file when it goes elsewhere),
 *            "language": "nl" (default) or "en", "waitMs": 0..60000 (default 5000; how long to wait for other writers),
 *            "timeZone": "Europe/Amsterdam" (default) or another of the system (where a request names no "today", it is
 *            the day there),
 *            "readOnly": true or false (default), "actor": "...", "role": "...", "origin": "..." (used where a request
 *            names none)}
 *   session  receives the handle, a positive number; 0 when the result is not MVOI_OK.
 * Answer:     {"abi","library","register","head":{"seq","hash"}}, and "broken" as "journal.verify" has it when the
 *             journal was cut or a trigger changed: such a register is read and not written; on a fault the error
 *             document, in this buffer alone.
 * Durability: a register just created survives power loss.
 * Blocking:   at most waitMs, while others create or migrate the same file or have it to themselves; then MVOI_E_BUSY.
 * Repeating:  each success is a session of its own; sessions of one process on one file share one store.
 * Thread:     [any thread]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_open(const char *config, int32_t config_len, int32_t *session, char *answer,
                                     int32_t answer_cap, int32_t *answer_len);

/* Ends a session and forgets its last answer.
 * Answer: none. Durability: nothing is written. Blocking: never. Repeating: the second time MVOI_E_HANDLE.
 * Thread: [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_close(int32_t session);

/* Asks the call that runs in this session, if any, to stop; that call returns MVOI_E_INTERRUPTED as soon as it can do
 * so without leaving a transaction half done. A call that has begun to commit is finished.
 * Answer: none. Durability: none. Blocking: never. Repeating: harmless. Without a running call nothing happens.
 * Thread: [any thread]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_interrupt(int32_t session);

/* One request, one transaction, one answer.
 *   operation  name, such as "tender.start"; operation "describe" lists all with their JSON Schemas.
 *   request    JSON object to schema/operations/<operation>.request.json. Members it does not know are refused; the
 *              first hundred faults are reported at once, with how many more there are. An empty request sends what
 *              mvoi_put_text/_integer built in this session.
 * Answer:     JSON object to <operation>.answer.json; on any result other than MVOI_OK an error document
 *             {"status","name","message","errors":[{"path","rule","message","value","accepted","current"}],"retry",
 *             "fatal"}, in the language of the session; "current" is what stands now. "retry": the same call may
 *             succeed later. "fatal": this session, or the register, is of no more use. Stopped at a gate
 *             (MVOI_BLOCKED) it has "gate" too: common.json, answerGate.
 * Durability: when a writing operation returns MVOI_OK, its change survives the end of the process and power loss. When
 *             memory runs out after its commit, it is MVOI_OK all the same, and {} its answer.
 *             On any other result the register is as it was, and stays so after a crash; only a disk that fails, and
 *             then refuses to have the failed change taken back, may still show it after a crash, whole. But the
 *             attempt of a tender.advance that is stopped at a gate is journaled (once for each requestId), and
 *             explanations that lapsed may be reopened by any writing call ("tender.reopen", an entry of its own),
 *             also by one that is itself refused.
 *             register.import alone is many transactions, a row in one: it keeps the good rows of a file that also
 *             holds bad ones, and rows it took before it was interrupted or failed stay. Each row is whole or not
 *             there; importing the same file again goes on where it stopped.
 * Blocking:   a writing operation waits at most "waitMs" for other writers, and 10 ms in any case for one of the same
 *             process to share its commit; then MVOI_E_BUSY. A reading one waits for no writer. Whoever finds the log
 *             beside the register long waits, after his commit, for those who read: 50 ms at 16 MiB, 5 s above 56 MiB.
 * Repeating:  a writing request with "requestId" acts once; repeated, it returns its first answer, with "repeated":
 *             true and without what was blacked out since. An id is one organisation's own. The same requestId with
 *             another request, also with another "today", is MVOI_CONFLICT. A request that was refused, stopped at a
 *             gate or asked for what already was ("unchanged": true) does not use its id up, nor does the start of a
 *             provisional tender that was withdrawn or lapsed since.
 * Thread:     [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_call(int32_t session, const char *operation, int32_t operation_len,
                                     const char *request, int32_t request_len, char *answer, int32_t answer_cap,
                                     int32_t *answer_len);

/* Puts a text or an integer into the request that this session is building, for callers to whom writing JSON is a
 * burden. path is a JSON Pointer: "/themes/0/theme". Objects and lists on the way are made; a list grows one by one,
 * its next index or "-" appends. Trailing blanks and NULs of a text are cut (fields of fixed width); where the schema
 * asks for an integer or a boolean, digits, "true" and "false" put with mvoi_put_text are taken for it. Callers that
 * cannot declare a 64-bit argument put integers so: mvoi_put_integer would get half of the number.
 * The request is sent, and emptied, by mvoi_call with an empty request; path "" with an empty text empties it unsent.
 * Answer:     none; a path that contradicts what is there gives MVOI_E_ARGUMENT and the error document as last answer.
 * Durability: none. Blocking: never. Repeating: the last value of a path counts.
 * Thread:     [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_put_text(int32_t session, const char *path, int32_t path_len, const char *text,
                                         int32_t text_len);
MVOI_API int32_t MVOI_CALL mvoi_put_integer(int32_t session, const char *path, int32_t path_len, int64_t value);

/* The last answer of this session, from byte offset on; also that of a call whose buffer was too small. An offset
 * inside a character is moved back to its start. *len receives how many bytes there are from the offset on.
 * Answer: as said. Durability: none. Blocking: never. Repeating: the answer stays until the next call.
 * Thread: [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_answer(int32_t session, int32_t offset, char *out, int32_t out_cap, int32_t *out_len);

/* How many members or elements the object or list at this JSON Pointer of the last answer has ("" is the whole).
 * MVOI_NOT_FOUND when there is nothing there, MVOI_E_ARGUMENT when it is neither object nor list.
 * Answer: none, the last answer stays. Durability: none. Blocking: never. Repeating: the same result.
 * Thread: [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_count(int32_t session, const char *path, int32_t path_len, int32_t *count);

/* One value of the last answer by JSON Pointer, "/items/3/title": a text as it is, a number, true, false or null as
 * JSON writes it, an object or a list as JSON. MVOI_NOT_FOUND when there is nothing there.
 * Answer: none, the last answer stays. Durability: none. Blocking: never. Repeating: the same result.
 * Thread: [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_text(int32_t session, const char *path, int32_t path_len, char *out, int32_t out_cap,
                                     int32_t *out_len);

/* One integer of the last answer by JSON Pointer; true is 1, false is 0. MVOI_E_ARGUMENT when it is anything else.
 * Answer: none, the last answer stays. Durability: none. Blocking: never. Repeating: the same result.
 * Thread: [session]. Since: ABI 1 */
MVOI_API int32_t MVOI_CALL mvoi_integer(int32_t session, const char *path, int32_t path_len, int64_t *value);

#ifdef __cplusplus
}
#endif

#endif
