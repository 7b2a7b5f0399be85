// SPDX-License-Identifier: EUPL-1.2

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>
/// Performs script.txt by P/Invoke and writes the transcript.
/// Called as: LD_LIBRARY_PATH=LIBDIR mono run_script.exe SCRIPT REGISTER > transcript
/// </summary>
public sealed class RunScript {
    const byte Guard = 0x7f;

    readonly string register;
    Mvoi.Session session, opened;
    int status;
    string observed;

    RunScript(string register) {
        this.register = register;
    }

    /// <summary>One line of the script; returns the line of the transcript.</summary>
    string Perform(string line) {
        string[] words = line.Split(new[] {' '}, 3);
        string rest = words.Length > 1 ? line.Substring(words[0].Length + 1) : "";
        switch (words[0]) {
        case "=": return "= " + words[1] + " " + Outcome(words[1], words[2].Split(' ')[0]);
        case "step":
        case "abi": break;
        case "open": opened = session = Mvoi.Open(rest.Replace("$REGISTER", register)); break;
        case "use": session = rest == "opened" ? opened : new Mvoi.Session(Int(rest)); break;
        case "call": Note(session.Call(words[1], words[2]).Status); break;
        case "send": Note(session.Call(rest, "").Status); break;
        case "put": Put(words[1] == "\"\"" ? "" : words[1], words[2]); break;
        case "lengths": observed = EveryLength(words[1], words[2]); break;
        case "pieces": observed = EveryPiece(); break;
        case "interrupt": Note(session.Interrupt()); break;
        case "close": Note(session.Close()); break;
        default: throw new FormatException("not in the language of the script: " + line);
        }
        return line;
    }

    void Note(int result) {
        if (status == 0) status = result;
    }

    void Put(string path, string value) {
        Note(value[0] == '"' ? session.PutText(path, value.Substring(1, value.Length - 2))
                             : session.PutInteger(path, long.Parse(value, CultureInfo.InvariantCulture)));
    }

    string Outcome(string kind, string path) {
        int count, result;
        long number;
        switch (kind) {
        case "abi": return Text(Mvoi.Functions.mvoi_abi_version());
        case "status": result = status; status = 0; return Text(result);
        case "lengths":
        case "pieces": return observed;
        case "count": result = session.Count(path, out count); return Value(path, result, Text(count));
        case "integer": result = session.Integer(path, out number); return Value(path, result, Text(number));
        case "text": var text = session.Text(path); return Value(path, text.Status, text.Text);
        default: throw new FormatException("not in the language of the script: " + kind);
        }
    }

    static string Value(string path, int status, string value) {
        return status == 0 ? path + " " + value : path + " ! " + Text(status);
    }

    string EveryLength(string operation, string request) {
        var first = session.Call(operation, request);
        byte[] answer = Mvoi.Utf8(first.Text), name = Mvoi.Utf8(operation), json = Mvoi.Utf8(request);
        for (int capacity = 0, length; capacity <= answer.Length; ++capacity) {
            byte[] buffer = Enumerable.Repeat(Guard, capacity + 1).ToArray();
            int again = Mvoi.Functions.mvoi_call(session.Handle, name, name.Length, json, json.Length, buffer, capacity,
                                                 out length);
            int kept = capacity;
            while (kept > 0 && kept < answer.Length && (answer[kept] & 0xC0) == 0x80) --kept;
            if (again != first.Status || length != answer.Length)
                return "not at " + Text(capacity) + ": status " + Text(again) + ", length " + Text(length);
            if (!buffer.Take(kept).SequenceEqual(answer.Take(kept)) || (kept < capacity && buffer[kept] != 0))
                return "not at " + Text(capacity) + ": another text";
            if (buffer[capacity] != Guard)
                return "not at " + Text(capacity) + ": written behind the buffer";
            if (session.Answer(answer.Length) != first.Text)
                return "not at " + Text(capacity) + ": mvoi_answer has another answer";
        }
        return "same";
    }

    string EveryPiece() {
        string answer = session.Answer(65536);
        for (int capacity = 4; capacity <= 64; ++capacity)
            if (session.Answer(capacity) != answer) return "not in pieces of " + Text(capacity);
        return "same";
    }

    static int Int(string text) {
        return int.Parse(text, CultureInfo.InvariantCulture);
    }

    static string Text(long number) {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    [DllImport("libc.so.6")]
    static extern IntPtr nl_langinfo(int item);

    public static void Main(string[] arguments) {
        const int RadixOfGlibc = 0x10000;  // RADIXCHAR of langinfo.h
        Console.Error.WriteLine("decimal point: " + Marshal.PtrToStringAnsi(nl_langinfo(RadixOfGlibc)));
        var runner = new RunScript(arguments[1]);
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)))
            foreach (string line in File.ReadAllLines(arguments[0], Encoding.UTF8))
                if (line != "" && line[0] != '#') output.Write(runner.Perform(line) + "\n");
    }
}
