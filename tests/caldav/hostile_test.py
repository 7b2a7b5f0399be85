#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""`mvoi caldav-push` against servers on loopback that answer with malice: every push ends by itself, with a sentence, before
its deadline, and sends the password nowhere else. All of them run side by side.

Called: hostile_test.py MVOI
"""
import concurrent.futures
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

MVOI = os.path.realpath(sys.argv[1])
PASSWORD = "Geh3im-woord+8842"
PATIENCE = 3
LONG_PATIENCE = {"a body without an end": 60}  # its limit is to come before its deadline
SLACK = 30  # seconds that a machine full of work may take on top of it

BEGIN = (b'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response>'
         b"<d:href>/c/</d:href><d:propstat><d:prop>")
END = b"</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
KIND = b"<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"

TLS_RECORD = b"\x16"
NO_COLLECTION = "wat het is"  # the answer is not what a collection answers
TOO_SLOW, SILENT = "nog geen heel antwoord", "antwoordt niet"


def answer(body, status=b"207 Multi-Status", headers=b""):
    return b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s" % (status, headers, len(body), body)


def redirect(place):
    return once(answer(b"", b"307 Moved", b"Location: %s\r\n" % place))


def once(reply):
    return lambda port: iter([reply.replace(b"{port}", b"%d" % port).replace(b"{next}", b"%d" % (port + 1))])


def always(piece, begin=b"HTTP/1.1 207 X\r\n", pause=0.0):
    """The same piece for ever, as fast as it is taken or with a pause after each."""
    def pieces(_):
        yield begin
        while True:
            yield piece
            time.sleep(pause)
    return pieces


def nested(depth):
    return once(answer(BEGIN + b"<d:getetag>" + b"<a>" * depth + b"x" + b"</a>" * depth + b"</d:getetag>" + END))


def entities(declaration, reference):
    names = "bcdefgh"
    bomb = "".join(f'<!ENTITY {name} "{f"&{chr(ord(name) - 1)};" * 20}">' for name in names)
    text = (f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE m [<!ENTITY a {declaration}>{bomb}]><d:multistatus '
            f'xmlns:d="DAV:"><d:response><d:href>&{reference};</d:href></d:response></d:multistatus>')
    return once(answer(text.encode("utf-16")))


CHUNKED = b"HTTP/1.1 207 X\r\nTransfer-Encoding: chunked\r\n\r\n"
# name: (the pieces that are sent, words of the sentence; empty where any will do)
SERVERS = {
    "100 elements deep": (nested(100), NO_COLLECTION),
    "100,000 elements deep": (nested(100_000), NO_COLLECTION),
    "2,000,000 elements deep": (nested(2_000_000), NO_COLLECTION),
    "a million elements side by side": (once(answer(BEGIN + b"<d:x/>" * 1_000_000 + END)), "geen kalender"),
    "entities within entities": (entities('"aaaaaaaaaa"', "h"), NO_COLLECTION),
    "an entity that is a file": (entities('SYSTEM "file:///etc/passwd"', "a"), NO_COLLECTION),
    "a body without an end": (always(b"10000\r\n" + b"x" * 65536 + b"\r\n", CHUNKED), "meer dan 64 MiB"),
    "headers without an end": (always(b"X-A: " + b"y" * 1000 + b"\r\n"), "meer dan 256 KiB"),
    "one header without an end": (always(b"y" * 65536, b"HTTP/1.1 207 X\r\nX-A: "), ""),
    "100 Continue without an end": (always(b"HTTP/1.1 100 Continue\r\n\r\n" * 100, b""), "meer dan 256 KiB"),
    "100 Continue, now and then": (always(b"HTTP/1.1 100 Continue\r\n\r\n", b"", 0.2), TOO_SLOW),
    "one byte of the body at a time": (always(b"x", b"HTTP/1.1 207 X\r\nContent-Length: 100000\r\n\r\n", 0.2), TOO_SLOW),
    "one byte of a header at a time": (always(b"x", b"HTTP/1.1 207 X\r\nX-A: ", 0.2), TOO_SLOW),
    "no answer at all": (always(b"", b"", 0.2), TOO_SLOW),
    "a chunk too large to count": (once(CHUNKED + b"FFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n"), SILENT),
    "a chunk of less than nothing": (once(CHUNKED + b"-5\r\nabc\r\n0\r\n\r\n"), SILENT),
    "a body of less than nothing": (once(b"HTTP/1.1 207 X\r\nContent-Length: -5\r\n\r\nabc"), ""),
    "half the body": (once(b"HTTP/1.1 207 X\r\nContent-Length: 500\r\n\r\nabc"), SILENT),
    "no HTTP": (once(b"220 mail.example ESMTP\r\n"), "geen antwoord in HTTP"),
    "redirects in a circle": (redirect(b"/c/"), "andere plaats"),
    "a redirect to another port": (redirect(b"http://127.0.0.1:{next}/c/"), "andere plaats"),
    "a redirect to another host": (redirect(b"http://localhost:{port}/c/"), "andere plaats"),
    "a redirect to another scheme": (redirect(b"https://127.0.0.1:{port}/c/"), "andere plaats"),
    "a redirect to a file": (redirect(b"file:///etc/passwd"), "andere plaats"),
    "a redirect with a user in it": (redirect(b"http://u:p@127.0.0.1:{port}/c/"), "andere plaats"),
    "a redirect with a header in it": (redirect(b"/c/%0d%0aX-Evil:1/"), "andere plaats"),
    "come back in an hour": (once(answer(b"", b"503 Busy", b"Retry-After: 3600\r\n")), "blijft 503"),
    "come back in a million years": (once(answer(b"", b"503 Busy", b"Retry-After: 99999999999999999999\r\n")), "blijft 503"),
    "a status with control characters": (once(answer(b"", b"404 \x1b[31mred\x1b]0;t\x07")), "--create"),
}

passed = failed = 0


def check(holds, what, why=""):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok   ' if holds else 'FAIL '} {what}" + ("" if holds else f"\n      | {why}"), flush=True)


class Server:
    """Answers every request with the pieces of one of SERVERS; remembers the heads of the requests."""

    def __init__(self, pieces):
        self.pieces, self.heads, self.open = pieces, [], True
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection:
            try:
                head = b""
                while b"\r\n\r\n" not in head and not head.startswith(TLS_RECORD):
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    head += piece
                self.heads.append(head.decode("latin-1"))
                for piece in self.pieces(self.port):
                    if not self.open:
                        return
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            except OSError:
                pass

    def end(self):
        self.open = False
        self.socket.close()


def command(url, state, patience=PATIENCE):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MVOI_")}
    environment.update({"MVOI_CALDAV_USER": "inkoop", "MVOI_CALDAV_PASSWORD": PASSWORD, "LC_ALL": "C.UTF-8",
                        "http_proxy": "http://127.0.0.1:9/", "all_proxy": "http://127.0.0.1:9/"})
    words = [MVOI, "--register", str(WORK / "register.mvoi"), "--role", "inkoopadviseur", "--actor", "test", "--today",
             "2026-11-21", "caldav-push", url, "--state", str(WORK / state), "--patience", str(patience)]
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def push(number, pieces, patience=PATIENCE, scheme="http"):
    server = Server(pieces)
    begun = time.monotonic()
    process = command(f"{scheme}://127.0.0.1:{server.port}/c/", f"state-{number}", patience)
    try:
        out, error = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        process.kill()
        out, error = process.communicate()
    server.end()
    return process.returncode, out + error, time.monotonic() - begun, server.heads


def make_register():
    (WORK / "plan.csv").write_text("reference;title;kind;publication\nT-1;Zaak;dienst;2027-03-01\n", encoding="utf-8")
    names = ("reference", "title", "kind", "publication")
    subprocess.run([MVOI, "--register", str(WORK / "register.mvoi"), "--actor", "test", "--today", "2026-11-21", "import",
                    str(WORK / "plan.csv"), "--organisation", "stad", *(f"--map={name}={name}" for name in names)],
                   check=True, capture_output=True)


def interrupted():
    """Ctrl-C ends a push that waits for an answer, at once."""
    server = Server(always(b"x", b"HTTP/1.1 207 X\r\nContent-Length: 100000\r\n\r\n", 0.2))
    process = command(f"http://127.0.0.1:{server.port}/c/", "state-interrupted", 600)
    while not server.heads:
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    begun = time.monotonic()
    process.communicate(timeout=60)
    server.end()
    check(process.returncode == -signal.SIGINT and time.monotonic() - begun < 10, "Ctrl-C ends a push that waits",
          process.returncode)


def main():
    make_register()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        pushes = {name: pool.submit(push, number, pieces, LONG_PATIENCE.get(name, PATIENCE))
                  for number, (name, (pieces, _)) in enumerate(SERVERS.items())}
        no_tls = pool.submit(push, "no-tls", once(answer(BEGIN + KIND + END)), scheme="https")
    for name, (_, words) in SERVERS.items():
        code, text, seconds, heads = pushes[name].result()
        expected = 1 if words in ("geen kalender", "--create") else 2
        check(code == expected and words in text and seconds < LONG_PATIENCE.get(name, PATIENCE) + SLACK, name, (code, f"{seconds:.1f} s", text))
        check(PASSWORD not in text and "\x1b" not in text and "root:" not in text, f"{name}: nothing of the server is repeated",
              text)
        check(heads and all(head.startswith("PROPFIND /c/") and "\nX-Evil" not in head for head in heads), f"{name}: nothing else is asked", heads)
    code, text, _, heads = no_tls.result()
    check(code == 2 and "geen TLS" in text and not any("PROPFIND" in head for head in heads), "https to a port for http",
          (code, text, heads))
    interrupted()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        WORK = pathlib.Path(folder)
        main()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
