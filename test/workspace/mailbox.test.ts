import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { startMailbox } from '../../src/workspace/mailbox.ts';
import { closeAfterTest, openWorkspace } from './support/office.ts';

const demand = {
  from: 'Dunwell <desk@lagerhaus.example>',
  to: 'Buchhaltung <ap@kunde.example>',
  cc: 'chef@kunde.example',
  subject: 'Zahlungsaufforderung – Rechnung 4711',
  text: 'Sehr geehrte Damen und Herren,',
  messageId: '<fixed-1@lagerhaus.example>',
  attachments: [{ filename: 'Forderung.pdf', content: Buffer.from('%PDF-1.7 test') }],
};

function sendTo(port: number, mail: object): Promise<unknown> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  return transport.sendMail(mail).finally(() => transport.close());
}

test('a mail sent by SMTP is shown with its attachments', async () => {
  const mailbox = await startMailbox({ port: 0, now: () => new Date('2020-04-23T09:00:00Z') });
  closeAfterTest(mailbox.close);
  await sendTo(mailbox.port, demand);
  const [mail] = mailbox.mails();
  expect(mail).toMatchObject({
    receivedAt: '2020-04-23T09:00:00.000Z',
    from: expect.stringContaining('desk@lagerhaus.example'),
    to: ['Buchhaltung <ap@kunde.example>'],
    cc: ['chef@kunde.example'],
    subject: 'Zahlungsaufforderung – Rechnung 4711',
    text: expect.stringContaining('Sehr geehrte'),
    attachments: [{ name: 'Forderung.pdf', size: 13, index: 0 }],
  });
  const attachment = await mailbox.attachment(mail?.id ?? '', 0);
  expect(Buffer.from(attachment?.bytes ?? []).toString()).toBe('%PDF-1.7 test');
  expect(await mailbox.attachment(mail?.id ?? '', 1)).toBeUndefined();
  const source = await mailbox.source(mail?.id ?? '');
  expect(Buffer.from(source ?? []).toString()).toContain('Message-ID: <fixed-1@lagerhaus.example>');
});

test('mails are there after a restart, newest first', async () => {
  const storeFolder = mkdtempSync(join(tmpdir(), 'mailbox-'));
  closeAfterTest(() => Promise.resolve(rmSync(storeFolder, { recursive: true })));
  const first = await startMailbox({ port: 0, storeFolder });
  await sendTo(first.port, demand);
  await sendTo(first.port, { ...demand, subject: 'second' });
  await first.close();
  const again = await startMailbox({ port: 0, storeFolder });
  closeAfterTest(again.close);
  expect(again.mails().map(({ subject }) => subject)).toEqual(['second', demand.subject]);
  expect((await again.attachment(again.mails()[0]?.id ?? '', 0))?.name).toBe('Forderung.pdf');
});

test('the page of a workspace is told of each mail', async () => {
  const workspace = await openWorkspace();
  const mailbox = await startMailbox({ port: 0 });
  closeAfterTest(mailbox.close);
  workspace.setMailbox(mailbox);
  const told = workspace.until(() => mailbox.mails()[0]);
  await sendTo(mailbox.port, demand);
  expect((await told).subject).toBe(demand.subject);
});
