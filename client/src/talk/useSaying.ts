import { useState } from 'react';
import type { Attachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { sentenceOf } from '../parts/Problem';
import type { Said } from '../session/view';
import type { Say } from '../wire/commands';

/** Speech of delegation and bench: their people do not change under one's pen, so a refusal only gives the text back. */
export function useSaying(make: (text: string, answers: Said | null) => Say | null, files: Attachments) {
  const { do: act } = useSession();
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    const said = text;
    const say = make(said.trim(), answers);
    if (!say) return;
    setText('');
    setAnswers(null);
    setProblem(null);
    const going = files.take();
    const reply = await act(going.ids.length > 0 ? { ...say, files: going.ids } : say);
    if (reply.ok) return;
    going.giveBack(reply.refusal.code === 'file_gone');
    setProblem(sentenceOf(reply.refusal));
    setText((now) => (now === '' ? said : `${said}\n${now}`));
  };
  return { text, setText, send, problem, answers, setAnswers };
}
