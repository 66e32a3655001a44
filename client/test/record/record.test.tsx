import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LineContext } from '../../src/line/context';
import { YourRecord } from '../../src/record/YourRecord';
import { Stage } from '../fixtures/stage';

describe('Your record', () => {
  it('is downloaded in both forms from the session on screen', () => {
    const stage = new Stage([]);
    render(<LineContext value={stage}><YourRecord /></LineContext>);
    for (const [name, form] of [[/read and print/, 'html'], [/programs/, 'json']] as const) {
      const link = screen.getByRole('link', { name });
      expect(link.getAttribute('href')).toBe(`/api/sessions/${stage.session}/record.${form}`);
      expect(link.hasAttribute('download')).toBe(true);
    }
    expect(screen.getByRole('region', { name: 'Your record' })).toBeTruthy();
  });
});
