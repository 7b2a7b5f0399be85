#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""`mvoi caldav-push` against a real Radicale and a real Xandikos on loopback: the collection becomes equal to the calendar
and stays so, whatever others do in it and however often the server goes away. An independent reader does the comparing.

Called: caldav_test.py MVOI [ITEMS [GROUP FOLDER]]     ITEMS: how many in every test but the first two; 100 without it
Without a GROUP (the last lines of this file name them) all of them run side by side, each a process with a folder, a server
and a register of its own. Exits 77 when the servers are not on this machine.
"""
import fcntl
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import servers
from servers import PASSWORD, USER, dav

MVOI = os.path.realpath(sys.argv[1])
MANY, FEW = 500, int(sys.argv[2]) if len(sys.argv) > 2 else 100
TODAY = "2026-11-21"

passed, failed, told = 0, 0, []


def check(holds, what, why=""):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok   ' if holds else 'FAIL '} {what}" + ("" if holds else f"\n      | {why}"), flush=True)
    return holds


def environment(**changes):
    values = {name: value for name, value in os.environ.items() if not name.startswith("MVOI_")}
    values.update({"MVOI_REGISTER": str(REGISTER), "MVOI_ROLE": "inkoopadviseur", "HOME": str(WORK),
                   "MVOI_CALDAV_USER": USER, "MVOI_CALDAV_PASSWORD": PASSWORD, "LC_ALL": "C.UTF-8", **changes})
    values.pop("XDG_STATE_HOME", None)
    return {name: value for name, value in values.items() if value is not None}


def mvoi(*words, stdin="", env=None):
    done = subprocess.run([MVOI, "--actor", "test", "--today", TODAY, *words], input=stdin, text=True, capture_output=True,
                          env=env or environment())
    told.extend((done.stdout, done.stderr))
    return done


def push(url, *words, env=None):
    done = mvoi("caldav-push", url, "--organisation", "stad", "--json", *words, env=env)
    report = json.loads(done.stdout) if done.stdout.startswith("{") else {}
    return done.returncode, report, done.stderr


def counts(report):
    return {name: report.get(name) for name in ("created", "changed", "removed", "setBack", "untouched", "refused")
            if report.get(name) != 0}


def checked_push(what, url, wanted, *words, code=0):
    """A push whose counts are these, all others being 0."""
    got = push(url, *words)
    check(got[0] == code and counts(got[1]) == wanted, f"{what}: {wanted}", got)
    return got[1]


# ---- the register -----------------------------------------------------------------------------------------------------

def make_register(name):
    global REGISTER
    REGISTER = WORK / name
    lines = ["reference;title;kind;publication"]
    for number in range(ITEMS):
        lines.append(f"T-{number:04};Zaak {number}, met een komma en een titel die lang genoeg is om gevouwen te worden: é;dienst;"
                     f"2027-{1 + number % 12:02}-{1 + number % 28:02}")
    (WORK / "plan.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = mvoi("import", str(WORK / "plan.csv"), "--organisation", "stad", "--map", "reference=reference", "--map",
                "title=title", "--map", "kind=kind", "--map", "publication=publication")
    if done.returncode != 0:
        sys.exit(f"the register is not made: {done.stdout[:600]}{done.stderr[:600]}")


def change(numbers, day):
    for number in numbers:
        request = {"organisation": "stad", "reference": f"T-{number:04}", "planning": {"publication": day}, "today": TODAY,
                   "actor": "test"}
        done = mvoi("call", "tender.change", stdin=json.dumps(request))
        assert done.returncode == 0, done.stdout


def feed(*words):
    done = mvoi("calendar", "--organisation", "stad", "--format", "ics", *words)
    return done.stdout


# ---- the independent look ---------------------------------------------------------------------------------------------

def said_by(component):
    """The lines of a component, as vobject reads them."""
    return sorted((line.name, str(sorted(line.params.items())), str(line.value)) for line in component.getChildren())


def calendar_of(text):
    import vobject
    return {event.uid.value: said_by(event) for event in vobject.readOne(text).components() if event.name == "VEVENT"}


def collection_of(url):
    import caldav
    import vobject
    client = caldav.DAVClient(url=url, username=USER, password=PASSWORD)
    events = {}
    for event in client.calendar(url=url).events():
        for component in vobject.readOne(event.data).components():
            if component.name == "VEVENT" and component.uid.value.endswith("@mvoi"):
                assert component.uid.value not in events, "a UID twice"
                events[component.uid.value] = said_by(component)
    return events


def check_equal(what, url, *words):
    wanted, there = calendar_of(feed(*words)), collection_of(url)
    differing = [uid for uid in wanted.keys() | there.keys() if wanted.get(uid) != there.get(uid)]
    first = differing[0] if differing else ""
    check(not differing, f"{what}: the collection is equal to the calendar ({len(wanted)} items)",
          f"{len(differing)} differ: {first} {wanted.get(first)} {there.get(first)}")


def state_files():
    return sorted((WORK / ".local/state/mvoi").glob("*.json"))


def state_of(url):
    for path in state_files():
        state = json.loads(path.read_text())
        if state["collection"] == url:
            return path, state
    return None, None


def foreign(uid, component="VEVENT"):
    inner = "DTSTART;VALUE=DATE:20270301\r\n" if component == "VEVENT" else "STATUS:NEEDS-ACTION\r\n"
    return (f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ander//NL\r\nBEGIN:{component}\r\nUID:{uid}\r\n"
            f"DTSTAMP:20260101T000000Z\r\n{inner}SUMMARY:Van een ander\r\nEND:{component}\r\nEND:VCALENDAR\r\n")


def edit(url, path, change_text):
    """Another client: it reads, changes and writes."""
    origin = url[:url.index("/", 8)]
    _, headers, body = dav("GET", origin + path)
    status, _, _ = dav("PUT", origin + path, change_text(body.decode()), If_Match=headers["etag"],
                       Content_Type="text/calendar; charset=utf-8")
    assert status in (200, 201, 204), status


def ours(url):
    """Paths of our items by UID."""
    return {known["uid"]: path for path, known in state_of(url)[1]["resources"].items() if known["uid"]}


# ---- the tests --------------------------------------------------------------------------------------------------------

def first_push(server, url):
    code, _, error = push(url)
    check(code == 1 and "--create" in error, "a collection that is not there is refused, with a sentence", error)
    checked_push("--dry-run --create", url, {"created": ITEMS}, "--create", "--dry-run")
    check(dav("GET", url)[0] == 404 and state_of(url)[0] is None, "--dry-run made nothing")
    report = checked_push("first push", url, {"created": ITEMS}, "--create")
    check(report.get("made") is True, "the collection was made")
    check_equal("first push", url)
    before, resources = server.writes(), state_of(url)[1]["resources"]
    report = checked_push("push again", url, {"untouched": ITEMS})
    check(server.writes() == before, "push again writes nothing, by the server's own log")
    check(report["requests"] <= 3, "push again asks little", report)
    check(state_of(url)[1]["resources"] == resources, "push again: the same etags")


def both_sides(server, url):
    """Fifty changed in the register, fifty by another client, half of them the same; five removed by that client."""
    paths = ours(url)
    uids = sorted(paths)
    by_title = {dict((line[0], line[2]) for line in said)["SUMMARY"]: uid for uid, said in calendar_of(feed()).items()}
    number_of = {uid: int(title.split("Zaak ")[1].split(",")[0]) for title, uid in by_title.items()}
    half = min(50, ITEMS // 8)
    in_register, on_server = uids[:half], uids[half // 2:half // 2 + half]
    deleted = uids[-5:]
    foreign_items = {"vreemd.ics": foreign("vreemd@elders"), "taak.ics": foreign("taak@elders", "VTODO"),
                     # a name like ours, and a UID like ours in another type of component
                     "0-publicatie.ics": foreign("0-publicatie"), "lijkt.ics": foreign("1-lijkt@mvoi", "VTODO")}
    for name, text in foreign_items.items():
        status = dav("PUT", url + name, text, If_None_Match="*", Content_Type="text/calendar; charset=utf-8")[0]
        assert status in (201, 204), (name, status)
    kept = {name: (dav("GET", url + name)[1]["etag"], dav("GET", url + name)[2]) for name in foreign_items}
    change([number_of[uid] for uid in in_register], "2028-01-15")
    for uid in on_server:
        edit(url, paths[uid], lambda text: text.replace("SUMMARY:", "SUMMARY:Met de hand: ").replace("STATUS:TENTATIVE",
                                                                                                   "STATUS:CONFIRMED"))
    for uid in deleted:
        assert dav("DELETE", url[:url.index("/", 8)] + paths[uid])[0] in (200, 204)
    wanted = {"changed": half // 2, "setBack": half + 5}
    wanted["untouched"] = ITEMS - sum(wanted.values())
    checked_push("changed on both sides, as a dry run", url, wanted, "--dry-run")
    report = checked_push("changed on both sides", url, wanted)
    check(report.get("foreign") == len(foreign_items), "the items of others are counted", report)
    check_equal("changed on both sides", url)
    again = {name: (dav("GET", url + name)[1]["etag"], dav("GET", url + name)[2]) for name in foreign_items}
    check(again == kept, "the items of others are the same, byte for byte")
    before = server.writes()
    checked_push("and again", url, {"untouched": ITEMS})
    check(server.writes() == before, "and again: nothing written")


def state_lost(server, url):
    path, state = state_of(url)
    before = server.writes()
    path.unlink()
    checked_push("the state is lost", url, {"untouched": ITEMS})
    check(server.writes() == before, "the state is lost: nothing written")
    edit(url, ours(url)[sorted(ours(url))[0]], lambda text: text.replace("SUMMARY:", "SUMMARY:Anders "))
    path.write_text('{"edition": 1, "syncTok')
    code, report, error = push(url)
    check(code == 0 and counts(report) == {"changed": 1, "untouched": ITEMS - 1} and "niet te lezen" in error,
          "a state cut short counts as lost, and that is said", (report, error))
    for token in ("http://radicale.org/ns/sync/" + "0" * 64, "0" * 40, "onzin", ""):
        path, state = state_of(url)
        state["syncToken"] = token
        path.write_text(json.dumps(state))
        report = checked_push(f"a token that is refused ({token[:12]}…)", url, {"untouched": ITEMS})
    check(report.get("requests", 99) < 10, "what was known is not read again", report)
    check_equal("after lost states", url)
    held = open(str(path) + ".lock", "r+")
    fcntl.flock(held, fcntl.LOCK_EX)
    code, _, error = push(url)
    check(code == 1 and "andere opdracht" in error, "two pushes at once: the second is refused", error)
    held.close()
    code, _, error = push(url, "--audience", "publiek")
    check(code == 1 and "eerder een andere kalender" in error, "another calendar does not take the place of the first", error)


def window(url):
    """Items that fall out of the window, and items that come back."""
    inside = len(calendar_of(feed("--to", "2027-06-30")))
    checked_push("a smaller window", url, {"removed": ITEMS - inside, "untouched": inside}, "--to", "2027-06-30")
    check_equal("a smaller window", url, "--to", "2027-06-30")
    check(dav("GET", url + "vreemd.ics")[0] == 200, "the items of others stay")
    empty = ("--from", "2050-01-01", "--to", "2050-12-31")
    code, _, error = push(url, *empty)
    check(code == 1 and "--allow-empty" in error, "an empty calendar empties nothing by itself", error)
    checked_push("an empty calendar", url, {"removed": inside}, *empty, "--allow-empty")
    check(dav("GET", url + "vreemd.ics")[0] == 200, "and the items of others stay then, too")
    checked_push("the whole window again", url, {"created": ITEMS})
    mvoi("advance", "T-0003", "cancelled", "--organisation", "stad", "--reason", "Samengevoegd met een andere")
    code, report, _ = push(url)
    check_equal("a tender that is called off", url)
    said = [said for said in collection_of(url).values() if ("STATUS", "[]", "CANCELLED") in said]
    check(code == 0 and report["changed"] == 1 and len(said) == 1, "it is there as CANCELLED", (report, len(said)))


def server_killed(server, url):
    """All items change (another language); the server is killed in the middle and comes back."""
    def kill_and_restart(pause):
        before = server.writes()
        while server.writes() < before + ITEMS // 5 and not over.is_set():
            time.sleep(0.01)
        server.end(signal.SIGKILL)
        time.sleep(pause)
        server.after_a_kill()
        server.start()

    over = threading.Event()
    thread = threading.Thread(target=kill_and_restart, args=(1.5,))
    thread.start()
    code, report, error = push(url, "--language", "en")
    over.set()
    thread.join()
    check(code == 0 and report.get("repeated", 0) > 0 and report["refused"] == 0,
          f"the server was killed in the middle: {counts(report)}, {report.get('repeated')} tries in vain", error)
    check_equal("the server was killed", url, "--language", "en")
    checked_push("and once more", url, {"untouched": ITEMS}, "--language", "en")


def push_killed(server, url):
    """The push itself is killed in the middle; the next goes on where it was."""
    before = server.writes()
    process = subprocess.Popen([MVOI, "--actor", "test", "--today", TODAY, "caldav-push", url, "--organisation", "stad"],
                               env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while server.writes() < before + ITEMS // 2 and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    process.wait()
    written = server.writes() - before
    code, report, error = push(url)
    sent = report.get("changed", 0) + report.get("setBack", 0)
    check(code == 0 and written + sent <= ITEMS + 1 and report.get("setBack") == 0,
          f"killed after {written} writes, the next push writes the other {sent}", (report, error))
    check_equal("the push was killed", url)


def server_gone(server, url):
    server.end()
    code, _, error = push(url, "--patience", "1")
    check(code == 2 and "antwoordt niet" in error and "1 seconden" in error, "a server that stays away is a fault", error)
    server.start()
    checked_push("and when it is back", url, {"untouched": ITEMS})


def refusals(server, url):
    with_secret = url.replace("://", f"://{USER}:{PASSWORD}@")
    code, _, error = push(with_secret)
    check(code == 1 and "hoort niet in de URL" in error, "a URL with a password in it is refused", error)
    code, _, error = push("http://agenda.example/x/")
    check(code == 1 and "--allow-http" in error, "http to another machine is refused", error)
    code, _, error = push(url + "0-bestaat-niet/")
    check(code == 1, "a collection that is not there is refused", error)
    code, _, error = push(server.home)
    check(code == 1 and "geen kalender" in error, "a folder that is no calendar is refused", error)
    todos = server.home + "taken/"
    body = ('<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
            '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>'
            "</D:prop></D:set></C:mkcalendar>")
    dav("MKCALENDAR", todos, body, Content_Type="application/xml")
    if server.has_accounts:  # Xandikos takes every component everywhere
        code, _, error = push(todos)
        check(code == 1 and "neemt geen VEVENT" in error, "a collection of tasks alone takes no events", error)
    code, _, error = push(url, "--component", "iets")
    check(code == 2 and "event of todo" in error, "another component is not known", error)


def credentials(url):
    code, _, error = push(url, env=environment(MVOI_CALDAV_PASSWORD="f0ut-woord!"))
    check(code == 2 and "weigert deze gebruiker" in error and "f0ut" not in error, "a wrong password, and a sentence", error)
    code, _, error = push(url, env=environment(MVOI_CALDAV_USER=None, MVOI_CALDAV_PASSWORD=None))
    check(code == 2 and "MVOI_CALDAV_USER" in error, "no password, and a sentence", error)
    secret = WORK / "geheim"
    secret.write_text(PASSWORD + "\n")
    secret.chmod(0o640)
    from_file = environment(MVOI_CALDAV_PASSWORD=None)
    code, _, error = push(url, "--password-file", str(secret), env=from_file)
    check(code == 1 and "chmod 600" in error, "a file that others can read is refused", error)
    secret.chmod(0o600)
    code, report, error = push(url, "--password-file", str(secret), env=from_file)
    check(code == 0 and counts(report) == {"untouched": ITEMS}, "a file of one's own is taken", error)
    code, report, error = push(url, env=environment(MVOI_CALDAV_PASSWORD=None, MVOI_CALDAV_PASSWORD_FILE=str(secret)))
    check(code == 0, "and so by MVOI_CALDAV_PASSWORD_FILE", error)


def races(radicale, url):
    """A proxy lets something happen between looking and writing, or spoils the answers."""
    proxy = servers.Proxy(radicale)
    through = proxy.home + url[len(radicale.home):]
    to_backend = url[:url.index("/", 8)]
    checked_push("through the proxy", through, {"untouched": ITEMS})

    changed_in_between, numbers = set(), iter(range(10, 400))

    def race(method, path, headers, body):
        if method == "PUT" and headers.get("If-Match") and path not in changed_in_between:
            changed_in_between.add(path)
            edit(url, path, lambda text: text.replace("SUMMARY:", "SUMMARY:Net ertussen "))

    def few(day):
        change([next(numbers) for _ in range(4)], day)

    few("2028-03-03")
    proxy.before = race
    checked_push("412: changed by another just before it was written", through, {"setBack": 4, "untouched": ITEMS - 4})
    proxy.quiet()
    check_equal("after that race", url)

    def always(method, path, headers, body):
        if method == "PUT":
            edit(url, path, lambda text: text.replace("SUMMARY:", "SUMMARY:x"))
    few("2028-03-04")
    proxy.before = always
    code, report, _ = push(through)
    check(code == 1 and report["refused"] == 4 and "blijven" in report["items"][0]["reason"],
          "somebody who never stops is given up on, and said", report)
    proxy.quiet()
    code, report, _ = push(through)
    check(code == 0 and report["setBack"] + report["changed"] == 4, "and set back when that is over", report)

    moved = []

    def move(method, path, headers, body):
        if method == "PUT" and headers.get("If-None-Match") and not moved:
            moved.append(path)
            text = body.decode().replace("SUMMARY:", "SUMMARY:Elders ")
            assert dav("PUT", url + "verplaatst.ics", text, Content_Type="text/calendar")[0] == 201
    gone = sorted(ours(through).values())[7]
    assert dav("DELETE", to_backend + gone)[0] == 200
    proxy.before = move
    code, report, _ = push(through)
    check(code == 0 and moved and report["refused"] == 0, "409 no-uid-conflict: found under its other name", report)
    proxy.quiet()
    check_equal("after the conflict", url)
    path = sorted(path for path in ours(through).values())[9]
    uid = {path: uid for uid, path in ours(through).items()}[path]
    assert dav("DELETE", to_backend + path)[0] == 200
    taken = foreign("naam-bezet@elders")

    def take_name(method, asked, headers, body):
        if method == "PUT" and asked == path:
            dav("PUT", to_backend + path, taken, If_None_Match="*", Content_Type="text/calendar")
    proxy.before = take_name
    code, report, _ = push(through)
    check(code == 0 and ours(through)[uid] == path.replace(".ics", "-2.ics"), "a name that is taken: another is chosen", report)
    check(b"naam-bezet@elders" in dav("GET", to_backend + path)[2], "and whoever took it keeps it")
    proxy.quiet()
    check_equal("after the name was taken", url)

    few("2028-03-05")
    lost = []

    def lose(method, path, status, headers, body):
        if method == "PUT" and path not in lost:
            lost.append(path)
            return "drop"
    proxy.after = lose
    report = checked_push("the answer to a PUT is lost", through, {"changed": 4, "untouched": ITEMS - 4})
    check(report.get("repeated", 0) >= 4, "it was asked again", report)
    proxy.quiet()

    few("2028-03-06")
    proxy.after = lambda method, path, status, headers, body: (
        status, {name: value for name, value in headers.items() if method != "PUT" or name != "etag"}, body)
    checked_push("no ETag after PUT", through, {"changed": 4, "untouched": ITEMS - 4})
    proxy.quiet()
    checked_push("and again", through, {"untouched": ITEMS})
    check(not any(method == "PUT" for method, _ in proxy.seen), "and again: nothing written")

    busy = iter([503, 429, 502] * 2)
    proxy.before = lambda method, *_: method in ("PUT", "REPORT") and (status := next(busy, 0)) and (status, {}, b"") or None
    few("2028-03-07")
    report = checked_push("503, 429 and 502 in passing", through, {"changed": 4, "untouched": ITEMS - 4})
    check(report["repeated"] == 6, "each was tried again", report)
    proxy.before = lambda method, *_: (503, {"Retry-After": "1"}, b"geheim") if method == "PUT" else None
    few("2028-03-08")
    code, _, error = push(through, "--patience", "2")
    check(code == 2 and "blijft 503" in error, "503 for ever is a fault, after the patience that was asked", error)
    proxy.before = lambda method, *_: (500, {}, b"") if method == "PUT" else None
    code, report, error = push(through)
    check(code == 1 and report["refused"] == 4 and "500" in report["items"][0]["reason"], "500 on some items", (report, error))
    change(range(200 % ITEMS, 200 % ITEMS + 8), "2028-03-12")
    code, report, error = push(through)
    check(code == 2 and "item na item" in error, "500 on one after the other: it is the server, and the push ends", error)
    proxy.quiet()
    checked_push("and when it is well again", through, {"changed": 12, "untouched": ITEMS - 12})
    few("2028-03-13")
    proxy.before = lambda method, *_: (403, {}, f"{USER}:{PASSWORD}".encode()) if method == "PUT" else None
    code, report, error = push(through)
    check(code == 1 and report["refused"] == 4 and "403" in report["items"][0]["reason"], "an item that is refused", report)
    proxy.quiet()
    checked_push("and when it is taken", through, {"changed": 4, "untouched": ITEMS - 4})

    for what, refused in (("sync-collection", (b"sync-collection",)), ("sync-collection and multiget", (b"REPORT", b"-"))):
        proxy.before = lambda method, path, headers, body: (
            (501, {}, b"") if method == "REPORT" and (refused[-1] == b"-" or refused[0] in body) else None)
        few("2028-03-09" if refused[-1] == b"-" else "2028-03-10")
        checked_push(f"a server without {what}", through, {"changed": 4, "untouched": ITEMS - 4})
        edit(url, sorted(ours(through).values())[20], lambda text: text.replace("SUMMARY:", "SUMMARY:Hand "))
        checked_push(f"a server without {what}, and a change by hand", through, {"setBack": 1, "untouched": ITEMS - 1})
    proxy.quiet()
    check_equal("after all that", url)

    edit(url, url[url.index("/", 8):] + "vreemd.ics", lambda text: text.replace("Van een ander", "Geheim"))
    proxy.before = lambda method, path, headers, body: (
        (501, {}, b"") if b"multiget" in body else (403, {}, b"") if method == "GET" and "vreemd" in path else None)
    checked_push("an item of others that may not be read", through, {"untouched": ITEMS})
    check(b"Geheim" in dav("GET", url + "vreemd.ics")[2], "and it stays as it is")
    proxy.quiet()

    elsewhere = servers.free_port()
    proxy.before = lambda method, path, *_: (302, {"Location": f"http://127.0.0.1:{elsewhere}{path}"}, b"")
    code, _, error = push(through)
    check(code == 2 and "verwijst door" in error, "a redirect to elsewhere is not followed", error)
    proxy.before = lambda method, path, *_: (307, {"Location": through[through.index("/", 8):]}, b"") if "oud" in path else None
    checked_push("a redirect on the same server is", proxy.home + "oud/", {"untouched": ITEMS})
    proxy.before = lambda method, path, *_: (308, {"Location": path}, b"")
    check(push(through)[0] == 2, "and not for ever")
    proxy.before = lambda method, *_: (207, {}, b"<multistatus")
    code, _, error = push(through)
    check(code == 2, "half an answer is a fault", error)
    proxy.end()


def things_to_do(server):
    """Tasks, in a collection of their own."""
    url = server.home + "te-doen/"
    words = ("--component", "todo")

    def wanted():
        return {name.group(1): name.group(0) for name in
                re.finditer(r"BEGIN:VTODO\s+UID:(\S+)\s.*?END:VTODO", feed(*words), re.DOTALL)}

    def equal(what):
        """Byte for byte what the calendar says, but for what a server adds around it."""
        there = {uid: dav("GET", url[:url.index("/", 8)] + path)[2].decode() for uid, path in ours(url).items()}
        tasks = wanted()
        same = there.keys() == tasks.keys() and all(f"UID:{uid}" in text and "BEGIN:VTODO" in text and "VEVENT" not in text
                                                    for uid, text in there.items())
        due = all(re.search(r"DUE\S*:(\d+)", text).group(1) == re.search(r"DUE\S*:(\d+)", tasks[uid]).group(1)
                  for uid, text in there.items() if uid in tasks)
        check(same and due, f"{what}: the tasks are those of the calendar ({len(tasks)})", there.keys() ^ tasks.keys())

    number = len(wanted())
    check(number > 0, "there is something to do", number)
    checked_push("tasks", url, {"created": number}, *words, "--create")
    equal("tasks")
    checked_push("tasks again", url, {"untouched": number}, *words)
    path, state = state_of(url)
    check(state["component"] == "VTODO", "the state is that of tasks", state["component"])
    origin = url[:url.index("/", 8)]
    still_to_do = next(path for path in ours(url).values() if b"NEEDS-ACTION" in dav("GET", origin + path)[2])
    edit(url, still_to_do, lambda text: text.replace("NEEDS-ACTION", "IN-PROCESS"))
    checked_push("a task that somebody began", url, {"setBack": 1, "untouched": number - 1}, *words)
    change((ITEMS - 1,), "2028-01-20")
    checked_push("a task that moved", url, {"changed": 1, "untouched": number - 1}, *words)
    equal("moved")
    checked_push("and its event", server.home + "aanbestedingen/", {"changed": 1, "untouched": ITEMS - 1})
    path.unlink()
    checked_push("tasks, the state lost", url, {"untouched": number}, *words)
    if server.has_accounts:
        code, _, error = push(url)
        check(code == 1 and "neemt geen VEVENT" in error, "it was made for tasks alone", error)


def over_tls():
    keys = servers.certificates(WORK / "keys")
    server = servers.Radicale(WORK / "radicale-tls", (keys / "server.pem", keys / "server.key")).start()
    url = server.home + "kalender/"
    try:
        few = ("--to", "2027-01-31")
        code, report, error = push(url, "--create", "--ca", str(keys / "ca.pem"), *few)
        check(code == 0 and report["created"] > 0, f"TLS with an authority of one's own: {counts(report)}", error)
        code, report, error = push(url, "--ca", str(keys / "ca.pem"), *few)
        check(code == 0 and report["created"] == 0, "and again", error)
        for what, words in (("another authority", ("--ca", str(keys / "other-ca.pem"))), ("the system's authorities", ())):
            code, _, error = push(url, *words, *few)
            check(code == 2 and "niet te vertrouwen" in error and "uitgever" in error, f"{what}: refused", error)
        code, _, error = push(url, "--ca", str(keys / "ca.key"), *few)
        check(code == 1, "a file without certificates is refused", error)
        log = server.log.read_text(errors="replace")
        check(log.count("PUT request for") == report["untouched"], "what was refused sent nothing")
        code, _, error = push(url.replace("https:", "http:"), "--patience", "1", *few)
        check(code == 2, "http to a port for https is a fault", error)
    finally:
        server.end()
    for certificate, hosts, why in (("elsewhere", ("127.0.0.1", "localhost"), "andere naam"), ("expired", ("127.0.0.1",), "verlopen")):
        other = servers.Radicale(WORK / f"radicale-{certificate}", (keys / f"{certificate}.pem", keys / f"{certificate}.key")).start()
        try:
            for host in hosts:
                code, _, error = push(other.home.replace("127.0.0.1", host) + "x/", "--create", "--ca", str(keys / "ca.pem"))
                check(code == 2 and "niet te vertrouwen" in error and why in error,
                      f"a certificate that is {certificate}, of {host}: refused, and that is said", error)
        finally:
            other.end()


def against(kind, items, most_stages=99):
    global ITEMS
    ITEMS = items
    server = kind(WORK / "server").start()
    url = server.home + "aanbestedingen/"
    print(f"\n---- {kind.program}, {items} items", flush=True)
    try:
        make_register("register.mvoi")
        check(len(calendar_of(feed())) == ITEMS, f"{ITEMS} items in the register", len(calendar_of(feed())))
        stages = [lambda: first_push(server, url), lambda: both_sides(server, url), lambda: state_lost(server, url),
                  lambda: window(url), lambda: server_killed(server, url), lambda: push_killed(server, url),
                  lambda: server_gone(server, url), lambda: refusals(server, url), lambda: things_to_do(server)]
        if server.has_accounts:
            stages += [lambda: credentials(url), lambda: races(server, url)]
        for stage in stages[:most_stages]:
            started = time.monotonic()
            stage()
            print(f"      ({time.monotonic() - started:.1f} s)", flush=True)
    finally:
        server.end()


def tls_alone():
    global ITEMS
    ITEMS = FEW
    print("\n---- TLS", flush=True)
    make_register("register.mvoi")
    over_tls()


GROUPS = {
    "xandikos-many": lambda: against(servers.Xandikos, MANY, 2),
    "xandikos": lambda: against(servers.Xandikos, FEW),
    "radicale": lambda: against(servers.Radicale, FEW),
    "radicale-many": lambda: against(servers.Radicale, MANY, 2),
    "tls": tls_alone,
}


def side_by_side():
    """Every group in a process of its own; each tells its own counts in its last line."""
    global passed, failed
    running = {}
    try:
        for name in GROUPS:
            (WORK / name).mkdir()
            with open(WORK / name / "output", "wb") as output:
                running[name] = subprocess.Popen([sys.executable, __file__, MVOI, str(FEW), name, str(WORK / name)],
                                                 stdout=output, stderr=output)
        for name, process in running.items():
            process.wait()
            output = (WORK / name / "output").read_text(errors="replace")
            print(output, flush=True)
            counts_told = re.search(r"(\d+) passed, (\d+) failed\n\Z", output)
            if counts_told:
                passed, failed = passed + int(counts_told.group(1)), failed + int(counts_told.group(2))
            check(counts_told and process.returncode in (0, 1), f"{name} came to its end", process.returncode)
    finally:
        for process in running.values():
            if process.poll() is None:
                process.terminate()  # it ends its servers
                process.wait()


def main():
    global REGISTER
    side_by_side()
    print("\n---- the password", flush=True)
    REGISTER = WORK / "tls" / "register.mvoi"
    table = mvoi("caldav-push", "http://127.0.0.1:1/x/", "--patience", "0", "--table")
    check(table.returncode == 2, "nobody there", table.stderr)
    texts = [*told, *(path.read_text() for path in WORK.glob("*/told")),
             *(path.read_text() for path in WORK.rglob(".local/**/*") if path.is_file())]
    everything = "\n".join(texts)
    check(len(everything) > 10000 and not any(word in everything for word in (PASSWORD, "f0ut-woord", servers.BASIC[6:])),
          "no password in any output or state")


if __name__ == "__main__":
    absent = servers.missing()
    if absent:
        print(f"skipped: not on this machine: {', '.join(absent)}")
        sys.exit(77)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))  # by way of every "finally" that ends a server
    if len(sys.argv) > 4:
        WORK = pathlib.Path(sys.argv[4])
        try:
            GROUPS[sys.argv[3]]()
        finally:
            (WORK / "told").write_text("\n".join(told))
    else:
        with tempfile.TemporaryDirectory() as folder:
            WORK = pathlib.Path(folder)
            main()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
