// SPDX-License-Identifier: EUPL-1.2
// The style of every page. Text on its ground contrasts at least 7 to 1; a state is told by its word and its border,
// never by colour alone. Long words break anywhere, so that nothing is wider than the page.
#include "render/page/page_pen.hpp"

namespace mvoi::render {

void write_page_style(Html& html) {
    html.markup(R"css(
:root { color-scheme: light; --inkt: #1b1f24; --stil: #4a5159; --lijn: #c3c9d0; --vlak: #f2f5f8; --blauw: #143d66; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1.5rem 2rem; max-width: 54rem; background: #fff; color: var(--inkt);
  font: 1rem/1.5 "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
a { color: var(--blauw); }
a:focus-visible { outline: 3px solid var(--blauw); outline-offset: 2px; }
.naar { position: absolute; left: -999rem; padding: .5rem 1rem; background: #fff; }
.naar:focus { left: 1rem; top: 1rem; }
header { margin-top: 1.5rem; padding-bottom: .75rem; border-bottom: 4px solid var(--blauw); }
h1, h2, h3, h4 { line-height: 1.25; color: var(--blauw); break-after: avoid; }
h1 { margin: .25rem 0; font-size: 1.9rem; }
h2 { margin: 2.25rem 0 .75rem; padding-bottom: .25rem; font-size: 1.4rem; border-bottom: 1px solid var(--lijn); }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.13rem; }
h4 { margin: 1.1rem 0 .35rem; font-size: 1rem; color: var(--inkt); }
p { margin: .5rem 0; }
.soort { margin: 0; font-weight: 600; color: var(--stil); }
.van { margin: 0 0 .75rem; font-size: 1.1rem; }
.bron { color: var(--stil); font-size: .875rem; }
.nota { padding: .5rem .75rem; border-left: 4px solid var(--inkt); background: var(--vlak); }
.merk { display: inline-block; padding: .05rem .5rem; border: 2px solid; border-radius: .25rem; font-size: .95rem; line-height: 1.4; }
.goed { color: #0d4f2b; }
.niet { color: #8f1616; border-width: 2px 2px 2px 8px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: .75rem 0 0; padding: 0; list-style: none; }
nav li { margin: 0; }
nav a { display: inline-block; padding: .15rem 0; }
dl { margin: .5rem 0; }
dl > div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 1rem; padding: .28rem 0; border-bottom: 1px solid #e4e8ec; break-inside: avoid; }
dt { grid-column: 1; color: var(--stil); }
dd { grid-column: 2; margin: 0; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
li { margin: .3rem 0; }
table { width: 100%; margin: .75rem 0 1rem; border-collapse: collapse; table-layout: fixed; font-size: .9rem; line-height: 1.45; }
caption { padding: 0 0 .35rem; text-align: left; font-weight: 600; font-size: 1rem; }
th, td { overflow-wrap: anywhere; padding: .38rem .6rem .38rem 0; border-bottom: 1px solid var(--lijn); text-align: left; vertical-align: top; white-space: pre-line; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--stil); font-size: .875rem; border-bottom: 2px solid var(--blauw); }
tbody th { font-weight: 600; }
tr, li { break-inside: avoid; }
.beeld { display: grid; grid-template-columns: minmax(0, 30rem) minmax(0, 1fr); gap: .5rem 2rem; align-items: center; break-inside: avoid; }
.beeld > svg { display: block; width: 100%; height: auto; }
.legenda { margin: 0; padding: 0; list-style: none; font-size: .9rem; }
.legenda li { display: flex; align-items: center; gap: .5rem; margin: .25rem 0; }
.legenda svg { width: 22px; height: 14px; flex: none; }
footer { margin-top: 2.5rem; padding-top: .25rem; border-top: 4px solid var(--blauw); }
footer h2 { margin-top: 1rem; }
@media screen and (max-width: 44rem) {
  .beeld { grid-template-columns: minmax(0, 30rem); }
  .legenda { display: flex; flex-wrap: wrap; gap: 0 1rem; }
}
@media screen and (max-width: 40rem) {
  body { padding: 0 1rem 1.5rem; }
  h1 { font-size: 1.5rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); }
  dt, dd { grid-column: 1; }
  dt { font-size: .875rem; }
  nav a { padding: .35rem 0; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--lijn); }
  th, td { padding: .15rem 0; border: 0; }
  td { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 .75rem; }
  td::before { content: attr(data-label); color: var(--stil); font-size: .875rem; line-height: 1.7; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #4a5159; } }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  .naar, nav { display: none; }
  header { margin-top: 0; }
  h1 { font-size: 19pt; } h2 { font-size: 14pt; margin-top: 16pt; } h3 { font-size: 11.5pt; }
  a { color: inherit; text-decoration: none; }
  .nota { print-color-adjust: exact; }
  .beeld { grid-template-columns: 10.5cm minmax(0, 1fr); }
  p { margin: 3pt 0; } dl > div { padding: 1.5pt 0; } th, td { padding-top: 3pt; padding-bottom: 3pt; }
}
)css");
}

}  // namespace mvoi::render
