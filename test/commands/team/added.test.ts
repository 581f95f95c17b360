import { describe, expect, it } from 'vitest';
import { member, routine } from '../../../db/schema/index.ts';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start, valuesOf } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a person who is added', () => {
  it('is in the team, with a morning list of their own', async () => {
    const { desk, inside, idOf } = await start(office);
    const { card } = await desk.type('U-Ada', '/team');
    const { form } = await desk.press('U-Ada', card!, 'Add person');
    const values = { ...valuesOf(form!.fields), person: 'U-Nina', name: 'Nina', roles: ['rep', 'lead'] };
    expect(wordsOn((await desk.submit('U-Ada', form!, values)).card)).toContain(
      'Nina is in the team now: rep, lead.',
    );
    const keys = await inside(({ tx }) => tx.select({ key: routine.key }).from(routine));
    expect(keys.map(({ key }) => key)).toContain(`morning:${await idOf('Nina')}`);
    expect((await desk.submit('U-Ada', form!, values)).refusal).toBe(
      'Nina is a member already: use Edit beside the name.',
    );
  });

  it('with wrong values is refused field by field', async () => {
    const { desk, inside } = await start(office);
    const { form } = await desk.act('U-Ada', { command: 'team', action: 'add', args: {} });
    const { errors } = await desk.submit('U-Ada', form!, {
      person: 'U-Nina',
      country: 'XX',
      zone: 'Middle/Earth',
      from: '17:00',
      to: '9:00',
      deputy: 'U-Stranger',
    });
    expect(errors).toEqual({
      name: expect.stringContaining('Write the name'),
      roles: expect.stringContaining('at least one role'),
      country: expect.stringContaining('"XX"'),
      zone: expect.stringContaining('"Middle/Earth" is not a time zone'),
      to: 'Hours from 17:00 to 09:00 are empty: let them end later the same day.',
      deputy: expect.stringContaining('not in the team yet'),
    });
    expect((await desk.submit('U-Ada', form!, {})).errors).toEqual({ person: 'Choose who comes in.' });
    expect(await inside(({ tx }) => tx.select().from(member))).toHaveLength(6);
  });
});
