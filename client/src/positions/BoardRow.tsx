import { memo } from 'react';
import type { Issue } from '../session/positions';
import type { SessionView } from '../session/view';
import type { Id } from '../wire/protocol';
import { BoardCell } from './BoardCell';
import { IssueHead } from './IssueHead';

interface Props {
  view: SessionView;
  issue: Issue;
  onHistory: (issue: Issue, party: Id) => void;
  onTake: (issue: Issue) => void;
}

/** One issue and where each party stands on it. Of many issues an event moves one: the others are not drawn again. */
export const BoardRow = memo(function BoardRow({ view, issue, onHistory, onTake }: Props) {
  return (
    <tr role="row" data-status={issue.status}>
      <IssueHead view={view} issue={issue} />
      {view.hall.parties.map(({ party }) => (
        <BoardCell key={party} view={view} issue={issue} party={party} onHistory={() => onHistory(issue, party)} onTake={() => onTake(issue)} />
      ))}
    </tr>
  );
}, (before, now) => {
  const after = lookedAt(now);
  return lookedAt(before).every((one, at) => one === after[at]);
});

/** All that a row, its head and its cells look at: of the view no more than this. */
const lookedAt = ({ view, issue, onHistory, onTake }: Props): unknown[] =>
  [issue, view.positions[issue.issue], view.hall, view.self, view.authorities, onHistory, onTake];
