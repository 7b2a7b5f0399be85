// SPDX-License-Identifier: EUPL-1.2
// The style of a dossier alone: texts of people, findings, and the bars of the picture.
#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

void write_dossier_style(Html& html) {
    html.markup(R"css(
.kern { font-size: 1.13rem; }
.half { color: #6b3d00; border-style: dashed; }
dd + dd { margin-top: .2rem; }
blockquote { margin: .5rem 0; padding: .5rem .9rem; border-left: 4px solid var(--blauw); background: var(--vlak); white-space: pre-wrap; }
.ernstig, .let-op, .weet { padding-left: 0; list-style: none; }
.ernstig li, .let-op li, .weet li { padding: .35rem .75rem; border-left: 4px solid var(--lijn); }
.ernstig li { border-left: 8px solid #8f1616; background: #fdf3f3; }
.let-op li { border-left: 4px dashed #6b3d00; }
.thema { padding-bottom: .5rem; border-bottom: 1px solid var(--lijn); }
.thema:last-child { border-bottom: 0; }
.naam { font-size: 13px; fill: #1b1f24; }
.zegt { font-size: 13px; font-weight: 600; fill: #1b1f24; }
.trede { fill: #fff; stroke: #143d66; stroke-width: 1; }
.vol { fill: #143d66; }
.streep { fill: url(#strepen); stroke: #4a5159; }
.open { stroke: #8f1616; stroke-dasharray: 4 3; }
.arcering { fill: none; stroke: #4a5159; stroke-width: 1; }
.wens { fill: #6b3d00; stroke: #fff; stroke-width: 1; }
.wenslijn { fill: none; stroke: #6b3d00; stroke-width: 2; }
code { font: .75rem/1.6 "Liberation Mono", Consolas, monospace; }
blockquote { break-inside: avoid; }
@media print {
  @page { @bottom-left { font: 6.5pt monospace; color: #4a5159; } }
  blockquote, .ernstig li { print-color-adjust: exact; }
}
)css");
}

}  // namespace mvoi::render
