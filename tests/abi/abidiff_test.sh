#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# The functions of the library, as they are in the binary, against the baseline of this ABI number. Any difference but
# an added function fails: abidiff's exit code 4 does not mean "only additions" (a parameter made int64_t is 4 as well).
#
# Called as: abidiff_test.sh LIBRARY HEADERDIR BASELINE
#            abidiff_test.sh --write LIBRARY HEADERDIR BASELINE     makes the baseline; the commit says why
# The library must have been built with -g. Exit 0 same, 1 different, 77 when abigail-tools or the baseline is not
# there (SKIP_RETURN_CODE of ctest).
set -eu
write=no
if [ "$1" = --write ]; then write=yes; shift; fi
library=$1 headerdir=$2 baseline=$3

for tool in abidw abidiff; do
    command -v $tool > /dev/null || { echo "skip: $tool is not installed (abigail-tools)"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Neither the folder it was built in nor the libraries it needs are part of the promise.
abidw --headers-dir "$headerdir" --drop-private-types --exported-interfaces-only --no-corpus-path --no-comp-dir-path \
      --no-show-locs --no-elf-needed --out-file "$work/full.abi" "$library"
# abidiff knows its files by their first line: the licence comes second.
sed -E -e "s|( path=')[^']*/|\\1|" -e "1a <!-- SPDX-License-Identifier: EUPL-1.2 -->" "$work/full.abi" > "$work/new.abi"
grep -q '<function-decl' "$work/new.abi" || { echo "FAIL: no functions found; was the library built with -g?"; exit 1; }

if [ $write = yes ]; then
    cp "$work/new.abi" "$baseline"
    echo "written: $(grep -c '<function-decl' "$baseline") functions"
    exit 0
fi
[ -f "$baseline" ] || { echo "skip: there is no baseline"; exit 77; }
architecture() { sed -n "/<abi-corpus/s/.*architecture='\([^']*\)'.*/\1/p" "$1"; }
if [ "$(architecture "$baseline")" != "$(architecture "$work/new.abi")" ]; then
    echo "skip: the baseline is of another architecture"
    exit 77
fi
if abidiff --no-added-syms "$baseline" "$work/new.abi"; then
    echo "pass: no function changed"
else
    echo "FAIL: the interface differs from the baseline"
    exit 1
fi
