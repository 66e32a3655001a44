import { useCallback, useEffect, useRef } from 'react';
import { BriefingLines } from '../briefings/BriefingLines';
import { useSession } from '../line/context';
import type { Echo } from '../line/pending';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import type { Said } from '../session/view';
import type { Id } from '../wire/protocol';
import { EchoLine } from './EchoLine';
import { SaidLine } from './SaidLine';
import { useEarlier } from './useEarlier';

interface Props {
  circle: Id;
  talk: readonly Said[];
  echoes?: readonly Echo[];
  label: string;
  empty: string;
  /** A conversation that is over is read, not followed. */
  live?: boolean;
  /** Of a sitting: who sat there. */
  people?: readonly Id[];
  /** One answers something said here. */
  onAnswer?: (said: Said) => void;
  /** One after the newest event, when nothing of it is on screen yet. */
  end?: number;
}

/** What was said, in the order of the log; then own words that are not there yet, and marked so. */
export function Conversation({ circle, talk: told, echoes = [], label, empty, live = true, people, onAnswer, end: until }: Props) {
  const { view } = useSession();
  const held = view.circles[circle];
  const from = told[0]?.offset ?? until ?? (held?.offset ?? 0) + 1;
  const missing = until !== undefined || (held ? held.told < held.offset : false);
  const { earlier, renditions: late, briefings: copied, more, busy, problem, show } = useEarlier(circle, from, missing, until !== undefined);
  const talk = [...earlier, ...told];
  const renditions = [...view.renditions, ...late.filter((one) => !view.renditions.some((known) => known.key === one.key))];
  const briefings = [...copied.filter((one) => !view.briefings.some((known) => known.key === one.key)), ...view.briefings.filter((one) => one.sitting === circle)];
  const { box, onScroll } = useFollow(told.length + echoes.length, live);
  return (
    // A long conversation scrolls, so the keyboard has to reach it.
    <div className="conversation" ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-label={label} aria-live={live ? 'polite' : 'off'}>
      {more && <button type="button" className="earlier-more" disabled={busy} onClick={() => void show()}>{t('talk.earlier')}</button>}
      <Problem sentence={problem} />
      {!more && talk.length + echoes.length === 0 && <p className="soft conversation-empty">{empty}</p>}
      <ol>
        {talk.map((said, at) => (
          <SaidLine
            key={`${said.circle}/${said.offset}`}
            said={said}
            own={said.by === view.self?.person}
            goesOn={goesOn(talk[at - 1], said)}
            answers={said.replyTo === null ? null : (talk.find((one) => one.offset === said.replyTo) ?? 'earlier')}
            renditions={renditions.filter((one) => one.sitting === said.circle && one.offset === said.offset)}
            people={people ?? null}
            onAnswer={onAnswer}
          />
        ))}
        {echoes.map((echo) => (
          <EchoLine key={echo.id} echo={echo} />
        ))}
      </ol>
      <BriefingLines briefings={briefings} />
      <span className="unseen">{live ? '' : t('talk.over')}</span>
    </div>
  );
}

/** Whether somebody simply goes on speaking: then his name need not be said again. */
export function goesOn(before: Said | undefined, now: Said): boolean {
  return before?.by === now.by && !before.made && !now.made && now.replyTo === null && Date.parse(now.at) - Date.parse(before.at) < 120_000;
}

/** Keeps the newest in sight, unless the reader has gone back to read: where he was before something came, not after it. */
function useFollow(count: number, live: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const follow = useCallback(() => {
    if (live && atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [live]);
  useEffect(follow, [count, follow]);
  useEffect(() => {
    if (!box.current || !('ResizeObserver' in globalThis)) return;
    const observer = new ResizeObserver(follow);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [follow]);
  const onScroll = () => {
    const { current } = box;
    if (current) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 160;
  };
  return { box, onScroll };
}
