import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/core/error.ts';
import { composeMail, type Mail } from '../../src/letters/mail.ts';
import { readMailServer } from '../../src/letters/mail-server.ts';
import { readMailbox } from '../../src/letters/mailbox.ts';

const sender = readMailbox('Acme <letters@acme.test>');
const plain: Mail = {
  messageId: '<1@acme.test>',
  date: new Date('2026-11-24T09:00:00Z'),
  to: ['ap@nord.test'],
  subject: 'Invoices',
  text: 'Hello',
};

describe('a mail address', () => {
  it.each([
    ['ar@acme.test', '', 'ar@acme.test'],
    [' Anna Krause <anna.krause+ap@nord-lager.test> ', 'Anna Krause', 'anna.krause+ap@nord-lager.test'],
    ['"Krause, Anna" <anna@nord.test>', 'Krause, Anna', 'anna@nord.test'],
    ['<a@b.test>', '', 'a@b.test'],
    ['büro@müller.test', '', 'büro@müller.test'],
  ])('is read from %s', (text, name, address) => {
    expect(readMailbox(text)).toEqual({ name, address });
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@nord.test',
    'anna@nord',
    'a@b@c.test',
    'a b@c.test',
    'a@-b.test',
    'a@b..test',
    'a@b.test, c@d.test',
    'a@b.test; c@d.test',
    'a@b.test\nBcc: c@d.test',
    'A\r\nBcc: c@d.test <a@b.test>',
    '"x y"@b.test',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@b.test`,
    'A <a@b.test> <c@d.test>',
    'a\u0000@b.test',
  ])('is not read from %j', (text) => {
    expect(() => readMailbox(text)).toThrow(DomainError);
  });
});

describe('a mail is not composed', () => {
  it.each<[string, Partial<Mail>]>([
    ['without a recipient', { to: [] }],
    ['with a line break in the subject', { subject: 'Invoices\r\nBcc: thief@evil.test' }],
    [
      'with a line break in a file name',
      { attachments: [{ name: 'a\nb.pdf', type: 'a/b', bytes: new Uint8Array() }] },
    ],
    [
      'with a line break in a file type',
      { attachments: [{ name: 'a', type: 'a/b\nX: y', bytes: new Uint8Array() }] },
    ],
    ['with a line break in an address', { replyTo: 'a@b.test\r\nBcc: thief@evil.test' }],
    ['with two addresses in one', { cc: ['a@b.test, c@d.test'] }],
    ['with a message id that is none', { messageId: 'letter 17' }],
    ['with a line break in a message id', { inReplyTo: '<a@b>\r\nBcc: thief@evil.test' }],
  ])('%s', async (_name, change) => {
    await expect(composeMail(sender, { ...plain, ...change })).rejects.toThrow(DomainError);
  });
});

describe('a composed mail', () => {
  it('has the headers it was given and no others, whatever subject and name are', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !/\p{Cc}/u.test(text));
    const names = fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !/[\p{Cc}"<>]/u.test(text));
    await fc.assert(
      fc.asyncProperty(words, names, async (subject, name) => {
        const { bytes, to } = await composeMail(sender, {
          ...plain,
          subject,
          to: [`"${name}" <ap@nord.test>`],
        });
        const mail = await simpleParser(bytes);
        const allowed = [
          'content-transfer-encoding',
          'content-type',
          'date',
          'from',
          'message-id',
          'mime-version',
        ];
        expect([...mail.headers.keys()].filter((key) => !allowed.includes(key)).sort()).toEqual(
          subject.trim() === '' ? ['to'] : ['subject', 'to'],
        );
        expect(to).toEqual(['ap@nord.test']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the address of a mail server', () => {
  it.each([
    [
      'smtp://127.0.0.1:1025',
      { host: '127.0.0.1', port: 1025, secure: false, requireTLS: false, login: undefined },
    ],
    ['smtp://relay.acme.test', { host: 'relay.acme.test', port: 587, secure: false, requireTLS: false }],
    ['smtps://relay.acme.test', { host: 'relay.acme.test', port: 465, secure: true, requireTLS: false }],
    ['smtp://me:p%40ss@relay.acme.test', { login: { user: 'me', pass: 'p@ss' }, requireTLS: true }],
    [
      'smtps://me:pass@relay.acme.test',
      { login: { user: 'me', pass: 'pass' }, requireTLS: false, secure: true },
    ],
    ['smtp://me:pass@localhost:25', { requireTLS: false }],
    ['smtp://me:pass@127.evil.test', { requireTLS: true }],
    ['smtp://me:pass@[::1]:25', { host: '::1', requireTLS: false }],
  ])('is read from %s', (url, server) => {
    expect(readMailServer(url)).toMatchObject(server);
  });

  it.each(['', 'relay.acme.test', 'http://relay.acme.test', 'smtp://', 'smtp://me:secret@'])(
    'is not read from %j',
    (url) => {
      expect(() => readMailServer(url)).toThrow(DomainError);
      expect(() => readMailServer(url)).not.toThrow(/secret/);
    },
  );
});
