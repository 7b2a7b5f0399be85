#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Does what README.md says, and compares what comes out with what it says comes out.

Called: readme_test.py REPOSITORY LIBDIR      (LIBDIR: the build that holds libmvoi.so and adapters/cli/mvoi)

A fence "```c NAME" or "```python NAME" is a file; "```sh" is run by the shell beside those files; "```text" behind it
is all that it prints, a UUID written as <uuid>.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY, LIBDIR = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
passed = failed = 0


def verdict(name, good, why=""):
    global passed, failed
    passed, failed = passed + good, failed + (not good)
    print(("ok   " if good else "FAIL ") + name + (f"\n{why}" if why and not good else ""))


def environment(folder):
    """As after an installation: compiler, loader and shell find the library without being told where it is."""
    settings = {
        "PATH": f"{LIBDIR / 'adapters/cli'}:/usr/bin:/bin",
        "CPATH": str(REPOSITORY / "plugin/include"),
        "LIBRARY_PATH": str(LIBDIR),
        "LD_LIBRARY_PATH": str(LIBDIR),
    }
    return {**os.environ, **settings, "HOME": str(folder), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


def run(folder, commands):
    done = subprocess.run(["sh", "-c", commands], cwd=folder, env=environment(folder), text=True, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, UUID.sub("<uuid>", done.stdout)


def check_examples(text, folder):
    printed = None
    for language, name, content in FENCE.findall(text):
        if language in ("c", "python"):
            verdict(f"{language}: the file has a name", bool(name))
            if name:
                (folder / name).write_text(content, encoding="utf-8")
        elif language == "sh":
            verdict("sh: what the one before prints was looked at", printed is None)
            code, printed = run(folder, content)
            verdict(f"sh: {content.splitlines()[0]}", code == 0, f"exit {code}\n{printed}")
        elif language == "text":
            verdict("text: what comes out is what it says", printed == content, f"said:\n{content}came:\n{printed}")
            printed = None
        else:
            verdict(f"{language}: a fence this test knows", False)
    verdict("all that was printed was looked at", printed is None)


def check_links(text):
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        verdict(f"link {target}", (REPOSITORY / target).exists())


README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
for wanted in ("c", "python", "sh"):
    verdict(f"there is an example in {wanted}", any(fence[0] == wanted for fence in FENCE.findall(README)))
with tempfile.TemporaryDirectory() as work:
    check_examples(README, pathlib.Path(work))
check_links(README)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
