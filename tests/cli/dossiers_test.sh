#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The papers for a tender board, of sixty real notices of Dutch buyers where they are at hand, else of the demo's plan:
# imported, some themes explained away, and each flagged tender as a page that is there and is well-formed.
#     tests/cli/dossiers_test.sh MVOI REPOSITORY [FOLDER]
#     MVOI_SHARED names the folder with data/ted_notices_nl.jsonl; the index is left in FOLDER, for a browser
set -eu
export LC_ALL=C.UTF-8
mvoi=$(realpath "${1:?usage: dossiers_test.sh MVOI REPOSITORY [FOLDER]}")
root=$(realpath "${2:?usage: dossiers_test.sh MVOI REPOSITORY [FOLDER]}")
left=${3:+$(realpath -m "$3")}
notices=${MVOI_SHARED:-$root/../shared}/data/ted_notices_nl.jsonl
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export MVOI_REGISTER=register.mvoi MVOI_ROLE=inkoopadviseur

do_mvoi() { "$mvoi" --actor test --today 2026-12-01 "$@"; }

cat >policy.json <<'END'
{"organisation": "voorbeeldstad", "validFrom": "2016-01-01", "ambition": 2, "gateMode": "meldend",
 "board": {"reviewers": ["tenderboard"], "flags": ["niet-van-toepassing"]}}
END
do_mvoi policy policy.json >/dev/null
if [ -f "$notices" ]; then
    do_mvoi import "$notices" --organisation voorbeeldstad >imported
    grep -q '"added":60' imported
else
    echo "no $notices (MVOI_SHARED names the folder): the plan of the demo instead"
    do_mvoi import "$root/packaging/demo-data/inkoopplanning-2027.csv" --organisation voorbeeldstad >imported || [ $? = 1 ]
fi

# The oldest third: one theme explained away, every other time a second one too, each in words of its own.
do_mvoi list --organisation voorbeeldstad --all >all
/usr/bin/python3 - >decisions <<'END'
import json
items = json.load(open("all", encoding="utf-8"))["items"]
for number, item in enumerate(items[-len(items) // 3:]):
    themes = list(item["themes"])
    for theme in themes[number % len(themes):][:1 + number % 2]:
        print(item["reference"], theme, sep="\t")
END
while IFS=$'\t' read -r reference theme; do
    do_mvoi decide "$reference" "$theme" explain --organisation voorbeeldstad --reason geen-aanbod \
        --text "Voor $reference is de markt naar $theme gevraagd; geen aanbieder kan het nu leveren" >decided </dev/null
    grep -q '"strengths":\[{' decided
done <decisions
do_mvoi decide "$(head -n 1 decisions | cut -f 1)" "$(head -n 1 decisions | cut -f 2)" explain --organisation voorbeeldstad \
    --reason geen-aanbod --text "In de hele regio is dit jaar geen aanbieder te vinden" --table >decided
grep -q "Wat eerder is besloten" decided

do_mvoi list --organisation voorbeeldstad --flag niet-van-toepassing --all >flagged
do_mvoi dossiers --organisation voorbeeldstad --to papers >told
do_mvoi dossiers --organisation voorbeeldstad --to papers --table >table
/usr/bin/python3 - <<'END'
import json, pathlib, xml.etree.ElementTree as xml
decided = {line.split("\t")[0] for line in open("decisions", encoding="utf-8")}
flagged = json.load(open("flagged", encoding="utf-8"))["items"]
told = json.load(open("told", encoding="utf-8"))
folder = pathlib.Path("papers")
table = open("table", encoding="utf-8").read()
html = "{http://www.w3.org/1999/xhtml}"
checks = 0

def check(holds, what):
    global checks
    assert holds, what
    checks += 1

def page(name):
    doctype, rest = (folder / name).read_text(encoding="utf-8").split("\n", 1)
    check(doctype == "<!DOCTYPE html>", f"{name}: {doctype}")
    return xml.fromstring(rest)

check(decided, "nothing was decided")
check({item["reference"] for item in flagged} >= decided, "a tender that was explained away is not flagged")
check([item["tender"] for item in told["items"]] == [item["tender"] for item in flagged], "not the flagged ones")
check(told["count"] == len(flagged), "not as many as it says")
for item in told["items"]:
    check("".join(page(item["file"]).find(f".//{html}h1").itertext()) == item["title"], f"{item['file']}: not its title")
    check(item["reference"] in table, f"{item['reference']}: not in the table")
links = [link.get("href") for link in page("index.html").iter(html + "a")]
check(links == [item["file"] for item in told["items"]], "the index has other links")
check({each.name for each in folder.iterdir()} == {*links, "index.html"}, "there is something else in the folder")
print(f"{len(flagged)} dossiers")
print(f"{checks} passed, 0 failed")
END
do_mvoi verify >/dev/null
do_mvoi rebuild --dry-run >/dev/null
if [ -n "$left" ]; then
    mkdir -p "$left"
    cp papers/index.html "$left/index.html"
fi
