import { useState } from 'react';
import type { Attachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { sentenceOf } from '../parts/Problem';
import type { Said } from '../session/view';
import type { Say } from '../wire/commands';
import type { Id } from '../wire/protocol';

/** A circle, and who hears what is said in it. */
export interface Hearing {
  circle: Id;
  people: readonly Id[];
}

/**
 * Speech of delegation and bench. It is meant for those who were on screen at its first letter: when others would hear it, one is asked first. An
 * answer stays in the circle of what it answers.
 */
export function useSaying(make: (text: string, answers: Said | null, circle: Id) => Say, files: Attachments, now: Hearing | null) {
  const { do: act } = useSession();
  const [text, setText] = useState('');
  const [meant, setMeant] = useState<Hearing | null>(null);
  const [question, setQuestion] = useState<Hearing | null>(null);
  const [chosen, setAnswers] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attached = files.circle !== null;
  const answers = chosen?.circle === now?.circle ? chosen : null;
  if (attached && meant === null && now) setMeant(now);

  const write = (words: string) => {
    setText(words);
    if (words.trim() !== '') setMeant(meant ?? now);
    else if (!attached) setMeant(null);
  };

  const sendTo = async (to: Hearing) => {
    const said = text;
    setText('');
    setMeant(null);
    setQuestion(null);
    setAnswers(null);
    setProblem(null);
    const going = files.take();
    const say = make(said.trim(), answers?.circle === to.circle ? answers : null, to.circle);
    const reply = await act(going.ids.length > 0 ? { ...say, files: going.ids } : say);
    if (reply.ok) return;
    going.giveBack(reply.refusal.code === 'file_gone');
    setProblem(sentenceOf(reply.refusal));
    setText((later) => (later === '' ? said : `${said}\n${later}`));
    setMeant(to);
  };

  return {
    text, write, problem, answers, setAnswers, question,
    send: () => {
      if (!now) return;
      if (meant && meant.circle !== now.circle && now.people.some((one) => !meant.people.includes(one))) setQuestion(now);
      else void sendTo(now);
    },
    /** Yes, to these people: the circle that the question named. */
    confirm: () => question && void sendTo(question),
    keep: () => setQuestion(null),
  };
}
