import { useState } from 'react';
import { languageName, t } from '../messages';

interface Props {
  language: string;
  offered: readonly string[];
  onLanguage: (language: string) => void;
}

const other = 'other';

/** In which language one writes: those of the session, or any other. Screen readers and translators of the reader's go by it. */
export function LanguageChoice({ language, offered, onLanguage }: Props) {
  const [asked, setAsked] = useState(false);
  const known = offered.includes(language);
  return (
    <span className="language-choice">
      <label>
        <span className="unseen">{t('said.language')}</span>
        <select
          value={known && !asked ? language : other}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setAsked(chosen === other);
            if (chosen !== other) onLanguage(chosen);
          }}
        >
          {offered.map((tag) => <option key={tag} value={tag}>{languageName(tag)}</option>)}
          <option value={other}>{known || asked || language === '' ? t('said.language.other') : languageName(language)}</option>
        </select>
      </label>
      {(asked || !known) && (
        <label>
          <span className="unseen">{t('said.language.tag')}</span>
          <input
            size={8}
            placeholder={t('said.language.tag')}
            defaultValue={known ? '' : language}
            onInput={(event) => {
              const tag = event.currentTarget.value.trim();
              if (isTag(tag)) onLanguage(tag);
            }}
          />
        </label>
      )}
    </span>
  );
}

/** A language tag that has the form of one. */
export const isTag = (tag: string): boolean => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) && tag.length <= 35;
