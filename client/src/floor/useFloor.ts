import { useRef, useState } from 'react';
import { useSession } from '../line/context';
import { t } from '../messages';
import { sentenceOf } from '../parts/Problem';
import type { Command, Confirm } from '../wire/commands';
import type { Consequences, Id, Refusal, Reply, RoomOnFloor } from '../wire/protocol';
import type { LeftOut } from '../arrangements/fitting';
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
  const [made, setMade] = useState<readonly Id[]>([]);
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const [question, setQuestion] = useState<Question | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [previewed, setPreviewed] = useState<{ consequences: Consequences; seen: readonly RoomOnFloor[] } | null>(null);
  // a preview counts for the plan it was asked for, and not when that has changed meanwhile
  const looked = useRef(0);

  const change = (next: Plan) => {
    looked.current++;
    setPlan(next);
    setPreviewed(null);
  };
  const settle = (refusal: Refusal, again: Question['again']) => {
    const { detail } = refusal;
    if (refusal.code === 'needs_confirmation' && detail?.consequences) setQuestion({ consequences: detail.consequences, again });
    else if (refusal.code === 'floor_changed') {
      setPreviewed(null);
      setConflict({ sentence: sentenceOf(refusal), rooms: detail?.rooms ?? [] });
    } else setProblem(sentenceOf(refusal));
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

  /** The basis is the floor it was decided on, also for the second asking: a change in between is a conflict, not a surprise. */
  const applyPlan = async (what: Plan, done?: () => void, seen = rooms): Promise<void> => {
    if (what.size === 0) return;
    await doConfirmed((confirm) => arrangeOf(view, seen, what, confirm), done);
  };

  const move = (people: readonly Id[], room: Id | null) => {
    if (planning) change(planned(view, rooms, plan, people, room));
    else void applyPlan(planned(view, rooms, nothing, people, room));
  };

  const look = async (what = plan) => {
    if (what.size === 0) return;
    const seen = rooms;
    const asked = ++looked.current;
    const reply = await preview(arrangeOf(view, seen, what));
    if (asked !== looked.current) return;
    if (!reply) setProblem(t('problem.noAnswer'));
    else if (reply.ok) setPreviewed({ consequences: reply.consequences, seen });
    else settle(reply.refusal, async () => undefined);
  };

  const endPlan = () => {
    change(nothing);
    setLeftOut([]);
    setPlanning(false);
  };

  return {
    rooms,
    shown: planning ? projected(view, rooms, plan) : rooms,
    planning, plan, leftOut, question, conflict, problem,
    consequences: previewed?.consequences ?? null,
    /** `rooms`: made for this plan; they go with it when it is discarded. */
    startPlan: (first: Plan = nothing, roomsMade: readonly Id[] = []) => {
      setPlanning(true);
      setMade(roomsMade);
      change(first);
    },
    /** A plan that is already known, previewed at once; `without`: who is left out of it, and why. */
    planAgain: (known: Plan, without: readonly LeftOut[]) => {
      setPlanning(true);
      setMade([]);
      setLeftOut(without);
      change(known);
      void look(known);
    },
    discardPlan: () => {
      for (const room of rooms) {
        if (made.includes(room.room) && room.people.length === 0) void act({ type: 'room.close', room: room.room, sitting: null });
      }
      endPlan();
    },
    look,
    apply: () => void applyPlan(plan, endPlan, previewed?.seen),
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
