import { useEffect, useState } from 'react';
import { useLine } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import type { Refusal } from '../wire/protocol';
import type { TablingCommand, TakenText } from '../wire/drafts';
import { placeOf, type Tabled } from './tabled';

/** What a proposal with this version as its text would say, as the server takes it; or why not. */
export function useTabled(one: Tabled | null, ask: TablingCommand) {
  const line = useLine();
  const [taken, setTaken] = useState<TakenText | null>(null);
  const [refused, setRefused] = useState<Pick<Refusal, 'code' | 'sentence'> | null>(null);
  const version = one && placeOf(one);
  useEffect(() => {
    let here = true;
    setTaken(null);
    setRefused(null);
    if (version) {
      void line.previewDraft({ ...ask, text: '', from: version }).then((reply) => {
        if (!here) return;
        if (reply?.ok) setTaken(reply.taken);
        else setRefused(reply ? { code: reply.refusal.code, sentence: sentenceOf(reply.refusal) } : { code: '', sentence: t('problem.noAnswer') });
      });
    }
    return () => {
      here = false;
    };
    // nothing else of the command changes what the version says
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [line, version?.circle, version?.offset, ask.proposal]);
  return { taken, refused };
}
