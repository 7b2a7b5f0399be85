// SPDX-License-Identifier: EUPL-1.2
// The style of the page of a contract alone: findings, texts of people, and the bars of the picture.
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

void write_statement_style(Html& html) {
    html.markup(R"css(
.kern { font-size: 1.13rem; }
.half { color: #6b3d00; border-style: dashed; }
dd + dd { margin-top: .2rem; }
blockquote { margin: .5rem 0; padding: .5rem .9rem; border-left: 4px solid var(--blauw); background: var(--vlak); white-space: pre-wrap; break-inside: avoid; }
.standen { padding-left: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.zegt-ons { padding-left: 0; list-style: none; }
.zegt-ons li { padding: .35rem .75rem; border-left: 4px dashed #6b3d00; }
h3 { margin-top: 2.25rem; padding-top: .25rem; border-top: 1px solid var(--lijn); }
h2 + h3 { margin-top: .5rem; border-top: 0; }
.naam { font-size: 13px; fill: #1b1f24; }
.zegt { font-size: 13px; font-weight: 600; fill: #1b1f24; }
.baan { fill: #fff; stroke: #4a5159; stroke-width: 1; }
.vol { fill: #143d66; }
.leeg { fill: none; stroke: #8f1616; stroke-width: 1; stroke-dasharray: 4 3; }
.vraagt { fill: none; stroke: #6b3d00; stroke-width: 3; }
@media print {
  blockquote, .zegt-ons li { print-color-adjust: exact; }
}
)css");
}

}  // namespace mvoi::render
