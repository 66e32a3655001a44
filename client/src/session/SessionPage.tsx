import { useEffect, useMemo, useState } from 'react';
import { Nowhere } from '../app/Nowhere';
import { Frame } from '../app/Frame';
import { unsentNow } from '../app/leaving';
import { LineContext, type SessionLine } from '../line/context';
import { Line } from '../line/line';
import { openSignalR } from '../line/signalr';
import { t } from '../messages';
import { api } from '../wire/api';
import { Refused } from '../wire/http';
import { SessionScreen } from './SessionScreen';

/** One session: opens its line as long as the page is there. */
export function SessionPage({ session }: { session: string }) {
  const line = useMemo(() => new Line(session, openSignalR), [session]);
  const [known, setKnown] = useState<boolean | null>(null);
  useEffect(() => {
    let here = true;
    api.me(session).then(
      () => here && setKnown(true),
      // Without an answer we try the line all the same: it tells the difference between nobody and no network.
      (error) => here && setKnown(!(error instanceof Refused && (error.status === 401 || error.status === 404))),
    );
    return () => {
      here = false;
    };
  }, [session]);
  useEffect(() => {
    if (!known) return;
    line.start();
    window.addEventListener('online', line.tryNow);
    return () => {
      window.removeEventListener('online', line.tryNow);
      line.stop();
    };
  }, [known, line]);
  useKeepUnsent();
  const value = useMemo((): SessionLine => {
    const { snapshot, subscribe, do: act, preview, read, sittings, search, type, tryNow, previewDraft, compareDrafts, drafts } = line;
    return { session, snapshot, subscribe, do: act, preview, read, sittings, search, type, tryNow, previewDraft, compareDrafts, drafts };
  }, [line, session]);
  if (known === false) return <Frame><Nowhere title={t('nobody.title')} text={t('nobody.text')} /></Frame>;
  return <LineContext.Provider value={value}><SessionScreen /></LineContext.Provider>;
}

/** What is not yet stored lives in this page only, never on the disk of a shared computer: so the browser asks before it closes. */
function useKeepUnsent() {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsentNow() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
