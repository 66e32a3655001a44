import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LineContext } from '../../src/line/context';
import { instantOf, meetingTime, zoneName } from '../../src/meetings/time';
import { SessionScreen } from '../../src/session/SessionScreen';
import type { EventBody } from '../../src/wire/events';
import { dayan, secretariat } from '../fixtures/camp-david';
import { id, type Log } from '../fixtures/log';
import { Stage } from '../fixtures/stage';

const open = (log: Log) => {
  const stage = new Stage(log.events);
  render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
  const hall = log.events.find((e) => e.kind === 'hall')?.circle ?? '';
  const tell = (...bodies: EventBody[]) => {
    const before = log.events.length;
    log.add('hall', hall, ...bodies);
    act(() => stage.tell(...log.events.slice(before)));
  };
  return { stage, tell };
};
const meeting = id('meeting');
// at the same hour whenever the test runs: over midnight two dates are shown, with thin spaces that a query by text does not find
const later = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T10:00:00Z`;

afterEach(() => vi.restoreAllMocks());

describe('meetings', () => {
  it('SE5_times_are_shown_in_the_viewers_zone_and_the_zone_is_named', () => {
    const at = '2026-12-01T02:00:00Z';
    expect(meetingTime(at, 90, 'Asia/Hong_Kong')).toMatch(/1 December 2026.*10:00.*11:30/);
    expect(zoneName(at, 'Asia/Hong_Kong')).toContain('Asia/Hong Kong');
    expect(meetingTime(at, 90, 'America/New_York')).toMatch(/30 November 2026.*21:00.*22:30/);
    expect(meetingTime('2026-12-01T23:00:00Z', 90, 'UTC')).toMatch(/1 December 2026.*23:00.*2 December 2026.*00:30/);
    expect(zoneName('2026-07-01T02:00:00Z', 'America/New_York')).toContain('Daylight');
  });

  it('SE5_everybody_sees_the_next_meeting_its_change_and_its_end', () => {
    const { tell } = open(dayan());
    expect(screen.queryByRole('region', { name: 'Next meeting' })).toBeNull();
    tell({ type: 'meeting.set', meeting, at: later, minutes: 90, sequence: 0 });
    const next = screen.getByRole('region', { name: 'Next meeting' });
    expect(within(next).getByText(meetingTime(later, 90))).toBeTruthy();
    expect(within(next).getByRole('link').getAttribute('href')).toMatch(new RegExp(`^/api/sessions/[^/]+/meetings/${meeting}\\.ics$`));
    tell({ type: 'meeting.set', meeting, at: later, minutes: 30, sequence: 1 });
    expect(screen.getByRole('region', { name: 'Next meeting' }).textContent).toContain(meetingTime(later, 30));
    expect(screen.getByText(/A meeting was moved to/)).toBeTruthy();
    tell({ type: 'meeting.cancelled', meeting, sequence: 2 });
    const gone = screen.getByRole('region', { name: 'Next meeting' });
    expect(gone.textContent).toMatch(/^Cancelled/);
    expect(within(gone).getByRole('link', { name: /^Take it out of my calendar: / })).toBeTruthy();
    expect(screen.getByText(/was cancelled/)).toBeTruthy();
  });

  it('SE5_who_waits_in_the_lobby_sees_it_and_hears_it_once_more_from_the_hall_in_any_order', () => {
    const log = dayan();
    const own = log.events.find((e) => e.kind === 'person')!.circle;
    const { stage, tell } = open(log);
    const before = log.events.length;
    log.add('person', own, { type: 'person.suspended', person: stage.snapshot().view.self!.person },
      { type: 'meeting.set', meeting, at: later, minutes: 90, sequence: 1 });
    act(() => stage.tell(...log.events.slice(before)));
    expect(screen.getByRole('region', { name: 'Next meeting' }).textContent).toContain(meetingTime(later, 90));
    tell({ type: 'meeting.set', meeting, at: later, minutes: 30, sequence: 0 });
    expect(screen.getByRole('region', { name: 'Next meeting' }).textContent).toContain(meetingTime(later, 90));
    tell({ type: 'meeting.cancelled', meeting: id('never heard of'), sequence: 1 });
    tell({ type: 'meeting.set', meeting: id('never heard of'), at: later, minutes: 5, sequence: 0 });
    expect(stage.snapshot().view.hall.meetings.find((one) => one.meeting === id('never heard of'))?.cancelled).toBe(true);
  });

  it('SE5_the_secretariat_plans_changes_and_cancels', async () => {
    const { stage, tell } = open(secretariat());
    const sheet = screen.getByRole('region', { name: 'Meetings' });
    fireEvent.input(within(sheet).getByLabelText('Day'), { target: { value: '2027-01-15' } });
    fireEvent.input(within(sheet).getByLabelText('Begins at'), { target: { value: '09:30' } });
    fireEvent.input(within(sheet).getByLabelText('Minutes'), { target: { value: '45' } });
    fireEvent.click(within(sheet).getByRole('button', { name: 'Plan a meeting' }));
    await waitFor(() => expect(stage.done[0]).toMatchObject({ type: 'meeting.set', at: instantOf('2027-01-15', '09:30'), minutes: 45 }));
    tell({ type: 'meeting.set', meeting, at: later, minutes: 90, sequence: 0 });
    fireEvent.click(within(sheet).getByRole('button', { name: /^Change the time of the meeting/ }));
    expect(within(sheet).getAllByLabelText('Day')).toHaveLength(2);
    fireEvent.click(within(sheet).getByRole('button', { name: /^Cancel the meeting/ }));
    await waitFor(() => expect(stage.done[1]).toEqual({ type: 'meeting.cancel', meeting }));
  });

  it('SE5_a_day_or_time_that_says_nothing_is_not_sent', () => {
    expect(instantOf('', '09:30')).toBeNull();
    expect(instantOf('2027-01-15', '')).toBeNull();
    expect(instantOf('2027-01-15', '09:30')).toMatch(/^2027-01-1\dT\d\d:\d\d:00Z$/);
  });
});
