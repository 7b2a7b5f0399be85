#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The kept register of every version opens in this library, its journal is intact with the same head, its tables are what
the journal says, and every operation that reads answers as the library that made it answered.

Called: registers_test.py LIBRARY [VERSION...]
An answer is the same to the byte, except where VERSION/changes.json says what changed since that version, and why.
"""
import csv
import gzip
import io
import itertools
import json
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "bindings/python"))
from mvoi import Library  # noqa: E402

SHOWN = 20  # faults of one version


class Changes:
    """What changed on purpose since a version. Without any, answers are compared byte by byte."""

    def __init__(self, path):
        self.rows = json.loads(path.read_text(encoding="utf-8"))["rows"] if path.exists() else []
        self.used = set()

    def allow(self, row, member):
        place = re.sub(r"/\d+(?=/|$)", "/*", member)
        for number, change in enumerate(self.rows):
            fits = (row["operation"] in change["operations"]
                    and change.get("request", {}).items() <= row["request"].items()
                    and (place + "/").startswith(change["member"] + "/"))
            if fits:
                self.used.add(number)
                return True
        return False

    def never_seen(self):
        return [change for number, change in enumerate(self.rows) if number not in self.used]


def differences(then, now, member=""):
    """Members of then that are gone or have another value; what was added since is no difference."""
    if isinstance(then, dict) and isinstance(now, dict):
        for name, value in then.items():
            place = f"{member}/{name}"
            yield from differences(value, now[name], place) if name in now else [(place, value, None)]
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for number, (one, other) in enumerate(zip(then, now)):
            yield from differences(one, other, f"{member}/{number}")
    elif then != now:
        yield member, then, now


def part_that_differs(then, now):
    """A piece of both texts around the first byte that differs."""
    then, now = (text if isinstance(text, str) else json.dumps(text, ensure_ascii=False) for text in (then, now))
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(then, now)))
    first = max(0, same - 60)
    return f"\n    then …{then[first:same + 100]}\n    now  …{now[first:same + 100]}"


def compare(row, status, answer, changes):
    """The faults of one answer."""
    if status == 0 and answer == row["answer"]:
        return
    where = f"{row['operation']} ({row['language']}) {json.dumps(row['request'], ensure_ascii=False)}"
    if status != 0:
        if not changes.allow(row, ""):
            yield f"{where}: {status}: {answer}"
    elif not changes.rows:
        yield where + part_that_differs(row["answer"], answer)
    else:
        for member, then, now in differences(opened(row["answer"]), opened(answer)):
            if not changes.allow(row, member):
                yield f"{where}: {member or 'the answer'}" + part_that_differs(then, now)


def opened(answer):
    """The answer, with a calendar in it taken apart: its items, its lines, its columns."""
    value = json.loads(answer)
    if isinstance(value.get("body"), str):
        body = value["body"]
        if body.startswith("{"):
            value["body"] = json.loads(body)
        elif body.startswith("BEGIN:VCALENDAR"):
            value["body"] = calendar_of(body)
        elif value.get("format") == "csv":
            value["body"] = table_of(body)
    return value


def calendar_of(body):
    """Each event by its UID, each property by its name; what stands around the events under an empty UID."""
    parts, events = [{}], {}
    for line in body.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            parts.append({})
        elif name == "END":
            part = parts.pop()
            events[part.get("UID", "")] = part
        else:
            parts[-1][name] = value
    return events


def table_of(body):
    """Each row with its values by the header of their column."""
    header, *rows = csv.reader(io.StringIO(body.lstrip("\ufeff"), newline=""), delimiter=";")
    return [dict(zip(header, row)) for row in rows]


def test_version(library, version, temporary):
    kept = HERE / version
    register = pathlib.Path(temporary) / f"{version}.mvoi"
    register.write_bytes(gzip.decompress((kept / "register.mvoi.gz").read_bytes()))
    changes, faults, asked = Changes(kept / "changes.json"), [], 0
    sessions = {language: library.open({"register": str(register), "actor": "test", "language": language})
                for language in ("nl", "en")}
    with gzip.open(kept / "answers.jsonl.gz", "rt", encoding="utf-8") as answers:
        for row in map(json.loads, answers):
            asked += 1
            status, answer = sessions[row["language"]].call(row["operation"], row["request"])
            faults += compare(row, status, answer, changes)
            if row["operation"] == "journal.verify":
                said = json.loads(answer)
                if status != 0 or not said["intact"] or said["head"] != json.loads(row["answer"])["head"]:
                    faults.append(f"the journal is not intact, or has another head: {answer}")
    # Last: like each call that writes, this one first journals what has lapsed by the day of the clock.
    status, answer = sessions["nl"].call("register.rebuild", {"dryRun": True})
    if status != 0 or not json.loads(answer)["equal"]:
        faults.append(f"the tables are not what the journal says: {answer}")
    faults += [f"changes.json: not seen any more: {change}" for change in changes.never_seen()]
    for session in sessions.values():
        session.close()
    for fault in faults[:SHOWN]:
        print(f"FAIL {version}: {fault}")
    print(f"{version}: {asked} questions, {len(faults)} failed")
    return asked > 0 and not faults


def main(path, *versions):
    library = Library(path)
    versions = versions or sorted(each.parent.name for each in HERE.glob("*/register.mvoi.gz"))
    with tempfile.TemporaryDirectory() as temporary:
        results = [test_version(library, version, temporary) for version in versions]
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
