import { useAttachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { SendQuestion } from '../room/SendQuestion';
import { Answering } from '../talk/Answering';
import { Composer } from '../talk/Composer';
import { Conversation } from '../talk/Conversation';
import { LanguageChoice } from '../talk/LanguageChoice';
import { useLanguage } from '../talk/useLanguage';
import { useSaying } from '../talk/useSaying';

/** The talk among the mediators; no party ever reads it. */
export function BenchTalk() {
  const { view, echoes } = useSession();
  const { bench } = view;
  const files = useAttachments(bench?.circle ?? '', 'bench');
  const { language, offered, choose } = useLanguage();
  const { text, write, send, problem, answers, setAnswers, question, confirm, keep } = useSaying(
    (words, to, circle) => ({ type: 'bench.say', bench: circle, text: words, language, ...(to ? { replyTo: to.offset } : {}) }),
    files, bench && { circle: bench.circle, people: bench.mediators });
  if (!bench) return null;
  return (
    <section className="room">
      <Conversation
        key={bench.circle}
        circle={bench.circle}
        talk={bench.talk}
        onAnswer={setAnswers}
        echoes={echoes.filter((e) => e.say.type === 'bench.say')}
        label={t('bench.talk')}
        empty={t('bench.empty')}
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
        label={t('bench.say')} hearers={t('bench.hearers', { count: bench.mediators.length })} />
      <SendQuestion company={question && { name: t('bench.talk'), people: question.people }} text={text || t('files.going', { count: files.ids.length })} onSend={confirm} onKeep={keep} />
    </section>
  );
}
