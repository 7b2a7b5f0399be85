#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The same calendar, read by others: each reader finds the events and the things to do that the feed holds as JSON, and
follows them when a date moves, is taken back, and is gone.

Called: readers_test.py LIBRARY REPOSITORY [--ical-js WORK]
    --ical-js  asks ical.js, fetched by npm into this folder (once), instead of the two of Python
Exit: 0 fine, 1 a fault, 77 ical.js is not there yet and there is no network to fetch it.
"""
import argparse
import datetime
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "bindings/python"), str(HERE.parent / "tools")]
import npm_fetch  # noqa: E402
from mvoi import Library  # noqa: E402

WINDOW = {"from": "1990-01-01", "to": "2199-12-31"}
PARTS = ["a", "Zo", " en ", "é", "€", "😀", ";", ",", "\\", ":", '"', "n", "'", "(", "=1", "\n", "deel", "|", "%"]


def stop(code, reason):
    print(("SKIP " if code == 77 else "FAIL ") + reason)
    sys.exit(code)


# ---- what there is to read ------------------------------------------------------------------------------------------


class Register:
    def __init__(self, library, folder, language="nl"):
        self.session = library.open({"register": str(folder / "register.mvoi"), "actor": "test", "language": language})

    def call(self, operation, request):
        status, answer = self.session.call(operation, request)
        if status != 0:
            stop(1, f"{operation} is refused: {answer}")
        return json.loads(answer) if isinstance(answer, (str, bytes)) else answer

    def feed(self, today, **more):
        return self.call("calendar.feed", {"today": today, **WINDOW, **more})["body"]


def fill(register, root):
    demo = (root / "packaging/demo-data/inkoopplanning-2027.csv").read_text(encoding="utf-8")
    register.call("register.import", {"format": "csv", "organisation": "voorbeeldstad", "today": "2026-12-01", "text": demo})
    notices = pathlib.Path(os.environ.get("MVOI_SHARED", root / "../shared")) / "data/ted_notices_nl.jsonl"
    if notices.exists():
        register.call("register.import", {"path": str(notices.resolve()), "organisation": "voorbeeldstad",
                                          "format": "ted-jsonl", "today": "2026-12-01"})
    else:
        print(f"no {notices} (MVOI_SHARED names the folder): without the real notices")
    chance = random.Random(20261121)
    members = [row["member"] for row in milestones(root).values() if "member" in row]  # the others are nobody's plan
    for number in range(60):
        dates = ["2027-%02d-%02d" % (chance.randint(1, 12), chance.randint(1, 28)), "2027-%02d" % chance.randint(1, 12),
                 "2028-Q%d" % chance.randint(1, 4), "2028-H%d" % chance.randint(1, 2), "2029", "onbekend"]
        planning = {member: {"date": chance.choice(dates), "certainty": chance.choice(["vast", "verwacht", "onzeker"])}
                    for member in chance.sample(members, 5)}
        title = "x" + "".join(chance.choice(PARTS) for _ in range(chance.randint(0, 60))) + "x"
        register.call("tender.start", {"organisation": "gm0344", "reference": str(number), "title": title, "kind": "werk",
                                       "today": "2026-12-01", "planning": planning})
    register.call("contract.sign", {
        "organisation": "gm0344", "reference": "C-1", "title": "Vervoer; met, komma's", "kind": "dienst",
        "term": {"start": "2027-01-01", "months": 24, "options": [{"months": 12}]}, "today": "2026-12-01",
        "promises": [{"theme": "klimaat", "unit": "procent", "target": "80", "gather": "laatste"},
                     {"theme": "klimaat", "unit": "kg", "target": "5", "checked": "jaar"}]})


def milestones(root):
    rows = json.loads((root / "schema/rules/milestones.json").read_text(encoding="utf-8"))["rows"]
    return {row["code"]: row for row in rows}


def identity(item):
    """Of a promise and of a document its number is part."""
    number = f"-{item.get('promise') or item['document']}" if "promise" in item or "document" in item else ""
    return f"{item.get('tender') or item['contract']}-{item['code']}{number}"


def number_of(item):
    return f" ({item.get('promise') or item['document']})" if "promise" in item or "document" in item else ""


def day_after(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1))


MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
          "december"]


def period(item):
    year, month = item["first"][:4], int(item["first"][5:7])
    return {"day": "", "year": f" ({year})", "month": f" ({MONTHS[month - 1]} {year})",
            "quarter": f" ({(month + 2) // 3}e kwartaal {year})",
            "half-year": f" ({(month + 5) // 6}e halfjaar {year})"}[item["precision"]]


def status_of_event(item):
    if item["status"] == "cancelled":
        return "CANCELLED"
    sure = item["precision"] == "day" and item["certainty"] == "vast" and item["status"] not in ("done-by", "passed")
    return "CONFIRMED" if item["status"] == "done" or sure else "TENTATIVE"


def expected_events(items):
    return [{"kind": "vevent", "uid": f"{identity(item)}@mvoi", "first": item["first"],
             "end": day_after(item["last"]), "summary": f"{item['label']}: {item['title']}{period(item)}",
             "sequence": item["sequence"], "status": status_of_event(item), "related": None} for item in items]


def expected_todos(items, rows):
    states = {"planned": "NEEDS-ACTION", "done": "COMPLETED", "done-by": "COMPLETED", "passed": "CANCELLED",
              "cancelled": "CANCELLED"}
    return [{"kind": "vtodo", "uid": f"{identity(item)}-todo@mvoi", "first": None, "end": item["last"],
             "summary": f"{rows[item['code']]['todo']}{number_of(item)}: {item['title']}{period(item)}", "sequence": item["sequence"],
             "status": states[item["status"]], "related": f"{identity(item)}@mvoi"}
            for item in items if "todo" in rows[item["code"]]]


# ---- the readers ----------------------------------------------------------------------------------------------------


def with_icalendar(feeds):
    import icalendar

    def seen(component):
        def day(name):
            return str(component.decoded(name)) if name in component else None
        todo = component.name == "VTODO"
        return {"kind": component.name.lower(), "uid": str(component["UID"]), "first": day("DTSTART"),
                "end": day("DUE" if todo else "DTEND"), "summary": str(component["SUMMARY"]),
                "sequence": int(component["SEQUENCE"]), "status": str(component["STATUS"]),
                "related": str(component["RELATED-TO"]) if todo else None}
    calendars = [icalendar.Calendar.from_ical(feed.encode()) for feed in feeds]
    return [[seen(part) for part in calendar.walk() if part.name in ("VEVENT", "VTODO")] for calendar in calendars]


def with_vobject(feeds):
    import vobject

    def seen(component):
        def value(name):
            found = component.contents.get(name)
            return found[0].value if found else None
        todo = component.name == "VTODO"
        return {"kind": component.name.lower(), "uid": value("uid"), "first": value("dtstart") and str(value("dtstart")),
                "end": str(value("due" if todo else "dtend")), "summary": value("summary"),
                "sequence": int(value("sequence")), "status": value("status"), "related": value("related-to")}
    calendars = [vobject.readOne(feed) for feed in feeds]
    return [[seen(part) for part in calendar.components() if part.name in ("VEVENT", "VTODO")] for calendar in calendars]


def fetch_ical_js(work):
    """The path of ical.js, fetched when it is not in the work folder yet; npm checks it against the lock file."""
    def tools():
        npm = shutil.which("npm")
        if not npm or not shutil.which("node"):
            stop(77, "there is no node or npm, which runs and fetches ical.js; packaging/install-packages test installs them")
        return npm
    return npm_fetch.fetched(HERE, work / "npm", "ical.js", "dist/ical.es5.cjs", tools, stop)


def with_ical_js(script, folder):
    def read(feeds):
        paths = []
        for number, feed in enumerate(feeds):
            paths.append(folder / f"{number}.ics")
            paths[-1].write_bytes(feed.encode())
        done = subprocess.run(["node", str(HERE / "read_ics.cjs"), str(script), *map(str, paths)], capture_output=True,
                              text=True, timeout=300, check=False)
        if done.returncode != 0:
            stop(1, f"ical.js cannot read a feed:\n{done.stderr}")
        return json.loads(done.stdout)
    return read


# ---- comparing ------------------------------------------------------------------------------------------------------


def differences(name, what, expected, read):
    if len(expected) != len(read):
        yield f"{name} reads {len(read)} {what} where {len(expected)} stand"
    for ours, theirs in zip(expected, read):
        if name == "python3-icalendar" and "\\" in ours["summary"]:
            ours, theirs = {**ours, "summary": ""}, {**theirs, "summary": ""}
        if ours != theirs:
            yield f"{name} reads {what} otherwise:\n       {theirs}\n       {ours}"


def by_uid(components):
    return {each["uid"]: each for each in components}


class Check:
    def __init__(self, register, root, readers):
        self.register, self.rows, self.readers, self.faults, self.passed = register, milestones(root), readers, [], 0

    def items(self, today, **more):
        return json.loads(self.register.feed(today, format="json", **more))["items"]

    def read_all(self, today):
        """Every calendar of this day by every reader; the events of the internal one."""
        everything = self.items(today)
        feeds = {"events": (self.register.feed(today), expected_events(everything)),
                 "public events": (self.register.feed(today, audience="publiek"),
                                   expected_events(self.items(today, audience="publiek"))),
                 "things to do": (self.register.feed(today, component="todo"), expected_todos(everything, self.rows)),
                 "events of nobody": (self.register.feed(today, organisation="nergens"), [])}
        for name, read in self.readers.items():
            found = read([feed for feed, _ in feeds.values()])
            for (what, (_, expected)), components in zip(feeds.items(), found):
                faults = list(differences(name, what, expected, components))
                self.faults += faults[:3]
                self.passed += not faults
                print(f"{'FAIL' if faults else 'ok  '} {today} {name}: {len(components)} {what}")
        if any(self.register.feed(today, **more) != self.register.feed(today, **more)
               for more in ({}, {"component": "todo"}, {"audience": "publiek"})):
            self.faults.append("two feeds without a change differ")
        return by_uid(feeds["events"][1])

    def expect(self, holds, sentence):
        self.passed += bool(holds)
        if not holds:
            self.faults.append(sentence)


def follow(check):
    """A date moves, is taken back, is gone: each reader follows, and nothing else changes."""
    before = check.read_all("2026-12-01")
    planned = [item for item in check.items("2026-12-01")
               if item["organisation"] == "gm0344" and item["code"] == "publicatie" and item["status"] == "planned"]
    tender, uid = planned[0]["tender"], f"{planned[0]['tender']}-publicatie@mvoi"
    check.register.call("tender.change", {"tender": tender, "today": "2026-12-02", "planning": {"publication": "2027-11-11"}})
    moved = check.read_all("2026-12-02")
    check.expect({each for each in moved if moved[each] != before.get(each)} == {uid}, "more than one event changed")
    check.expect(moved[uid]["sequence"] == before[uid]["sequence"] + 1, "the sequence is not one higher")
    check.register.call("tender.change", {"tender": tender, "today": "2026-12-03", "planning": {"publication": None}})
    off = check.read_all("2026-12-03")
    check.expect(off[uid]["status"] == "CANCELLED" and off[uid]["sequence"] == moved[uid]["sequence"] + 1,
                 "what was taken back is not CANCELLED with one more sequence")
    check.expect(uid in check.read_all("2027-01-02"), "what was taken back is gone within thirty days")
    gone = check.read_all("2027-01-03")
    check.expect(uid not in gone and set(gone) == set(off) - {uid}, "what was taken back is not gone, or more is")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("library")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--ical-js", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        readers = {"python3-icalendar": with_icalendar, "python3-vobject": with_vobject}
        if arguments.ical_js:
            readers = {"ical.js": with_ical_js(fetch_ical_js(arguments.ical_js), pathlib.Path(folder))}
        register = Register(Library(arguments.library), pathlib.Path(folder))
        fill(register, arguments.root)
        check = Check(register, arguments.root, readers)
        follow(check)
        register.session.close()
    for fault in check.faults:
        print(f"     {fault}")
    print(f"{check.passed} passed, {len(check.faults)} failed")
    sys.exit(1 if check.faults else 0)


main()
