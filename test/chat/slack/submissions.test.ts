import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/chat/router.ts';
import { errorsAt } from '../../../src/chat/slack/receive/field-errors.ts';
import { createRunOnce } from '../../../src/chat/slack/receive/submissions.ts';

const SILENT: Answer = { kind: 'silent' };
const REFUSED: Answer = { kind: 'refusal', text: 'Already decided by Anna.' };

describe('a submitted form', () => {
  it('shares its answer with the same form sent again', async () => {
    const runOnce = createRunOnce();
    const first = runOnce('V1:h1', () => Promise.resolve(SILENT));
    const again = runOnce('V1:h1', () => Promise.reject(new Error('ran again')));
    expect([first.first, again.first]).toEqual([true, false]);
    expect(await again.answer).toBe(SILENT);
  });

  it('runs again when there was something to correct', async () => {
    const runOnce = createRunOnce();
    await runOnce('V1:h1', () => Promise.resolve(REFUSED)).answer;
    const corrected = runOnce('V1:h1', () => Promise.resolve(SILENT));
    expect(await corrected.answer).toBe(SILENT);
    expect(corrected.first).toBe(true);
  });

  it('is forgotten after ten minutes', () => {
    let now = 0;
    const runOnce = createRunOnce(() => now);
    const run = (): boolean => runOnce('V1:h1', () => Promise.resolve(SILENT)).first;
    run();
    now = 10 * 60_000;
    expect(run()).toBe(false);
    now += 1;
    expect(run()).toBe(true);
  });
});

describe('what is wrong with a form', () => {
  const talk = { where: { platform: 'slack', teamId: 'T1', userId: 'U1' } } as const;
  const title = { type: 'plain_text', text: 'Promise' } as const;
  const fields = { title, blocks: ['date', 'note'].map((name) => ({ type: 'input', block_id: name })) };

  it('stands beside the field it is about, else at the last one, and nothing of it is lost', () => {
    const errors = { date: 'Past.', case: 'Closed.', customer: 'Gone.' };
    expect(errorsAt(talk, fields, { kind: 'fieldErrors', errors })).toEqual({
      response_action: 'errors',
      errors: { date: 'Past.', note: 'Closed. Gone.' },
    });
    expect(errorsAt(talk, fields, REFUSED)).toMatchObject({ errors: { note: 'Already decided by Anna.' } });
  });

  it('takes the form’s place when there is no field', () => {
    expect(errorsAt(talk, { title, blocks: [] }, REFUSED)).toMatchObject({
      response_action: 'update',
      view: { title: { text: 'Promise' } },
    });
  });
});
