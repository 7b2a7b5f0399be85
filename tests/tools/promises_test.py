#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds mvoi.h to tests/promises.txt: every sentence of the header names the test that holds it, or why there is none.

A line that is quoted has to stand in its part of the header, white space aside; a test that is named has to be there; and
no sentence of a convention, a block, a result or a limit goes without a line.

Called: promises_test.py REPOSITORY
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
CLAUSES = ["Answer", "Durability", "Blocking", "Repeating"]
ARROW, UNTESTED = " → ", "not tested: "

faults = []


def plain(text):
    """A comment as running text."""
    text = re.sub(r"^\s*/?\*+/?", " ", text, flags=re.M).replace("*/", " ")
    return re.sub(r"\s+", " ", text).strip()


def parts_of_header(text):
    """Name of a part → what stands there: conventions, results and limits, and of each block its clauses."""
    parts = {}
    opening = plain(re.search(r"/\*.*?\*/", text, flags=re.S).group())
    opening = opening[opening.index("Conventions, valid for every function"):opening.index("Each block says")]
    for number, convention in re.findall(r"(?<= )(\d)\. (.*?)(?= \d\. [A-Z]|$)", opening):
        parts[f"convention {number}"] = convention.strip()
    for name, comment in re.findall(r"^#define (MVOI_\w+) \(?-?\d+\)?\s*/\* (.*?) \*/$", text, flags=re.M):
        parts[name] = comment
    for comment, declarations in re.findall(r"(/\*(?:(?!\*/).)*\*/)\n((?:MVOI_API[^;]*;\n)+)", text, flags=re.S):
        name = re.search(r"\bmvoi_\w+(?=\()", declarations).group()
        block = plain(comment)
        ends = [block.index(clause + ":") for clause in CLAUSES] + [block.index("Thread:")]
        parts[name] = block[: ends[0]].strip()
        for clause, begin, end in zip(CLAUSES, ends, ends[1:]):
            parts[f"{name} {clause}"] = block[begin + len(clause) + 1 : end].strip()
    return parts


def sentences_of(text):
    """The first and last place of each sentence of a part."""
    ends = [match.end() for match in re.finditer(r"(?<=[.;])\s+(?=[A-Za-z\"])", text)]
    return list(zip([0, *ends], [*ends, len(text)]))


def check_test(test, line):
    if test.startswith(UNTESTED):
        if len(test) < len(UNTESTED) + 10:
            faults.append(f"promises.txt:{line}: not tested, and no reason")
        return
    file, _, case = test.partition(": ")
    path = ROOT / "tests" / file
    if not path.is_file():
        faults.append(f"promises.txt:{line}: no file tests/{file}")
        return
    text = re.sub(r'"\s*\n\s*"', "", path.read_text(encoding="utf-8"))
    if not case:
        callers = "".join((ROOT / "tests" / name).read_text(encoding="utf-8") for name in ("CMakeLists.txt", "abi/c_test.sh"))
        if "TEST_CASE" in text or path.name not in callers:
            faults.append(f"promises.txt:{line}: tests/{file} is not one test, and which of its tests is not said")
        return
    name = re.escape(case)
    forms = rf'TEST_CASE\(\s*"{name}"|^ *(?:static )?\w[\w:* ]* \*?{name}\(|^def {name}\(|^PIN\({name},'
    if not re.search(forms, text, flags=re.M):
        faults.append(f"promises.txt:{line}: no test '{case}' in tests/{file}")


def main():
    parts = parts_of_header((ROOT / "plugin/include/mvoi.h").read_text(encoding="utf-8"))
    held = {part: [] for part in parts}
    part = None
    for number, line in enumerate((ROOT / "tests/promises.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            part = line[2:].removesuffix(" =")
            if part not in parts:
                faults.append(f"promises.txt:{number}: no such part of mvoi.h: {part}")
            continue
        quoted, arrow, tests = line.partition(ARROW)
        place = parts.get(part, "").find(" ".join(quoted.split()))
        if not arrow:
            faults.append(f"promises.txt:{number}: names no test")
        elif place < 0:
            faults.append(f"promises.txt:{number}: does not stand in mvoi.h under {part}: {quoted}")
        else:
            held[part].append((place, place + len(quoted)))
        for test in [tests] if tests.startswith(UNTESTED) else tests.split(" | "):
            check_test(test, number)
    count = 0
    for part, text in parts.items():
        for begin, end in sentences_of(text):
            count += 1
            if not any(first < end and begin < last for first, last in held[part]):
                faults.append(f"mvoi.h, {part}: no test is named for: {text[begin:end].strip()}")
    for fault in faults:
        print("FAIL", fault)
    print(f"{count} sentences of mvoi.h, {len(faults)} failed")
    return 1 if faults else 0


sys.exit(main())
