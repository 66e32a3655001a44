import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../src/wire/events';
import { carter, dayan, egypt, israel, secretariat } from '../fixtures/camp-david';
import { id } from '../fixtures/log';
import { open } from '../fixtures/open';
import { airfields, laid, settlements as homes, table } from '../positions/board';

const click = (name: string | RegExp, where: HTMLElement = document.body) => fireEvent.click(within(where).getByRole('button', { name }));
const dialog = () => screen.findByRole('dialog');
const [treaty, draft, salt, at] = [id('treaty'), id('draft'), '00112233445566778899aabbccddeeff', '1978-09-17T20:00:00Z'];
const words = 'The airfields are left.\nالقوات تنسحب';
const lines = ['settlement', salt, 'Framework', `${egypt} ${israel}`, `text en authentic ${words.length}`, words, 'text he translation 3', 'שלם', `value ${airfields} 8 0 10`, 'Airfield', '', '1982-04-25'];
const digest = createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
const put: EventBody = {
  type: 'settlement.put', settlement: treaty, title: 'Framework', parties: [egypt, israel], at, salt, digest,
  texts: [{ language: 'en', authentic: true, text: words }, { language: 'he', authentic: false, text: 'שלם' }], values: [{ issue: airfields, title: 'Airfield', value: '1982-04-25' }],
};
const signed = (party: string, name: string): EventBody => ({ type: 'settlement.signed', settlement: treaty, party, by: id(name), name, at });
const concluded: EventBody = { type: 'settlement.concluded', settlement: treaty, digest, parties: [egypt, israel], at };
const member = (...events: EventBody[]) =>
  laid(dayan()).add('party', id('p-israel'), { type: 'authorities.set', person: id('dayan'), authorities: ['speak', 'sign'] }).add('table', table, ...events);
const card = () => screen.getByRole('article', { name: 'Framework' });

describe('a settlement agreement', () => {
  it('SG1_is_put_together_from_clean_frozen_versions_and_agreed_values', async () => {
    const log = laid(carter()).add('table', table,
      ...[airfields, homes].flatMap((issue, at): EventBody[] => {
        const value = at === 0 ? '1982-04-25' : 'Leave';
        return [{ type: 'agreements.changed', issue, agreements: [{ party: egypt, value }, { party: israel, value }] }, { type: 'issue.statusSet', issue, status: 'agreed' }];
      }));
    const { stage, tell } = open(log);
    const frozen = (number: number, brackets: number): EventBody =>
      ({ type: 'version.frozen', draft, number, version: 7, by: id('carter'), at, brackets, salt: '', hash: 'ab', rule: 'confidentialUnlessReleased' });
    tell('draft', id('d-circle'), { type: 'draft.opened', draft, title: 'Framework', by: id('carter'), people: [id('carter')], singleText: false },
      frozen(1, 2), { type: 'version.text', draft, number: 1, text: '[a][b]' }, frozen(2, 0), { type: 'version.text', draft, number: 2, text: words });
    click('Issues');
    click('Put a settlement together');
    const form = await dialog();
    fireEvent.input(within(form).getByLabelText('Title'), { target: { value: 'Framework' } });
    const versions = within(form).getByLabelText<HTMLSelectElement>('Frozen version');
    expect([...versions.options].map((one) => one.value)).toEqual(['', `${id('d-circle')}/5`]);
    fireEvent.change(versions, { target: { value: `${id('d-circle')}/5` } });
    click('Add this language version', form);
    click('Lay it on the table to be signed', form);
    await waitFor(() => expect(stage.done).toMatchObject([{
      type: 'settlement.put', title: 'Framework', parties: [egypt, israel], issues: [airfields, homes], texts: [{ circle: id('d-circle'), offset: 5, authentic: true }],
    }]));
  });

  it('SG2_is_signed_after_it_was_shown_whole_in_two_steps_and_names_exactly_what_stood_there', async () => {
    const { stage, tell } = open(member(put));
    expect(screen.getByText('A settlement agreement waits to be signed for Israel: “Framework”.')).toBeTruthy();
    click('To the issues');
    click('Read and sign', card());
    const asked = await dialog();
    expect(asked.textContent).toContain(words);
    expect(asked.textContent).toContain('שלם');
    expect(asked.querySelector('[lang=he]')?.getAttribute('dir')).toBe('rtl');
    expect(within(asked).getByRole<HTMLButtonElement>('button', { name: 'Sign' }).disabled).toBe(true);
    fireEvent.click(within(asked).getByLabelText('I have read it to its end'));
    click('Sign', asked);
    expect(stage.done).toEqual([]);
    click('Sign for Israel, finally', asked);
    await waitFor(() => expect(stage.done).toEqual([{ type: 'settlement.sign', settlement: treaty, digest }]));
    tell('table', table, signed(israel, 'dayan'));
    expect(card().textContent).toContain('Israel: signed by dayan');
    expect(card().textContent).toContain('Egypt: not signed yet');
    expect(within(card()).queryByRole('button', { name: 'Read and sign' })).toBeNull();
  });

  it('SG2_what_does_not_match_its_hash_is_not_signed', async () => {
    const { stage } = open(member({ ...put, title: 'Framework', values: [] }));
    click('Issues');
    click('Read and sign', card());
    const asked = await dialog();
    fireEvent.click(within(asked).getByLabelText('I have read it to its end'));
    click('Sign', asked);
    click('Sign for Israel, finally', asked);
    await waitFor(() => expect(asked.textContent).toContain('does not match its hash'));
    expect(stage.done).toEqual([]);
  });

  it('SG3_a_mediator_voids_it_with_every_signature_and_the_trace_stays', async () => {
    const { stage, tell } = open(laid(carter()).add('table', table, put, signed(israel, 'dayan')));
    click('Issues');
    click('Void it', card());
    expect((await dialog()).textContent).toContain('The signatures of Israel are void with it.');
    click('Void it', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'settlement.void', settlement: treaty }]));
    tell('table', table, { type: 'settlement.voided', settlement: treaty, title: 'Framework', by: id('carter'), signedBy: [israel], at });
    expect(card().textContent).toContain('Void.');
    expect(card().textContent).toContain('The signatures of Israel are void with it.');
    expect(within(card()).queryByRole('button', { name: 'Void it' })).toBeNull();
  });

  it('SG4_the_secretariat_attests_what_it_does_not_read_by_its_hash', async () => {
    const log = secretariat();
    const { stage, tell } = open(log.add('hall', id('hall'), concluded));
    expect(document.body.textContent).toContain('Egypt and Israel signed one settlement agreement');
    expect(document.body.textContent).not.toContain(words);
    click('Attest it');
    expect((await dialog()).textContent).toContain(digest);
    click('Attest it', await dialog());
    await waitFor(() => expect(stage.done).toEqual([{ type: 'settlement.attest', settlement: treaty, digest }]));
    const self = stage.snapshot().view.self!;
    tell('hall', id('hall'), { type: 'settlement.attested', settlement: treaty, digest, by: self.person, name: 'The registry', role: 'secretariat', at });
    expect(document.body.textContent).toContain('Attested for the institution by The registry');
    expect(screen.queryByRole('button', { name: 'Attest it' })).toBeNull();
  });
});
