import { useAttachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { partyName } from '../session/select';
import { Answering } from '../talk/Answering';
import { Composer } from '../talk/Composer';
import { Conversation } from '../talk/Conversation';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import { useSaying } from '../talk/useSaying';

/** The delegation's own talk, usable from every room; no mediator ever reads it. */
export function DelegationTalk() {
  const { view, echoes } = useSession();
  const files = useAttachments(view.delegation?.circle ?? '', 'delegation');
  const { language, offered, choose } = useLanguage();
  // whoever comes into it comes to the same circle: it is the delegation's, whoever belongs to it
  const circle = view.delegation?.circle ?? '';
  const { text, write, send, problem, answers, setAnswers } = useSaying(
    (words, to) => ({ type: 'delegation.say', text: words, language, ...(to ? { replyTo: to.offset } : {}) }), files, { circle, people: [] });
  const party = partyName(view, view.self?.party ?? null);
  return (
    <section className="room delegation-talk" aria-label={t('delegation.talk')}>
      <p className="small soft">{t('delegation.lead', { party })}</p>
      <Conversation
        key={view.delegation?.circle}
        circle={view.delegation?.circle ?? ''}
        talk={view.delegation?.talk ?? []}
        onAnswer={setAnswers}
        echoes={echoes.filter((e) => e.say.type === 'delegation.say')}
        label={t('delegation.talk')}
        empty={t('delegation.empty')}
      />
      <Problem sentence={problem} />
      <Composer
        files={files}
        text={text}
        onText={write}
        onSend={send}
        language={language}
        above={<Answering said={answers} onDrop={() => setAnswers(null)} />}
        tools={<LanguageChoice language={language} offered={offered} onLanguage={choose} />}
        label={t('delegation.say')} hearers={t('delegation.hearers', { party })} />
    </section>
  );
}
