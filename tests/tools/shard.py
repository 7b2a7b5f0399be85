#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Runs a share of the test cases of a Catch2 program, so that several processes share them.

Called: shard.py PROGRAM INDEX COUNT      (INDEX from 0; the cases of all indices together are all cases)
"""
import subprocess
import sys
import tempfile
import zlib

program, index, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def names_of(*which):
    listed = subprocess.run([program, "--list-test-names-only", *which], stdout=subprocess.PIPE, text=True)
    return [line for line in listed.stdout.splitlines() if line.strip()]


# By name and not by place: files put what takes long at like places.
names = [name for name in names_of() if zlib.crc32(name.encode()) % count == index]
if not names:
    sys.exit("no test cases in " + program)
with tempfile.NamedTemporaryFile("w", suffix=".txt") as shard:
    for name in names:
        shard.write(name.replace(",", "\\,") + "\n")
    shard.flush()
    left_out = set(names) - set(names_of("--input-file", shard.name))
    if left_out:
        sys.exit("cases that would not run: " + "; ".join(sorted(left_out)))
    sys.exit(subprocess.run([program, "--input-file", shard.name]).returncode)
