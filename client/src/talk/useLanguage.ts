import { useState } from 'react';
import { useSession } from '../line/context';

const kept = 'iom.language';

/** In which language one writes here; the last choice stays for this tab. */
export function useLanguage() {
  const { view } = useSession();
  const terms = view.hall.protocols.at(-1)?.protocol.languages ?? [];
  const offered = [...new Set([...view.hall.languages, ...terms])];
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(kept));
  const choose = (language: string) => {
    sessionStorage.setItem(kept, language);
    setChosen(language);
  };
  return { language: chosen ?? offered[0] ?? 'en', offered, choose };
}
