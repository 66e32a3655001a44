import { expect, it } from 'vitest';
import { directionOf } from '../../src/drafts/scripts';

it.each([
  ['يقيس الطرفان', 'rtl'],
  ['The Parties', 'ltr'],
  ['## المادة 1', 'rtl'],
  ['1. المادة', 'rtl'],
  ['- (أ) كل شهر', 'rtl'],
  ['[Aldova: معًا] The', 'rtl'],
  ['[Aldova, Brenia：يلتزم]', 'rtl'],
  ['[Aldova: shall]', 'ltr'],
  ['[Aldova: ]', 'ltr'],
  ['湖泊水位', 'ltr'],
  ['שתי המדינות', 'rtl'],
  ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
  ['12 – 14', null],
  ['', null],
])('DR1 %s is read %s', (line, direction) => expect(directionOf(line)).toBe(direction));
