import { useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import type { Command, Confirm } from '../wire/commands';
import type { Consequences, Id, Refusal, Reply, RoomOnFloor } from '../wire/protocol';
import { arrangeOf, type Plan, planned, projected } from './plan';

/** A move that the server asks about a second time, with what it would bring about. */
export interface Question {
  consequences: Consequences;
  again: (confirm: Confirm) => Promise<void>;
}

export interface Conflict {
  sentence: string;
  rooms: RoomOnFloor[];
}

const nothing: Plan = new Map();

/** What a mediator does on the floor: moves at once, or collects them into a plan. */
export function useFloor() {
  const { view, do: act, preview } = useSession();
  const rooms = view.bench?.rooms ?? [];
  const [planning, setPlanning] = useState(false);
  const [plan, setPlan] = useState<Plan>(nothing);
  const [question, setQuestion] = useState<Question | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [consequences, setConsequences] = useState<Consequences | null>(null);

  const change = (next: Plan) => {
    setPlan(next);
    setConsequences(null);
  };
  const settle = (refusal: Refusal, again: Question['again']) => {
    const { detail } = refusal;
    if (refusal.code === 'needs_confirmation' && detail?.consequences) setQuestion({ consequences: detail.consequences, again });
    else if (refusal.code === 'floor_changed') setConflict({ sentence: sentenceOf(refusal), rooms: detail?.rooms ?? [] });
    else setProblem(sentenceOf(refusal));
  };

  /** Does a command that may be asked about a second time; the second is a command of its own, with what was affirmed. */
  const doConfirmed = async (make: (confirm?: Confirm) => Command, done?: () => void): Promise<Reply> => {
    setProblem(null);
    setConflict(null);
    const attempt = async (confirm?: Confirm): Promise<Reply> => {
      const reply = await act(make(confirm));
      if (reply.ok) done?.();
      else settle(reply.refusal, async (affirmed) => void (await attempt(affirmed)));
      return reply;
    };
    return attempt();
  };

  const applyPlan = async (what: Plan, done?: () => void): Promise<void> => {
    if (what.size === 0) return;
    // The basis is what is on screen now, also for the second asking: a change in between is a conflict, not a surprise.
    const seen = rooms;
    await doConfirmed((confirm) => arrangeOf(view, seen, what, confirm), done);
  };

  const move = (people: readonly Id[], room: Id | null) => {
    if (planning) change(planned(view, rooms, plan, people, room));
    else void applyPlan(planned(view, rooms, nothing, people, room));
  };

  const look = async () => {
    const reply = await preview(arrangeOf(view, rooms, plan));
    if (!reply) setProblem(t('problem.noAnswer'));
    else if (reply.ok) setConsequences(reply.consequences);
    else settle(reply.refusal, async () => undefined);
  };

  const endPlan = () => {
    change(nothing);
    setPlanning(false);
  };

  return {
    rooms,
    shown: planning ? projected(view, rooms, plan) : rooms,
    planning, plan, question, conflict, problem, consequences,
    startPlan: (first: Plan = nothing) => {
      setPlanning(true);
      change(first);
    },
    endPlan,
    look,
    apply: () => void applyPlan(plan, endPlan),
    applyPlan,
    move,
    doConfirmed,
    answer: (confirm: Confirm | null) => {
      const asked = question;
      setQuestion(null);
      if (confirm) void asked?.again(confirm);
    },
    dismiss: () => {
      setConflict(null);
      setProblem(null);
    },
  };
}

export type Floor = ReturnType<typeof useFloor>;
