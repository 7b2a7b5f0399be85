#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The calendar of a year of tenders, read by independent readers; the same bytes when nothing changed.
# Called: ics_test.sh MVOI REPOSITORY
set -eu
mvoi=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MVOI_REGISTER="$work/register.mvoi"
data=$root/packaging/demo-data
"$mvoi" --actor test --today 2026-12-01 policy "$data/beleid-2026.json" > /dev/null
"$mvoi" --actor test --today 2026-12-01 import "$data/inkoopplanning-2027.csv" --organisation voorbeeldstad > /dev/null || [ $? = 1 ]
for audience in intern publiek; do
    for round in 1 2; do
        "$mvoi" --today 2026-12-01 calendar --organisation voorbeeldstad --audience $audience --format ics \
            --output "$work/$audience$round.ics" > /dev/null
    done
    cmp "$work/${audience}1.ics" "$work/${audience}2.ics"
done
"$mvoi" --today 2026-12-01 calendar --organisation voorbeeldstad --component todo --output "$work/te-doen.ics" > /dev/null
grep -c '^BEGIN:VTODO' "$work/te-doen.ics"
"$mvoi" --today 2026-12-01 calendar --organisation nergens --format ics --output "$work/leeg.ics" > /dev/null
grep -c '^BEGIN:VEVENT' "$work/intern1.ics"
/usr/bin/python3 "$root/tests/tools/check_ics.py" "$work/intern1.ics" "$work/publiek1.ics" "$work/te-doen.ics" \
    "$work/leeg.ics"
echo "5 passed, 0 failed"
