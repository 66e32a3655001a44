import { useAttachments } from '../files/useAttachments';
import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
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
  const { text, setText, send, problem, answers, setAnswers } = useSaying((words, to) => (bench ? { type: 'bench.say', bench: bench.circle, text: words, language, ...(to ? { replyTo: to.offset } : {}) } : null), files);
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
        onText={setText}
        onSend={() => void send()}
        language={language}
        above={<Answering said={answers} onDrop={() => setAnswers(null)} />}
        tools={<LanguageChoice language={language} offered={offered} onLanguage={choose} />}
        label={t('bench.say')} hearers={t('bench.hearers', { count: bench.mediators.length })} />
    </section>
  );
}
