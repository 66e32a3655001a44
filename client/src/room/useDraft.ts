import { useRef, useState } from 'react';
import type { Attachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import { peopleNamed } from '../people/names';
import type { Said, Sitting } from '../session/view';
import { emptyDraft, presentRoom, refused, wouldSurprise, written } from './draft';

/** Writing and sending in the room one is in. */
export function useDraft(now: Sitting, language: string, files: Attachments) {
  const { view, do: act, type } = useSession();
  const [draft, setDraft] = useState(emptyDraft);
  const [left, setLeft] = useState<string | null>(null);
  const typed = useRef(0);

  const write = (text: string) => {
    setDraft((d) => ({ ...written(d, text, files.circle ?? now.sitting), ...(text.trim() === '' && { sitting: files.circle }) }));
    if (text.trim() !== '' && Date.now() - typed.current > 2_000) {
      typed.current = Date.now();
      type(now.sitting);
    }
  };

  const answer = (said: Said | null) => setDraft((d) => ({ ...d, answers: said, sitting: d.sitting ?? (said ? said.circle : null) }));

  const sendTo = async (sitting: string) => {
    const { answers, marked } = draft;
    const text = draft.text.trim();
    const going = files.take();
    setDraft(emptyDraft);
    setLeft(null);
    const reply = await act({
      type: 'say', sitting, text, language, ...(answers?.circle === sitting ? { replyTo: answers.offset } : {}), ...(marked ? { marked } : {}),
      ...(going.ids.length > 0 && { files: going.ids }),
    });
    if (!reply.ok) going.giveBack(reply.refusal.code === 'file_gone');
    if (!reply.ok) return setDraft((d) => refused(d, { text, marked }, sitting, reply.refusal, sentenceOf(reply.refusal)));
    const gone = reply.answer?.left ?? [];
    if (gone.length > 0) {
      const names = peopleNamed(view, gone);
      setLeft(t('room.left', { names, count: gone.length }));
    }
  };

  const send = () => {
    // files alone were meant for those who were there when they were attached
    const meant = { ...draft, sitting: draft.sitting ?? files.circle };
    const begun = view.sittings.find((s) => s.sitting === meant.sitting);
    if (wouldSurprise(meant, begun, now)) return setDraft({ ...meant, question: { room: presentRoom(now) } });
    void sendTo(meant.sitting ?? now.sitting);
  };

  return {
    draft,
    left,
    write,
    answer,
    mark: (marked: boolean) => setDraft((d) => ({ ...d, marked })),
    send,
    /** Yes, to these people: the sitting that the question named, which may meanwhile have changed once more. */
    confirm: () => draft.question && void sendTo(draft.question.room.sitting),
    keep: () => setDraft((d) => ({ ...d, question: null })),
    forgetLeft: () => setLeft(null),
  };
}
