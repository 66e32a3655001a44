import { useState } from 'react';
import { useLine } from '../line/context';
import { t, when } from '../messages';
import { Problem } from '../parts/Problem';
import { useCall } from '../parts/useAct';
import { api, type DeviceCode as Code } from '../wire/api';

/** Lets a second device of the same person in: a code, for two minutes, once. */
export function DeviceCode() {
  const { session } = useLine();
  const { run, busy, problem } = useCall();
  const [code, setCode] = useState<Code | null>(null);
  const make = async () => setCode((await run(() => api.deviceCode(session))) ?? null);
  return (
    <section className="stack-tight">
      <h3>{t('code.title')}</h3>
      <p className="small soft">{t('code.lead', { address: `${location.host}/code` })}</p>
      <div role="status">{code && <p className="code" dir="ltr">{code.code}</p>}{code && <p className="small soft">{t('code.until', { time: when(code.expires) })}</p>}</div>
      <Problem sentence={problem} />
      <div><button type="button" disabled={busy} onClick={() => void make()}>{t(code ? 'code.another' : 'code.make')}</button></div>
    </section>
  );
}
