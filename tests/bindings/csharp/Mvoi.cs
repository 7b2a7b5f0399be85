// SPDX-License-Identifier: EUPL-1.2

using System;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>
/// libmvoi from .NET by P/Invoke: the functions of mvoi.h, and a session on top of them.
/// <code>
/// using (var session = Mvoi.Open("{\"register\": \"tenders.mvoi\", \"actor\": \"inkoopsysteem\"}")) {
///     var result = session.Call("tender.list", "{\"organisation\": \"gm0344\"}");
/// }
/// </code>
/// Text crosses the border as UTF-8 bytes with its length; never declare it as string, which .NET would send in a
/// code page. A session serves one thread at a time.
/// </summary>
public static class Mvoi {
    const int Capacity = 65536;

    /// <summary>mvoi.h, word for word: int32_t is int, int64_t is long, a text is byte[] and its length.</summary>
    public static class Functions {
        const string Library = "mvoi";
        const CallingConvention C = CallingConvention.Cdecl;

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_abi_version();

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_open(byte[] config, int configLength, out int session, [Out] byte[] answer,
                                           int answerCapacity, out int answerLength);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_close(int session);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_interrupt(int session);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_call(int session, byte[] operation, int operationLength, byte[] request,
                                           int requestLength, [In, Out] byte[] answer, int answerCapacity,
                                           out int answerLength);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_put_text(int session, byte[] path, int pathLength, byte[] text, int textLength);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_put_integer(int session, byte[] path, int pathLength, long value);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_answer(int session, int offset, [Out] byte[] answer, int answerCapacity,
                                             out int answerLength);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_count(int session, byte[] path, int pathLength, out int count);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_text(int session, byte[] path, int pathLength, [Out] byte[] text,
                                           int textCapacity, out int textLength);

        [DllImport(Library, CallingConvention = C)]
        public static extern int mvoi_integer(int session, byte[] path, int pathLength, out long value);
    }

    /// <summary>What a function returned: its status, and what it gave besides.</summary>
    public struct Result {
        public readonly int Status;
        public readonly string Text;

        public Result(int status, string text) {
            Status = status;
            Text = text;
        }
    }

    public class MvoiException : Exception {
        public readonly Result Result;

        public MvoiException(string function, Result result)
            : base(function + ": " + result.Status + ": " + result.Text) {
            Result = result;
        }
    }

    public static Session Open(string config) {
        byte[] request = Utf8(config), answer = new byte[Capacity];
        int handle, length;
        int status = Functions.mvoi_open(request, request.Length, out handle, answer, answer.Length, out length);
        if (status != 0)
            throw new MvoiException("mvoi_open", new Result(status, FromUtf8(answer, length)));
        return new Session(handle);
    }

    public sealed class Session : IDisposable {
        public readonly int Handle;

        public Session(int handle) {
            Handle = handle;
        }

        /// <summary>An empty request sends what PutText and PutInteger built.</summary>
        public Result Call(string operation, string request) {
            byte[] name = Utf8(operation), json = Utf8(request), answer = new byte[Capacity];
            int length;
            int status = Functions.mvoi_call(Handle, name, name.Length, json, json.Length, answer, answer.Length,
                                             out length);
            if (length <= answer.Length)
                return new Result(status, FromUtf8(answer, length));
            return new Result(status, Answer(Capacity));  // the work is done, only the buffer was small
        }

        /// <summary>The last answer, read in pieces of whole characters.</summary>
        public string Answer(int capacity) {
            var whole = new StringBuilder();
            var piece = new byte[capacity];
            for (int offset = 0, length;;) {
                int status = Functions.mvoi_answer(Handle, offset, piece, capacity, out length);
                if (status != 0)
                    throw new MvoiException("mvoi_answer", new Result(status, ""));
                if (length <= capacity)
                    return whole.Append(FromUtf8(piece, length)).ToString();
                int end = Array.IndexOf(piece, (byte)0);  // at most three bytes remain unused behind the last character
                int kept = end < 0 ? capacity : end;
                whole.Append(FromUtf8(piece, kept));
                offset += kept;
            }
        }

        public int PutText(string path, string text) {
            byte[] pointer = Utf8(path), value = Utf8(text);
            return Functions.mvoi_put_text(Handle, pointer, pointer.Length, value, value.Length);
        }

        public int PutInteger(string path, long value) {
            byte[] pointer = Utf8(path);
            return Functions.mvoi_put_integer(Handle, pointer, pointer.Length, value);
        }

        public int Count(string path, out int count) {
            byte[] pointer = Utf8(path);
            return Functions.mvoi_count(Handle, pointer, pointer.Length, out count);
        }

        public Result Text(string path) {
            byte[] pointer = Utf8(path), value = new byte[Capacity];
            int length;
            int status = Functions.mvoi_text(Handle, pointer, pointer.Length, value, value.Length, out length);
            if (status == 0 && length > value.Length) {  // reading changes nothing: simply read again
                value = new byte[length];
                status = Functions.mvoi_text(Handle, pointer, pointer.Length, value, value.Length, out length);
            }
            return new Result(status, status == 0 ? FromUtf8(value, length) : "");
        }

        public int Integer(string path, out long value) {
            byte[] pointer = Utf8(path);
            return Functions.mvoi_integer(Handle, pointer, pointer.Length, out value);
        }

        /// <summary>May be called by another thread.</summary>
        public int Interrupt() {
            return Functions.mvoi_interrupt(Handle);
        }

        public int Close() {
            return Functions.mvoi_close(Handle);
        }

        public void Dispose() {
            Close();
        }
    }

    static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

    public static byte[] Utf8(string text) {
        return Strict.GetBytes(text);
    }

    public static string FromUtf8(byte[] bytes, int length) {
        return Strict.GetString(bytes, 0, Math.Min(length, bytes.Length));
    }
}
