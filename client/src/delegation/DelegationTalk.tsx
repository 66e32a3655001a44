import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { partyName } from '../session/select';
import { Composer } from '../talk/Composer';
import { Conversation } from '../talk/Conversation';
import { useSaying } from '../talk/useSaying';

/** The delegation's own talk, usable from every room; no mediator ever reads it. */
export function DelegationTalk() {
  const { view, echoes } = useSession();
  const language = view.hall.languages[0] ?? 'en';
  const { text, setText, send, problem } = useSaying((words) => ({ type: 'delegation.say', text: words, language }));
  const party = partyName(view, view.self?.party ?? null);
  return (
    <section className="room delegation-talk" aria-label={t('delegation.talk')}>
      <p className="small soft">{t('delegation.lead', { party })}</p>
      <Conversation
        key={view.delegation?.circle}
        circle={view.delegation?.circle ?? ''}
        talk={view.delegation?.talk ?? []}
        echoes={echoes.filter((e) => e.say.type === 'delegation.say')}
        label={t('delegation.talk')}
        empty={t('delegation.empty')}
      />
      <Problem sentence={problem} />
      <Composer text={text} onText={setText} onSend={() => void send()} label={t('delegation.say')} hearers={t('delegation.hearers', { party })} />
    </section>
  );
}
