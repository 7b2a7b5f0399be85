#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The command line, as its users meet it: every verb, both forms of output, every exit code.
#     tests/cli/cli_test.sh /path/to/mvoi
set -u
export LC_ALL=C.UTF-8

mvoi=$(realpath "${1:?usage: cli_test.sh MVOI}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export TMPDIR=$work
unset MVOI_REGISTER MVOI_ROLE MVOI_CALDAV_USER MVOI_CALDAV_PASSWORD MVOI_CALDAV_PASSWORD_FILE
passed=0
failed=0

say() { # ok|FAIL, what, why
    if [ "$1" = ok ]; then
        passed=$((passed + 1))
        echo "ok    $2"
    else
        failed=$((failed + 1))
        echo "FAIL  $2"
        while IFS= read -r line; do echo "      | $line"; done <<<"${3:-}"
    fi
}

# check WHAT EXIT-CODE COMMAND...: runs it, keeps its output in out and err
check() {
    local what=$1 wanted=$2 code
    shift 2
    "$@" >out 2>err </dev/null
    code=$?
    if [ "$code" = "$wanted" ]; then say ok "$what (exit $wanted)"; else say FAIL "$what (exit $wanted)" "exit $code: $(head -c 600 out err)"; fi
}
in_file() { grep -qF -e "$2" "$1"; }
has() { if in_file out "$2"; then say ok "$1"; else say FAIL "$1" "no \"$2\" in: $(head -c 600 out)"; fi; }
has_err() { if in_file err "$2"; then say ok "$1"; else say FAIL "$1" "no \"$2\" in: $(head -c 600 err)"; fi; }
lacks() { if in_file out "$2"; then say FAIL "$1" "\"$2\" in: $(head -c 600 out)"; else say ok "$1"; fi; }
is() { if [ "$2" = "$3" ]; then say ok "$1"; else say FAIL "$1" "\"$2\" is not \"$3\""; fi; }
# One text or number of a compact JSON document, by its name: enough for what is looked at here.
member() { grep -o "\"$1\": *\"\\?[^\",}]*" out | head -n 1 | sed 's/^"[^"]*": *"\?//'; }

reg() { "$mvoi" --register register.mvoi --actor tester --today 2026-11-21 "$@"; }
on_terminal() { script -qec "$*" /dev/null </dev/null | tr -d '\r'; }

verbs="start list show decide gate advance confirm withdraw reopen contract-sign contract-change contract contracts
    promises form promise-observe promise-rate promise-evidence social-return social-returns social-return-realise effects statement
    worklist checkability
    review-ask review-answer review-condition review-list dossier dossiers plan plan-adopt calendar caldav-push import policy
    verify backup restore rebuild journal describe call help"

# ---- help, version, manual, completion ------------------------------------------------------------------------------

check "version" 0 "$mvoi" --version
has "version names the interface" "ABI 1"
check "help" 0 "$mvoi" help
has "help is Dutch" "Opdrachten"
check "help in English" 0 "$mvoi" help --language en
has "help is English" "Commands"
for verb in $verbs; do
    has "help names $verb" "  $verb"
    cp out all-help
    check "$verb --help" 0 "$mvoi" "$verb" --help
    has "$verb --help has an example" "$ mvoi"
    cp out by-option
    check "help $verb" 0 "$mvoi" help "$verb"
    is "help $verb is $verb --help" "$(cat out)" "$(cat by-option)"
    check "$verb --help in English" 0 "$mvoi" "$verb" --help --language en
    has "$verb --help is English" "Examples"
    cp all-help out
done
check "help of an unknown verb" 2 "$mvoi" help bestaat-niet

for language in nl en; do
    check "man page $language" 0 "$mvoi" help --man --language $language
    cp out "mvoi-$language.1"
    is "man page $language is ASCII" "$(LC_ALL=C tr -d '\000-\177' <out | wc -c)" 0
    for verb in $verbs; do has "man page $language has $verb" ".SS \"mvoi ${verb//-/\\-}"; done
    if command -v groff >/dev/null; then
        check "groff takes the man page $language" 0 groff -ww -man -Tutf8 "mvoi-$language.1"
        is "groff warns of nothing in $language" "$(cat err)" ""
    fi
    if command -v man >/dev/null; then check "man shows the man page $language" 0 man -l "mvoi-$language.1"; fi
done

check "completion" 0 "$mvoi" help --completion bash
cp out completion.bash
check "completion is bash" 0 bash -n completion.bash
check "completion of another shell" 2 "$mvoi" help --completion fish
complete_line() { # words...; completes the last
    bash -c 'source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mvoi; echo "${COMPREPLY[*]}"' complete "$@"
}
is "completion of a verb" "$(complete_line mvoi ver)" "verify"
is "completion of a verb after a global option" "$(complete_line mvoi --register x.mvoi reb)" "rebuild"
is "completion of an option" "$(complete_line mvoi start --prov)" "--provisional"
is "completion of a value" "$(complete_line mvoi list --state ex)" "explained"
is "completion of a value after =" "$(complete_line mvoi calendar --format = c)" "csv"
is "completion of a word" "$(complete_line mvoi advance 2027-014 pub)" "publication"
is "completion of a role" "$(complete_line mvoi decide --role inkoop)" "inkoopadviseur"
is "completion of a folder" "$(complete_line mvoi dossiers --to completion)" "completion.bash"
is "completion of a file" "$(complete_line mvoi policy completion)" "completion.bash"

# ---- the command line itself ----------------------------------------------------------------------------------------

check "no command" 2 "$mvoi"
check "unknown command" 2 "$mvoi" strat
has_err "unknown command is named" "strat"
check "unknown option" 2 reg list --bestaat-niet
has_err "unknown option is named" "--bestaat-niet"
has_err "the help of the verb is pointed to" "mvoi help list"
check "unknown option in English" 2 reg list --bestaat-niet --language en
has_err "fault is told in English" "See: mvoi help list"
check "option without value" 2 reg list --text
check "option given twice" 2 reg list --text a --text b
check "switch with a value" 2 reg list --all=yes
check "word too many" 2 reg verify nu
check "word too few" 2 reg backup
check "unknown language" 2 reg list --language fr
check "both forms" 2 reg list --json --table
check "no register" 2 "$mvoi" list
check "a register that is not there is not made" 2 "$mvoi" --register typo.mvoi list
is "no file by that name" "$(ls typo.mvoi* 2>/dev/null)" ""
check "wait is a number" 2 reg list --wait lang
if [ -e /dev/full ]; then
    "$mvoi" help >/dev/full 2>err
    is "an output that is full is a fault" $? 2
fi

# ---- start ----------------------------------------------------------------------------------------------------------

check "start" 0 reg start --organisation gm0344 --reference 2027-014 --title 'Gladheidsbestrijding "wegen" é' \
    --kind dienst --ambition 2 --cpv 90620000 --cpv 90630000-2 --value 125.000,50 --procedure openbaar \
    --theme klimaat=applied:2 --theme 'milieu=explained:geen-aanbod:De markt levert dit: nog niet' \
    --theme circulair=undecided --criterion klimaat=18.010@2020-12-10:minimumeis:technische-specificatie \
    --person inkoopadviseur='J. de Vries' --plan publication=2027-Q1 --plan contractStart=2027-09-01
has "piped, the answer is JSON" '"revision":1'
tender=$(member tender)
check "start in a table" 0 reg start --table --organisation gm0344 --reference 2027-015 --title Lichtmasten --kind werk
has "table is Dutch" "Thema's"
has "what is not named is undecided" "onbeslist"
check "start in an English table" 0 reg start --table --language en --organisation gm0344 --reference 2027-016 \
    --title Kantoormeubilair --kind levering --provisional
has "table is English" "undecided"
has "provisional is shown" "provisional"
check "start again" 1 reg start --organisation gm0344 --reference 2027-014 --title X --kind dienst
has_err "conflict is told" "mvoi: "
check "start with faults" 2 reg start --organisation gm0344 --reference 2027-017 --kind dingen
has_err "faults are told by their option" "--kind"
has_err "all at once" "--title"
check "start with an unknown milestone" 2 reg start --organisation gm0344 --reference 2027-017 --title X --kind dienst \
    --plan publicatie=2027
has_err "option is named" "--plan"
for wrong in "--value 125.50" "--value 1,234" "--value -5" "--value veel" "--value 1.0000" "--value 9999999999999999999" \
    "--ambition hoog" "--theme klimaat" "--theme klimaat=applied:veel" "--theme klimaat=explained:budget" \
    "--criterion 18.010" "--criterion klimaat=" "--person jan" "--plan =2027"; do
    # shellcheck disable=SC2086
    check "start $wrong" 2 reg start --organisation gm0344 --reference 2027-018 --title X --kind dienst $wrong
    has_err "  is told by its option" "${wrong%% *}"
done
echo '{"organisation": "gm0344", "reference": "2027-020", "title": "Uit een bestand", "kind": "dienst"}' >start.json
check "start from a file" 0 reg start --file start.json
check "start from a file and options" 2 reg start --file start.json --title X
check "start from no file" 2 reg start --file bestaat-niet.json
check "start with a title that turns around" 0 reg start --organisation gm0344 --reference 2027-019 --kind dienst --table \
    --title "$(printf 'a\342\200\256b\342\201\246c')"
lacks "no character turns the line around" "$(printf '\342\200\256')"
lacks "nor sets a part of it apart" "$(printf '\342\201\246')"
check "start with a requestId" 0 reg start --organisation gm0344 --reference 2027-021 --title X --kind dienst --request-id a1
cp out first
check "start repeated" 0 reg start --organisation gm0344 --reference 2027-021 --title X --kind dienst --request-id a1
has "a repeat says that it is one" '"repeated":true'
is "a repeat gives the first answer" "$(sed 's/,"repeated":true}$/}/' out)" "$(cat first)"

# ---- show and list --------------------------------------------------------------------------------------------------

check "show by UUID" 0 reg show "$tender" --json
has "show has the value in cents" '"estimatedValueCents":12500050'
has "show has the criterion" '"number":"18.010"'
has "show has the explanation whole" 'De markt levert dit: nog niet'
has "show has the person" '"inkoopadviseur":"J. de Vries"'
has "today came from the command line" '"startedOn":"2026-11-21"'
check "show by reference, in a table" 0 reg show --organisation gm0344 --reference 2027-014 --table
has "title as it was given" 'Gladheidsbestrijding "wegen" é'
has "amount in Dutch" '€ 125.000,50'
has "planned date" '2027-Q1'
has "criterion in a line" '18.010 (2020-12-10) minimumeis, technische-specificatie'
is "columns are aligned by characters" "$(grep -c '^Titel        *Gladheid' out)" 1
check "show in English" 0 reg show "$tender" --table --language en
has "amount in English" '€125,000.50'
check "show what is not there" 1 reg show --organisation gm0344 --reference bestaat-niet
check "show nothing" 2 reg show
check "show no UUID" 2 reg show geen-uuid
has_err "a reference is told to need its organisation" "--organisation"
check "show by a word and its organisation" 0 reg show 2027-014 --organisation gm0344
has "it is that tender" '"reference":"2027-014"'
check "show by a word and an option" 2 reg show 2027-014 --organisation gm0344 --reference 2027-014

check "list" 0 reg list
has "list is JSON" '"items":['
check "list in a table" 0 reg list --table
has "list has a title" "Lichtmasten"
has "list has a heading" "Kenmerk"
check "list filtered" 0 reg list --theme milieu --state explained --table
has "list has what is asked" "2027-014"
lacks "list has not what is not asked" "2027-015"
check "list by flag" 0 reg list --flag niet-van-toepassing --table
has "flag is shown" "niet-van-toepassing"
check "list by text" 0 reg list --text lichtmast
has "text is found" "Lichtmasten"
check "list by day" 0 reg list --from 2026-11-22 --table
has "nothing is said in words" "Geen aanbestedingen gevonden"
check "a page of the list" 0 reg list --limit 2 --table
has "more is announced" "--all"
check "all pages" 0 reg list --limit 2 --all
is "all pages hold all" "$(grep -o '"reference"' out | wc -l)" 6
lacks "all pages have no next" '"next"'
check "all pages in a table" 0 reg list --limit 2 --all --table
lacks "no more is announced" "--all"
check "list with an unknown phase" 2 reg list --phase bestaat-niet
check "list with a limit that is no number" 2 reg list --limit veel

# ---- plan -----------------------------------------------------------------------------------------------------------

check "plan without a register" 0 "$mvoi" plan --kind dienst --value 500.000 --plan contractStart=2028-01-01 \
    --today 2026-11-21 --table
has "each milestone shows its subtraction" "20 dagen eerder: Opschortende termijn"
has "the window of ambition" "Tot wanneer welk niveau"
has "the procedures stand side by side" "Niet-openbare procedure"
check "plan in JSON" 0 reg plan --organisation gm0344 --kind dienst --plan contractStart=2028-01-01
has "the latest start" '"latestStart"'
check "plan of a prijsvraag" 2 reg plan --kind dienst --procedure prijsvraag
has_err "what is possible is said" "openbaar"
check "plan with a day that is not there" 2 reg plan --kind dienst --plan contractStart=2028-02-30
check "start of what is planned" 0 reg start --organisation gm0344 --reference plan-1 --title Planning --kind dienst \
    --procedure openbaar
check "plan-adopt" 0 reg plan-adopt plan-1 --organisation gm0344 --plan contractStart=2028-01-01
has "its dates are the tender's" "einde-opschortende-termijn"

# ---- calendar -------------------------------------------------------------------------------------------------------

check "calendar" 0 reg calendar
has "calendar is iCalendar" "BEGIN:VCALENDAR"
check "calendar in CSV" 0 reg calendar --organisation gm0344 --format csv
has "CSV has the milestone" "Publicatie"
check "calendar in JSON" 0 reg calendar --format json
lacks "body alone" '"contentType"'
check "calendar as a page" 0 reg calendar --organisation gm0344 --format html --output kalender.html
is "the page begins as one" "$(head -n 1 kalender.html)" "<!DOCTYPE html>"
is "the page is whole" "$(tail -n 1 kalender.html)" "</html>"
check "calendar in a table" 0 reg calendar --table
has "table has the milestone" "Publicatie"
has "table has the title" "Gladheidsbestrijding"
check "calendar around its answer" 0 reg calendar --json
has "answer has the etag" '"etag"'
check "calendar to a file" 0 reg calendar --audience publiek --output kalender.ics
is "nothing is said when nobody looks" "$(cat out)" ""
is "the file is whole" "$(tail -n 1 kalender.ics | tr -d '\r')" "END:VCALENDAR"
is "nothing else is left behind" "$(ls kalender.ics*)" "kalender.ics"
chmod 640 kalender.ics
check "calendar over a file" 0 reg calendar --output kalender.ics --table
has "the table says how many" "mijlpalen geschreven naar kalender.ics"
is "the mode of the file stays" "$(stat -c %a kalender.ics)" 640
check "calendar where no file can be" 2 reg calendar --output geen-map/kalender.ics
check "calendar of an empty window" 0 reg calendar --from 2020-01-01 --to 2020-02-01 --table
has "nothing is said in words" "Geen mijlpalen"
check "calendar of a window upside down" 2 reg calendar --from 2027-01-01 --to 2026-01-01

# tests/caldav/ tests caldav-push with a server; here, the calls it refuses before it asks one.
check "caldav-push to a URL with a password" 1 reg caldav-push https://ik:geheim@agenda.example/x/
has_err "and it is said where that belongs" "MVOI_CALDAV_PASSWORD"
is "without repeating it" "$(grep -c geheim err)" 0
check "caldav-push without TLS to another machine" 1 reg caldav-push http://agenda.example/x/
check "caldav-push to what is no URL" 1 reg caldav-push agenda.example
check "caldav-push of an unknown component" 2 reg caldav-push https://agenda.example/x/ --component journal
check "caldav-push with a patience that is none" 2 reg caldav-push https://agenda.example/x/ --patience lang
check "caldav-push without a register" 2 "$mvoi" caldav-push https://agenda.example/x/
MVOI_CALDAV_USER=ik check "caldav-push without a password" 1 reg caldav-push https://agenda.example/x/ --state state
check "caldav-push where nobody is" 2 reg caldav-push http://127.0.0.1:1/x/ --patience 0 --state state
has_err "and it is said that nobody answers" "antwoordt niet"

# ---- import ---------------------------------------------------------------------------------------------------------

printf 'Zaaknummer;Omschrijving;Soort;Start\n1;Zout;levering;2027-01-01\n2;Zand;levering;2027-02\n3;;levering;2027\n' >plan.csv
check "import" 1 reg import plan.csv --organisation gm0344 --map reference=Zaaknummer --map title=Omschrijving \
    --map kind=Soort --map contractStart=Start
has "import counts" '"added":2'
has "import refuses" '"refused":1'
sed -i '4s/;;/;Grind;/' plan.csv
check "import again, in a table" 0 reg import plan.csv --format csv --organisation gm0344 --map reference=Zaaknummer \
    --map title=Omschrijving --map kind=Soort --map contractStart=Start --table
has "what was there is known again" "ongewijzigd"
printf '4\tGrind\n5\t\n' | sed '1i nr\tnaam' >plan.tsv
check "import in a table" 1 reg import plan.tsv --organisation gm0344 --map reference=nr --map title=naam \
    --default kind=levering --table
has "refused rows are listed" "Geweigerd"
is "with their line" "$(grep -cE '^ *3 ' out)" 1
check "import of no file" 1 reg import bestaat-niet.csv --organisation gm0344
check "import of an unknown kind" 2 reg import start.json
has_err "format is asked for" "--format"
check "import without rows shown" 1 reg import plan.tsv --organisation gm0344 --map reference=nr --map title=naam \
    --default kind=levering --list-refused 0 --table
lacks "no refused row is listed" "Geweigerd"

# ---- policy, verify, backup, rebuild, journal, describe -------------------------------------------------------------

echo '{"organisation": "gm0344", "validFrom": "2026-01-01", "ambition": 2}' >policy.json
check "policy" 0 reg policy policy.json
has "policy is named" '"policy":"gm0344:2026-01-01'
check "policy in a table" 0 reg policy policy.json --table
has "policy is told" "geldt vanaf 1 januari 2026"
echo '{"organisation": "gm0344"}' >policy.json
check "policy with a fault" 2 reg policy policy.json
has_err "fault is told by its place" "/validFrom"

check "verify" 0 reg verify
has "journal is intact" '"intact":true'
hash=$(member hash)
seq=$(grep -o '"seq": *[0-9]*' out | head -n 1 | tr -dc 0-9)
check "verify in a table" 0 reg verify --table
has "verdict in words" "Het journaal is ongeschonden."
check "verify against a head" 0 reg verify --head "$seq:$hash"
check "verify against another head" 1 reg verify --table --head "$seq:$(printf '%064d' 0)"
has "verdict in words" "NIET ongeschonden"
check "verify against no head" 2 reg verify --head "$hash"

check "backup" 0 reg backup copy.mvoi --table
has "backup is told" "copy.mvoi"
check "backup over a file" 1 reg backup copy.mvoi
check "backup is a register" 0 "$mvoi" --register copy.mvoi verify
check "environment names the register" 0 env MVOI_REGISTER=copy.mvoi "$mvoi" list

check "restore where there is nothing" 0 "$mvoi" restore copy.mvoi again.mvoi --table
has "restore is told" "again.mvoi is teruggezet"
check "restore over a register" 0 "$mvoi" restore copy.mvoi again.mvoi --language en --table
has "the old one is kept" "again.mvoi.before-"
check "restored register verifies" 0 "$mvoi" --register again.mvoi verify
check "restore of a copy that is not there" 2 "$mvoi" restore nothing.mvoi again.mvoi
check "restore over itself" 2 "$mvoi" restore copy.mvoi copy.mvoi

check "rebuild, dry" 0 reg rebuild --dry-run
has "tables are equal" '"equal":true'
check "rebuild in a table" 0 reg rebuild --table
has "rebuild in words" "tabellen"
if command -v sqlite3 >/dev/null; then
    table=$(sqlite3 copy.mvoi "select name from sqlite_master where type = 'table' and name = 'milestone'")
    if [ -n "$table" ]; then
        sqlite3 copy.mvoi "delete from milestone"
        check "rebuild, dry, of changed tables" 1 "$mvoi" --register copy.mvoi rebuild --dry-run --table
        has "table is named" "milestone"
        check "rebuild of changed tables" 0 "$mvoi" --register copy.mvoi rebuild
        check "rebuild, dry, thereafter" 0 "$mvoi" --register copy.mvoi rebuild --dry-run
    fi
fi

check "journal" 0 reg journal
has "actor is in the journal" '"actor":"tester"'
check "journal in a table" 0 reg journal --table --limit 2
has "operation is shown" "tender.start"
has "more is announced" "--after 2"
check "journal from a number on" 0 reg journal --after 2 --limit 1
has "entry has its number" '"seq":3'
check "journal of a tender" 0 reg journal --tender "$tender" --table
is "journal of a tender has its entries alone" "$(grep -c tender.start out)" 1

check "describe without a register" 0 "$mvoi" describe
has "operations are there" '"operation":"tender.start"'
is "nothing is left behind" "$(find . -maxdepth 1 -type d -name 'mvoi-*')" ""
check "describe in a table" 0 reg describe --table --language en
has "operation in a line" "tender.start"
check "describe one" 0 "$mvoi" describe tender.list --table
has "schema is shown" '"additionalProperties"'
check "describe what is not there" 1 "$mvoi" describe bestaat.niet

# ---- decide, gate, advance, confirm, withdraw, reopen ---------------------------------------------------------------

board() { "$mvoi" --register board.mvoi --actor tester --today 2026-12-01 "$@" --organisation gm0344; }
begin() { board start --reference "$1" --title "$2" --kind dienst --product-group wegen --procedure nationaal-openbaar "${@:3}"; }
cat >policy.json <<'END'
{"organisation": "gm0344", "validFrom": "2026-01-01", "ambition": 2, "gateMode": "blokkerend",
 "defaultLevels": [{"theme": "klimaat", "level": 2}], "board": {"reviewers": ["tenderboard"]},
 "permissions": [{"operation": "tender.decide", "roles": ["inkoopadviseur", "budgethouder"]}]}
END
check "a policy with a board" 0 "$mvoi" --register board.mvoi --actor tester --today 2026-11-01 policy policy.json
check "a tender for the board" 0 begin A-1 Zout
check "and another" 0 begin A-2 Zand
check "and one with a criterion" 0 begin A-3 Grind --criterion klimaat=18.010@2020-12-10:minimumeis

check "decide without the role that policy asks" 1 board decide A-1 klimaat apply
has_err "the role is named" "Inkoopadviseur"
check "decide in a role that is none" 2 board decide A-1 klimaat apply --role bestaat-niet
check "decide: apply" 0 board decide A-1 klimaat apply --level 3 --role inkoopadviseur
has "the level is in the answer" '"level":3'
check "decide: explain" 0 board decide A-1 milieu explain --role inkoopadviseur --reason geen-aanbod --until 2027-06-30 \
    --text "Zes leveranciers gevraagd; geen van hen levert dit voor oktober"
has "the term is in the answer" '"until":"2027-06-30"'
has "the role signs" '"role":"inkoopadviseur"'
check "decide: explain, in a table" 0 env MVOI_ROLE=inkoopadviseur "$mvoi" --register board.mvoi --actor tester \
    --today 2026-12-01 decide A-2 milieu explain --organisation gm0344 --reason geen-aanbod --table \
    --text "In de regio Oost is nog geen aanbieder van dit materieel"
has "the theme is shown" "Milieu"
lacks "no other theme is" "Klimaat"
has "what was decided before is told" "Wat eerder is besloten"
has "in a sentence" "Milieu en biodiversiteit in productgroep wegen"
has "the strength is told" "De uitleg is "
is "point by point, with a sign" "$(grep -qE '^ +[+-][0-9]  ' out && echo yes)" yes
has "the flag is shown" "niet van toepassing verklaard"
check "the same in English" 0 board decide A-2 milieu explain --role inkoopadviseur --reason geen-aanbod --table \
    --text "In de regio Oost is nog geen aanbieder van dit materieel" --language en
has "the strength is told in English" "The explanation is "
printf 'Een uitleg in een bestand,\nover twee regels en met reden geschreven\n' >uitleg.txt
check "an explanation from a file" 0 board decide A-1 circulair explain --role inkoopadviseur --reason geen-aanbod --text-file uitleg.txt
has "it is whole, without the end of its last line" 'Een uitleg in een bestand,\nover twee regels en met reden geschreven"'
check "both a text and a file" 2 board decide A-1 circulair explain --reason geen-aanbod --text x --text-file uitleg.txt
has_err "are told to exclude each other" "--text-file"
check "decide: open" 0 board decide A-1 circulair open --role inkoopadviseur --table
has "the theme is undecided" "onbeslist"
check "another level" 0 board decide A-3 klimaat apply --level 1 --role budgethouder --reason budget \
    --text "Een hoger niveau past niet binnen de raming van dit jaar" --table
has "keeps the criteria" "18.010"
has "shows why it is below policy" "Een hoger niveau past niet"
check "the same level again, repeatable" 0 board decide A-3 klimaat apply --level 2 --role inkoopadviseur --request-id d1
cp out first
check "and repeated" 0 board decide A-3 klimaat apply --level 2 --role inkoopadviseur --request-id d1
has "a repeat says that it is one" '"repeated":true'
is "a repeat gives the first answer" "$(sed 's/,"repeated":true}$/}/' out)" "$(cat first)"
check "explain without a text" 2 board decide A-1 milieu explain --role inkoopadviseur --reason geen-aanbod
check "explain with nothing said" 2 board decide A-1 milieu explain --role inkoopadviseur --reason geen-aanbod --text n.v.t.
check "decide on no theme" 2 board decide A-1 bestaat-niet apply --role inkoopadviseur
check "decide something else" 2 board decide A-1 klimaat weg --role inkoopadviseur
has_err "what can be decided is named" "apply, explain"
check "decide of no tender" 1 board decide A-9 klimaat apply --role inkoopadviseur
check "decide too little" 2 board decide A-1 klimaat

check "gate that is closed" 1 board gate A-1 --table
has "the gate says what" "houdt dit de aanbesteding tegen"
has "and what mends it: a decision" "decide"
has "and what mends it: the board" "review-ask"
check "gate that is closed, as JSON" 1 board gate A-1 publication
has "the answer is whole" '"passage":"blocked"'
check "gate to another phase" 0 board gate A-1 review --table
has "the gate is open" "Niets houdt deze aanbesteding tegen"
check "gate in English" 1 board gate A-1 --table --language en
has "the table is English" "Mend with"
check "gate to no phase" 2 board gate A-1 bestaat-niet
check "advance through a closed gate" 1 board advance A-1 publication
check "advance" 0 board advance A-1 review --table
has "the phase is shown" "Tenderboard"
has "the gate is shown" "Bij de poort"
check "advance back, with a reason" 0 board advance A-1 preparation --reason "Nog niet klaar"
check "advance to nowhere" 2 board advance A-1
check "advance to an unknown phase" 2 board advance A-1 bestaat-niet

check "a provisional tender" 0 begin V-1 Klinkers --provisional
check "confirm" 0 board confirm V-1 --table
has "it is confirmed" "bevestigd"
check "withdraw what is confirmed" 1 board withdraw V-1
check "another provisional tender" 0 begin V-2 Klinkers --provisional
check "withdraw" 0 board withdraw V-2 --reason "Dubbel ingevoerd"
has "it is withdrawn" '"registration":"withdrawn"'

check "reopen, nothing" 0 board reopen --table
has "nothing is told in words" "Er is geen uitleg vervallen."
check "reopen, a year later" 0 "$mvoi" --register board.mvoi --actor tester --today 2028-01-02 reopen --organisation gm0344 --limit 1 --table
has "the tender is shown" "milieu"
has "more is announced" "nog eens"

# ---- reviews --------------------------------------------------------------------------------------------------------

check "an agenda of nothing" 0 board review-list --table
has "nothing is told in words" "Niets vraagt aandacht."
check "review-ask" 0 board review-ask A-3 --role inkoopadviseur --board "Tenderboard Fysiek" --text "Graag akkoord"
review=$(member review)
check "review-ask again" 1 board review-ask A-3
check "review-ask in a table" 0 board review-ask A-2 --table
has "who is to answer is shown" "Aan zet"
check "review-list" 0 board review-list --table
has "the agenda has the tender" "A-3"
has "and its review" "$review"
has "and why" "Wacht op een oordeel van: Tenderboard."
check "review-list as JSON, all pages" 0 board review-list --limit 1 --all
is "all pages hold all" "$(grep -o '"review":' out | wc -l)" 2
answer() { "$mvoi" --register board.mvoi --actor voorzitter --today 2026-12-02 --role tenderboard "$@"; }
check "review-answer on conditions, without any" 2 answer review-answer "$review" akkoord-mits
check "review-answer" 0 answer review-answer "$review" akkoord-mits --condition "Vraag het nog eens" --condition "Meld de uitkomst" --table
has "verdict in words" "akkoord, mits"
has "condition is listed" "Meld de uitkomst"
check "review-answer by no review" 2 answer review-answer geen-uuid akkoord
check "review-answer of no kind" 2 answer review-answer "$review" misschien
check "review-condition" 0 answer review-condition "$review" 2 --text "Gemeld op 12 januari, zie de notulen" --table
has "the condition is met" "Gemeld op 12 januari"
has "the other is not" "nog niet"
check "review-condition by no number" 2 answer review-condition "$review" twee --text "Gemeld"
check "review-list of what was answered" 0 board review-list --history --state akkoord-mits --table
has "it is there" "akkoord, mits"
check "review-list in English" 0 board review-list --history --table --language en
has "the verdict is English" "approved on conditions"

# ---- dossiers -------------------------------------------------------------------------------------------------------

check "dossier, piped" 0 board dossier A-3
is "the page itself goes out" "$(head -c 15 out)" "<!DOCTYPE html>"
cp out piped.html
check "dossier to a file" 0 board dossier A-3 --html dossier.html --table
has "the file is told" "geschreven naar dossier.html"
is "it is the same page" "$(cmp dossier.html piped.html)" ""
check "dossier as data" 0 board dossier A-3 --json
has "the data are there" '"dossier":{'
check "dossier in a table" 0 board dossier A-3 --table
has "the hash is shown" "Hash"
check "dossier of a review" 0 "$mvoi" --register board.mvoi dossier --review "$review" --table
has "it was submitted" "voorgelegd"
check "dossier of no tender" 1 board dossier A-9
check "dossier of nothing" 2 "$mvoi" --register board.mvoi dossier
check "dossier where no file can be" 2 board dossier A-3 --html geen-map/dossier.html

n=0
long=$(printf 'a%.0s' {1..100})
for reference in "../x" "a/b" "a b" "A/B" "..." "/etc/passwd" "$long" "${long%a}b" "é" "<b>&\"" index "-rf" CON "C:\\x"; do
    n=$((n + 1))
    check "start $reference" 0 begin "$reference" "Titel <i> & \"$n\"" --theme "milieu=explained:geen-aanbod:Gevraagd en niet gevonden in ronde $n"
done
check "dossiers" 0 board dossiers --to map/stukken --table
has "the list has the references" "../x"
has "and how many" "$((n + 1)) dossiers en index.html geschreven naar map/stukken."
is "each has a page of its own" "$(find map/stukken -name 'dossier-*.html' | wc -l)" $((n + 1))
is "nothing else is" "$(find map -type f ! -name 'dossier-*.html' ! -name index.html)" ""
is "the index links each" "$(grep -o 'href="dossier-[^"]*"' map/stukken/index.html | sort -u | wc -l)" $((n + 1))
is "a plain reference is the name" "$(ls map/stukken/dossier-A-2.html)" "map/stukken/dossier-A-2.html"
/usr/bin/python3 - map/stukken <<'END' >out 2>&1
import pathlib, re, sys, xml.dom.minidom
folder = pathlib.Path(sys.argv[1])
for page in folder.glob("*.html"):
    doctype, rest = page.read_text(encoding="utf-8").split("\n", 1)
    assert doctype == "<!DOCTYPE html>", doctype
    xml.dom.minidom.parseString(rest.encode())
index = xml.dom.minidom.parse(str(folder / "index.html"))
names = [a.getAttribute("href") for a in index.getElementsByTagName("a")]
assert all(re.fullmatch(r"dossier-[A-Za-z0-9._-]+\.html", name) and (folder / name).is_file() for name in names), names
assert len({name.lower() for name in names}) == len(names), names
END
is "each page is well-formed, each link leads there" "$(cat out)" ""
check "dossiers again, as JSON" 0 board dossiers --to map/stukken
has "each has its file" '"file":"dossier-A-2.html"'
has "the document is whole" "\"count\":$((n + 1))"
/usr/bin/python3 -m json.tool <out >/dev/null 2>err
is "the document is JSON" "$(cat err)" ""
echo mine >map/stukken/dossier-A-2.html
check "dossiers over a file of someone else" 1 board dossiers --to map/stukken
has_err "the file is named" "dossier-A-2.html"
is "it stays" "$(cat map/stukken/dossier-A-2.html)" mine
check "dossiers by force" 0 board dossiers --to map/stukken --force
is "it is written over" "$(tail -n 1 map/stukken/dossier-A-2.html)" "<!-- mvoi dossiers -->"
ln -sf ../../policy.json map/stukken/index.html
check "dossiers over a symbolic link" 1 board dossiers --to map/stukken --force
is "what it points to stays" "$(head -c 15 policy.json)" '{"organisation"'
check "dossiers of another flag" 0 board dossiers --flag onder-beleid --to leeg --language en --table
has "told in English" "0 dossiers and index.html written to leeg"
check "dossiers in a phase" 0 board dossiers --phase closed --to leeg --json
has "there are none" '"count":0'
check "dossiers of no flag" 2 board dossiers --flag bestaat-niet --to leeg
check "dossiers to nowhere" 2 board dossiers
check "dossiers of nobody" 2 "$mvoi" --register board.mvoi dossiers --to leeg
check "dossiers into a file" 2 board dossiers --to policy.json
check "the journal after all this" 0 "$mvoi" --register board.mvoi verify

# ---- what the table of verbs offers is what the library takes -------------------------------------------------------

offered() { # operation, member, words
    "$mvoi" describe "$1" --json >out 2>err
    for word in $3; do has "$1 knows $2 $word" "\"$word\""; done
}
offered tender.list phase "preparation consultation review publication evaluation award contract execution closed cancelled"
offered tender.list flag "niet-van-toepassing geheel-niet-van-toepassing onbeslist onder-beleid uitleg-loopt-af uitleg-vervallen"
offered tender.advance to "preparation consultation review publication evaluation award contract execution closed cancelled"
offered tender.decide reason "geen-aanbod raamovereenkomst thema-past-niet budget te-laat capaciteit wettelijk anders"
offered tender.decide role "opdrachtgever budgethouder inkoopadviseur categoriemanager contractmanager jurist controller
    beleidsmedewerker facilitymanager mvoi-coordinator tenderboard directie bestuur systeem"
offered review.answer verdict "akkoord akkoord-mits afgewezen"
offered review.list state "open akkoord akkoord-mits afgewezen"
offered tender.list registration "confirmed provisional withdrawn lapsed"
offered promise.list standing "op-koers risico gemist niet-aangetoond gehaald"
offered promise.rate rating "goed nadert-doel verbetering-nodig onvoldoende anders"
offered promise.evidence kind "certificaat meetrapport factuur verklaring projectverklaring auditrapport
    levenscyclusanalyse registratie anders"
offered calendar.feed format "ics json csv html"
offered register.import format "ted-jsonl csv tsv xlsx"

# ---- call -----------------------------------------------------------------------------------------------------------

raw() { printf '%s' "$2" | reg call "$1"; }
check "call" 0 raw tender.list '{"limit": 1}'
has "call answers JSON" '"items":['
check "call refused" 1 raw tender.get '{"organisation": "gm0344", "reference": "bestaat-niet"}'
has "a no is a document" '"status":2'
check "call with faults" 2 raw tender.get '{"bestaat": "niet"}'
has "a fault is a document" '/bestaat'
check "call of no JSON" 2 raw tender.get 'geen json'
check "call of no operation" 2 raw bestaat.niet '{}'
check "call without an operation" 2 reg call
check "call of a request that never ends" 2 sh -c "'$mvoi' --register register.mvoi call tender.list </dev/zero"
has_err "is too large" "te groot"
check "call of a large answer" 0 raw describe '{"operation": "tender.start"}'
is "a large answer is whole" "$(tail -c 2 out)" "}"

# ---- a terminal, and a signal ---------------------------------------------------------------------------------------

# ---- contracts ------------------------------------------------------------------------------------------------------

check "a contract" 0 reg contract-sign --organisation gm0598 --reference C-1 --title Strooien --kind dienst \
    --supplier "Strooi BV=12345678" --start 2024-01-01 --months 48 --notice "3 maanden" --renewal stilzwijgend \
    --renewal-months 12 --option "12:3 maanden" --person contractmanager="N. de Vries" --value 450.000
has "has a last day of notice" '"date":"2027-09-30"'
has "and a supplier with a number" '{"name":"Strooi BV","number":"12345678"}'
check "is shown" 0 reg contract C-1 --organisation gm0598 --table
has "with its end" "Einde: 31 december 2027"
has "and how the day of notice was counted" "3 maanden terug. Dat is 1 oktober 2027."
check "is shown in English" 0 reg contract C-1 --organisation gm0598 --table --language en
has "with the same steps" "3 months back. That is 1 October 2027."
check "its option is lifted" 0 reg contract-change C-1 --organisation gm0598 --option-decided 1=gelicht --on 2026-06-01
has "so it ends later" '"date":"2028-12-31"'
check "notice is given" 0 reg contract-change C-1 --organisation gm0598 --notice-given --on 2026-11-20
has "on that day" '"noticeGiven":"2026-11-20"'
check "it ends early" 0 reg contract-change C-1 --organisation gm0598 --ended 2026-11-30 --reason faillissement
has "and says why" '"reason":"faillissement"'
check "contracts are listed" 0 reg contracts --organisation gm0598 --ends-to 2026-12-31 --table
has "by their end" "Strooien"
check "or not" 0 reg contracts --organisation gm0598 --ends-from 2027-01-01 --table
has "when there are none" "Geen contracten gevonden."
check "a length that is none" 2 reg contract-change C-1 --organisation gm0598 --notice drie
has_err "is not understood" "3 maanden"
check "an end before the start" 2 reg contract-sign --organisation gm0598 --reference C-2 --title x --kind dienst \
    --start 2026-01-01 --end 2025-12-31
has_err "is said in words" "nog voor het begint"
check "the calendar has contracts" 0 reg calendar --organisation gm0598 --format json
has "by their number" '"contract":"'
check "the public calendar has none" 0 reg calendar --organisation gm0598 --format json --audience publiek
lacks "whatever their day" "Strooien"
cat >social.json <<'END'
{"organisation": "gm0598", "reference": "C-9", "title": "Groen", "kind": "dienst", "valueCents": 100000000,
 "term": {"start": "2026-01-01", "months": 24},
 "socialReturn": {"rule": "praktijk-aanneemsom", "region": "haaglanden", "aanneemsomCents": 100000000}}
END
check "a contract with social return" 0 reg contract-sign --file social.json
has "asks two percent" '"cents":2000000'
check "a placement" 0 reg social-return-realise C-9 --organisation gm0598 --placement k-1 --block ww \
    --started 2026-01-01 --hours 36 --months 5.5 --table
has "gets a number" "Plaatsing vastgelegd onder nummer: 1"
has "counts for half a year less a month" "9.166,67"
check "its statement" 0 reg social-return C-9 --organisation gm0598 --table
has "says what is left" "10.833,33"
has "says why" "5,5 van de 12 maanden"
check "in English" 0 reg social-return C-9 --organisation gm0598 --table --language en
has "says the same" "What is asked"
check "its effect" 0 reg effects --organisation gm0598 --effect social-return-waarde --table
has "is rounded to cents" "  9.166,67  "
check "a group that is none" 2 reg social-return-realise C-9 --organisation gm0598 --placement k-2 --block nee \
    --started 2026-01-01 --hours 36 --months 1
has_err "is refused with those that are" "participatiewet"
check "two kinds at once" 2 reg social-return-realise C-9 --organisation gm0598 --placement k-2 --invoice f
has_err "is refused" "--placement, --invoice"
check "months with a comma" 0 reg social-return-realise C-9 --organisation gm0598 --placement k-9 --block ww \
    --started 2026-01-01 --hours 18,5 --months 1,5
check "are taken back" 0 reg social-return-realise C-9 --organisation gm0598 --take-back 2 --reason proef
check "all of them" 0 reg social-returns --organisation gm0598 --table
has "with the sum" "Contracten: 1. Samen gevraagd € 20.000,00, gedaan € 9.166,67, nog open € 10.833,33."
printf '%s' '{"activities": [{"reference": "a-1", "kind": "gastles", "on": "2026-02-01", "hours": "2"}]}' >activity.json
check "an activity from a file" 2 reg social-return-realise C-9 --organisation gm0598 --file activity.json
has_err "is read, and judged by the library" "activit"
sed 's/"C-9"/"C-99"/; s/"rule": "praktijk-aanneemsom", "region": "haaglanden", "aanneemsomCents": 100000000/"agreedCents": 0, "table": "utrecht"/' \
    social.json >social10.json
check "nothing is owed" 0 reg contract-sign --file social10.json
check "and something was done" 0 reg social-return-realise C-99 --organisation gm0598 --invoice f-1 --on 2026-02-01 \
    --amount 7.044,44 --paid
check "so it is below nothing" 0 reg social-return C-99 --organisation gm0598 --table
has "to the cent" "€ -7.044,44"
check "it is taken back" 0 reg social-return-realise C-9 --organisation gm0598 --take-back 1 --reason typefout
has "whole" '"realisedCents":0'
check "no certificate" 0 reg social-return-realise C-9 --organisation gm0598 --pso geen
printf 'contractnummer;omschrijving;soort;ingangsdatum;einddatum;opzegtermijn\nC-3;Zout;levering;01-01-2026;31-12-2027;2 mnd\n' >contracts.csv
check "a contract with a promise" 0 raw contract.sign '{"organisation": "gm0598", "reference": "C-10", "title": "Maaien",
    "kind": "dienst", "people": {"contractmanager": "N. de Vries"}, "term": {"start": "2026-01-01", "months": 36},
    "promises": [{"theme": "klimaat", "unit": "procent", "target": "100", "gather": "laatste", "owner": "contractmanager",
    "proofKind": "factuur", "reportWithinDays": 30}], "today": "2026-01-01"}'
check "is on the worklist" 0 reg worklist --organisation gm0598 --person "N. de Vries" --table
has "with what is late" "Bij belofte 1 ontbreken 3 perioden, de eerste sinds 30 april 2026"
check "in English" 0 reg worklist --organisation gm0598 --month 2026-11 --table --language en
has "too" "3 periods are missing"
check "a month that is none" 2 reg worklist --organisation gm0598 --month maart
has_err "is said in words" "geef een maand als 2027-03"
check "and takes hours" 0 reg checkability --organisation gm0598 --year 2027 --hours 1 --table
has "too many" "1:00"
has "by assumption" "aanname van libmvoi"
check "a contract register" 0 reg import contracts.csv --content contracten --organisation gm0598
has "is taken over" '"added":1'
check "a renewal that nobody knows" 0 reg contracts --organisation gm0598 --text Zout --table
has "is shown as that" "2027-12-31  onbekend"
check "of one contract too" 0 reg contract C-3 --organisation gm0598 --table
has "with its facts" "Verlenging   onbekend"
printf 'overeenkomstnummer;omschrijving;soort;ingangsdatum;einddatum\nC-30;Zout;levering;01-01-2026;#N/B\n' >agreements.csv
check "a list of contracts, taken for tenders" 2 reg import agreements.csv --organisation gm0598
has_err "is told what it looks like" "een van contracten"
has_err "and which option says so" "--content"
check "and is taken with that" 0 reg import agreements.csv --organisation gm0598 --content contracten
check "an end that nobody knows" 0 reg contract C-30 --organisation gm0598 --table
has "may not be there" "Of het contract een einde heeft, en welk, is onbekend."
check "and the tables agree with the journal" 0 reg rebuild --dry-run

# ---- promises -------------------------------------------------------------------------------------------------------

printf '%s' '{"organisation": "gm0598", "reference": "C-4", "title": "Schoonmaak", "kind": "dienst",
    "term": {"start": "2026-01-01", "months": 24}, "people": {"contractmanager": "N. de Vries"}, "promises": [
    {"theme": "klimaat", "unit": "ton-co2e", "demand": "ten-hoogste", "target": "40", "owner": "contractmanager"},
    {"theme": "social-return", "text": "Wij helpen mee op de banenmarkt.", "proofKind": "verklaring"}]}' >promises.json
check "a contract with promises" 0 reg contract-sign --file promises.json
of="C-4 --organisation gm0598"
check "promises" 0 reg promises --organisation gm0598 --table
has "are shown with what was promised" "≤ 40 ton CO2e"
has "and how they stand" "niet aangetoond"
check "an observation" 0 reg promise-observe $of --promise 1 --value 9.5 --from 2026-01-01 --to 2026-03-31 \
    --source brandstofpas --estimated
has "is put down" '"noted":1'
printf '%s' '{"observations": [
    {"promise": 1, "value": "30", "from": "2026-04-01", "to": "2026-06-30", "source": "brandstofpas"},
    {"promise": 1, "value": "2", "from": "2026-07-01", "to": "2026-09-30", "source": "brandstofpas"}]}' >observations.json
check "many at once" 0 reg promise-observe $of --file observations.json --table
has "with how the promise then stands" "Op 21 november 2026: gemist."
check "many with one more" 2 reg promise-observe $of --file observations.json --promise 1
check "a form as a workbook" 0 reg form C-1 --organisation gm0598 --output opgave.xlsx --until 2026-06-30 --table
has "says how many rows" "rijen om in te vullen geschreven naar opgave.xlsx"
is "is a ZIP file" "$(head -c 2 opgave.xlsx)" "PK"
check "and comes back, empty as it is" 0 reg import opgave.xlsx --content waarnemingen --organisation gm0598
has "with nothing in it" '"added":0'
has "and nothing refused" '"refused":0'
check "a form as CSV" 0 reg form C-1 --organisation gm0598 --output opgave.csv --all
check "a form of another kind" 2 reg form C-1 --organisation gm0598 --output opgave.ods
check "a form to nowhere" 2 reg form C-1 --organisation gm0598
printf '%s' '{"organisation": "gm0597", "observations": []}' >other.json
check "many for a contract that is named twice" 2 reg promise-observe $of --file other.json
has_err "names what is there twice" "organisation staat in other.json"
printf '%s' '{"organisation": "gm0598", "title": "Schoonmaak en glas"}' >change.json
check "a change from a file" 0 reg contract-change $of --file change.json --revision 1
has "of the contract on the line" '"title":"Schoonmaak en glas"'
check "a change from a file, and more" 2 reg contract-change $of --file change.json --title "Iets anders"
has_err "is one too many" "--title kan er niet bij"
check "a promise that is not there" 2 reg promise-observe $of --promise 7 --value 1 --from 2026-01-01 --to 2026-01-31 \
    --source x
check "a rating" 0 reg promise-rate $of --promise 2 --rating anders --text "Nog niets gezien" --by "N. de Vries" --table
has "by whom" "Oordeel op 21 november 2026: Anders (N. de Vries)."
has "and when the next one is due" "Volgend oordeel uiterlijk op 30 januari 2028."
check "a rating again" 0 reg promise-rate $of --promise 2 --rating onvoldoende --table --language en
has "corrects the one of that day" "already had a rating on 21 November 2026"
check "a rating of no kind" 2 reg promise-rate $of --promise 2 --rating matig
has_err "names what is accepted" "nadert-doel"
printf 'Hierbij verklaren wij dat.' >verklaring.txt
fingerprint=$(sha256sum verklaring.txt | cut -c 1-64)
check "a document" 0 reg promise-evidence $of --promise 2 --document verklaring.txt --kind verklaring \
    --issuer "Bezem BV" --valid-to 2026-12-31 --where "zaak 12"
has "by the fingerprint that sha256sum gives" "\"sha256\":\"$fingerprint\""
has "that nobody looked at" "evidence-not-verified"
check "looked at" 0 reg promise-evidence $of --number 1 --verified-by "N. de Vries" --table
has "on that day" "2026-11-21"
has "it ends before the contract does" "loopt tot en met 31 december 2027"
check "a document that is not there" 2 reg promise-evidence $of --promise 2 --document weg.pdf --kind factuur
has_err "is said" "weg.pdf"
check "a document that never ends" 2 reg promise-evidence $of --promise 2 --document /dev/zero --kind factuur
has_err "is no file" "/dev/zero is geen gewoon bestand"
check "a document twice" 2 reg promise-evidence $of --promise 2 --document verklaring.txt --sha256 abc --kind factuur
check "a promise by a word" 2 reg promise-evidence $of --promise twee --document verklaring.txt --kind factuur
check "a fingerprint that is none" 2 reg promise-evidence $of --promise 2 --sha256 abc --kind factuur
has_err "is said in words" "abc is geen SHA-256"
check "the contract" 0 reg contract $of --table
has "has its promises, and how they stand" "Op 21 november 2026: gemist."
check "withdrawn" 0 reg promise-evidence $of --number 1 --withdrawn "Vervangen"
has "it stands with why" '"withdrawn":"Vervangen"'
check "what is at risk" 0 reg promises --organisation gm0598 --at-risk --person "N. de Vries" --all
has "is found" '"stand":"gemist"'
lacks "and nothing else" '"number":2'
check "what is overdue" 0 reg promises --organisation gm0598 --overdue --table
has "is what nobody showed of the mowing" "C-10 "
lacks "and nothing of this contract" "C-4 "
check "what is to be rated" 0 reg promises --organisation gm0598 --rating-due 2027-01-01 --table --language en
has "is in English too" "missed"
check "the tables agree with the journal" 0 reg rebuild --dry-run

# ---- instruments ------------------------------------------------------------------------------------------------------

check "a tender that asks by instruments" 0 reg start --organisation gm0600 --reference I-1 --title Wegen --kind werk \
    --instrument pso --instrument mki=12500.50 --instrument co2-prestatieladder@3.1=3 --plan publication=2027-02-01
has "asks what was said" 'instrument-superseded'
check "is shown" 0 reg show I-1 --organisation gm0600 --table
has "with what is asked" "mki 12500.50; co2-prestatieladder 3.1 3"
has "and that it is asked no more" "Versie 3.1 van CO2-Prestatieladder kan tot en met 31 december 2026 worden gevraagd"
check "a ladder without its edition" 2 reg start --organisation gm0600 --reference I-2 --title x --kind werk \
    --instrument co2-prestatieladder=3
has_err "is refused in words" "Van co2-prestatieladder zijn er meer versies"
check "no value" 2 reg start --organisation gm0600 --reference I-2 --title x --kind werk --instrument mki=
has_err "is not understood" "--instrument"
check "a contract with what was shown" 0 reg contract-sign --organisation gm0600 --reference I-1 --title Wegen \
    --kind werk --supplier "Noord BV" --supplier "Zuid BV" --start 2026-01-01 --months 36 \
    --instrument co2-prestatieladder@4.0=2 --shown "co2-prestatieladder@4.0=3:2028-12-31:Noord BV" \
    --shown "co2-prestatieladder@4.0=1::Zuid BV" --table
has "shows both" "co2-prestatieladder 4.0 3 (Noord BV, 2028-12-31); co2-prestatieladder 4.0 1 (Zuid BV)"
has "of which the lowest counts" "In een combinatie telt wie het minst ver is"

# ---- effects --------------------------------------------------------------------------------------------------------

cat >effects.json <<'JSON'
{"organisation": "gm0599", "reference": "E-1", "title": "Strooien", "kind": "dienst",
 "term": {"start": "2025-01-01", "end": "2026-12-31"},
 "promises": [{"theme": "milieu", "kpi": "nox", "target": "5000"}]}
JSON
check "a contract with a promise" 0 reg contract-sign --file effects.json
check "and what was observed of it" 0 raw promise.observe '{"organisation": "gm0599", "reference": "E-1", "observations": [
    {"promise": 1, "from": "2025-01-01", "to": "2025-12-31", "value": "1234.5", "source": "meter"},
    {"promise": 1, "from": "2026-01-01", "to": "2026-06-30", "value": "600", "source": "raming", "estimated": true}]}'
check "effects" 0 reg effects --organisation gm0599 --table
has "in Dutch figures" "1.234,5"
has "with their source" "meter 1.234,5"
has "and which days nobody knows" "de som tot zover"
check "of a year that is whole" 0 reg effects --organisation gm0599 --year 2025 --table
has "it is said too" "Van elke dag tot en met die dag is iets bekend."
check "in English" 0 reg effects --organisation gm0599 --year 2025 --table --language en
has "with English figures" "1,234.5"
check "per contract, all of them" 0 reg effects --organisation gm0599 --per contract --all
has "with its number" '"reference":"E-1"'
has "over all years" '"total":"1834.5"'
check "the statement of a contract, piped" 0 reg statement E-1 --organisation gm0599
is "the page itself goes out" "$(head -c 15 out)" "<!DOCTYPE html>"
cp out stated.html
check "to a page" 0 reg statement E-1 --organisation gm0599 --output statement.html --table
has "the file is told" "geschreven naar statement.html"
is "it is the same page" "$(cmp statement.html stated.html)" ""
check "to a table" 0 reg statement E-1 --organisation gm0599 --audience leverancier --output statement.csv
is "a row for each observation" "$(wc -l <statement.csv)" 3
check "as data" 0 reg statement E-1 --organisation gm0599 --json
has "the data are there" '"audience":"intern"'
check "to data" 0 reg statement E-1 --organisation gm0599 --output statement.json
is "the statement alone" "$(grep -c '"toShow"' statement.json)" 1
check "in a table" 0 reg statement E-1 --organisation gm0599 --table
has "how many are measured" "Van 1 van de 1 beloften is iets gemeten of geraamd."
check "of no contract" 1 reg statement E-9 --organisation gm0599
check "to a file of another kind" 2 reg statement E-1 --organisation gm0599 --output statement.pdf
check "of one contract" 0 reg effects --organisation gm0599 --reference E-1 --effect nox --to-year 2025
has "as an exact text" '"measured":"1234.5"'
check "a contract that asks for very little" 0 reg contract-sign --file <(sed 's/gm0599/gm0597/; s/E-1/E-2/' effects.json)
check "and what was observed of it" 0 raw promise.observe '{"organisation": "gm0597", "reference": "E-2", "observations": [
    {"promise": 1, "from": "2025-01-01", "to": "2025-12-31", "value": "99.96", "source": "meter"}]}'
check "its effect" 0 reg effects --organisation gm0597 --table
has "is rounded, every digit of it" "meter 100,0"
check "effects of nobody" 0 reg effects --organisation gm9999 --table
has "are none" "Geen effecten gevonden."
check "effects of whom" 2 reg effects
has_err "must be said" "Noem een organisatie of een contract."

if command -v script >/dev/null && script --version 2>/dev/null | grep -q util-linux; then
    on_terminal "$mvoi --register register.mvoi list" >out
    has "on a terminal there are tables" "Kenmerk"
    on_terminal "$mvoi --register register.mvoi list --json" >out
    has "on a terminal --json is JSON" '"items":['
    on_terminal "$mvoi --register register.mvoi calendar --today 2026-11-21" >out
    has "on a terminal the calendar is a table" "Mijlpaal"
    on_terminal "stty cols 60; $mvoi --register register.mvoi help" >out
    is "on a terminal lines fit" "$(($(wc -L <out) <= 60))" 1
fi
printf '{"organisation": "gm0344", "reference": "esc", "title": "rood \\u001b[31m en \\u009b31m", "kind": "dienst"}' >esc.json
check "a title with control characters" 0 reg start --file esc.json
check "is shown" 0 reg list --text rood --table
is "without them" "$(LC_ALL=C grep -c "$(printf '\033')" out)" 0

{ echo 'nr;naam;soort'; for ((i = 0; i < 60000; i++)); do echo "s$i;Zand $i;levering"; done; } >large.csv
"$mvoi" --register register.mvoi import large.csv --organisation gm0599 --map reference=nr --map title=naam \
    --map kind=soort >out 2>err & # not through a function, or the signal would reach a shell
import=$!
sleep 0.5
kill -TERM $import
wait $import
is "a signal interrupts an import" $? 2
has "the library says so" '"status":-10'
check "nothing half-done remains" 0 reg verify
check "and the tables agree" 0 reg rebuild --dry-run

head -n 4001 large.csv >many.csv
check "many tenders" 0 reg import many.csv --organisation gm0599 --map reference=nr --map title=naam --map kind=soort
"$mvoi" --register register.mvoi dossiers --organisation gm0599 --flag onbeslist --to veel >out 2>err &
dossiers=$!
until [ -n "$(find veel -name 'dossier-*.html' 2>/dev/null)" ] || ! kill -0 $dossiers; do sleep 0.05; done
kill -TERM $dossiers
wait $dossiers 2>/dev/null
is "a signal ends dossiers" $? 143
is "no half file remains" "$(find veel ! -name 'dossier-*.html' ! -name veel)" ""

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
