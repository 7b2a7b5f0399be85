#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The interface is written three times, in the header, in the version script and in the binary: they must agree.
And every block of the header must answer the same questions, with the types that all callers share.

Called as: symbols_test.py LIBRARY HEADER MAP
"""
import re
import subprocess
import sys

QUESTIONS = ["Answer", "Durability", "Blocking", "Repeating", "Thread", "Since"]
THREADS = ["[session]", "[any thread]"]
ARGUMENT = re.compile(r"(const char \*|char \*|int32_t \*|int64_t \*|int32_t |int64_t )[a-z_]+|void")
faults = []


def check(kept, promise):
    if not kept:
        faults.append(promise)


def readelf(option, library):
    return subprocess.run(["readelf", "-W", option, library], check=True, capture_output=True, text=True).stdout


def exported(library):
    """Names of the dynamic symbols that the library defines, without the node of the version script itself."""
    names = {}
    for line in readelf("--dyn-syms", library).splitlines():
        columns = line.split()
        if len(columns) < 8 or columns[6] in ("UND", "Ndx") or columns[4] not in ("GLOBAL", "WEAK", "UNIQUE"):
            continue
        name, _, version = columns[7].partition("@@")
        if columns[6] != "ABS":
            names[name] = (columns[3], version)
    return names


def mapped(text):
    node, names = re.fullmatch(r"\s*(\w+) \{\s*global:([^:]*)local:\s*\*;\s*\};\s*",
                               re.sub(r"/\*.*?\*/|^#.*?$", "", text, flags=re.S | re.M)).groups()
    return node, {name.strip() for name in names.split(";") if name.strip()}


def main(library, header, version_script):
    header_text = open(header, encoding="ascii").read()
    node, in_map = mapped(open(version_script, encoding="ascii").read())

    declarations = re.findall(r"^MVOI_API int32_t MVOI_CALL (\w+)\(([^)]*)\);", header_text, flags=re.M)
    in_header = {name for name, _ in declarations}
    in_library = exported(library)
    check(len(declarations) == len(re.findall(r"^MVOI_API", header_text, flags=re.M)),
          "a declaration in the header has another form than all others")
    check(in_header == in_map, f"only in header or map: {sorted(in_header ^ in_map)}")
    check(set(in_library) == in_map, f"only in library or map: {sorted(set(in_library) ^ in_map)}")
    for name, (kind, version) in in_library.items():
        check(kind == "FUNC", f"{name} is exported as {kind}, not as a function")
        check(version == node, f"{name} is exported with version '{version}', not '{node}'")

    for name, arguments in declarations:
        check(re.fullmatch(r"mvoi_[a-z_]{1,25}", name), f"{name}: at most 30 lower-case ASCII characters after mvoi_")
        for argument in re.split(r",\s*", arguments):
            check(ARGUMENT.fullmatch(argument), f"{name}: '{argument}' is not of a type that all callers share")

    # One comment and the declarations under it: a block.
    blocks = re.findall(r"(/\*(?:(?!\*/).)*\*/)\n((?:MVOI_API[^;]*;\n)+)", header_text, flags=re.S)
    in_blocks = [name for _, text in blocks for name in re.findall(r"\bmvoi_\w+(?=\()", text)]
    check(sorted(in_blocks) == sorted(in_header), f"without a block: {sorted(in_header - set(in_blocks))}")
    for comment, text in blocks:
        name = re.search(r"\bmvoi_\w+", text).group()
        places = [comment.find(question + ":") for question in QUESTIONS]
        for question, place in zip(QUESTIONS, places):
            check(place >= 0, f"{name}: the block does not say {question}")
        check(places == sorted(places), f"{name}: the block answers in another order than {', '.join(QUESTIONS)}")
        check(any(thread in comment for thread in THREADS), f"{name}: Thread is neither of {', '.join(THREADS)}")

    dynamic = readelf("--dynamic", library)
    check("NODELETE" in dynamic, "the library is not linked with -z nodelete")
    check("TEXTREL" not in dynamic, "the library has text relocations")
    check(re.search(r"SONAME.*\[libmvoi\.so\.\d+\]", dynamic), "the library has no SONAME libmvoi.so.N")
    abi = re.search(r"^#define MVOI_ABI (\d+)$", header_text, flags=re.M)
    check(abi and f"libmvoi.so.{abi.group(1)}]" in dynamic, "the SONAME does not end in MVOI_ABI")

    for fault in faults:
        print("FAIL:", fault)
    print(f"{len(in_header)} functions, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
