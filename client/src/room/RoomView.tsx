import { DeadlineNotice } from '../deadline/DeadlineNotice';
import { Knocks } from '../knocks/Knocks';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Problem } from '../parts/Problem';
import { personOf } from '../session/select';
import type { Sitting } from '../session/view';
import { Composer } from '../talk/Composer';
import { Conversation } from '../talk/Conversation';
import { Turns } from '../turns/Turns';
import { hearers } from './hearers';
import { Left } from './Left';
import { MoveNotice } from './MoveNotice';
import { RoomHeader } from './RoomHeader';
import { SendQuestion } from './SendQuestion';
import { silentBecause } from './silence';
import { useDraft } from './useDraft';

/** The room one is in: who can hear, what was said, and where one speaks. The same for parties and mediators. */
export function RoomView({ sitting }: { sitting: Sitting }) {
  const { view, echoes, typing } = useSession();
  const language = view.hall.languages[0] ?? 'en';
  const { draft, left, write, send, confirm, keep, forgetLeft } = useDraft(sitting, language);
  const name = (id: string) => nameOf(personOf(view, id).name);
  const others = sitting.people.filter((id) => id !== view.self?.person);
  const writing = typing.filter((id) => others.includes(id));
  return (
    <section className="room" aria-label={t('room.label', { room: sitting.name })}>
      <RoomHeader sitting={sitting} />
      <MoveNotice sitting={sitting} />
      <DeadlineNotice sitting={sitting} />
      <Knocks sitting={sitting} />
      <Conversation
        key={sitting.sitting}
        circle={sitting.sitting}
        talk={sitting.talk}
        echoes={echoes.filter((e) => e.say.type === 'say')}
        label={t('room.conversation', { room: sitting.name })}
        empty={t('room.empty')}
      />
      <Turns sitting={sitting} />
      <p className="typing" aria-live="off">{writing.length > 0 && t('talk.typing', { names: list(writing.map(name)), count: writing.length })}</p>
      <Left sentence={left} onDismiss={forgetLeft} />
      <Problem sentence={draft.problem} />
      <Composer
        text={draft.text}
        onText={write}
        onSend={send}
        label={t('room.say', { room: sitting.name })}
        hearers={hearers(view, others)}
        disabled={silentBecause(view, sitting)}
      />
      <SendQuestion question={draft.question} text={draft.text} onSend={() => void confirm()} onKeep={keep} />
    </section>
  );
}
