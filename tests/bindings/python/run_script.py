#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Performs script.txt through ctypes and writes the transcript.

Called as: run_script.py LIBRARY SCRIPT REGISTER declared|undeclared > transcript
"""
import locale
import sys
from ctypes import byref, c_int32, create_string_buffer

import mvoi

GUARD = b"\x7f"


class Runner:
    def __init__(self, library, register):
        self.library, self.register = library, register
        self.session, self.opened, self.status = None, 0, 0

    def perform(self, line):
        """One line of the script; returns the line of the transcript."""
        verb, _, rest = line.partition(" ")
        if verb == "=":
            kind, _, rest = rest.partition(" ")
            return f"= {kind} {self.result(kind, rest.split(' ')[0])}"
        if verb == "open":
            self.session = self.library.open(rest.replace("$REGISTER", self.register))
            self.opened = self.session.handle
        elif verb == "use":
            self.session.handle = self.opened if rest == "opened" else int(rest)
        elif verb == "call":
            self.note(self.session.call(*rest.split(" ", 1))[0])
        elif verb == "send":
            self.note(self.session.call(rest)[0])
        elif verb == "put":
            path, _, value = rest.partition(" ")
            path = "" if path == '""' else path
            self.note(self.session.put_text(path, value[1:-1]) if value.startswith('"')
                      else self.session.put_integer(path, int(value)))
        elif verb == "lengths":
            self.observed = self.every_length(*rest.split(" ", 1))
        elif verb == "pieces":
            self.observed = self.every_piece()
        elif verb in ("interrupt", "close"):
            self.note(getattr(self.session, verb)())
        elif verb not in ("step", "abi"):
            raise ValueError("not in the language of the script: " + line)
        return line

    def note(self, status):
        self.status = self.status or status

    def result(self, kind, path):
        if kind == "abi":
            return self.library.abi_version()
        if kind == "status":
            status, self.status = self.status, 0
            return status
        if kind in ("lengths", "pieces"):
            return self.observed
        status, value = getattr(self.session, kind)(path)
        return f"{path} ! {status}" if status else f"{path} {value}"

    def every_length(self, operation, request):
        functions, handle = self.session.functions, self.session.handle
        status, answer = self.session.call(operation, request)
        answer, operation, request = answer.encode("utf-8"), operation.encode("utf-8"), request.encode("utf-8")
        length = c_int32()
        for capacity in range(len(answer) + 1):
            buffer = create_string_buffer(GUARD * (capacity + 1), capacity + 1)
            again = functions.mvoi_call(handle, operation, len(operation), request, len(request), buffer, capacity,
                                        byref(length))
            kept = capacity
            while 0 < kept < len(answer) and answer[kept] & 0xC0 == 0x80:
                kept -= 1
            if again != status or length.value != len(answer):
                return f"not at {capacity}: status {again}, length {length.value} of {len(answer)}"
            if buffer.raw[:kept] != answer[:kept] or (kept < capacity and buffer.raw[kept] != 0):
                return f"not at {capacity}: {buffer.raw!r}"
            if buffer.raw[capacity:] != GUARD:
                return f"not at {capacity}: written behind the buffer"
            if self.session.answer().encode("utf-8") != answer:
                return f"not at {capacity}: mvoi_answer has another answer"
        return "same"

    def every_piece(self):
        answer = self.session.answer()
        for capacity in range(4, 65):
            if self.session.answer(capacity) != answer:
                return f"not in pieces of {capacity}"
        return "same"


def main(library, script, register, mode):
    locale.setlocale(locale.LC_ALL, "")
    print("decimal point:", locale.localeconv()["decimal_point"], file=sys.stderr)
    sys.stdout.reconfigure(encoding="utf-8")
    runner = Runner(mvoi.Library(library, declare=mode == "declared"), register)
    with open(script, encoding="utf-8") as lines:
        for line in lines.read().splitlines():
            if line and not line.startswith("#"):
                print(runner.perform(line))


if __name__ == "__main__":
    main(*sys.argv[1:])
