import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepTrying } from '../../../src/chat/slack/receive/keep-trying.ts';
import { silentLog } from '../stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what failed', () => {
  it('is tried at once, then with pauses that double up to half a minute, until it succeeds', async () => {
    const at: number[] = [];
    const start = Date.now();
    const attempt = (): Promise<void> => {
      at.push((Date.now() - start) / 1_000);
      return at.length < 9 ? Promise.reject(new Error('down')) : Promise.resolve();
    };
    keepTrying(attempt, silentLog).begin();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(at).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 61.5, 91.5]);
  });

  it('is tried once at a time, and anew when it fails again later', async () => {
    const attempt = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const trying = keepTrying(attempt, silentLog);
    trying.begin();
    trying.begin();
    await vi.advanceTimersByTimeAsync(0);
    expect(attempt).toHaveBeenCalledTimes(1);
    trying.begin();
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('is not tried any more once it was ended', async () => {
    const attempt = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('down')));
    const trying = keepTrying(attempt, silentLog);
    trying.begin();
    await vi.advanceTimersByTimeAsync(100);
    await trying.end();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});
