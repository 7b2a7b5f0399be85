#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Does what README.md says: writes its files, runs its commands, and compares what they print.

A block ```c NAME or ```python NAME is a file; ```sh is run; the ```text behind it is what must be printed.
Called: readme_test.py REPOSITORY LIBDIR MVOI
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT, LIBDIR, MVOI = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

blocks = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
assert {kind for kind, _, _ in blocks} >= {"c", "python", "sh", "text"}, "README.md has lost its examples"
passed = failed = 0
folder = pathlib.Path(tempfile.mkdtemp())
try:
    (folder / "bin").mkdir()
    (folder / "bin" / "mvoi").symlink_to(MVOI)
    # The system's python3, not one that happens to stand before it.
    (folder / "bin" / "python3").symlink_to("/usr/bin/python3")
    environment = dict(os.environ, CPATH=str(ROOT / "plugin/include"), LIBRARY_PATH=str(LIBDIR), LD_LIBRARY_PATH=str(LIBDIR),
                       PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
    printed = None
    for kind, name, content in blocks:
        if name:
            (folder / name).write_text(content, encoding="utf-8")
        elif kind == "sh":
            run = subprocess.run(["sh", "-c", content], cwd=folder, env=environment, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True, timeout=120)
            printed = UUID.sub("<uuid>", run.stdout)
        elif kind == "text":
            if printed == content:
                passed += 1
            else:
                failed += 1
                print(f"FAIL README.md says\n{content}but it is\n{printed}")
finally:
    shutil.rmtree(folder)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
