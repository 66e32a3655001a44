import { useRef, useState } from 'react';
import { t } from '../messages';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';
import type { Searching } from './useSearch';

/** Where one writes what to look for, and how many places were found. */
export function SearchForm({ searching: { asked, busy, problem, search, close } }: { searching: Searching }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const leave = () => {
    setText('');
    close();
    field.current?.focus();
  };
  return (
    <form
      role="search"
      className="search-form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        search(text);
      }}
    >
      <Field label={t('search.label')} hint={t('search.hint')}>
        {(ids) => (
          <div className="search-row">
            <input
              {...ids}
              ref={field}
              dir="auto"
              // what is looked for is as confidential as what was said: no browser keeps it, no service checks its spelling
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && (text !== '' || asked)) leave();
              }}
            />
            <button type="submit">{t('search.do')}</button>
          </div>
        )}
      </Field>
      <Problem sentence={problem} />
      <div className="row spread search-told">
        <p role="status" className="small">{told(asked, busy, problem !== null)}</p>
        {(asked || problem) && <button type="button" className="tiny" onClick={leave}>{t('search.close')}</button>}
      </div>
    </form>
  );
}

function told(asked: Searching['asked'], busy: boolean, failed: boolean): string {
  if (busy) return t('search.going');
  if (!asked) return '';
  const count = asked.hits.length;
  if (count > 0) return t(asked.next ? 'search.foundMore' : 'search.found', { count });
  if (asked.next) return t('search.nothingYet');
  return failed ? '' : t('search.nothing');
}
