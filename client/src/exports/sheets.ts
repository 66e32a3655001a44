import { i18n, languageName, t, whenInFull } from '../messages';
import { partiesInOrder, partiesNamed } from '../people/names';
import { agenda, shown } from '../positions/values';
import { inForce } from '../protocol/inForce';
import { partyName } from '../session/select';
import type { PartyProposal } from '../session/partyProposals';
import type { Settlement } from '../session/settlements';
import type { SessionView } from '../session/view';
import { isComplete } from '../settlements/standing';
import { attestedBy, settledShown } from '../settlements/words';
import type { ProposedValue } from '../wire/proposals';
import { part, type Sheet } from './sheet';

const screen = () => i18n.locale;
const reference = (view: SessionView): [string, string] => [t('export.reference'), view.hall.reference];

const valueRows = (view: SessionView, values: readonly ProposedValue[]): [string, string][] => values.map(({ issue, value }) => {
  const known = view.issues[issue];
  return [known?.title ?? '', known ? shown(known, value) : value];
});

/** A settlement with its signatures and attestations; until all have signed it is stamped. */
export function settlementSheet(view: SessionView, one: Settlement): Sheet {
  const concluded = view.concluded.find((other) => other.settlement === one.settlement);
  return {
    format: 'iom-sessions/settlement-1', title: one.title, language: screen(),
    stamp: isComplete(one) ? null : `${t('export.withoutPrejudice')} · ${t(one.voided ? 'export.void' : 'export.unsigned')}`,
    parts: [
      part('', { rows: [reference(view), [t('settlement.signatories'), partiesNamed(view, one.parties)], [t('export.laid'), whenInFull(one.at)]] }),
      ...one.texts.map(({ language, authentic, text }) => part(`${languageName(language)} (${t(authentic ? 'settlement.authentic' : 'settlement.translation')})`, { language, words: [text] })),
      ...(one.values.length > 0 ? [part(t('settlement.values'), { rows: one.values.map((value) => [value.title, settledShown(view, value)] as const) })] : []),
      part(t('settlement.signatures'), { rows: one.parties.map((party) => {
        const signed = one.signatures.find((other) => other.party === party);
        return [partyName(view, party), signed ? `${signed.name}, ${whenInFull(signed.at)}` : t('export.notSigned')] as const;
      }) }),
      ...(concluded && concluded.attested.length > 0 ? [part(t('settlement.attested'), { words: concluded.attested.map(attestedBy) })] : []),
      part(t('export.fixed'), { rows: [[t('draft.hash'), one.digest], [t('export.salt'), one.salt]] }),
    ],
  };
}

/** A proposal of a party as far as it reached this reader; always stamped. */
export const proposalSheet = (view: SessionView, one: PartyProposal): Sheet => ({
  format: 'iom-sessions/proposal-1', title: one.title, language: screen(), stamp: t('export.withoutPrejudice'),
  parts: [
    part('', { rows: [reference(view), [t('export.from'), partyName(view, one.party)],
      ...Object.entries(one.standing).map(([party, standing]) => [partyName(view, party), t(`partyProposal.standing.${standing}`)] as const)] }),
    ...(one.text === '' ? [] : [part(languageName(one.language), { language: one.language, words: [one.text] })]),
    ...(one.values.length > 0 ? [part(one.if ? t('bracket.goes', { party: partyName(view, one.party) }) : t('proposal.values'), { rows: valueRows(view, one.values) })] : []),
    ...(one.if ? [part(t('bracket.if'), { rows: valueRows(view, one.if) })] : []),
  ],
});

/** All that one's own party has put down on the issues, with the level of each; nothing of anybody else's. */
export function positionsSheet(view: SessionView): Sheet {
  const party = view.self?.party ?? '';
  return {
    format: 'iom-sessions/positions-1', title: t('export.positions', { party: partyName(view, party) }), language: screen(), stamp: t('export.withoutPrejudice'),
    parts: [
      part('', { rows: [reference(view)] }),
      ...agenda(view).flatMap((issue) => {
        const own = view.positions[issue.issue]?.[party] ?? [];
        return own.length === 0 ? [] : [part(issue.title, { rows: own.map((one) => [
          `${t(`position.kind.${one.kind}`)}, ${t(`position.level.${one.level}`)}${one.withdrawn ? `, ${t('export.withdrawn')}` : ''}`,
          `${one.kind === 'position' || one.kind === 'reservationValue' ? shown(issue, one.value) : one.value}${one.note ? ` (${one.note})` : ''} · ${whenInFull(one.at)}`,
        ] as const) })];
      }),
    ],
  };
}

/** How the mediation ended, from what the hall was told: who, when, in what way; no room, no issue, no word of what was said. */
export function terminationSheet(view: SessionView): Sheet {
  const { hall } = view;
  const { number, protocol } = inForce(hall);
  const phases = hall.notices.flatMap((one) => (one.type === 'phase.changed' ? [one] : []));
  const mediators = Object.values(view.people).filter((one) => one.role === 'mediator').map((one) => one.name);
  return {
    format: 'iom-sessions/termination-1', title: t('termination.title'), language: screen(), stamp: null,
    parts: [
      part('', { rows: [
        reference(view), ...(hall.kind ? [[t('termination.kind'), t(`kind.${hall.kind}`)] as const] : []),
        [t('termination.parties'), partiesInOrder(view, hall.parties.map((one) => one.party)).join(', ')],
        ...hall.parties.filter((one) => one.withdrawn).map((one) => [t('termination.withdrawn'), one.name] as const),
        ...(mediators.length > 0 ? [[t('termination.mediators'), mediators.join(', ')] as const] : []),
        ...(hall.outcome ? [[t('termination.how'), t(`outcome.${hall.outcome}`)] as const] : []),
      ] }),
      part(t('termination.course'), { rows: phases.map((one) => [whenInFull(one.at), one.outcome ? t('notice.concluded', { outcome: t(`outcome.${one.outcome}`) }) : t(`termination.phase.${one.phase}`)] as const) }),
      ...(view.concluded.length > 0 ? [part(t('settlement.title'), { rows: view.concluded.flatMap((one) => [
        [whenInFull(one.at), t('termination.signed', { names: partiesNamed(view, one.parties) })] as const, [t('draft.hash'), one.digest] as const,
        ...one.attested.map((by) => [whenInFull(by.at), attestedBy(by)] as const),
      ]) })] : []),
      part(t('termination.disclosure'), { rows: [
        [t('termination.protocol'), number === null ? t('termination.strictest') : String(number)],
        [t('terms.disclosure'), t(`disclosure.${protocol?.disclosure ?? 'confidentialUnlessReleased'}`)],
        [t('terms.existence'), t(protocol?.existencePublic ? 'existence.public' : 'existence.secret')],
      ] }),
    ],
  };
}
