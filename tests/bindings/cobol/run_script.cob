*> SPDX-License-Identifier: EUPL-1.2
*>
*> libmvoi from COBOL, without a line of JSON but for the one that opens the register: requests are built from fields of
*> fixed width by mvoi_put_text and mvoi_put_integer, answers are read by mvoi_text, mvoi_count and mvoi_integer.
*> It performs a part of script.txt; what it displays must stand in the step of the same name there.
*>
*> Called as: COB_PRE_LOAD=libmvoi COB_LIBRARY_PATH=LIBDIR MVOI_REGISTER=FILE run_script > transcript

identification division.
program-id. run-script.

data division.
working-storage section.
copy "mvoi.cpy".

01  first-session           pic s9(9) comp-5.
01  register-path           pic x(500).
01  config                  pic x(1000).
01  abi                     pic s9(9) comp-5.
01  abi-shown               pic z(8)9.

*> The tender as the purchasing system has it: blanks fill each field.
01  tender.
    05  tender-organisation pic x(20) value "gm0344".
    05  tender-reference    pic x(20) value "2026-0142".
    05  tender-title        pic x(80) value "Coöperatie façade – €".
    05  tender-kind         pic x(10) value "werk".
    05  cpv                 pic x(10) value "45443000".
    05  estimated-cents     pic s9(18) comp-5 value 3500000000.
    05  tender-procedure    pic x(30) value "openbaar".
    05  opdrachtgever       pic x(40) value "Z. Ángel".
    05  publication         pic x(10) value "2026-09".
    05  today               pic x(10) value "2026-03-02".
    05  request-id          pic x(30) value "start-0142".
01  level-2                 pic s9(18) comp-5 value 2.
01  level-3                 pic s9(18) comp-5 value 3.
01  weight-15               pic s9(18) comp-5 value 15.
01  revision-1              pic s9(18) comp-5 value 1.

01  answer                  pic x(16000).
01  answer-len              pic s9(9) comp-5.
01  answer-cap              pic s9(9) comp-5.
01  first-answer            pic x(16000).
01  first-len               pic s9(9) comp-5.
01  whole-len               pic s9(9) comp-5.
01  lengths                 pic x(40).

procedure division.
main section.
    perform ask-version
    perform open-register
    perform describe
    perform adopt-policy
    perform start-tender
    perform read-what-is-not-there
    perform every-length
    perform same-request
    perform another-tender
    perform unknown-member
    perform path-that-contradicts
    perform not-found
    perform reference-is-there
    perform no-such-operation
    perform interrupt
    perform not-a-handle
    perform close-register
    stop run.

ask-version section.
    display "step the interface"
    call "mvoi_abi_version" returning abi
    move abi to abi-shown
    display "= abi " function trim(abi-shown).

open-register section.
    display "step open"
    accept register-path from environment "MVOI_REGISTER"
    string '{"register": "' function trim(register-path) '", "actor": "inkoopsysteem", "origin": "bindings"}'
        delimited by size into config
    call "mvoi_open" using by reference config by value length of config by reference mvoi-session
        by reference answer by value length of answer by reference answer-len returning mvoi-status
    call "show-status"
    if not mvoi-ok
        display answer(1:answer-len) upon syserr
        stop run returning 1
    end-if
    move mvoi-session to first-session.

describe section.
    display "step describe"
    call "put-text" using "/operation" "tender.start        "
    call "send" using "describe"
    call "show-status"
    call "show-count" using "/operations"
    call "show-text" using "/operations/0/operation"
    call "show-integer" using "/operations/0/writes".

adopt-policy section.
    display "step policy"
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/title" "Beleid 2026 – coöperatief     "
    call "put-text" using "/validFrom" "2026-01-01"
    call "put-integer" using "/ambition" level-2
    call "put-text" using "/defaultLevels/0/theme" "circulair                     "
    call "put-integer" using "/defaultLevels/0/level" level-3
    call "put-text" using "/gateMode" "meldend   "
    call "put-text" using "/today" "2026-01-05"
    call "put-text" using "/requestId" "beleid-2026                   "
    call "send" using "policy.adopt"
    call "show-status"
    call "show-text" using "/policy"
    call "show-text" using "/organisation"
    call "show-text" using "/validFrom"
    call "show-count" using "/findings".

start-tender section.
    display "step start"
    perform put-tender
    call "send" using "tender.start"
    call "show-status"
    call "show-text" using "/tender"
    call "show-integer" using "/revision"
    call "show-text" using "/reference"
    call "show-text" using "/ambitionSource"
    call "show-count" using "/themes"
    call "show-text" using "/themes/1/theme"
    call "show-text" using "/themes/1/state"
    call "show-integer" using "/themes/1/level"
    call "show-count" using "/themes/1/criteria"
    call "show-text" using "/themes/1/criteria/0/title"
    call "show-integer" using "/themes/1/criteria/0/weight"
    call "show-integer" using "/themes/2/level"
    call "show-text" using "/themes/2/levelSource"
    call "show-text" using "/themes/4/explanation/text"
    call "show-text" using "/themes/5/state"
    call "show-count" using "/flags"
    call "show-text" using "/milestones/0/date".

*> The request of tender.start, field by field.
put-tender section.
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" tender-reference
    call "put-text" using "/title" tender-title
    call "put-text" using "/kind" tender-kind
    call "put-text" using "/cpv/0" cpv
    call "put-integer" using "/estimatedValueCents" estimated-cents
    call "put-text" using "/procedure" tender-procedure
    call "put-text" using "/people/opdrachtgever" opdrachtgever
    call "put-text" using "/planning/publication" publication
    call "put-text" using "/themes/0/theme" "klimaat                       "
    call "put-text" using "/themes/0/state" "applied   "
    call "put-integer" using "/themes/0/level" level-2
    call "put-text" using "/themes/0/criteria/0/title" "CO₂-arme gevel                "
    call "put-text" using "/themes/0/criteria/0/kind" "gunningscriterium   "
    call "put-integer" using "/themes/0/criteria/0/weight" weight-15
    call "put-text" using "/themes/0/criteria/1/title" "Emissieloos materieel         "
    call "put-text" using "/themes/0/criteria/1/kind" "minimumeis          "
    call "put-text" using "/themes/1/theme" "circulair                     "
    call "put-text" using "/themes/1/state" "applied   "
    call "put-text" using "/themes/1/criteria/0/title" "Losmaakbaar                   "
    call "put-text" using "/themes/1/criteria/0/kind" "contractbepaling    "
    call "put-text" using "/themes/2/theme" "diversiteit-inclusie          "
    call "put-text" using "/themes/2/state" "explained "
    call "put-text" using "/themes/2/explanation/reason" "geen-aanbod         "
    call "put-text" using "/themes/2/explanation/text" "Geen aanbod: één inschrijver à € 0 🌱               "
    call "put-text" using "/today" today
    call "put-text" using "/requestId" request-id.

read-what-is-not-there section.
    display "step no such value"
    call "show-text" using "/themes/6/theme"
    call "show-count" using "/nowhere"
    call "show-integer" using "/nowhere"
    call "show-count" using "/reference"
    call "show-integer" using "/reference".

*> The same requestId again with every capacity from 0 to the length of the answer.
every-length section.
    display "step every length"
    perform put-tender
    call "mvoi_call" using by value mvoi-session by reference "tender.start" by value 12 by reference " " by value 0
        by reference answer by value 0 by reference answer-len returning mvoi-status
    call "mvoi_answer" using by value mvoi-session by value 0 by reference first-answer by value length of first-answer
        by reference first-len returning mvoi-status
    move "same" to lengths
    perform varying answer-cap from 0 by 1 until answer-cap > first-len or lengths not = "same"
        perform put-tender
        move all x"7F" to answer
        call "mvoi_call" using by value mvoi-session by reference "tender.start" by value 12 by reference " " by value 0
            by reference answer by value answer-cap by reference answer-len returning mvoi-status
        perform compare-answer
    end-perform
    display "= lengths " function trim(lengths)
    perform list-tenders.

compare-answer section.
    move answer-cap to whole-len
    if whole-len > 0 and whole-len < first-len
        perform until whole-len = 0 or first-answer(whole-len + 1:1) < x"80" or first-answer(whole-len + 1:1) > x"BF"
            subtract 1 from whole-len
        end-perform
    end-if
    evaluate true
        when not mvoi-ok or answer-len not = first-len
            move "another result or length" to lengths
        when whole-len > 0 and answer(1:whole-len) not = first-answer(1:whole-len)
            move "another text" to lengths
        when whole-len < answer-cap and answer(whole-len + 1:1) not = x"00"
            move "no NUL although there is room" to lengths
        when answer(answer-cap + 1:1) not = x"7F"
            move "written behind the buffer" to lengths
        when other
            call "mvoi_answer" using by value mvoi-session by value 0 by reference answer by value length of answer
                by reference answer-len returning mvoi-status
            if answer-len not = first-len or answer(1:answer-len) not = first-answer(1:first-len)
                move "mvoi_answer has another answer" to lengths
            end-if
    end-evaluate.

list-tenders section.
    call "put-text" using "/organisation" tender-organisation
    call "send" using "tender.list"
    call "show-status"
    call "show-count" using "/items".

same-request section.
    display "step the same request by puts"
    perform put-tender
    call "send" using "tender.start"
    call "show-status"
    call "show-text" using "/tender"
    call "show-text" using "/reference"
    call "show-count" using "/themes"
    perform list-tenders.

another-tender section.
    display "step another tender by puts"
    call "put-text" using "/organisation" "never sent"
    call "put-text" using " " " "
    move "2026-0143" to tender-reference
    move "Café 🌱 é" to tender-title
    move 123456789012 to estimated-cents
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" tender-reference
    call "put-text" using "/title" tender-title
    call "put-text" using "/kind" "dienst    "
    call "put-text" using "/cpv/-" "55330000  "
    call "put-text" using "/cpv/-" "55300000-3"
    call "put-text" using "/lots/-/number" "1   "
    call "put-integer" using "/lots/0/estimatedValueCents" estimated-cents
    call "put-text" using "/provisional" "true      "
    call "put-text" using "/today" "2026-03-03"
    call "send" using "tender.start"
    call "show-status"
    call "show-text" using "/tender"
    call "show-text" using "/reference"
    call "show-text" using "/registration"
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" tender-reference
    call "put-integer" using "/revision" revision-1
    call "put-text" using "/today" "2026-03-04"
    call "send" using "tender.confirm"
    call "show-status"
    call "show-integer" using "/revision"
    call "show-text" using "/registration"
    display "step get"
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" tender-reference
    call "send" using "tender.get"
    call "show-status"
    call "show-text" using "/title"
    call "show-count" using "/cpv"
    call "show-text" using "/cpv/0"
    call "show-integer" using "/lots/0/estimatedValueCents".

unknown-member section.
    display "step unknown member further down, by puts"
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" "2026-0144 "
    call "put-text" using "/title" "Verf      "
    call "put-text" using "/kind" "levering  "
    call "put-text" using "/themes/0/theme" "klimaat   "
    call "put-text" using "/themes/0/state" "applied   "
    call "put-integer" using "/themes/0/niveau" level-2
    call "send" using "tender.start"
    call "show-status"
    call "show-text" using "/errors/0/path".

path-that-contradicts section.
    display "step a path that contradicts"
    call "put-text" using "/themes/0/theme" "klimaat   "
    call "put-text" using "/themes" "klimaat   "
    call "show-status"
    call "show-integer" using "/status"
    call "put-text" using " " " "
    call "show-status".

not-found section.
    display "step not found"
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" "2026-9999           "
    call "send" using "tender.get"
    call "show-status"
    call "show-integer" using "/status".

reference-is-there section.
    display "step reference is there already"
    call "put-text" using "/organisation" tender-organisation
    call "put-text" using "/reference" "2026-0142           "
    call "put-text" using "/title" "Nog eens                      "
    call "put-text" using "/kind" "werk      "
    call "put-text" using "/requestId" "start-0142-again              "
    call "send" using "tender.start"
    call "show-status"
    call "show-integer" using "/status".

no-such-operation section.
    display "step no such operation"
    call "send" using "tender.paint        "
    call "show-status"
    call "show-integer" using "/status".

interrupt section.
    display "step interrupt"
    call "mvoi_interrupt" using by value mvoi-session returning mvoi-status
    call "show-status".

not-a-handle section.
    display "step not a handle"
    move 123456789 to mvoi-session
    call "send" using "describe"
    call "show-status"
    call "show-text" using "/abi"
    move 0 to mvoi-session
    call "send" using "describe"
    call "show-status"
    move first-session to mvoi-session.

close-register section.
    display "step close"
    call "mvoi_close" using by value mvoi-session returning mvoi-status
    call "show-status"
    call "mvoi_close" using by value mvoi-session returning mvoi-status
    call "show-status"
    call "send" using "describe"
    call "show-status"
    call "show-count" using "/operations".

*> The verbs of this program: each hands its fields to the library as they are, with their lengths.

identification division.
program-id. put-text.
data division.
linkage section.
01  path                    pic x any length.
01  field                   pic x any length.
procedure division using path field.
    call "mvoi_put_text" using by value mvoi-session by reference path by value length of path
        by reference field by value length of field returning mvoi-status
    goback.
end program put-text.

*> "size 8" matters: without it GnuCOBOL hands over 32 of the 64 bits.
identification division.
program-id. put-integer.
data division.
linkage section.
01  path                    pic x any length.
01  number-in               pic s9(18) comp-5.
procedure division using path number-in.
    call "mvoi_put_integer" using by value mvoi-session by reference path by value length of path
        by value size 8 number-in returning mvoi-status
    goback.
end program put-integer.

*> Sends what was put: a request of length 0.
identification division.
program-id. send.
data division.
working-storage section.
01  answer-len              pic s9(9) comp-5.
linkage section.
01  operation               pic x any length.
procedure division using operation.
    call "mvoi_call" using by value mvoi-session by reference operation by value length of operation
        by reference " " by value 0 by reference " " by value 0 by reference answer-len returning mvoi-status
    goback.
end program send.

identification division.
program-id. show-status.
data division.
working-storage section.
01  shown                   pic ---9.
procedure division.
    move mvoi-status to shown
    display "= status " function trim(shown)
    goback.
end program show-status.

*> The answer stays in the session until the next call: each of its values is read where it is needed.
identification division.
program-id. show-text.
data division.
working-storage section.
01  status-of-read          pic s9(9) comp-5.
01  shown                   pic ---9.
01  text-value              pic x(400).
01  text-len                pic s9(9) comp-5.
linkage section.
01  path                    pic x any length.
procedure division using path.
    call "mvoi_text" using by value mvoi-session by reference path by value length of path by reference text-value
        by value length of text-value by reference text-len returning status-of-read
    if status-of-read = 0
        display "= text " path " " text-value(1:text-len)
    else
        move status-of-read to shown
        display "= text " path " ! " function trim(shown)
    end-if
    goback.
end program show-text.

identification division.
program-id. show-count.
data division.
working-storage section.
01  status-of-read          pic s9(9) comp-5.
01  number-out              pic s9(9) comp-5.
01  shown                   pic -(9)9.
linkage section.
01  path                    pic x any length.
procedure division using path.
    call "mvoi_count" using by value mvoi-session by reference path by value length of path by reference number-out
        returning status-of-read
    if status-of-read = 0
        move number-out to shown
        display "= count " path " " function trim(shown)
    else
        move status-of-read to shown
        display "= count " path " ! " function trim(shown)
    end-if
    goback.
end program show-count.

identification division.
program-id. show-integer.
data division.
working-storage section.
01  status-of-read          pic s9(9) comp-5.
01  number-out              pic s9(18) comp-5.
01  shown                   pic -(18)9.
linkage section.
01  path                    pic x any length.
procedure division using path.
    call "mvoi_integer" using by value mvoi-session by reference path by value length of path by reference number-out
        returning status-of-read
    if status-of-read = 0
        move number-out to shown
        display "= integer " path " " function trim(shown)
    else
        move status-of-read to shown
        display "= integer " path " ! " function trim(shown)
    end-if
    goback.
end program show-integer.

end program run-script.
