import { describe, expect, test } from 'vitest';
import { startStory } from '../support/story/story.ts';

/** Monday 23 November, before work. */
const story = await startStory({ start: '2026-11-23 07:30' });
const { rita, tom, lena, max, fiona } = story;

describe('the sample ledger', () => {
  test('is offered where there is no ledger, to those who look after one', async () => {
    expect(await fiona.openHome()).toContain('Try the sample ledger');
    expect(await rita.openHome()).not.toContain('Try the sample ledger');
  });

  test('comes with one press, with customers of many kinds', async () => {
    expect(await fiona.pressAtHome('Try the sample ledger')).toContain('24 customers');
    const worklist = await lena.slash('/overdue');
    expect(worklist).toMatch(/€[\d,]+/);
    expect(await lena.slash('/account harbour')).toContain('£');
    expect(await lena.slash('/account Klinikum')).toContain('public body');
    expect(await lena.slash('/account Klinikum')).toContain('+49 30 23125 041');
  });

  test('does not come twice', async () => {
    expect(await fiona.slash('/import')).not.toContain('Try the sample ledger');
  });

  test('leads through the first half hour by what was done', async () => {
    expect(rita.home()).toContain('Give every customer an owner · lead (Lena Lind)');
    await lena.slash('/assign evenly');
    await lena.pressQuietly(lena.sees('24 customers'), 'Move');
    await story.workspace.until(() => rita.home().includes('→ Log a call'), {
      what: 'the next step on Home',
    });
    await story.moveTo('2026-11-23 09:30');
    const [, called] = /^(\S+).* overdue/m.exec(rita.home()) ?? [];
    expect(await rita.slash(`/outcome ${called} no answer`)).toContain('Next:');
    expect(await tom.openHome()).toContain('→ Record a promise');
    expect(await max.openHome()).toContain('2 of 7 done');
  });
});
