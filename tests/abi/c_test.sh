#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Builds and runs c_test.c and reload_test.c, once as the machine is and once with a decimal comma.
#
# Called as: c_test.sh LIBDIR HEADERDIR      (folder of libmvoi.so, folder of mvoi.h; CC and CFLAGS as usual)
set -eu
libdir=$(realpath "$1") headerdir=$(realpath "$2") here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LD_LIBRARY_PATH="$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"

# A library with sanitizers needs a program with them.
case $(readelf -d "$libdir/libmvoi.so") in *libasan*) CFLAGS="${CFLAGS:-} -fsanitize=address,undefined" ;; esac
build="${CC:-cc} -std=c99 -Wall -Wextra -Wpedantic -Werror ${CFLAGS:-} -pthread -I $headerdir"
$build -o "$work/c_test" "$here/c_test.c" -L "$libdir" -lmvoi
$build -o "$work/reload_test" "$here/reload_test.c" -ldl

failed=0
run() {
    echo "$1"
    rm -rf "$work/run" && mkdir "$work/run"
    (cd "$work/run" && "$work/c_test" "$work/run") || failed=1
}
run "c_test"
if localedef -i nl_NL -f UTF-8 "$work/nl_NL.UTF-8" 2> /dev/null; then
    export LOCPATH="$work" LC_ALL=nl_NL.UTF-8
    run "c_test, nl_NL"
    unset LOCPATH LC_ALL
else
    echo "skip: c_test, nl_NL (localedef or its sources are not installed)"
fi
echo "reload_test"
"$work/reload_test" "$libdir/libmvoi.so" "$work/reload.mvoi" || failed=1
exit $failed
