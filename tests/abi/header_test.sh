#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# mvoi.h alone, included twice, compiles without a warning as C99, C11, C17 and C++20; with clang too, if there is one.
#
# Called as: header_test.sh HEADERDIR      (folder of mvoi.h)
set -eu
headerdir=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%s\n' '#include "mvoi.h"' '#include "mvoi.h"' 'int nothing_else;' > "$work/alone.c"
cp "$work/alone.c" "$work/alone.cpp"
warnings="-Wall -Wextra -Wpedantic -Wundef -Werror"
failed=0

try() {
    if "$@" -I "$headerdir" -c -o "$work/alone.o"; then echo "pass: $*"; else echo "FAIL: $*"; failed=1; fi
}

for compiler in "${CC:-cc}" clang; do
    command -v "$compiler" > /dev/null || { echo "skip: $compiler is not installed"; continue; }
    for standard in c99 c11 c17; do
        try "$compiler" -std=$standard $warnings -Wc++-compat -Wstrict-prototypes "$work/alone.c"
    done
done
for compiler in "${CXX:-c++}" clang++; do
    command -v "$compiler" > /dev/null || { echo "skip: $compiler is not installed"; continue; }
    try "$compiler" -std=c++20 $warnings "$work/alone.cpp"
done
exit $failed
