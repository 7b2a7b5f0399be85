#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The form of a supplier, filled in by LibreOffice as a person with Dutch settings would, and brought back.

Called: form_test.py MVOI        exit 77: skipped, there is no LibreOffice"""
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    uno = None

MVOI = sys.argv[1]
EPOCH = datetime.date(1899, 12, 30)  # day 0 of a spreadsheet
CSV_AS_DUTCH = "59,34,76,1,,1043,false,true,false"  # semicolon, quotes, UTF-8, from row 1, nl-NL, cells as shown
CSV, XLSX = "Text - txt - csv (StarCalc)", "Calc MS Excel 2007 XML"
# Cells typed for a promise and its first day, and the observation that they become: value, persons, estimated, note.
TYPED = {
    ("1", "2025-01-01"): ("9,25", "", "", ""),
    ("1", "2025-04-01"): ("=0,1+0,2", "", "geraamd", "uit twee meters"),
    ("1", "2025-07-01"): ("1234,567", "", "gemeten", "komt van \"meter 3\"; nagekeken"),
    ("2", "2025-01-01"): ("936", "2", "", ""),
    ("2", "2025-04-01"): ("0", "", "", ""),
}
SEEN = {
    ("1", "2025-01-01"): ("9.25", 0, False),
    ("1", "2025-04-01"): ("0.3", 0, True),
    ("1", "2025-07-01"): ("1234.567", 0, False),
    ("2", "2025-01-01"): ("936", 2, False),
    ("2", "2025-04-01"): ("0", 0, False),
}
CONTRACT = {
    "organisation": "gm0344", "reference": "C-1", "title": "Strooien", "kind": "dienst",
    "term": {"start": "2025-01-01", "months": 12},
    "promises": [
        {"theme": "klimaat", "kpi": "co2-uitstoot", "target": "4000", "clause": "7.1"},
        {"theme": "social-return", "text": "Uren voor de doelgroep", "unit": "uren", "target": "1000", "clause": "8"}],
    "today": "2025-01-01"}

failed = []


def check(good, what, seen=""):
    print(("ok    " if good else "FAIL  ") + what + ("" if good else f"\n      | {seen}"), flush=True)
    if not good:
        failed.append(what)


def mvoi(register, *words, request=None):
    done = subprocess.run([MVOI, "--register", str(register), "--actor", "test", "--today", "2025-12-01", *map(str, words)],
                          input=request, capture_output=True, text=True, check=False)
    check(done.returncode == 0, "mvoi " + words[0], done.stdout + done.stderr)
    return json.loads(done.stdout)


def new_register(folder, name):
    (folder / "contract.json").write_text(json.dumps(CONTRACT), encoding="utf-8")
    register = folder / f"{name}.mvoi"
    mvoi(register, "contract-sign", "--file", folder / "contract.json")
    return register


# ---- LibreOffice ------------------------------------------------------------------------------------------------------

DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
</oor:items>"""


class Office:
    """LibreOffice without a window, with a profile of its own, ended by its own process number."""

    def __init__(self, folder):
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user/registrymodifications.xcu").write_text(DUTCH, encoding="utf-8")
        self.pipe = f"mvoi{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}",
             f"--accept=pipe,name={self.pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.desktop = self._connect()

    def _connect(self):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
                return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            except NoConnectException:
                time.sleep(0.25)
        raise RuntimeError("LibreOffice does not answer")

    def open(self, path, **options):
        return self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, properties(Hidden=True, **options))

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:  # pylint: disable=broad-except
            self.process.terminate()
        self.process.wait(60)


def properties(**values):
    made = []
    for name, value in values.items():
        each = PropertyValue()
        each.Name, each.Value = name, value
        made.append(each)
    return tuple(made)


def fill(document):
    """Types into the form what a supplier knows, found by the words of its header."""
    sheet = document.Sheets.getByIndex(0)
    columns = {}
    while sheet.getCellByPosition(len(columns), 0).String:
        columns[sheet.getCellByPosition(len(columns), 0).String] = len(columns)
    typed, row = 0, 1
    while sheet.getCellByPosition(0, row).String:
        promise = sheet.getCellByPosition(columns["belofte"], row).String
        first = sheet.getCellByPosition(columns["van"], row)
        day = EPOCH + datetime.timedelta(days=first.Value) if first.Value else first.String
        answer = TYPED.get((promise, str(day)))
        if answer:
            for name, text in zip(("waarde", "personen", "geraamd", "opmerking"), answer):
                if text:
                    sheet.getCellByPosition(columns[name], row).FormulaLocal = text
            typed += 1
        row += 1
    return typed, row - 1


def observed(register):
    """The observations in a register, from its journal: the same for everybody who looks."""
    seen, after = {}, 0
    while True:
        page = mvoi(register, "call", "journal.list", request=json.dumps({"after": after, "limit": 100}))
        for entry in page["entries"]:
            after = entry["seq"]
            for each in entry.get("facts", {}).get("observed", {}).get("noted", []):
                seen[(str(each["promise"]), each["from"])] = (each["value"], each.get("persons", 0), each.get("estimated", False))
        if "next" not in page and len(page["entries"]) < 100:
            return seen


def main():
    if not uno or not shutil.which("soffice"):
        print("skipped: no LibreOffice with Python (libreoffice-calc-nogui, python3-uno)")
        return 77
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mvoi-office-"))
    office = Office(folder)
    try:
        first = new_register(folder, "first")
        for end in ("xlsx", "csv"):
            mvoi(first, "form", "C-1", "--organisation", "gm0344", "--output", folder / f"form.{end}")
            options = {"FilterName": CSV, "FilterOptions": CSV_AS_DUTCH} if end == "csv" else {}
            document = office.open(folder / f"form.{end}", **options)
            typed, rows = fill(document)
            check(typed == len(TYPED) and rows == 6, f"{end}: the form has a row for each quarter of both promises that is over", (typed, rows))
            document.storeToURL((folder / f"{end}-as.xlsx").as_uri(), properties(FilterName=XLSX))
            document.storeToURL((folder / f"{end}-as.csv").as_uri(), properties(FilterName=CSV, FilterOptions=CSV_AS_DUTCH))
            document.close(True)
        for made in ("xlsx-as.xlsx", "xlsx-as.csv", "csv-as.xlsx", "csv-as.csv"):
            register = new_register(folder, made)
            words = ["import", folder / made, "--content", "waarnemingen", "--organisation", "gm0344"]
            if made.endswith(".csv"):
                words += ["--decimal-mark", ","]
            answer = mvoi(register, *words)
            check(answer["added"] == len(TYPED) and answer["refused"] == 0, f"{made}: every row that was filled in is taken", answer)
            found = observed(register)
            check(found == SEEN, f"{made}: and says what was typed", found)
            again = mvoi(register, *words)
            check(again["unchanged"] == len(TYPED) and again["added"] == 0, f"{made}: once more changes nothing", again)
    finally:
        office.end()
        if failed:
            print("kept:", folder)
        else:
            shutil.rmtree(folder)
    print(f"{len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
