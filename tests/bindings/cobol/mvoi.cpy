*> SPDX-License-Identifier: EUPL-1.2
*> mvoi.cpy - what a program needs to call libmvoi. int32_t is PIC S9(9) COMP-5, int64_t is PIC S9(18) COMP-5.
01  mvoi-session            pic s9(9) comp-5 global.
01  mvoi-status             pic s9(9) comp-5 global.
    88  mvoi-ok                 value 0.
    88  mvoi-blocked            value 1.
    88  mvoi-not-found          value 2.
    88  mvoi-conflict           value 3.
    88  mvoi-fault              values -99 thru -1.
