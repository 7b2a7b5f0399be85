// SPDX-License-Identifier: EUPL-1.2

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * libmvoi from Java with JNA: the functions of mvoi.h, and a session on top of them.
 *
 * <pre>
 * try (Mvoi.Session session = Mvoi.open("{\"register\": \"tenders.mvoi\", \"actor\": \"inkoopsysteem\"}")) {
 *     Mvoi.Result result = session.call("tender.list", "{\"organisation\": \"gm0344\"}");
 * }
 * </pre>
 *
 * Text crosses the border as UTF-8 bytes with its length. A session serves one thread at a time. JNA looks for the
 * library in the system's folders and in those of -Djna.library.path.
 */
public final class Mvoi {
    private static final int CAPACITY = 65536;

    /** mvoi.h, word for word: int32_t is int, int64_t is long, a text is byte[] and its length. */
    public interface Functions extends Library {
        int mvoi_abi_version();
        int mvoi_open(byte[] config, int configLength, IntByReference session, byte[] answer, int answerCapacity,
                      IntByReference answerLength);
        int mvoi_close(int session);
        int mvoi_interrupt(int session);
        int mvoi_call(int session, byte[] operation, int operationLength, byte[] request, int requestLength,
                      byte[] answer, int answerCapacity, IntByReference answerLength);
        int mvoi_put_text(int session, byte[] path, int pathLength, byte[] text, int textLength);
        int mvoi_put_integer(int session, byte[] path, int pathLength, long value);
        int mvoi_answer(int session, int offset, byte[] out, int outCapacity, IntByReference outLength);
        int mvoi_count(int session, byte[] path, int pathLength, IntByReference count);
        int mvoi_text(int session, byte[] path, int pathLength, byte[] out, int outCapacity, IntByReference outLength);
        int mvoi_integer(int session, byte[] path, int pathLength, LongByReference value);
    }

    public static final Functions FUNCTIONS = Native.load("mvoi", Functions.class);

    /** The result of a function: its status, and the text or number it gave besides. */
    public static final class Result {
        public final int status;
        public final String text;

        Result(int status, String text) {
            this.status = status;
            this.text = text;
        }
    }

    public static final class MvoiException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        public final transient Result result;

        MvoiException(String function, Result result) {
            super(function + ": " + result.status + ": " + result.text);
            this.result = result;
        }
    }

    public static Session open(String config) {
        byte[] request = utf8(config);
        byte[] answer = new byte[CAPACITY];
        IntByReference session = new IntByReference();
        IntByReference length = new IntByReference();
        int status = FUNCTIONS.mvoi_open(request, request.length, session, answer, answer.length, length);
        if (status != 0) {
            throw new MvoiException("mvoi_open", new Result(status, fromUtf8(answer, length.getValue())));
        }
        return new Session(session.getValue());
    }

    public static final class Session implements AutoCloseable {
        final int handle;

        Session(int handle) {
            this.handle = handle;
        }

        /** An empty request sends what putText and putInteger built. */
        public Result call(String operation, String request) {
            byte[] name = utf8(operation);
            byte[] json = utf8(request);
            byte[] answer = new byte[CAPACITY];
            IntByReference length = new IntByReference();
            int status = FUNCTIONS.mvoi_call(handle, name, name.length, json, json.length, answer, answer.length,
                                             length);
            if (length.getValue() <= answer.length) {
                return new Result(status, fromUtf8(answer, length.getValue()));
            }
            return new Result(status, answer(CAPACITY)); // the work is done, only the buffer was small
        }

        /** The last answer, read in pieces of whole characters. */
        public String answer(int capacity) {
            StringBuilder whole = new StringBuilder();
            byte[] piece = new byte[capacity];
            IntByReference length = new IntByReference();
            for (int offset = 0;;) {
                int status = FUNCTIONS.mvoi_answer(handle, offset, piece, capacity, length);
                if (status != 0) {
                    throw new MvoiException("mvoi_answer", new Result(status, ""));
                }
                if (length.getValue() <= capacity) {
                    return whole.append(fromUtf8(piece, length.getValue())).toString();
                }
                int kept = 0; // at most three bytes remain unused behind the last character; the first of them is NUL
                while (kept < capacity && piece[kept] != 0) {
                    ++kept;
                }
                whole.append(fromUtf8(piece, kept));
                offset += kept;
            }
        }

        public int putText(String path, String text) {
            byte[] pointer = utf8(path);
            byte[] value = utf8(text);
            return FUNCTIONS.mvoi_put_text(handle, pointer, pointer.length, value, value.length);
        }

        public int putInteger(String path, long value) {
            byte[] pointer = utf8(path);
            return FUNCTIONS.mvoi_put_integer(handle, pointer, pointer.length, value);
        }

        public Result count(String path) {
            byte[] pointer = utf8(path);
            IntByReference count = new IntByReference();
            int status = FUNCTIONS.mvoi_count(handle, pointer, pointer.length, count);
            return new Result(status, Integer.toString(count.getValue()));
        }

        public Result text(String path) {
            byte[] pointer = utf8(path);
            IntByReference length = new IntByReference();
            byte[] value = new byte[CAPACITY];
            int status = FUNCTIONS.mvoi_text(handle, pointer, pointer.length, value, value.length, length);
            if (status == 0 && length.getValue() > value.length) { // reading changes nothing: simply read again
                value = new byte[length.getValue()];
                status = FUNCTIONS.mvoi_text(handle, pointer, pointer.length, value, value.length, length);
            }
            return new Result(status, status == 0 ? fromUtf8(value, length.getValue()) : "");
        }

        public Result integer(String path) {
            byte[] pointer = utf8(path);
            LongByReference value = new LongByReference();
            int status = FUNCTIONS.mvoi_integer(handle, pointer, pointer.length, value);
            return new Result(status, Long.toString(value.getValue()));
        }

        /** May be called by another thread. */
        public int interrupt() {
            return FUNCTIONS.mvoi_interrupt(handle);
        }

        @Override
        public void close() {
            closeNow();
        }

        int closeNow() {
            return FUNCTIONS.mvoi_close(handle);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String fromUtf8(byte[] bytes, int length) {
        return new String(Arrays.copyOf(bytes, Math.min(length, bytes.length)), StandardCharsets.UTF_8);
    }

    private Mvoi() {}
}
