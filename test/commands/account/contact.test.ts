import { describe, expect, it } from 'vitest';
import { contact } from '../../../db/schema/index.ts';
import { saveContact } from '../../../src/services/contact/save.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { within } from '../../../src/services/scope.ts';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { anna, start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a contact noted in its form', () => {
  it('is on file, in the history, and has the case looked at', async () => {
    const { desk, caseId, workspaceId } = await start(office);
    const { card } = await desk.type('U-Rita', '/account lagerhaus');
    const { form } = await desk.press('U-Rita', card!, 'Add contact');
    await tick(office, workspaceId);
    office.woken.length = 0;
    const done = await desk.submit('U-Rita', form!, anna);
    expect(wordsOn(done.card)).toBe(
      'Noted for Lagerhaus Nord GmbH: contact added: Anna Apt, accounts payable.',
    );
    expect(office.woken).toContainEqual({ kind: 'tick', workspaceId });
    const { card: history } = await desk.act('U-Rita', {
      command: 'account',
      action: 'history',
      args: { case: caseId },
    });
    expect(wordsOn(history)).toContain(
      'Rita added the contact Anna Apt: role and language, mail address, phone number',
    );
    expect(wordsOn(history)).not.toContain('anna@');
  });

  it('with a known name is corrected: what was left empty stays, an address counts as good again', async () => {
    const { desk, people, caseId, workspaceId, lagerhaus } = await start(office);
    await saveContact(office, people.Rita, caseId, anna);
    await within(office, workspaceId, (scope) =>
      scope.tx.update(contact).set({ emailRefusedAt: office.now }),
    );
    expect(wordsOn((await desk.type('U-Rita', '/account lagerhaus')).card)).toContain(
      '(refused mail Mon 23 Nov)',
    );
    const { form } = await desk.act('U-Rita', {
      command: 'account',
      action: 'contact',
      args: { case: caseId },
    });
    await desk.submit('U-Rita', form!, {
      name: 'ANNA APT',
      role: 'decider',
      email: 'anna.apt@lagerhaus.test',
      language: 'en',
    });
    const rows = await within(office, workspaceId, (scope) => scope.tx.select().from(contact));
    expect(rows).toEqual([
      expect.objectContaining({
        customerId: lagerhaus.customerId,
        name: 'ANNA APT',
        role: 'decider',
        email: 'anna.apt@lagerhaus.test',
        emailRefusedAt: null,
        phone: anna.phone,
      }),
    ]);
  });

  it('loses what is taken away with a dash', async () => {
    const { desk, people, caseId } = await start(office);
    await saveContact(office, people.Rita, caseId, anna);
    const { form } = await desk.act('U-Rita', {
      command: 'account',
      action: 'contact',
      args: { case: caseId },
    });
    await desk.submit('U-Rita', form!, { ...anna, email: '-', phone: '-' });
    const words = wordsOn((await desk.type('U-Rita', '/account lagerhaus')).card);
    expect(words).toContain('Anna Apt · no phone · no mail address');
  });

  it('with wrong values is refused field by field, and nothing is saved', async () => {
    const { desk, caseId, workspaceId } = await start(office);
    const { form } = await desk.act('U-Rita', {
      command: 'account',
      action: 'contact',
      args: { case: caseId },
    });
    const { errors } = await desk.submit('U-Rita', form!, {
      name: '  ',
      role: 'boss',
      email: 'anna at lagerhaus',
      phone: 'call me',
      language: 'xx',
    });
    expect(errors).toEqual({
      name: expect.stringContaining('Who is it?'),
      role: expect.stringContaining('"boss" is not a role'),
      email: expect.stringContaining('is not a mail address'),
      phone: expect.stringContaining('"call me" is not a phone number'),
      language: expect.stringContaining('"xx"'),
    });
    expect(await within(office, workspaceId, (scope) => scope.tx.select().from(contact))).toEqual([]);
  });
});
