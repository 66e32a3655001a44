import { egypt, israel } from '../fixtures/camp-david';
import { id, type Log } from '../fixtures/log';

export const table = id('table');
export const airfields = id('airfields');
export const settlements = id('settle');

/** Two of the issues of Camp David on the table. */
export const laid = (log: Log): Log => log.add('table', table,
  { type: 'table.opened', without: [] },
  { type: 'issue.set', issue: airfields, title: 'Leaving the airfields', kind: 'date', options: [], parties: [egypt, israel], order: 1, package: 'Sinai' },
  { type: 'issue.set', issue: settlements, title: 'Settlements', kind: 'choice', options: ['Stay', 'Leave'], parties: [egypt, israel], order: 2, package: 'Sinai' });
