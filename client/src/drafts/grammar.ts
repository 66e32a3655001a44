import { parser, Strikethrough, Table } from '@lezer/markdown';

/** The signs in a draft. Raw HTML is text here, as everything else that is no part of an agreement. */
export const grammar = parser.configure([Table, Strikethrough, { remove: ['HTMLBlock', 'HTMLTag', 'SetextHeading', 'IndentedCode'] }]);

/** Signs that only say how words look. */
export const signs: ReadonlySet<string> = new Set(['HeaderMark', 'EmphasisMark', 'StrikethroughMark', 'CodeMark']);

/** The words of a draft without the signs that only say how they look. */
export function plain(markdown: string): string {
  let [text, at] = ['', 0];
  grammar.parse(markdown).iterate({
    enter({ name, from, to }) {
      if (!signs.has(name)) return;
      text += markdown.slice(at, from);
      at = name === 'HeaderMark' && markdown[to] === ' ' ? to + 1 : to;
    },
  });
  return text + markdown.slice(at);
}
