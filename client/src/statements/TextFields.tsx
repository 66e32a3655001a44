import { languageName, t } from '../messages';
import { Field } from '../parts/Field';
import { LanguageChoice } from '../talk/LanguageChoice';
import type { StatementText } from '../wire/statements';
import { directionOf } from './direction';

/** A language version that is being written; the key stays when its language is changed. */
export interface Draft extends StatementText {
  key: number;
}

interface Props {
  drafts: readonly Draft[];
  offered: readonly string[];
  onDrafts: (drafts: readonly Draft[]) => void;
}

export const draftsOf = (texts: readonly StatementText[]): readonly Draft[] => texts.map((text, key) => ({ ...text, key }));

export const textsOf = (drafts: readonly Draft[]): StatementText[] =>
  drafts.map(({ language, title, text }) => ({ language, title: title.trim(), text: text.trim() }));

/** Whether nothing is missing in any language. */
export const isWhole = (texts: readonly StatementText[]): boolean =>
  new Set(texts.map(({ language }) => language.toLowerCase())).size === texts.length && texts.every(({ language, title, text }) => language && title && text);

/** A text that stands elsewhere, put where none is yet, else beside the others. */
export function withText(drafts: readonly Draft[], taken: Omit<StatementText, 'language'>, offered: readonly string[]): readonly Draft[] {
  const empty = drafts.find(({ text }) => text.trim() === '');
  return empty
    ? drafts.map((one) => (one === empty ? { ...one, title: one.title.trim() || taken.title, text: taken.text } : one))
    : [...drafts, { ...another(drafts, offered), ...taken }];
}

const another = (drafts: readonly Draft[], offered: readonly string[]): Draft => ({
  key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1,
  language: offered.find((tag) => !drafts.some(({ language }) => language === tag)) ?? '', title: '', text: '',
});

const isTwice = (drafts: readonly Draft[]): boolean => new Set(drafts.map(({ language }) => language.toLowerCase())).size < drafts.length;

/** The same in several languages, each written from its own side. */
export function TextFields({ drafts, offered, onDrafts }: Props) {
  const change = (key: number, to: Partial<StatementText>) => onDrafts(drafts.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const used = (but: number) => drafts.filter(({ key }) => key !== but).map(({ language }) => language);
  const add = () => onDrafts([...drafts, another(drafts, offered)]);
  return (
    <>
      {drafts.map(({ key, language, title, text }) => {
        const written = { lang: language, dir: directionOf(language) };
        const others = used(key);
        return (
          <fieldset key={key} className="statement-draft stack">
            <legend>{language ? languageName(language) : t('statement.language.new')}</legend>
            <div className="row spread">
              <LanguageChoice language={language} offered={offered.filter((tag) => !others.includes(tag))} onLanguage={(to) => change(key, { language: to })} />
              {drafts.length > 1 && (
                <button type="button" className="tiny" aria-label={t('statement.language.remove', { language: language ? languageName(language) : t('statement.language.new') })}
                  onClick={() => onDrafts(drafts.filter((one) => one.key !== key))}>
                  {t('statement.language.less')}
                </button>
              )}
            </div>
            <Field label={t('statement.language.headline')}>
              {(ids) => <input {...ids} {...written} required maxLength={200} value={title} autoComplete="off" onInput={(e) => change(key, { title: e.currentTarget.value })} />}
            </Field>
            <Field label={t('statement.language.text')} hint={t('statement.language.text.hint')}>
              {(ids) => <textarea {...ids} {...written} required rows={7} maxLength={8_000} value={text} onInput={(e) => change(key, { text: e.currentTarget.value })} />}
            </Field>
          </fieldset>
        );
      })}
      {isTwice(drafts) && <p className="problem" role="alert">{t('statement.language.twice')}</p>}
      {drafts.length < 12 && <div><button type="button" onClick={add}>{t('statement.language.add')}</button></div>}
    </>
  );
}
