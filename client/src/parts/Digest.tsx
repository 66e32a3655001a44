import { t } from '../messages';

/** What names an exact text, to be compared sign by sign. */
export const Digest = ({ of }: { of: string }) => <p className="small digest"><span className="soft">{t('draft.hash')}</span> <code>{of}</code></p>;
