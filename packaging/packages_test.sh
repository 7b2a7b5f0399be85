#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes the Debian packages of a build, unpacks them into an empty root, and builds a C program against what is there:
# by pkg-config and by find_package.
# Called: packages_test.sh BUILD
set -eu
build=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
ok() { passed=$((passed + 1)); echo "ok   $1"; }
no() { echo "FAIL $1"; echo "$passed passed, 1 failed"; exit 1; }

cpack --config "$build/CPackConfig.cmake" -B "$work/packages" > "$work/log" 2>&1 || { cat "$work/log"; no "cpack"; }
mkdir "$work/root"
for name in libmvoi1 libmvoi-dev mvoi; do
    package=$(find "$work/packages" -maxdepth 1 -name "${name}_*.deb")
    [ -f "$package" ] || { cat "$work/log"; no "there is a package $name"; }
    dpkg-deb -f "$package" Depends > "$work/$name.depends"
    dpkg-deb -x "$package" "$work/root"
    for file in copyright changelog.gz; do
        [ -s "$work/root/usr/share/doc/$name/$file" ] || no "$name has $file"
    done
    ok "package $name"
done
grep -q 'EUROPEAN UNION PUBLIC LICENCE' "$work/root/usr/share/doc/libmvoi1/copyright" || no "the licence is in the package"
for library in libpocofoundation libpocozip libsqlite3 libnettle8 libcsv3 libutf8proc2; do
    grep -q "$library" "$work/libmvoi1.depends" || no "libmvoi1 depends on $library: $(cat "$work/libmvoi1.depends")"
done
for name in libmvoi-dev mvoi; do
    grep -q 'libmvoi1' "$work/$name.depends" || no "$name depends on libmvoi1: $(cat "$work/$name.depends")"
done
grep -q libcurl4 "$work/mvoi.depends" || no "mvoi depends on libcurl: $(cat "$work/mvoi.depends")"
! grep -qE "libcurl|libpoconet" "$work/libmvoi1.depends" || no "libmvoi1 needs no network: $(cat "$work/libmvoi1.depends")"
dpkg-deb --info "$work"/packages/libmvoi1_*.deb shlibs | grep -q '^libmvoi 1 libmvoi1' ||
    no "libmvoi1 says what a program built against it depends on (shlibs)"
ok "dependencies"

libdir=$(dirname "$(find "$work/root/usr" -name libmvoi.so)")
export LD_LIBRARY_PATH="$libdir"
cat > "$work/program.c" <<'END'
#include <mvoi.h>
int main(void) { return mvoi_abi_version() == MVOI_ABI ? 0 : 1; }
END

export PKG_CONFIG_PATH="$libdir/pkgconfig"
# shellcheck disable=SC2046
${CC:-cc} -o "$work/by-pkg-config" "$work/program.c" $(pkg-config --cflags --libs mvoi)
"$work/by-pkg-config" || no "a program built by pkg-config"
ok "pkg-config $(pkg-config --modversion mvoi)"

cat > "$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(program LANGUAGES C)
find_package(mvoi 0.1 REQUIRED)
add_executable(by-find-package program.c)
target_link_libraries(by-find-package PRIVATE mvoi::mvoi)
END
cmake -S "$work" -B "$work/cmake" -G Ninja -DCMAKE_PREFIX_PATH="$work/root/usr" > "$work/log" 2>&1 &&
    cmake --build "$work/cmake" >> "$work/log" 2>&1 || { cat "$work/log"; no "find_package"; }
"$work/cmake/by-find-package" || no "a program built by find_package"
ok "find_package"

"$work/root/usr/bin/mvoi" --version > "$work/version" || no "the command line runs"
[ -f "$work/root/usr/share/man/man1/mvoi.1.gz" ] && [ -f "$work/root/usr/share/bash-completion/completions/mvoi" ] ||
    no "man page and completion"
ok "the command line: $(cat "$work/version")"
echo "$passed passed, 0 failed"
