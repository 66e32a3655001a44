import { expect, it } from 'vitest';
import { backoff } from '../../src/line/backoff';

it('waits anywhere up to 5 s, doubling to 30 s, for ever', () => {
  const most = () => 0.999999;
  expect([0, 1, 2, 3, 50].map((attempt) => Math.ceil(backoff(attempt, most) / 1000))).toEqual([5, 10, 20, 30, 30]);
  expect(backoff(7, () => 0)).toBe(0);
});
