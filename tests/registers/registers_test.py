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
import lzma
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "bindings/python"))
from mvoi import Library  # noqa: E402

SHOWN = 20  # faults of one version


class Changes:
    """Intended changes since a version: rows, and whether answers may have grown. A question that no row is about,
    of a version whose answers did not grow, is answered with the same bytes."""

    def __init__(self, path):
        said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"rows": [], "grown": False}
        self.rows, self.grown = said["rows"], said["grown"]
        self.used = set()

    def of(self, row):
        """Those about this question: each member with how it is compared now."""
        return {change["member"]: number for number, change in enumerate(self.rows)
                if row["operation"] in change["operations"]
                and change.get("language", row["language"]) == row["language"]
                and change.get("request", {}).items() <= row["request"].items()}

    def never_seen(self):
        return [change for number, change in enumerate(self.rows) if number not in self.used]


class Comparison:
    """Of one answer: which members of then are gone or have another value. What was added since is no difference."""

    def __init__(self, changes, row):
        self.changes, self.members = changes, changes.of(row)

    def is_allowed(self, place, manner="other"):
        number = self.members.get(place)
        if number is None or self.changes.rows[number]["as"] != manner:
            return False
        self.changes.used.add(number)
        return True

    def is_rewritten(self, then, now, place):
        if not self.is_allowed(place, "rewritten"):
            return False
        for pattern, words in self.changes.rows[self.members[place]]["words"].items():
            then = re.sub(pattern, words, then)
        return then == now

    def differences(self, then, now, place=""):
        if then == now:
            return
        if self.is_allowed(place) or self.is_rewritten(then, now, place):
            return
        if isinstance(then, dict) and isinstance(now, dict):
            for name, value in then.items():
                yield from self.differences(value, now.get(name), f"{place}/{name}")
        elif isinstance(then, list) and isinstance(now, list) and self.is_allowed(place, "set"):
            for value in then:
                if all(any(self.differences(value, other, f"{place}/*")) for other in now):
                    yield f"{place}/*", value, None
        elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
            for one, other in zip(then, now):
                yield from self.differences(one, other, f"{place}/*")
        else:
            yield place, then, now


def part_that_differs(then, now):
    """A piece of both texts around the first letter that differs."""
    then, now = (text if isinstance(text, str) else json.dumps(text, ensure_ascii=False) for text in (then, now))
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(then, now)))
    first = max(0, same - 60)
    return f"\n    then …{then[first:same + 100]}\n    now  …{now[first:same + 100]}"


def compare(row, status, answer, changes):
    """The faults of one answer."""
    where = f"{row['operation']} ({row['language']}) {json.dumps(row['request'], ensure_ascii=False)}"
    if status != row["status"]:
        yield f"{where}: {status} instead of {row['status']}: {answer}"
    elif answer != row["answer"] and not changes.grown and not changes.of(row):
        yield where + part_that_differs(row["answer"], answer)
    elif answer != row["answer"]:
        then, now = (opened(text, row["request"]) for text in (row["answer"], answer))
        for place, one, other in Comparison(changes, row).differences(then, now):
            yield f"{where}: {place or 'the answer'}" + part_that_differs(one, other)


def opened(answer, request):
    """The answer, with a text in it taken apart where that has parts: JSON, a calendar, a table."""
    value = json.loads(answer)
    take_apart = {"json": json.loads, "ics": calendar_of, "csv": table_of}.get(request.get("format"))
    if take_apart and isinstance(value.get("body"), str):
        value["body"] = take_apart(value["body"])
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
    changes, faults, asked, verified = Changes(kept / "changes.json"), [], 0, 0
    sessions = {language: library.open({"register": str(register), "actor": "test", "language": language})
                for language in ("nl", "en")}
    with lzma.open(kept / "answers.jsonl.xz", "rt", encoding="utf-8") as answers:
        for row in map(json.loads, answers):
            asked += 1
            status, answer = sessions[row["language"]].call(row["operation"], row["request"])
            faults += compare(row, status, answer, changes)
            if row["operation"] == "journal.verify":
                said, verified = json.loads(answer), verified + 1
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
    return asked > 0 and verified > 0 and not faults


def main(path, *versions):
    library = Library(path)
    versions = versions or sorted(each.parent.name for each in HERE.glob("*/register.mvoi.gz"))
    with tempfile.TemporaryDirectory() as temporary:
        results = [test_version(library, version, temporary) for version in versions]
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
