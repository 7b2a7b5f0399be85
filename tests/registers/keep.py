#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes the kept register of a version: plays story.jsonl through the library of that version, and writes down what that
library answers to everything that questions.py asks.

Called: keep.py VERSION BUILD [FOLDER]
    BUILD   folder in which that version was built, from a checkout of that version
    FOLDER  what is written goes to FOLDER/VERSION; without it to the folder of this script
"""
import collections
import gzip
import json
import lzma
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "bindings/python"))
from mvoi import Library  # noqa: E402
from questions import questions  # noqa: E402

ACTOR = "I. Inkoopman"
EACH_IN_ENGLISH = 6  # of so many questions of one operation, one is asked in English too


def number_of(version):
    return [int(part) for part in version.split(".")]


def requests_of(step, source):
    if "lines" in step:
        return [json.loads(line) for line in (source / step["lines"]).read_text(encoding="utf-8").splitlines()]
    if "file" in step:
        return [json.loads((source / step["file"]).read_text(encoding="utf-8"))]
    if "text" in step:
        return [{**step["request"], "text": (source / step["text"]).read_text(encoding="utf-8")}]
    return [step["request"]]


def filled_in(value, saved):
    """The request with "$review.entry" made into member entry of the answer that was saved as review."""
    if isinstance(value, dict):
        return {name: filled_in(each, saved) for name, each in value.items()}
    if isinstance(value, str) and value.startswith("$"):
        name, member = value[1:].split(".")
        return saved[name][member]
    return value


def play(session, version, source):
    saved = {}
    for number, line in enumerate((HERE / "story.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        step = json.loads(line)
        if number_of(step["since"]) > number_of(version):
            continue
        for request in requests_of(step, source):
            status, answer = session.call(step["operation"], filled_in(request, saved))
            if status != step.get("status", 0):
                sys.exit(f"story.jsonl:{number}: {step['operation']}: {status}: {answer}")
            if "save" in step:
                saved[step["save"]] = json.loads(answer)


def write_down(register, library, source, out):
    """One line for each question that was answered, be it with no; faults of a request are counted."""
    sessions = {language: library.open({"register": str(register), "actor": ACTOR, "language": language})
                for language in ("nl", "en")}

    def ask(operation, request):
        status, answer = sessions["nl"].call(operation, request)
        if status != 0:
            sys.exit(f"{operation} {request}: {status}: {answer}")
        return json.loads(answer)

    operations = [row["operation"] for row in ask("describe", {})["operations"] if not row["writes"]]
    count, refused, asked = collections.Counter(), collections.Counter(), set()
    for operation, request in questions(ask, operations, source / "schema/rules"):
        text = json.dumps(request, ensure_ascii=False)
        if (operation, text) in asked:
            continue
        asked.add((operation, text))
        count[operation] += 1
        for language in ("nl", "en") if count[operation] % EACH_IN_ENGLISH == 1 else ("nl",):
            status, answer = sessions[language].call(operation, text)
            if status < 0:
                refused[operation, json.loads(answer)["errors"][0]["rule"]] += 1
                continue
            row = {"operation": operation, "language": language, "request": request, "status": status, "answer": answer}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    for session in sessions.values():
        session.close()
    for operation in operations:
        print(f"{count[operation]:5} questions of {operation}")
    for (operation, rule), number in refused.items():
        print(f"{number:5} refused of {operation}, not kept: {rule}")


def main(version, build, folder=HERE):
    cache = (pathlib.Path(build) / "CMakeCache.txt").read_text(encoding="utf-8")
    source = pathlib.Path(cache.split("CMAKE_HOME_DIRECTORY:INTERNAL=")[1].splitlines()[0])
    library = Library(str(pathlib.Path(build) / "libmvoi.so"))
    kept = pathlib.Path(folder) / version
    kept.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        register = pathlib.Path(temporary) / "register.mvoi"
        session = library.open({"register": str(register), "actor": ACTOR})
        play(session, version, source)
        session.close()
        pathlib.Path(kept / "register.mvoi.gz").write_bytes(gzip.compress(register.read_bytes(), mtime=0))
        with open(pathlib.Path(temporary) / "answers", "w+", encoding="utf-8", newline="\n") as out:
            write_down(register, library, source, out)
            out.seek(0)
            (kept / "answers.jsonl.xz").write_bytes(lzma.compress(out.read().encode("utf-8")))


if __name__ == "__main__":
    main(*sys.argv[1:])
