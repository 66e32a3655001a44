import { useEffect, useRef, useState } from 'react';
import { useLine } from '../line/context';
import { t } from '../messages';
import { sentenceOfError } from '../parts/Problem';
import type { Id } from '../wire/protocol';
import { maxBytes, maxFiles, upload } from './upload';

/** A file that is going to be said, or was refused. */
export interface Attachment {
  key: number;
  name: string;
  size: number;
  /** Of it uploaded, 0 to 1. */
  part: number;
  id: Id | null;
  problem: string | null;
  stop: AbortController;
}

/** Files attached to what one is writing. */
export interface Attachments {
  all: readonly Attachment[];
  /** Those uploaded and ready to be said. */
  ids: Id[];
  busy: boolean;
  problem: string | null;
  /** The circle on screen when the first was attached; null: there is none. */
  circle: Id | null;
  add: (files: Iterable<File>) => void;
  remove: (key: number) => void;
  /** Takes them to be sent; when that is refused they come back, unless they are gone. */
  take: () => { ids: Id[]; giveBack: (gone: boolean) => void };
}

/** Files for one talk. Changing the place takes them off: what was meant for one room never slips into another. */
export function useAttachments(circle: Id, place: string): Attachments {
  const { session } = useLine();
  const [all, setAll] = useState<readonly Attachment[]>([]);
  const [meant, setMeant] = useState<Id | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keys = useRef(0);
  const held = useRef(all);
  held.current = all;

  useEffect(() => () => {
    for (const one of held.current) one.stop.abort();
    if (held.current.length > 0) setProblem(t('files.meantElsewhere'));
    setAll([]);
    setMeant(null);
  }, [place]);

  const change = (key: number, by: Partial<Attachment>) => setAll((now) => now.map((one) => (one.key === key ? { ...one, ...by } : one)));

  const begin = (file: File) => {
    const one: Attachment = {
      key: ++keys.current, name: file.name, size: file.size, part: 0, id: null, stop: new AbortController(),
      problem: file.size > maxBytes ? t('files.tooLarge') : null,
    };
    setAll((now) => [...now, one]);
    if (one.problem !== null) return;
    upload(session, circle, file, (part) => change(one.key, { part }), one.stop.signal).then(
      (id) => change(one.key, { id, part: 1 }),
      (error: unknown) => change(one.key, { problem: sentenceOfError(error) }),
    );
  };

  const ids = all.flatMap(({ id }) => (id === null ? [] : [id]));
  return {
    all,
    ids,
    busy: all.some(({ id, problem: refused }) => id === null && refused === null),
    problem,
    circle: ids.length > 0 || all.length > 0 ? meant : null,
    add: (files) => {
      const room = maxFiles - all.length;
      const chosen = [...files];
      setProblem(chosen.length > room ? t('files.tooMany') : null);
      if (meant === null || all.length === 0) setMeant(circle);
      chosen.slice(0, room).forEach(begin);
    },
    remove: (key) => {
      all.find((one) => one.key === key)?.stop.abort();
      setAll((now) => now.filter((one) => one.key !== key));
    },
    take: () => {
      const going = all.filter(({ id }) => id !== null);
      setAll([]);
      setProblem(null);
      return {
        ids,
        giveBack: (gone) => !gone && setAll((now) => [...going, ...now]),
      };
    },
  };
}
