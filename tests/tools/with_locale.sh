#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs a command under nl_NL.UTF-8, where a comma divides decimals; the locale is made for the purpose when the system
# has none. Called: with_locale.sh COMMAND [ARG ...]
set -eu
if ! locale -a 2>/dev/null | grep -qi '^nl_NL.utf-\?8$'; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    if ! localedef -i nl_NL -f UTF-8 "$folder/nl_NL.UTF-8" >/dev/null 2>&1; then
        echo "skip: the locale nl_NL.UTF-8 cannot be made here (package locales)"
        exit 0
    fi
    LOCPATH=$folder
    export LOCPATH
fi
LC_ALL=nl_NL.UTF-8 "$@"
