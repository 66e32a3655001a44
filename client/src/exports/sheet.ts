import { directionOf } from '../statements/direction';

/** Part of a document that is taken away: words, or rows of a name and what it is. */
export interface SheetPart {
  heading: string;
  /** In which its words are; null: that of the sheet. */
  language: string | null;
  words: readonly string[];
  rows: readonly (readonly [string, string])[];
}

/** A document that is taken away: the same parts as a page and for programs. */
export interface Sheet {
  format: 'iom-sessions/settlement-1' | 'iom-sessions/proposal-1' | 'iom-sessions/positions-1' | 'iom-sessions/termination-1';
  title: string;
  language: string;
  /** Stands on it and on every printed page; null: it is the settlement itself. */
  stamp: string | null;
  parts: readonly SheetPart[];
}

export const part = (heading: string, to: Partial<Omit<SheetPart, 'heading'>>): SheetPart => ({ heading, language: null, words: [], rows: [], ...to });

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
const spoken = (language: string): string => `lang="${safe(language)}" dir="${directionOf(language)}"`;

// nothing is loaded from anywhere; the reader's own fonts show every script, and his browser prints it
const style = `@page{margin:22mm 18mm}body{font:16px/1.6 "Noto Serif","Noto Naskh Arabic","Noto Serif CJK SC",serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-block-start:2rem;break-after:avoid}.words{white-space:pre-wrap;overflow-wrap:anywhere}
.stamp{border:2px solid;padding:.3rem .8rem;display:inline-block;font-weight:bold;text-transform:uppercase;letter-spacing:.06em}
table{border-collapse:collapse;inline-size:100%}th,td{border-block-end:1px solid #999;padding:.35rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}th{font-weight:600;inline-size:35%}`;

// in the margin of every printed page, where no words are; each sign by its number, so that none ends the string or the style
const everyPage = (stamp: string): string =>
  `@page{@bottom-center{font:bold 8pt sans-serif;content:"${[...stamp].map((sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `).join('')}"}}`;

/** A page that runs nothing and loads nothing: it shows right-to-left and Chinese text as the browser does, and prints as it stands. */
export function pageOf({ title, language, stamp, parts }: Sheet): string {
  const body = parts.map(({ heading, language: own, words, rows }) => `<section>${heading && `<h2 dir="auto">${safe(heading)}</h2>`}
${words.map((text) => `<div class="words" ${spoken(own ?? language)}>${safe(text)}</div>`).join('\n')}
${rows.length > 0 ? `<table>${rows.map(([name, is]) => `<tr><th scope="row" dir="auto">${safe(name)}</th><td dir="auto">${safe(is)}</td></tr>`).join('\n')}</table>` : ''}</section>`).join('\n');
  return `<!DOCTYPE html>
<html ${spoken(language)}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${safe(title)}</title><style>${style}${stamp ? everyPage(stamp) : ''}</style></head>
<body>${stamp ? `<p class="stamp">${safe(stamp)}</p>` : ''}
<h1 dir="auto">${safe(title)}</h1>
${body}</body></html>
`;
}

export const jsonOf = (sheet: Sheet): string => `${JSON.stringify(sheet, null, 2)}\n`;
