// Style of the HTML report: Sarabun embedded, light and dark, A4 in print, contrast of at least 4.5 to 1. Text only.
import fonts from './sarabun.json' with { type: 'json' };

const ranges = {
  thai: 'U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

/** @font-face rules with the fonts in them (SIL Open Font License 1.1). */
export function fontFaces(): string {
  const face = (script: keyof typeof ranges, weight: 400 | 700) =>
    `@font-face{font-family:Sarabun;font-style:normal;font-weight:${weight};font-display:block;` +
    `src:url(data:font/woff2;base64,${fonts[`${script}-${weight}`]}) format("woff2");unicode-range:${ranges[script]}}`;
  return `/* Sarabun © The Sarabun Project Authors, SIL Open Font License 1.1 */\n${(['thai', 'latin'] as const)
    .flatMap((script) => [face(script, 400), face(script, 700)])
    .join('\n')}`;
}

const light = `--bg:#fff;--fg:#1b1f24;--dim:#545b64;--line:#d5d9de;--soft:#f4f6f8;--link:#0b57a4;--focus:#0b57a4;
--met:#d8f0dc;--met-fg:#0b5a24;--not:#fbdad7;--not-fg:#8f1a12;--rev:#fdebc2;--rev-fg:#634200;--unk:#e6e0f2;--unk-fg:#46317a;--na:#eceef0;--na-fg:#4f565e;
--met-bar:#2e8b4a;--not-bar:#c4382d;--rev-bar:#d89a1c;--unk-bar:#7d66b3;--na-bar:#b4bac1`;
const dark = `--bg:#14171a;--fg:#e7eaed;--dim:#a9b1ba;--line:#3a4148;--soft:#1d2226;--link:#8ec5ff;--focus:#8ec5ff;
--met:#12391d;--met-fg:#a3e6b6;--not:#4f1814;--not-fg:#ffb9b1;--rev:#3f2f05;--rev-fg:#f6d27e;--unk:#2e2547;--unk-fg:#d3c3ff;--na:#2a2f34;--na-fg:#bcc3ca;
--met-bar:#46b368;--not-bar:#ea6a5e;--rev-bar:#e0ac3c;--unk-bar:#a18bd9;--na-bar:#6b737b`;

export const pageStyle = `:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--fg);font:400 1rem/1.6 Sarabun,"TH Sarabun New","TH SarabunPSK",Tahoma,sans-serif}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.75rem;line-height:1.3;margin:0 0 .25rem}
h2{font-size:1.35rem;margin:2.25rem 0 .75rem;border-bottom:2px solid var(--line);padding-bottom:.25rem}
h3,h4{margin:1.25rem 0 .4rem;line-height:1.4}
p{margin:.4rem 0}
a{color:var(--link)}
a:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
small,.dim,.place,.more,figcaption,.facts dt{color:var(--dim)}
small{font-size:.85em;font-weight:400}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem 1rem;z-index:9}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.warning{background:var(--rev);color:var(--rev-fg);padding:.6rem 1rem;border-radius:.4rem;font-weight:700}
.plain,.legend{list-style:none;margin:0;padding:0}
.overview{display:grid;grid-template-columns:minmax(220px,300px) 1fr;gap:1.5rem 2rem;align-items:start}
figure{margin:0}
.ring svg{width:100%;max-width:240px;display:block;margin:0 auto .5rem}
.arc{fill:none;stroke-width:6}
.share{font-weight:700;font-size:8px;text-anchor:middle;fill:var(--fg)}
.share-name{font-size:3.2px;text-anchor:middle;fill:var(--dim)}
.key{display:inline-block;width:.8em;height:.8em;border-radius:.2em;margin-right:.35em;vertical-align:-.05em}
.arc.compliant{stroke:var(--met-bar)}.arc.non-compliant{stroke:var(--not-bar)}.arc.undetermined{stroke:var(--unk-bar)}
.key.met,.key.compliant,.key.line-compliant{background:var(--met-bar)}.key.not-met,.key.non-compliant{background:var(--not-bar)}.key.review{background:var(--rev-bar)}.key.unknown,.key.undetermined{background:var(--unk-bar)}.key.not-applicable{background:var(--na-bar)}.key.line-met{background:var(--link)}
.bar.met{fill:var(--met-bar)}.bar.not-met{fill:var(--not-bar)}.bar.review{fill:var(--rev-bar)}.bar.unknown{fill:var(--unk-bar)}.bar.not-applicable{fill:var(--na-bar)}
.stack{width:100%;min-width:90px;height:.85rem;display:block;border-radius:.2rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700;padding:.25rem 0}
th,td{padding:.3rem .5rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--dim);font-size:.85rem}
.bars tbody th{font-weight:400;width:38%}.bars td{vertical-align:middle}.bars td:nth-child(2){width:26%}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.overview~.bars{margin-top:1.5rem}
.trend svg{width:100%;max-width:720px;display:block}
.trend .line{fill:none;stroke-width:2.5}.line.compliant{stroke:var(--met-bar)}.line.met{stroke:var(--link)}.dot.compliant{fill:var(--met-bar)}.dot.met{fill:var(--link)}
.grid{stroke:var(--line)}.tick{font-size:10px;text-anchor:end;fill:var(--dim)}
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:.75rem 0}
.filters label{display:flex;flex-direction:column;font-size:.85rem;color:var(--dim)}
.filters .wide{flex:1 1 16rem}
.filters select{max-width:15rem}
input,select,button{font:inherit;color:var(--fg);background:var(--bg);border:1px solid var(--dim);border-radius:.35rem;padding:.35rem .6rem;min-height:2.3rem}
button{cursor:pointer;background:var(--soft)}
.shown{flex-basis:100%;margin:0}
.scroll{overflow:auto;max-height:80vh;border:1px solid var(--line);border-radius:.4rem}
.matrix{border-collapse:separate;border-spacing:0;table-layout:fixed}
.matrix .name{width:20rem}.matrix .state{width:8.5rem}.matrix .mark{width:2.6rem}
.matrix th,.matrix td{vertical-align:middle}
.matrix thead th{position:sticky;top:0;background:var(--soft);z-index:2;text-align:center}
.matrix thead th:first-child{left:0;z-index:3;text-align:left}
.matrix tbody th{position:sticky;left:0;background:var(--bg);z-index:1;font-weight:400;overflow-wrap:anywhere}
.matrix tbody th small{display:block}
.matrix thead button{border:0;background:none;padding:.1rem .25rem;font-weight:700;color:inherit;width:100%;min-height:1.75rem;white-space:nowrap}
.matrix thead th:first-child button{text-align:left}
.matrix .criterion{padding:.2rem}
.matrix .advisory{font-style:italic}
abbr{text-decoration:none}
th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
.v{text-align:center!important;font-weight:700}
.matrix .v{padding:0;border-left:1px solid var(--bg)}
.matrix .v a{display:block;color:inherit;text-decoration:none;padding:.45rem .2rem;min-width:1.6rem}
.v.met,.tag.met,.tag.compliant{background:var(--met);color:var(--met-fg)}
.v.not-met,.tag.not-met,.tag.non-compliant{background:var(--not);color:var(--not-fg)}
.v.review,.tag.review{background:var(--rev);color:var(--rev-fg)}
.v.unknown,.tag.unknown,.tag.undetermined{background:var(--unk);color:var(--unk-fg)}
.v.not-applicable,.tag.not-applicable{background:var(--na);color:var(--na-fg)}
.tag{display:inline-block;border-radius:.3rem;padding:0 .5rem;font-size:.9rem;font-weight:700;white-space:nowrap}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;margin:.75rem 0}
.legend .v{display:inline-block;width:1.7rem;border-radius:.25rem}
.codes{columns:20rem;column-gap:2rem;margin:.5rem 0;font-size:.92rem}
.codes div{display:flex;gap:.6rem;break-inside:avoid}
.codes dt{font-weight:700;min-width:2.2rem}
.codes dd{margin:0}
.agency{border:1px solid var(--line);border-radius:.5rem;margin:.6rem 0;content-visibility:auto;contain-intrinsic-size:auto 3.4rem}
.agency>details>summary{padding:.6rem 1rem;cursor:pointer;display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
.agency>details>summary::before{content:"▸";color:var(--dim)}
.agency>details[open]>summary::before{content:"▾"}
.agency h3{display:inline;margin:0;font-size:1.1rem}
.agency .body{padding:0 1rem 1rem;scroll-margin-top:4rem}
.facts{margin:.25rem 0 1rem}
.facts div{display:flex;gap:.75rem;flex-wrap:wrap}
.facts dt{min-width:7rem}
.facts dd{margin:0;overflow-wrap:anywhere}
.cell{border-left:4px solid var(--na-bar);padding:.1rem 0 .1rem .9rem;margin:1rem 0}
.cell.met{border-color:var(--met-bar)}.cell.not-met{border-color:var(--not-bar)}.cell.review{border-color:var(--rev-bar)}.cell.unknown{border-color:var(--unk-bar)}
.cell:target{background:var(--soft);outline:2px solid var(--focus)}
.cell h4{margin:.2rem 0}
.evidence{list-style:none;padding:0;margin:.5rem 0}
.evidence>li{margin:.6rem 0}
.decision{border-left:3px solid var(--link);padding-left:.6rem}
.picture{margin:.5rem 0}.picture img{display:block;max-width:100%;height:auto;border:1px solid var(--line);border-radius:.3rem}
blockquote{margin:.2rem 0;padding:.4rem .8rem;background:var(--soft);border-radius:.3rem;overflow-wrap:anywhere}
.path{display:flex;flex-wrap:wrap;list-style:none;margin:.2rem 0;padding:0}
.path li{display:flex;max-width:100%}.path li+li::before{content:"›";padding:0 .45rem;color:var(--dim)}
.path a,.source a,.gaps a,.vendors a,.facts a{display:inline-block;min-height:1.6em;min-width:24px}
.url{color:var(--dim);font-size:.85rem;overflow-wrap:anywhere}
.source,.place{margin:.15rem 0}
.closest{border-left:3px dashed var(--line);padding-left:.9rem;margin:.5rem 0}
.remedy{background:var(--soft);border-radius:.3rem;padding:.5rem .9rem;margin:.5rem 0}
.remedy ol{margin:.2rem 0;padding-left:1.4rem}
.gaps{margin:.2rem 0;overflow-wrap:anywhere}
.vendors li{margin:.6rem 0}
.tools{display:flex;gap:.6rem}
nav.crumbs{margin:.5rem 0}
footer{margin-top:3rem;padding-bottom:2rem;color:var(--dim);font-size:.9rem}
@media (max-width:760px){.overview{grid-template-columns:1fr}.matrix .name{width:9rem}.matrix .state{width:6.5rem}.tag{white-space:normal}.tick{font-size:14px}
.bars tbody th{width:auto}.bars td[aria-hidden]{display:none}.bars th,.bars td{padding:.3rem .2rem}.bars thead th{font-size:.72rem;white-space:normal;vertical-align:bottom;max-width:4.2rem}.bars thead .key{display:block;margin:0 0 .1rem auto}}
@page{size:A4;margin:15mm 12mm}
@page wide{size:A4 landscape;margin:12mm}
@media print{:root{${light}}
body{font-size:10.5pt}header,main,footer{max-width:none;padding:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.filters,.skip,.tools,.help,.back{display:none!important}
.results{page:wide}
.scroll{overflow:visible;max-height:none;border:0}
.overview{display:block}.ring{display:flex;gap:2rem;align-items:center}.ring svg{max-width:150px;margin:0}
.matrix thead button{display:contents}.matrix thead button::after{content:none!important}
.matrix{font-size:8.5pt}.matrix thead{display:table-header-group}.matrix th,.matrix td{position:static!important;padding:.1rem .25rem}.matrix .v a{padding:.1rem}.matrix .name{width:7cm}.matrix .state{width:2.6cm}.matrix .mark{width:1cm}
tr,.evidence>li,.remedy,blockquote{break-inside:avoid}
h2,h3,h4,caption{break-after:avoid}.bars,figure{break-inside:avoid}.bars tbody th{width:46%}.bars td:nth-child(2){width:16%}.bars th,.bars td{padding:.15rem .3rem}
.agency{content-visibility:visible;contain-intrinsic-size:none;border:0;break-before:page}.tools+.agency{break-before:auto}
.agency>details>summary{padding:0}.agency>details>summary::before{display:none}
.agency .body{padding:0}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}}`;
