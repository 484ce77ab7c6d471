import { DARK, LIGHT, type Palette } from '../palette.ts';
import { widthRules } from './widths.ts';

const COLOURS = Object.keys(LIGHT) as readonly (keyof Palette)[];

/** The style sheet: light and dark as the reader has it, always light on paper. It is the same for every report. */
export function styleSheet(): string {
  return `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)}}}
${COLOURS.map((name) => `.f-${name}{fill:var(--${name})}.s-${name}{stroke:var(--${name})}`).join('\n')}
.f-no{fill:none}
${RULES}
${widthRules()}
${PRINT}
`;
}

function variables(palette: Palette): string {
  return COLOURS.map((name) => `--${name}:${palette[name]}`).join(';');
}

const RULES = `
*,::before,::after{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{
  margin:0;background:var(--surface);color:var(--ink);
  font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;
  line-height:1.6;overflow-wrap:break-word;
}
main,header>p,footer>p{max-width:72rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
main:focus{outline:none}
h1,h2,h3,h4,h5,h6{line-height:1.25;color:var(--accent);text-wrap:balance;hyphens:auto;hyphenate-limit-chars:12 4 4;scroll-margin-top:1rem}
h1{font-size:clamp(1.7rem,1.3rem + 2vw,2.5rem);font-weight:700;letter-spacing:-.01em;margin:0 0 .5rem}
h2{font-size:clamp(1.2rem,.92rem + 1.6vw,1.6rem);font-weight:650;margin:3.5rem 0 1rem;padding-bottom:.45rem;border-bottom:2px solid var(--accent)}
h3{font-size:clamp(1.12rem,1rem + .6vw,1.25rem);font-weight:650;margin:2.5rem 0 .75rem}
h4{font-size:1.06rem;font-weight:650;margin:2rem 0 .5rem}
h5,h6{font-size:1rem;font-weight:650;color:var(--ink);margin:1.5rem 0 .5rem}
p,ul,ol{margin:0 0 1rem;max-width:44rem}
ul,ol{padding-left:1.4rem}
li{margin-bottom:.3rem}
li>ul,li>ol{margin:.3rem 0 0}
.note{font-size:.9rem;color:var(--muted)}
.long-word{overflow-wrap:anywhere}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:1rem;top:.5rem;z-index:1;padding:.5rem 1rem;background:var(--surface);font-weight:600}
.skip:not(:focus){clip-path:inset(50%);width:1px;height:1px;padding:0;overflow:hidden;white-space:nowrap}
header{border-top:.4rem solid var(--accent);background:var(--raised);border-bottom:1px solid var(--line)}
header>p{margin-block:0;padding-block:.8rem;font-weight:600;color:var(--accent)}
.title{padding-top:clamp(1.75rem,5vw,3.5rem);margin-bottom:2rem}
.subtitle{font-size:1.15rem;color:var(--muted);margin:0}
footer{margin-top:4rem;border-top:1px solid var(--line);background:var(--raised);padding-block:1.5rem}
footer>p{margin-block:.35rem;font-size:.9rem;color:var(--muted)}

.contents{margin:2rem 0;padding:1.1rem 1.4rem 1.2rem;background:var(--raised);border:1px solid var(--line);border-radius:6px}
.contents h2{font-size:1.06rem;margin:0 0 .6rem;padding:0;border:0}
.contents ol{list-style:none;margin:0;padding:0;max-width:none}
.contents>ol{columns:17rem 3;column-gap:2.5rem}
.contents>ol>li{break-inside:avoid;margin-bottom:.6rem;font-weight:600}
.contents ol ol{padding-left:.9rem;font-weight:400;font-size:.92rem}
.contents li{margin:0}
.contents a{display:inline-block;padding-block:.12rem;text-decoration-color:transparent}
.contents a:hover,.contents a:focus{text-decoration-color:currentColor}

.choice{margin:2rem 0;padding:.9rem 1.4rem 1rem;border:1px solid var(--line);border-radius:6px}
.choice fieldset{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;margin:0;padding:0;border:0;min-width:0}
.choice legend{font-weight:650;color:var(--accent);padding:0;margin-bottom:.5rem}
.control{display:flex;flex-direction:column;gap:.2rem;min-width:0;flex:0 1 20rem}
.control label{font-size:.9rem;color:var(--muted)}
.choice select,.choice button{
  font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--edge);border-radius:4px;
  padding:.4rem .6rem;min-height:2.5rem;max-width:100%;min-width:0
}
.choice button{cursor:pointer;padding-inline:1rem}
.choice button:hover{background:var(--head)}
.choice [role=status]{margin:.7rem 0 0;font-size:.95rem}
.nothing{margin:-1rem 0 2rem;padding:.6rem .75rem;color:var(--muted);background:var(--raised)}

.table-region{overflow-x:auto;margin:1.5rem 0 2rem;max-width:100%}
.table-region:focus-visible{outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:.94rem;line-height:1.45;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-weight:650;font-size:1rem;padding:0 0 .6rem;color:var(--ink)}
caption span{position:sticky;left:0;display:inline-block;max-width:min(70rem,calc(100vw - 2rem))}
th,td{padding:.55rem .75rem;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--line)}
thead th,thead td{
  background:var(--head);color:var(--accent);font-weight:600;font-size:.88rem;vertical-align:bottom;line-height:1.3;
  border-bottom:1px solid var(--edge);hyphens:auto;hyphenate-limit-chars:12 4 4
}
thead .group{text-align:center;border-bottom:1px solid var(--edge);border-inline:.5rem solid var(--head)}
tbody th,td{hyphens:auto;hyphenate-limit-chars:12 4 4}
.right{text-align:right}
.figure{white-space:nowrap}
.total>*{font-weight:650;border-top:2px solid var(--accent);border-bottom:2px solid var(--accent)}
td p,td ul,td ol,th p{margin:0 0 .55rem;max-width:46rem}
td>:last-child,th>:last-child{margin-bottom:0}
tr[hidden]{display:none}
@media screen and (max-width:48rem){td.prose{min-width:19rem}}

svg{max-width:100%;height:auto}
.status{display:inline-flex;align-items:baseline;gap:.4em}
.mark{flex:none;width:.78em;height:.78em;transform:translateY(.04em);overflow:visible}
@media screen and (min-width:60rem){.status.short{white-space:nowrap}}
li.marked{list-style:none;margin-left:-1.2rem}
.status-green .mark{fill:var(--green)}
.status-yellow .mark{fill:var(--yellow)}
.status-red .mark{fill:var(--red)}
.status-none .mark{stroke:var(--none)}
.mark .hollow{fill:none}

.chart{margin:2rem 0 2.5rem;padding:0}
figcaption{font-weight:650;margin-bottom:.9rem}
figcaption .place{display:block;font-weight:400;font-size:.9rem;color:var(--muted)}
.chart>svg{display:block;font-family:inherit;overflow:visible;font-variant-numeric:tabular-nums}
.sheet-smal{width:100%;max-width:24rem}
@media (min-width:36.01rem){.chart>.sheet-smal{display:none}}
@media (max-width:36rem),(min-width:54.01rem){.chart>.sheet-mellan{display:none}}
@media (max-width:54rem){.chart>.sheet-bred{display:none}}
details{margin-top:.9rem}
summary{width:fit-content;cursor:pointer;color:var(--accent);padding:.25rem 0;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}
details .table-region{margin-top:.75rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){
  .mark path,.f-green,.f-yellow,.f-red,.f-none,.f-accent,.f-ink,.f-muted{fill:CanvasText}
  .mark .hollow,.f-no{fill:none;stroke:CanvasText}
}
`;

const PRINT = `
@page{size:A4;margin:17mm 15mm 18mm;@bottom-right{content:"Sida " counter(page) " av " counter(pages);font:8.5pt sans-serif;color:#4b5563}}
@media print{
  :root{color-scheme:light}
  html{font-size:10pt}
  body{line-height:1.45}
  main,header>p,footer>p{max-width:none;padding-inline:0}
  .skip,.choice fieldset,summary,details:not([open]){display:none}
  .choice{border:0;padding:0;margin:1rem 0}
  .choice:not(.is-chosen){display:none}
  header{background:none;border-bottom:0}
  header>p{padding-block:.4rem}
  footer{background:none;margin-top:2rem;break-before:avoid}
  h2{margin-top:2rem}
  h1,h2,h3,h4,h5,h6,caption,figcaption{break-after:avoid;break-inside:avoid}
  :is(h2,h3,h4,h5,h6)+.note{break-after:avoid}
  p,li{orphans:3;widows:3}
  .contents{break-inside:avoid}
  .table-region{overflow:visible}
  table{min-width:0!important;font-size:8.6pt;line-height:1.35}
  thead{display:table-header-group}
  tr{break-inside:avoid}
  tbody>tr:first-child{break-before:avoid}
  :is(h2,h3,h4,h5,h6)+p{break-after:avoid}
  thead th,thead td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  th,td{padding:1.3mm 2mm}
  .chart{break-inside:avoid}
  .chart>svg.sheet-bred{display:block}
  .chart>svg:not(.sheet-bred){display:none}
  a{color:inherit}
}
`;
