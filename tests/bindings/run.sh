#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
#
# Performs script.txt from every language and compares what each got with what the script says.
#
# Called as: run.sh LIBDIR HEADERDIR      (folder of libmvoi.so, folder of mvoi.h)
# Works in a temporary folder of its own. The last line is "N passed, N failed, N skipped"; exit 1 when one failed.
set -u
libdir=$(realpath "$1") headerdir=$(realpath "$2") here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0
export LD_LIBRARY_PATH=$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} PYTHONDONTWRITEBYTECODE=1

CC=${CC:-cc}
PYTHON=${PYTHON:-/usr/bin/python3}
JNA_JAR=${JNA_JAR:-/usr/share/java/jna.jar}

# A locale with a decimal comma, made here when the machine has none: a JVM and Mono set it by themselves.
dutch=
if localedef -i nl_NL -f UTF-8 "$work/nl_NL.UTF-8" 2> /dev/null; then dutch="LOCPATH=$work LC_ALL=nl_NL.UTF-8"; fi

mask() { sed -E 's/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/<uuid>/g'; }
grep -v -e '^#' -e '^$' "$here/script.txt" > "$work/expected"

# A program that performs only a part: each of its lines must stand, in this order, in the step of the same name.
part_of_script() {
    awk -v transcript="$1" '
        /^step / { step = $0 }
        { line[step, ++lines[step]] = $0 }
        END {
            while ((getline got < transcript) > 0) {
                if (got ~ /^step /) { step = got; at = 0; if (!(step in lines)) { print "no such " step; bad = 1 } }
                for (++at; at <= lines[step] && line[step, at] != got; ++at);
                if (at > lines[step]) { print step ": not in the script: " got; bad = 1; at = 0 }
            }
            exit bad
        }' "$work/expected"
}

verdict() { # NAME OK
    if [ "$2" = 0 ]; then passed=$((passed + 1)); echo "pass: $1"; else failed=$((failed + 1)); echo "FAIL: $1"; fi
}

skip() { skipped=$((skipped + 1)); echo "skip: $1"; }

# perform NAME COMMAND...: runs it in a fresh folder with a fresh register, once as it is and once in Dutch.
perform() {
    local name=$1 settings label bad
    shift
    for settings in "LC_ALL=C.UTF-8" "$dutch"; do
        if [ -z "$settings" ]; then skip "$name, nl_NL (localedef or its sources are not installed)"; continue; fi
        label="$name, $(echo "${settings##*=}" | cut -d. -f1)" bad=0
        rm -rf "$work/run" && mkdir "$work/run"
        env $settings MVOI_REGISTER="$work/run/register.mvoi" "$@" > "$work/run/raw" 2> "$work/run/errors" || bad=1
        mask < "$work/run/raw" > "$work/run/transcript"
        if [ "${part:-}" = yes ]; then
            part_of_script "$work/run/transcript" > "$work/run/difference" || bad=1
            if [ "$(tail -n 1 "$work/run/transcript")" != "$(tail -n 1 "$work/expected")" ]; then
                echo "stopped early" >> "$work/run/difference"; bad=1
            fi
        else
            diff "$work/expected" "$work/run/transcript" > "$work/run/difference" || bad=1
        fi
        # That the decimal comma was really there, in the languages that say so.
        if [ "$settings" = "$dutch" ] && grep -q '^decimal point: [^,]' "$work/run/errors"; then
            echo "the locale was not in force" >> "$work/run/difference"; bad=1
        fi
        [ $bad = 0 ] || head -n 40 "$work/run/difference" "$work/run/errors"
        verdict "$label" $bad
    done
}

# build NAME COMMAND...: a compiler that is there must succeed.
build() {
    local name=$1
    shift
    "$@" > "$work/build.log" 2>&1 && return 0
    cat "$work/build.log"
    verdict "$name, building" 1
    return 1
}

register=$work/run/register.mvoi

# A library with sanitizers needs a program with them: only C has one.
sanitized=no
case $(readelf -d "$libdir/libmvoi.so") in
    *libasan*) sanitized=yes CFLAGS="${CFLAGS:-} -fsanitize=address,undefined" ;;
esac

if ! command -v "$CC" > /dev/null; then skip "C ($CC is not installed)"
elif build C "$CC" -std=c99 -Wall -Wextra -Wpedantic -Werror ${CFLAGS:-} -I "$headerdir" -o "$work/run_script_c" \
           "$here/c/run_script.c" -L "$libdir" -lmvoi; then
    perform C "$work/run_script_c" "$here/script.txt" "$register"
fi

if [ $sanitized = yes ]; then
    for language in Python COBOL Java 'C#'; do skip "$language (the library was built with sanitizers)"; done
    echo "$passed passed, $failed failed, $skipped skipped"
    [ $failed = 0 ]
    exit
fi

if ! "$PYTHON" -c 'import ctypes' 2> /dev/null; then skip "Python ($PYTHON with ctypes is not installed)"
else
    for mode in declared undeclared; do
        perform "Python ($mode)" "$PYTHON" "$here/python/run_script.py" "$libdir/libmvoi.so" "$here/script.txt" \
                "$register" $mode
    done
fi

if ! command -v cobc > /dev/null; then skip "COBOL (cobc is not installed)"
elif build COBOL cobc -x -free -Wall -I "$here/cobol" -o "$work/run_script_cobol" "$here/cobol/run_script.cob"; then
    part=yes perform COBOL env COB_PRE_LOAD=libmvoi COB_LIBRARY_PATH="$libdir" "$work/run_script_cobol"
fi

if ! command -v javac > /dev/null || ! [ -f "$JNA_JAR" ]; then skip "Java (javac or $JNA_JAR is not installed)"
elif mkdir "$work/java" && build Java javac -Xlint:all -Werror -encoding UTF-8 -cp "$JNA_JAR" -d "$work/java" \
                                       "$here"/java/*.java; then
    perform Java java -Duser.language=nl -Duser.country=NL -Djna.library.path="$libdir" -cp "$JNA_JAR:$work/java" \
            RunScript "$here/script.txt" "$register"
fi

if ! command -v mcs > /dev/null || ! command -v mono > /dev/null; then skip "C# (mcs or mono is not installed)"
elif build 'C#' mcs -warnaserror -out:"$work/run_script.exe" "$here"/csharp/*.cs; then
    perform 'C#' mono "$work/run_script.exe" "$here/script.txt" "$register"
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
