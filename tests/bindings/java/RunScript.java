// SPDX-License-Identifier: EUPL-1.2

import com.sun.jna.Function;
import com.sun.jna.ptr.IntByReference;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;

/**
 * Performs script.txt through JNA and writes the transcript.
 *
 * Called as: java -Djna.library.path=LIBDIR -cp ... RunScript SCRIPT REGISTER > transcript
 */
public final class RunScript {
    private static final byte GUARD = 0x7f;

    private final String register;
    private Mvoi.Session session;
    private Mvoi.Session opened;
    private int status;
    private String observed;

    private RunScript(String register) {
        this.register = register;
    }

    /** One line of the script; returns the line of the transcript. */
    private String perform(String line) {
        String[] words = line.split(" ", 3);
        String rest = words.length > 1 ? line.substring(words[0].length() + 1) : "";
        switch (words[0]) {
            case "=":
                return "= " + words[1] + " " + result(words[1], words[2].split(" ", 2)[0]);
            case "step":
            case "abi":
                break;
            case "open":
                opened = session = Mvoi.open(rest.replace("$REGISTER", register));
                break;
            case "use":
                session = rest.equals("opened") ? opened : new Mvoi.Session(Integer.parseInt(rest));
                break;
            case "call":
                note(session.call(words[1], words[2]).status);
                break;
            case "send":
                note(session.call(rest, "").status);
                break;
            case "put":
                put(words[1].equals("\"\"") ? "" : words[1], words[2]);
                break;
            case "lengths":
                observed = everyLength(words[1], words[2]);
                break;
            case "pieces":
                observed = everyPiece();
                break;
            case "interrupt":
                note(session.interrupt());
                break;
            case "close":
                note(session.closeNow());
                break;
            default:
                throw new IllegalArgumentException("not in the language of the script: " + line);
        }
        return line;
    }

    private void note(int result) {
        if (status == 0) {
            status = result;
        }
    }

    private void put(String path, String value) {
        note(value.startsWith("\"") ? session.putText(path, value.substring(1, value.length() - 1))
                                    : session.putInteger(path, Long.parseLong(value)));
    }

    private String result(String kind, String path) {
        switch (kind) {
            case "abi":
                return Integer.toString(Mvoi.FUNCTIONS.mvoi_abi_version());
            case "status":
                int last = status;
                status = 0;
                return Integer.toString(last);
            case "lengths":
            case "pieces":
                return observed;
            case "count":
                return value(path, session.count(path));
            case "text":
                return value(path, session.text(path));
            case "integer":
                return value(path, session.integer(path));
            default:
                throw new IllegalArgumentException("not in the language of the script: " + kind);
        }
    }

    private static String value(String path, Mvoi.Result result) {
        return result.status == 0 ? path + " " + result.text : path + " ! " + result.status;
    }

    private String everyLength(String operation, String request) {
        Mvoi.Result first = session.call(operation, request);
        byte[] answer = Mvoi.utf8(first.text);
        byte[] name = Mvoi.utf8(operation);
        byte[] json = Mvoi.utf8(request);
        IntByReference length = new IntByReference();
        for (int capacity = 0; capacity <= answer.length; ++capacity) {
            byte[] buffer = new byte[capacity + 1];
            Arrays.fill(buffer, GUARD);
            int again = Mvoi.FUNCTIONS.mvoi_call(session.handle, name, name.length, json, json.length, buffer, capacity,
                                                 length);
            int kept = capacity;
            while (kept > 0 && kept < answer.length && (answer[kept] & 0xC0) == 0x80) {
                --kept;
            }
            if (again != first.status || length.getValue() != answer.length) {
                return "not at " + capacity + ": status " + again + ", length " + length.getValue();
            }
            if (!Arrays.equals(Arrays.copyOf(buffer, kept), Arrays.copyOf(answer, kept))
                    || (kept < capacity && buffer[kept] != 0)) {
                return "not at " + capacity + ": another text";
            }
            if (buffer[capacity] != GUARD) {
                return "not at " + capacity + ": written behind the buffer";
            }
            if (!session.answer(answer.length).equals(first.text)) {
                return "not at " + capacity + ": mvoi_answer has another answer";
            }
        }
        return "same";
    }

    private String everyPiece() {
        String answer = session.answer(65536);
        for (int capacity = 4; capacity <= 64; ++capacity) {
            if (!session.answer(capacity).equals(answer)) {
                return "not in pieces of " + capacity;
            }
        }
        return "same";
    }

    public static void main(String[] arguments) throws Exception {
        final int radixOfGlibc = 0x10000; // RADIXCHAR of langinfo.h
        System.err.println("decimal point: "
                + Function.getFunction("c", "nl_langinfo").invokeString(new Object[] {radixOfGlibc}, false));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        RunScript runner = new RunScript(arguments[1]);
        for (String line : Files.readAllLines(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                out.print(runner.perform(line) + "\n");
            }
        }
        out.flush();
    }
}
