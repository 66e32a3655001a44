import { useSession } from '../line/context';
import { t } from '../messages';
import { Problem } from '../parts/Problem';
import { Composer } from '../talk/Composer';
import { Conversation } from '../talk/Conversation';
import { useSaying } from '../talk/useSaying';

/** The talk among the mediators; no party ever reads it. */
export function BenchTalk() {
  const { view, echoes } = useSession();
  const { bench } = view;
  const language = view.hall.languages[0] ?? 'en';
  const { text, setText, send, problem } = useSaying((words) => (bench ? { type: 'bench.say', bench: bench.circle, text: words, language } : null));
  if (!bench) return null;
  return (
    <section className="room">
      <Conversation
        key={bench.circle}
        circle={bench.circle}
        talk={bench.talk}
        echoes={echoes.filter((e) => e.say.type === 'bench.say')}
        label={t('bench.talk')}
        empty={t('bench.empty')}
      />
      <Problem sentence={problem} />
      <Composer text={text} onText={setText} onSend={() => void send()} label={t('bench.say')} hearers={t('bench.hearers', { count: bench.mediators.length })} />
    </section>
  );
}
