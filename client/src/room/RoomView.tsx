import { DeadlineNotice } from '../deadline/DeadlineNotice';
import { Knocks } from '../knocks/Knocks';
import { useAttachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { list, t } from '../messages';
import { nameOf } from '../people/PersonLine';
import { Problem } from '../parts/Problem';
import { personOf } from '../session/select';
import type { Sitting } from '../session/view';
import { inCaucus } from '../releases/mayRelease';
import { Answering } from '../talk/Answering';
import { Composer } from '../talk/Composer';
import { Conversation } from '../talk/Conversation';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
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
  const files = useAttachments(sitting.sitting, sitting.room);
  const { language, offered, choose } = useLanguage();
  const { draft, left, write, answer, mark, send, confirm, keep, forgetLeft } = useDraft(sitting, language, files);
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
        people={sitting.people}
        onAnswer={answer}
        echoes={echoes.filter((e) => e.say.type === 'say')}
        label={t('room.conversation', { room: sitting.name })}
        empty={t('room.empty')}
      />
      <Turns sitting={sitting} />
      <p className="typing" aria-live="off">{writing.length > 0 && t('talk.typing', { names: list(writing.map(name)), count: writing.length })}</p>
      <Left sentence={left} onDismiss={forgetLeft} />
      <Problem sentence={draft.problem} />
      <Composer
        files={files}
        text={draft.text}
        onText={write}
        onSend={send}
        label={t('room.say', { room: sitting.name })}
        hearers={hearers(view, others, sitting.companions)}
        language={language}
        above={<Answering said={draft.answers} onDrop={() => answer(null)} />}
        tools={
          <>
            <LanguageChoice language={language} offered={offered} onLanguage={choose} />
            {inCaucus(view, sitting.people) && view.self?.party && (
              <label className="check small">
                <input type="checkbox" checked={draft.marked} onChange={(event) => mark(event.currentTarget.checked)} />
                <span>{t('said.mark')}</span>
              </label>
            )}
          </>
        }
        toolsStay={draft.marked}
        disabled={silentBecause(view, sitting)}
      />
      <SendQuestion company={draft.question?.room ?? null} text={draft.text || t('files.going', { count: files.ids.length })} onSend={() => void confirm()} onKeep={keep} />
    </section>
  );
}
