# SPDX-License-Identifier: EUPL-1.2
"""Real CalDAV servers on loopback for a test, ended by their pid, and a proxy in front of one that misbehaves as asked."""
import base64
import http.client
import http.server
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

USER, PASSWORD = "inkoop", "Geh3im-woord+8842"
BASIC = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def dav(method, url, body=None, **headers):
    """One request of another client; status, headers, body."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    sent = {"Authorization": BASIC, **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(method, parts.path, body.encode() if isinstance(body, str) else body, sent)
    answer = connection.getresponse()
    result = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return result


class Server:
    """A server in a folder of its own, which it finds again when it is started again on the same port."""

    program = ""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.port = free_port()
        self.log = self.folder / "log"
        self.process = None

    @classmethod
    def is_here(cls):
        return pathlib.Path("/usr/bin", cls.program).exists()

    def command(self):
        raise NotImplementedError

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command(), stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        for _ in range(3000):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.01)
        sys.exit(f"{self.program} does not start:\n{self.log.read_text(errors='replace')}")

    def end(self, how=signal.SIGTERM):
        if self.process is not None:
            os.kill(self.process.pid, how)
            self.process.wait()
            self.process = None

    def after_a_kill(self):
        """The cleaning that a server needs before it is started again."""

    def writes(self):
        """The number of PUT and DELETE requests, by the server's own log."""
        log = self.log.read_text(errors="replace")
        return sum(log.count(word) for word in self.write_words)


class Radicale(Server):
    program = "radicale"
    write_words = ("PUT request for", "DELETE request for")
    has_accounts = True

    def __init__(self, folder, tls=None):
        super().__init__(folder)
        self.tls = tls
        (self.folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        ssl = f"ssl = True\ncertificate = {tls[0]}\nkey = {tls[1]}\n" if tls else ""
        (self.folder / "config").write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n{ssl}[auth]\ntype = htpasswd\ndelay = 0\n"
            f"htpasswd_filename = {self.folder}/users\nhtpasswd_encryption = plain\n[rights]\ntype = owner_only\n"
            f"[storage]\nfilesystem_folder = {self.folder}/store\n[logging]\nlevel = info\n[web]\ntype = none\n")
        self.home = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}/{USER}/"

    def command(self):
        return ["/usr/bin/radicale", "-C", str(self.folder / "config")]


class Xandikos(Server):
    program = "xandikos"
    write_words = ('"PUT /', '"DELETE /')
    has_accounts = False

    def __init__(self, folder):
        super().__init__(folder)
        self.home = f"http://127.0.0.1:{self.port}/user/calendars/"

    def after_a_kill(self):
        # Xandikos 0.2.8 answers 500 to every PUT while the locks of its git folder are there, and leaves them behind.
        for lock in (self.folder / "store").rglob("*.lock"):
            lock.unlink()

    def command(self):
        return ["/usr/bin/xandikos", "-d", str(self.folder / "store"), "--defaults", "-l", "127.0.0.1", "-p", str(self.port)]


class Proxy:
    """Passes on to a server, but for what its two hooks make of it: before(method, path, headers, body) gives None, a
    (status, headers, body) to answer at once, or "drop"; after(method, path, status, headers, body) gives what goes back,
    or "drop"."""

    def __init__(self, server):
        self.server, self.before, self.after, self.seen = server, None, None, []
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                proxy.seen.append((self.command, self.path))
                answer = proxy.before and proxy.before(self.command, self.path, self.headers, body)
                if answer is None or answer is False:
                    names = ("Authorization", "Depth", "If-Match", "If-None-Match", "Content-Type")
                    headers = {name.replace("-", "_"): self.headers[name] for name in names if name in self.headers}
                    answer = dav(self.command, f"http://127.0.0.1:{proxy.server.port}{self.path}", body, **headers)
                    if proxy.after:
                        answer = proxy.after(self.command, self.path, *answer) or answer
                if answer == "drop":
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                status, headers, content = answer
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                        self.send_header(name, value)
                if status != 204:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content if status != 204 else b"")

            do_GET = do_PUT = do_DELETE = do_PROPFIND = do_REPORT = do_MKCALENDAR = handle_any

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_address[1]
        self.home = f"http://127.0.0.1:{self.port}/{USER}/"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def quiet(self):
        self.before, self.after, self.seen = None, None, []

    def end(self):
        self.http.shutdown()
        self.http.server_close()


def certificates(folder):
    """An authority with a certificate for 127.0.0.1, one for another name and one that has expired, and an authority that
    signed nothing."""
    folder = pathlib.Path(folder)
    folder.mkdir()

    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    for name in ("ca", "other-ca"):
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.pem", "-days",
                "2", "-subj", f"/CN={name} van de proef")
    here = "IP:127.0.0.1,DNS:localhost"
    for name, alternative, days in (("server", here, "2"), ("elsewhere", "DNS:elders.example", "2"), ("expired", here, "-1")):
        (folder / f"{name}.ext").write_text(f"subjectAltName={alternative}\n")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj",
                "/CN=agenda van de proef")
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", days,
                "-extfile", f"{name}.ext", "-out", f"{name}.pem")
    return folder


def missing():
    """The parts of the test that are not on this machine."""
    absent = [each.program for each in (Radicale, Xandikos) if not each.is_here()]
    if shutil.which("openssl") is None:
        absent.append("openssl")
    for module in ("vobject", "caldav"):
        try:
            __import__(module)
        except ImportError:
            absent.append(f"python3-{module}")
    return absent
