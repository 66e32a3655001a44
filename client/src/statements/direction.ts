const rightToLeft: ReadonlySet<string> = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'nqo', 'pnb', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const scripts: ReadonlySet<string> = new Set(['adlm', 'arab', 'aran', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

/** From which side a language is written. Also an empty field has it, so that one begins on the right side. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  const [tongue = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  return (script ? scripts.has(script) : rightToLeft.has(tongue)) ? 'rtl' : 'ltr';
}
