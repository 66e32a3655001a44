import { useState } from 'react';
import { useLine } from '../line/context';
import type { Command } from '../wire/commands';
import type { Reply } from '../wire/protocol';
import { sentenceOf, sentenceOfError } from './Problem';

/** Does commands one at a time for a form or a button: busy while under way, a sentence when refused. */
export function useAct() {
  const line = useLine();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (command: Command): Promise<Reply> => {
    setBusy(true);
    setProblem(null);
    const reply = await line.do(command);
    setBusy(false);
    if (!reply.ok) setProblem(sentenceOf(reply.refusal));
    return reply;
  };
  return { act, busy, problem, setProblem };
}

/** The same for an HTTP call. */
export function useCall() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async <T,>(call: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(null);
    try {
      return await call();
    } catch (error) {
      setProblem(sentenceOfError(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem };
}
