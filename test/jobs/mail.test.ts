import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { customerOfCase } from '../../db/queries/case/find.ts';
import { accountsPayable } from '../../src/core/letter/recipients.ts';
import { addressBook } from '../../src/services/letter/address.ts';
import { saveContact } from '../../src/services/contact/save.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { coverDay } from '../../src/services/import/cover-day.ts';
import { claim } from '../../src/services/outbox/claim.ts';
import { settleLetter } from '../../src/services/letter/settle.ts';
import { recordPayment } from '../../src/services/payment/record.ts';
import { stopPressing } from '../../src/services/stop/begin.ts';
import { setShadow } from '../../src/services/workspace/shadow.ts';
import { hangUp, polite, type Script, scriptedServer } from '../letters/servers.ts';
import { bookCustomer } from '../support/book.ts';
import { openStage } from './stage.ts';

/** What the mail server does next, and how often it took a mail over its line. */
let script: Script = polite();
let began = 0;
const server = await scriptedServer((line) => {
  if (line === 'DATA') began += 1;
  return script(line);
});
afterAll(server.stop);
const { office, workspaceId, people, look, send, pass, thread } = await openStage({ smtpUrl: server.url });

await setShadow(office, people.Max, false);
await look((scope) => coverDay(scope, businessDate('2026-11-23')));

beforeEach(() => {
  began = 0;
  script = polite();
});

/** A customer whose payment demand waits in the outbox. */
async function demanded(name: string, emails = ['ap@customer.example']): Promise<number> {
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: name,
    name,
    ownerId: people.Rita.memberId,
    invoices: [{ number: `R-${name}`, amount: 1_000_00n, dueOn: '2026-11-19' }],
  });
  const [caseId = 0] = caseIds;
  const contact = { role: 'accounts payable', phone: undefined, language: 'de' } as const;
  for (const email of emails)
    await saveContact(office, people.Rita, caseId, { ...contact, name: `Frau ${email}`, email });
  while (await tick(office, workspaceId));
  return caseId;
}

/** What the team reads about the letter in the case's thread. */
const told = (name: string): string => thread(name).join('\n');

describe('a mail', () => {
  it('that the server took is sent once', async () => {
    await demanded('Nord');
    await send();
    await send();
    expect(began).toBe(1);
  });

  it('whose answer was lost is never sent again, and the team reads that nobody knows', async () => {
    script = polite({ END: hangUp });
    await demanded('Ost');
    await send();
    script = polite();
    pass(901);
    await send();
    expect(began).toBe(1);
    expect(told('Ost')).toContain('unknown');
  });

  it('in the hands of a process that died is not sent by the next one, and the team reads that nobody knows', async () => {
    await demanded('West');
    const held = await claim(office, workspaceId);
    expect(held.some(({ notice }) => notice.kind === 'mail')).toBe(true);
    pass(901);
    await send();
    expect(began).toBe(0);
    expect(told('West')).toContain('the process ended while the mail was on its way');
  });

  it('that the server does not take now is taken later', async () => {
    script = polite({ RCPT: '451 try again later' });
    await demanded('Mitte');
    await send();
    script = polite();
    pass(60);
    await send();
    expect(began).toBe(1);
    expect(told('Mitte')).not.toContain('unknown');
  });

  it('that the server does not take for most of a day becomes a matter for people', async () => {
    script = polite({ RCPT: '451 try again later' });
    await demanded('Kai');
    for (let tries = 0; tries < 24; tries += 1) {
      expect(told('Kai')).toBe('');
      await send();
      pass(3_600);
    }
    await send();
    expect(told('Kai')).toContain('tried 24 times');
    script = polite();
    pass(3_600);
    await send();
    expect(began).toBe(0);
  });

  it('that the server takes for one of two addresses is delivered, and the other address is told and refused', async () => {
    const others = polite();
    script = (line) => (line.includes('<first@') ? '550 no such mailbox' : others(line));
    const caseId = await demanded('Zwei', ['first@customer.example', 'second@customer.example']);
    await send();
    expect(began).toBe(1);
    expect(told('Zwei')).toContain('sent to first@customer.example, second@customer.example');
    expect(told('Zwei')).toContain('It did not reach first@customer.example: refused there');
    const customer = await look(({ tx }) => customerOfCase(tx, caseId));
    const reachable = await look((scope) => addressBook(scope, [customer?.id ?? 0]));
    const book = reachable(customer?.id ?? 0, accountsPayable);
    expect(book.map(({ email }) => email)).toEqual(['second@customer.example']);
  });

  it('that the server refuses is told, with the server’s own words', async () => {
    script = polite({ RCPT: '550 no such mailbox' });
    await demanded('Hafen');
    await send();
    expect(told('Hafen')).toContain('no such mailbox');
  });

  it('whose fate was written down before the process died is not reported a second time', async () => {
    const caseId = await demanded('Speicher');
    // Another letter's search for an address may be spoken of at the same time.
    const held = (await claim(office, workspaceId)).find(({ class: of }) => of === 'mail');
    const notice = held?.notice;
    if (held === undefined || notice?.kind !== 'mail') throw new Error('no mail waits');
    await settleLetter(office, workspaceId, notice.letterId, { kind: 'accepted', reply: 'ok', refused: [] });
    pass(901);
    await send();
    expect(told('Speicher')).not.toContain('unknown');
    const letters = await look(({ tx }) =>
      tx.query.letter.findMany({ where: (l, { eq }) => eq(l.caseId, caseId) }),
    );
    expect(letters.map(({ status }) => status)).toEqual(['sent']);
    const row = await look(({ tx }) =>
      tx.query.outbox.findFirst({ where: (o, { eq }) => eq(o.id, held.id) }),
    );
    expect(row?.status).toBe('dropped');
  });

  it.each<[string, string, (caseId: number) => Promise<unknown>]>([
    [
      'a payment came in',
      'Werft',
      (caseId) =>
        recordPayment(office, people.Fiona, {
          caseId,
          amount: 400_00n,
          receivedOn: businessDate('2026-11-23'),
        }),
    ],
    [
      'a lawyer wrote',
      'Kanzlei',
      (caseId) => stopPressing(office, people.Max, { caseId, kind: 'lawyer', said: 'Dr. Weiss' }),
    ],
  ])('that was written before %s does not leave, and its thread says so', async (_, name, happened) => {
    script = polite({ RCPT: '451 try again later' });
    const caseId = await demanded(name);
    await send();
    await happened(caseId);
    script = polite();
    pass(60);
    await send();
    expect(began).toBe(0);
    expect(told(name)).toContain('held back');
  });

  it('that was written before shadow mode was switched on stays here, and is owed again when it ends', async () => {
    const caseId = await demanded('Süd');
    await setShadow(office, people.Max, true);
    await send();
    expect(began).toBe(0);
    const letters = () =>
      look(({ tx }) => tx.query.letter.findMany({ where: (l, { eq }) => eq(l.caseId, caseId) }));
    expect((await letters()).map(({ status }) => status)).toEqual(['withheld']);
    await setShadow(office, people.Max, false);
    while (await tick(office, workspaceId));
    await send();
    expect((await letters()).map(({ status }) => status).toSorted()).toEqual(['sent', 'withheld']);
  });
});
