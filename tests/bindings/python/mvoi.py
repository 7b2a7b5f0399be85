# SPDX-License-Identifier: EUPL-1.2
"""libmvoi from Python with ctypes: the functions of mvoi.h, and two small classes on top of them.

    library = Library("libmvoi.so")
    session = library.open({"register": "tenders.mvoi", "actor": "inkoopsysteem"})
    status, answer = session.call("tender.list", {"organisation": "gm0344"})
    session.close()

Text crosses the border as UTF-8 bytes with its length. ctypes releases the interpreter's lock during a call, so give
each thread a Session of its own; after os.fork() (pre-forking servers) open one in the child.
"""
import ctypes
import json
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, create_string_buffer

_OUT = POINTER(c_int32)
_PROTOTYPES = {
    "mvoi_abi_version": [],
    "mvoi_open": [c_char_p, c_int32, _OUT, c_char_p, c_int32, _OUT],
    "mvoi_close": [c_int32],
    "mvoi_interrupt": [c_int32],
    "mvoi_call": [c_int32, c_char_p, c_int32, c_char_p, c_int32, c_char_p, c_int32, _OUT],
    "mvoi_put_text": [c_int32, c_char_p, c_int32, c_char_p, c_int32],
    "mvoi_put_integer": [c_int32, c_char_p, c_int32, c_int64],
    "mvoi_answer": [c_int32, c_int32, c_char_p, c_int32, _OUT],
    "mvoi_count": [c_int32, c_char_p, c_int32, _OUT],
    "mvoi_text": [c_int32, c_char_p, c_int32, c_char_p, c_int32, _OUT],
    "mvoi_integer": [c_int32, c_char_p, c_int32, POINTER(c_int64)],
}
CAPACITY = 65536


class MvoiError(Exception):
    """A result of mvoi_open other than 0; the answer is the error document."""

    def __init__(self, status, answer):
        super().__init__(f"mvoi_open: {status}: {answer}")
        self.status, self.answer = status, answer


class Library:
    """The loaded library. Without declarations it works as well, because the header has nothing but 32-bit integers
    and pointers; only the 64-bit value of mvoi_put_integer must then be wrapped, as put_integer below does."""

    def __init__(self, path, declare=True):
        self.functions = ctypes.CDLL(path)
        if declare:
            for name, arguments in _PROTOTYPES.items():
                function = getattr(self.functions, name)
                function.argtypes, function.restype = arguments, c_int32

    def abi_version(self):
        return self.functions.mvoi_abi_version()

    def open(self, config):
        request = _request(config)
        handle, length, buffer = c_int32(), c_int32(), create_string_buffer(CAPACITY)
        status = self.functions.mvoi_open(request, len(request), byref(handle), buffer, CAPACITY, byref(length))
        if status != 0:
            raise MvoiError(status, buffer.raw[: min(length.value, CAPACITY)].decode("utf-8"))
        return Session(self.functions, handle.value)


class Session:
    def __init__(self, functions, handle):
        self.functions, self.handle = functions, handle

    def call(self, operation, request=b""):
        """Returns (status, answer). A dict is sent as JSON, a text as it is; an empty one sends what put_text and
        put_integer built."""
        operation, request = operation.encode("utf-8"), _request(request)
        length, buffer = c_int32(), create_string_buffer(CAPACITY)
        status = self.functions.mvoi_call(self.handle, operation, len(operation), request, len(request), buffer,
                                          CAPACITY, byref(length))
        if length.value <= CAPACITY:
            return status, buffer.raw[: length.value].decode("utf-8")
        return status, self.answer()  # the work is done, only the buffer was small

    def answer(self, capacity=CAPACITY):
        """The last answer, read in pieces of whole characters."""
        pieces, offset, length, buffer = [], 0, c_int32(), create_string_buffer(capacity)
        while True:
            status = self.functions.mvoi_answer(self.handle, offset, buffer, capacity, byref(length))
            if status != 0:
                raise MvoiError(status, "")
            if length.value <= capacity:
                pieces.append(buffer.raw[: length.value].decode("utf-8"))
                return "".join(pieces)
            piece = buffer.raw.split(b"\0", 1)[0]  # at most three bytes remain unused behind the last character
            pieces.append(piece.decode("utf-8"))
            offset += len(piece)

    def put_text(self, path, text):
        path, text = path.encode("utf-8"), text.encode("utf-8")
        return self.functions.mvoi_put_text(self.handle, path, len(path), text, len(text))

    def put_integer(self, path, value):
        path = path.encode("utf-8")
        return self.functions.mvoi_put_integer(self.handle, path, len(path), c_int64(value))

    def count(self, path):
        """Returns (status, number of members or elements)."""
        path, count = path.encode("utf-8"), c_int32()
        status = self.functions.mvoi_count(self.handle, path, len(path), byref(count))
        return status, count.value

    def text(self, path, capacity=CAPACITY):
        """Returns (status, value)."""
        path, length, buffer = path.encode("utf-8"), c_int32(), create_string_buffer(capacity)
        status = self.functions.mvoi_text(self.handle, path, len(path), buffer, capacity, byref(length))
        if status == 0 and length.value > capacity:
            return self.text(path.decode("utf-8"), length.value)  # reading changes nothing: simply read again
        return status, buffer.raw[: length.value].decode("utf-8") if status == 0 else ""

    def integer(self, path):
        """Returns (status, value)."""
        path, value = path.encode("utf-8"), c_int64()
        status = self.functions.mvoi_integer(self.handle, path, len(path), byref(value))
        return status, value.value

    def interrupt(self):
        return self.functions.mvoi_interrupt(self.handle)

    def close(self):
        return self.functions.mvoi_close(self.handle)


def _request(request):
    if isinstance(request, dict):
        request = json.dumps(request, ensure_ascii=False)
    return request if isinstance(request, bytes) else request.encode("utf-8")
