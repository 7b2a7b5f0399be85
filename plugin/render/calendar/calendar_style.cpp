// SPDX-License-Identifier: EUPL-1.2
// The style of a calendar alone: the months, the list, and the signs of the pictures. The line of a sign shows the
// certainty of its date: whole and filled, dashed, or dotted.
#include "render/calendar/calendar_pen.hpp"

namespace mvoi::render {

void write_calendar_style(Html& html) {
    html.markup(R"css(
.kern { font-size: 1.13rem; }
header .nota { margin-top: 1rem; }
.jaren, nav .jaren ul { margin: 0; gap: 0 1rem; }
nav .jaren { display: block; margin: 1rem 0 0; }
.jaren > li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); align-items: baseline; padding: .1rem 0; }
.jaren > li > span { font-weight: 600; color: var(--stil); }
nav a[aria-current] { font-weight: 700; text-decoration-thickness: 3px; }
.legenda { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.legenda svg { width: 34px; height: 20px; }
.nummers { margin: .5rem 0 1rem; padding-top: .35rem; border-top: 1px solid #e4e8ec; }
.nummer { flex: none; min-width: 1.6rem; padding: 0 .3rem; border: 1px solid var(--blauw); border-radius: 1rem; text-align: center; font-size: .8rem; font-weight: 600; color: var(--blauw); }
.tijd { display: block; width: 100%; margin: 0 0 .5rem; break-inside: avoid; }
.tijd text { font-size: 13px; fill: #1b1f24; }
.tijd .maand { font-size: 12px; fill: #4a5159; text-anchor: middle; }
.tijd .rij { font-weight: 600; paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
.tijd .kort { display: none; }
.buiten { fill: none; stroke: #dfe4e9; stroke-width: 1; }
.spoor { fill: #eef2f6; }
.grens { stroke: #d3dae1; stroke-width: 1; }
.grens.kwartaal { stroke: #a9b3bd; }
.vandaag { stroke: #8f1616; stroke-width: 2; fill: #8f1616; }
.tijd .nr { font-size: 11px; font-weight: 700; text-anchor: middle; fill: #143d66; }
.tijd .aantal { font-size: 12px; font-weight: 600; text-anchor: middle; }
.teken { fill: #fff; stroke: #143d66; stroke-width: 2; }
.vast .teken { fill: #143d66; }
.tijd .vast .nr { fill: #fff; }
.verwacht .teken { stroke-dasharray: 5 2.5; }
.onzeker .teken { stroke-dasharray: .1 3.6; stroke-linecap: round; }
.gedaan .teken { fill: #4a5159; stroke: #4a5159; }
.tijd .gedaan .nr { fill: #fff; }
.vervallen .teken { stroke: #4a5159; }
.tijd .vervallen .nr { fill: #4a5159; }
.vast.vervallen .teken { fill: #fff; }
.doorhaling { fill: #8f1616; }
h3 .merk, h3 .bron { margin-left: .5rem; font-weight: 400; }
.nu { color: #8f1616; }
.agenda { margin: .5rem 0 1.5rem; padding: 0; list-style: none; }
.agenda > li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; margin: 0; padding: .55rem 0 .55rem .9rem; border-bottom: 1px solid #e4e8ec; border-left: 5px solid var(--blauw); }
.agenda > li.verwacht { border-left-style: dashed; }
.agenda > li.onzeker { border-left-style: dotted; }
.agenda p { margin: 0; }
.wanneer { font-weight: 600; }
.wanneer span { display: block; font-weight: 400; font-size: .875rem; color: var(--stil); }
.wat .merk { margin-left: .35rem; font-size: .8rem; border-width: 1.5px; color: var(--blauw); }
.wat .verwacht { border-style: dashed; }
.wat .onzeker { border-style: dotted; }
.wat .goed { color: #0d4f2b; }
.wat .niet { color: #8f1616; border-left-width: 6px; }
.wat .bron { margin-left: .35rem; }
.vlaggen, .vlaggen ul { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; margin: .15rem 0 0; }
.vlaggen ul { margin: 0; padding: 0; list-style: none; font-size: .875rem; }
.vlaggen li { margin: 0; padding: 0 .5rem; border: 1px dashed #6b3d00; border-radius: .25rem; color: #6b3d00; }
@media screen and (max-width: 40rem) {
  .tijd .kort { display: inline; }
  .tijd .lang { display: none; }
  .tijd .maand { font-size: 11px; }
  nav .jaren ul { gap: 0 .9rem; }
  .agenda > li { grid-template-columns: minmax(0, 1fr); gap: .15rem; padding-left: .75rem; }
  .wanneer span { display: inline; }
}
@media print {
  .tijd, .legenda svg { print-color-adjust: exact; }
  .agenda > li { grid-template-columns: 9.5rem minmax(0, 1fr); padding: 3pt 0 3pt 8pt; }
}
)css");
}

}  // namespace mvoi::render
