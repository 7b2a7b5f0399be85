#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds the house to its own drawing: arrows between rooms, first lines, comments, folders with a README, sentences in two
languages.

Called: house_test.py REPOSITORY
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])

# Room → rooms it may include. A room may always include itself, and mvoi.h for its constants.
ARROWS = {
    "abi": {"operations", "render", "json", "domain", "store", "resources"},
    "operations": {"domain", "intake", "render", "store", "json", "resources"},
    "intake": {"domain", "json", "resources"},
    "render": {"domain", "json", "resources"},
    "store": {"domain", "json", "resources"},
    "json": {"domain", "resources"},
    "domain": set(),
    "resources": set(),
}
# The libraries that the domain may include: the language, and days.
DOMAIN_LIBRARIES = re.compile(r"^(boost/date_time/|[a-z_]+$)")
# Nothing in the domain reads a clock, a file or a socket.
DOMAIN_FORBIDDEN = {"chrono", "fstream", "iostream", "filesystem", "thread", "mutex", "ctime", "random"}
SQLITE_ONLY = "store/sqlite/"

faults = []


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1) == '"', match.group(2)


def check_arrows():
    plugin = ROOT / "plugin"
    for path in sorted(plugin.rglob("*.[ch]pp")):
        relative = path.relative_to(plugin)
        room = relative.parts[0]
        if room not in ARROWS:
            faults.append(f"{relative}: no such room in the drawing: {room}")
            continue
        for number, own, name in includes(path):
            where = f"plugin/{relative}:{number}"
            if own and name != "mvoi.h":
                other = name.split("/")[0]
                if other != room and other not in ARROWS[room]:
                    faults.append(f"{where}: {room} may not include {name}")
                if name.startswith(SQLITE_ONLY) and not str(relative).startswith(SQLITE_ONLY) and str(relative) != "store/engines.cpp":
                    faults.append(f"{where}: only store/engines.cpp chooses an engine")
            if own and name == "mvoi.h" and room == "domain":
                faults.append(f"{where}: the domain does not know the interface")
            if not own and room == "domain" and (not DOMAIN_LIBRARIES.match(name) or name in DOMAIN_FORBIDDEN):
                faults.append(f"{where}: the domain may not include <{name}>")
            if not own and name == "sqlite3.h" and not str(relative).startswith(SQLITE_ONLY):
                faults.append(f"{where}: SQLite stays in store/sqlite/")
    for path in sorted((ROOT / "adapters").rglob("*.[ch]pp")):
        for number, own, name in includes(path):
            if own and (plugin / name).exists() and name != "mvoi.h":
                faults.append(f"{path.relative_to(ROOT)}:{number}: adapters use mvoi.h alone, not {name}")


def check_layers():
    """The families of operations stand in layers: none includes, by way of others, one that includes it."""
    folder = ROOT / "plugin" / "operations"
    uses = {}
    for path in sorted(folder.rglob("*.[ch]pp")):
        if path.parent == folder:
            continue  # what every family gets, and the list of all operations
        for number, own, name in includes(path):
            parts = name.split("/")
            if own and parts[0] == "operations" and len(parts) == 3 and parts[1] != path.parent.name:
                uses.setdefault(path.parent.name, {}).setdefault(parts[1], f"{path.relative_to(ROOT)}:{number}")

    def visit(family, above):
        for other, where in uses.get(family, {}).items():
            if other in above:
                circle = above[above.index(other):] + [other]
                faults.append(f"{where}: families in a circle: {' -> '.join(circle)}")
            else:
                visit(other, [*above, other])

    for family in sorted(uses):
        visit(family, [family])


def check_queries():
    """Queries are asked in the store alone; other rooms get structs."""
    for path in sorted((ROOT / "plugin").rglob("*.[ch]pp")):
        relative = path.relative_to(ROOT / "plugin")
        if relative.parts[0] == "store":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\bQuery\b|\.statement\(", line.partition("//")[0]):
                faults.append(f"plugin/{relative}:{number}: a query outside the store")


def check_first_lines():
    for folder in ("plugin", "adapters", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".cpp", ".hpp", ".h", ".c", ".py", ".sh", ".java", ".cs", ".cob"} or path.name == "CMakeLists.txt":
                head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:3])
                if "SPDX-License-Identifier: EUPL-1.2" not in head:
                    faults.append(f"{path.relative_to(ROOT)}: no SPDX line")


README_ROOMS = ("plugin", "adapters", "schema", "tests", "packaging")
README_WIDTH = 120
NAMED_FILE = re.compile(r"`([\w*./-]+\.(?:cpp|hpp|py|sh|json|sql|txt))`")


def tree():
    """Everything in the rooms, as paths from the root."""
    for room in README_ROOMS:
        for path in sorted([ROOT / room, *(ROOT / room).rglob("*")]):
            if "__pycache__" not in path.parts:
                yield path.relative_to(ROOT)


def check_readmes():
    """Every folder has a README, or stands in that of the folder above it; no line of its text is too long, and the files
    it names are there: in its folder, or somewhere in the repository. Capitals in a name stand for any word."""
    paths = list(tree())
    for folder in (path for path in paths if (ROOT / path).is_dir() and not (ROOT / path / "README.md").exists()):
        above = ROOT / folder.parent / "README.md"
        name = r"(?:VERSION|\d+\.\d+\.\d+)" if re.fullmatch(r"\d+\.\d+\.\d+", folder.name) else re.escape(folder.name)
        if not above.exists() or not re.search(rf"`{name}/", above.read_text(encoding="utf-8")):
            faults.append(f"{folder}: no README.md that says what lives there, and none above it does")
    names = "\n".join(f"/{path}" for path in paths)
    for readme in [pathlib.Path("README.md"), *(path for path in paths if path.name == "README.md")]:
        fenced = False
        for number, line in enumerate((ROOT / readme).read_text(encoding="utf-8").splitlines(), 1):
            fenced ^= line.startswith("```")
            if not fenced and not line.startswith(("    ", "|", "```")) and len(line) > README_WIDTH:
                faults.append(f"{readme}:{number}: {len(line)} characters; the text of a README has {README_WIDTH} at most")
            for name in NAMED_FILE.findall(line):
                pattern = re.sub(r"[A-Z]{3,}|\\\*", "[^/\\n]*", re.escape(re.sub(r"^(\.\./)+", "", name)))
                if not re.search(rf"/{pattern}$", names, re.M):
                    faults.append(f"{readme}:{number}: there is no {name}")


def check_sentences():
    """Every rule the code names has a sentence, both languages have the same, with the same words to fill in."""
    sentences = {lang: json.loads((ROOT / f"schema/messages/{lang}.json").read_text(encoding="utf-8")) for lang in ("nl", "en")}
    for rule in sorted(set(sentences["nl"]) ^ set(sentences["en"])):
        faults.append(f"schema/messages: {rule} is in one language only")
    for rule in set(sentences["nl"]) & set(sentences["en"]):
        words = [set(re.findall(r"\{(\w+(?::\w+)?)\}", sentences[lang][rule])) for lang in ("nl", "en")]
        if words[0] != words[1]:
            faults.append(f"schema/messages: {rule} fills in other words in the two languages")
    prefixes = {rule.split(".")[0] for rule in sentences["nl"]}
    named = set()
    for path in (ROOT / "plugin").rglob("*.cpp"):
        text = path.read_text(encoding="utf-8")
        for rule in re.findall(r'"([a-z]+\.[a-z0-9-]+(?:\.[a-z-]+)?)"', text):
            if rule.split(".")[0] in prefixes and rule not in OPERATIONS and not rule.endswith((".request", ".answer")):
                named.add(rule)
    for rule in sorted(named - set(sentences["nl"])):
        if not any(known.startswith(rule) for known in sentences["nl"]):
            faults.append(f"plugin: {rule} has no sentence in schema/messages/")


def rows_of(readme):
    """The first column of the tables of a README, without its quotes."""
    return re.findall(r"^\| `([^`]+)` \|", readme.read_text(encoding="utf-8"), re.M)


def check_operations():
    """Every operation has its two schemas, and its row in the operations' README in the order of the table."""
    table = (ROOT / "plugin/operations/table.cpp").read_text(encoding="utf-8")
    names = re.findall(r'\{"([a-z]+(?:\.[a-z]+)?)", (?:true|false)', table)
    schemas = {p.name.rsplit(".", 2)[0] for p in (ROOT / "schema/operations").glob("*.request.json")}
    for name in sorted(set(names) ^ schemas):
        faults.append(f"{name}: an operation without a schema, or a schema without an operation")
    for name in names:
        if not (ROOT / f"schema/operations/{name}.answer.json").exists():
            faults.append(f"{name}: no answer schema")
    readme = "schema/operations/README.md"
    rows = rows_of(ROOT / readme)
    for name in names:
        if rows.count(name) != 1:
            faults.append(f"{readme}: {name} has {rows.count(name)} rows; one says what it does")
    for row in rows:
        if row not in names:
            faults.append(f"{readme}: {row} is no operation of plugin/operations/table.cpp")
    if sorted(rows) == sorted(names) and rows != names:
        first = next(row for row, name in zip(rows, names) if row != name)
        faults.append(f"{readme}: {first} stands in another place than in plugin/operations/table.cpp")
    return set(names)


def check_families():
    """Every folder of operations has a row in the room's README, and every row a folder."""
    room = ROOT / "plugin/operations"
    rows = {row.rstrip("/") for row in rows_of(room / "README.md")}
    for folder in sorted(rows ^ {path.name for path in room.iterdir() if path.is_dir()}):
        faults.append(f"plugin/operations/README.md: {folder} is a folder without a row, or a row without a folder")


QUESTION = re.compile(r"(what|who|whether)\b", re.I)
COMMENT_MARKS = {**dict.fromkeys((".cpp", ".hpp", ".h", ".c", ".java", ".cs", ".js", ".mjs"), "//"), ".py": "#", ".sh": "#"}


def check_comments():
    """A comment states the thing it stands at: it does not begin as a question."""
    for room in ("plugin", "adapters"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix not in COMMENT_MARKS or path.name == "mvoi.h":
                continue
            before = False
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                code, mark, comment = line.partition(COMMENT_MARKS[path.suffix])
                begins = mark and (code.strip() or not before)
                if begins and '"' not in code and QUESTION.match(comment.lstrip("/ ")):
                    faults.append(f"{path.relative_to(ROOT)}:{number}: begin the comment with the noun it is about")
                before = bool(mark) and not code.strip() and "SPDX" not in comment


def check_replace():
    for path in [*(ROOT / "schema").rglob("*.sql"), *(ROOT / "plugin").rglob("*.cpp")]:
        if re.search(r"or\s+replace", re.sub(r"//.*|--.*", "", path.read_text(encoding="utf-8")), re.I):
            faults.append(f"{path.relative_to(ROOT)}: OR REPLACE deletes without a trace")


OPERATIONS = check_operations()
check_families()
check_arrows()
check_layers()
check_queries()
check_comments()
check_first_lines()
check_readmes()
check_sentences()
check_replace()
for fault in faults:
    print("FAIL", fault)
print(f"{1 if not faults else 0} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)
