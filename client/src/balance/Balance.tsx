import { useNow } from '../deadline/useNow';
import { useSession } from '../line/context';
import { t } from '../messages';
import { partyIndex, partyName } from '../session/select';
import type { SessionView } from '../session/view';
import type { PartyMode, TimeOfParty } from '../wire/protocol';
import { apart, reckoned } from './reckon';

const modes: readonly PartyMode[] = ['joint', 'caucus', 'waiting'];
const minutes = (seconds: number) => t('balance.minutes', { count: Math.floor(seconds / 60) });

/** However short beside the others, it was there: so it is seen. */
const seen = '5px';

/** How the time has gone between the parties: a prompt to the mediators, not a measure of anybody. */
export function Balance() {
  const { view } = useSession();
  const times = view.bench?.times ?? null;
  const now = useNow(times !== null);
  if (!times) return null;
  const rows = reckoned(times, now).toSorted((a, b) => partyIndex(view, a.party) - partyIndex(view, b.party));
  const longest = Math.max(1, ...rows.map((row) => row.joint + row.caucus + row.waiting));
  return (
    <section className="balance sheet stack" aria-label={t('balance.title')}>
      <header>
        <h2>{t('balance.title')}</h2>
        <p className="small soft">{t('balance.lead')}</p>
      </header>
      <p>{difference(view, rows)}</p>
      <div className="balance-bars" aria-hidden="true">
        {rows.map((row) => (
          <div key={row.party} className="balance-row">
            <span className="balance-party">{partyName(view, row.party)}</span>
            <span className="balance-bar">
              {modes.map((mode) => <span key={mode} data-mode={mode} style={{ inlineSize: `${(100 * row[mode]) / longest}%`, minInlineSize: row[mode] > 0 ? seen : 0 }} />)}
            </span>
          </div>
        ))}
        <p className="balance-key small">
          {modes.map((mode) => <span key={mode}><span className="balance-swatch" data-mode={mode} />{t(`balance.${mode}`)}</span>)}
        </p>
      </div>
      <details>
        <summary>{t('balance.table')}</summary>
        <table className="balance-table">
          <thead>
            <tr>
              <th scope="col">{t('balance.party')}</th>
              {modes.map((mode) => <th key={mode} scope="col">{t(`balance.${mode}`)}</th>)}
              <th scope="col">{t('balance.now')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.party}>
                <th scope="row">{partyName(view, row.party)}</th>
                {modes.map((mode) => <td key={mode}>{minutes(row[mode])}</td>)}
                <td>{row.mode === null ? t('balance.stopped') : t(`balance.${row.mode}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function difference(view: SessionView, rows: readonly TimeOfParty[]): string {
  const found = apart(rows);
  if (!found) return '';
  return found.seconds < 60
    ? t('balance.even')
    : t('balance.more', { more: partyName(view, found.more.party), less: partyName(view, found.less.party), time: minutes(found.seconds) });
}
