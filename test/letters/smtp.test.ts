import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mail } from '../../src/letters/mail.ts';
import { connectMail, type MailAccount } from '../../src/letters/smtp.ts';
import {
  hangUp,
  polite,
  type ReceivingServer,
  receivingServer,
  scriptedServer,
  staySilent,
  type TestServer,
} from './servers.ts';

const servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

function started<T extends TestServer>(server: T): T {
  servers.push(server);
  return server;
}

const demand: Mail = {
  messageId: '<letter-17@dunwell.test>',
  date: new Date('2026-11-24T09:00:00Z'),
  to: ['Anna Krause <ap@nord.test>'],
  cc: ['boss@nord.test'],
  replyTo: 'Acme GmbH <ar@acme.test>',
  inReplyTo: '<letter-3@dunwell.test>',
  subject: 'Zahlungsaufforderung: 3 Rechnungen, 12.400,00 €',
  text: 'Guten Tag\n.\nKopā: 12 400,00 €\n',
  html: '<p>Guten Tag</p>',
  attachments: [
    { name: 'demand.pdf', type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70, 0, 255]) },
  ],
};

function send(url: string, mail: Partial<Mail> = {}, patience?: MailAccount['patience']) {
  const mailer = connectMail({ url, from: 'Acme GmbH <letters@acme.test>', ...(patience && { patience }) });
  return mailer.send({ ...demand, ...mail });
}

describe('a mail that is accepted', () => {
  it('arrives as it was given, under the message id that the caller fixed', async () => {
    const server = started(await receivingServer());
    expect(await send(server.url)).toEqual({
      kind: 'accepted',
      reply: expect.stringMatching(/^250/),
      refused: [],
    });
    const [received] = server.mails;
    const mail = await simpleParser(received?.bytes ?? Buffer.of());
    expect(received?.to).toEqual(['ap@nord.test', 'boss@nord.test']);
    expect(mail.messageId).toBe('<letter-17@dunwell.test>');
    expect(mail.date).toEqual(demand.date);
    expect(mail.from?.text).toBe('"Acme GmbH" <letters@acme.test>');
    expect(mail.replyTo?.text).toBe('"Acme GmbH" <ar@acme.test>');
    expect(mail.inReplyTo).toBe('<letter-3@dunwell.test>');
    expect(mail.subject).toBe(demand.subject);
    expect(mail.text?.trimEnd()).toBe(demand.text.trimEnd());
    expect(mail.html).toContain('<p>Guten Tag</p>');
    expect(mail.attachments.map(({ filename, content }) => [filename, [...content]])).toEqual([
      ['demand.pdf', [37, 80, 68, 70, 0, 255]],
    ]);
  });

  it('names the recipients that the server did not take it for', async () => {
    const server = started(
      await receivingServer({
        onRcptTo: ({ address }, _session, done) =>
          done(
            address.startsWith('boss')
              ? Object.assign(new Error('no such person'), { responseCode: 550 })
              : null,
          ),
      }),
    );
    const delivery = await send(server.url);
    expect(delivery).toMatchObject({
      kind: 'accepted',
      refused: [{ address: 'boss@nord.test', code: 550, text: expect.stringContaining('no such person') }],
    });
    expect(server.mails[0]?.to).toEqual(['ap@nord.test']);
  });

  it('goes out after a log-in when the account has one', async () => {
    const seen: unknown[] = [];
    const server = started(
      await receivingServer({
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) => {
          seen.push([username, password]);
          done(null, { user: username });
        },
      }),
    );
    const url = server.url.replace('//', '//acme%40mail:p%3As@');
    expect((await send(url)).kind).toBe('accepted');
    expect(seen).toEqual([['acme@mail', 'p:s']]);
  });
});

describe('a mail that is refused for good', () => {
  it.each(['MAIL', 'RCPT', 'DATA', 'END'])('is so after a 5xx to %s', async (step) => {
    const server = started(await scriptedServer(polite({ [step]: '550 5.1.1 not here' })));
    expect(await send(server.url)).toEqual({ kind: 'refused', code: 550, text: '550 5.1.1 not here' });
  });

  it('is too large for the server', async () => {
    const server = started(await receivingServer({ size: 500 }));
    expect(await send(server.url)).toMatchObject({ kind: 'refused', code: 552 });
    expect(server.mails).toEqual([]);
  });
});

describe('a mail that may be sent again later', () => {
  it.each(['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'END'])('is so after a 4xx to %s', async (step) => {
    const server = started(await scriptedServer(polite({ [step]: '451 try later', HELO: '451 try later' })));
    expect(await send(server.url)).toMatchObject({ kind: 'later', reason: expect.stringContaining('451') });
  });

  it.each(['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA'])(
    'is so when the server hangs up at %s',
    async (step) => {
      const server = started(await scriptedServer(polite({ [step]: hangUp })));
      expect((await send(server.url)).kind).toBe('later');
    },
  );

  it.each(['GREETING', 'EHLO', 'DATA'])('is so when the server falls silent at %s', async (step) => {
    const server = started(await scriptedServer(polite({ [step]: staySilent })));
    expect((await send(server.url, {}, { connectMs: 50, replyMs: 50 })).kind).toBe('later');
  });

  it('is so when nobody listens', async () => {
    const server = await receivingServer();
    await server.stop();
    expect((await send(server.url)).kind).toBe('later');
  });

  it('is so when one recipient is refused for good and the other only for now', async () => {
    let calls = 0;
    const script = polite();
    const server = started(
      await scriptedServer((line) =>
        line.startsWith('RCPT') ? [`550 no`, `450 busy`][calls++ % 2]! : script(line),
      ),
    );
    expect((await send(server.url)).kind).toBe('later');
  });

  it('is so when the log-in is refused, since that is about us', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (_auth, _session, done) =>
      done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
    const server = started(
      await receivingServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth }),
    );
    expect((await send(server.url.replace('//', '//me:wrong@'))).kind).toBe('later');
  });

  it('is so when the server shuts down with a word, even behind the whole mail', async () => {
    const onData: SMTPServerOptions['onData'] = (stream) =>
      void stream.resume().on('end', () => void server.stop());
    const server: ReceivingServer = await receivingServer({ onData, closeTimeout: 1 });
    expect(await send(server.url)).toMatchObject({ kind: 'later', reason: expect.stringContaining('421') });
  });

  it('is so with a server that pipelines and hangs up before it asked for the mail', async () => {
    const server = started(
      await scriptedServer(polite({ EHLO: '250-hello\r\n250 PIPELINING', DATA: hangUp })),
    );
    expect((await send(server.url)).kind).toBe('later');
  });
});

describe('a mail whose fate is unknown', () => {
  it('has begun when the server hangs up', async () => {
    const server = started(await scriptedServer(polite({ CONTENT: hangUp })));
    expect((await send(server.url)).kind).toBe('unknown');
  });

  it('is complete when the server hangs up without a reply', async () => {
    const server = started(await scriptedServer(polite({ END: hangUp })));
    expect((await send(server.url)).kind).toBe('unknown');
  });

  it('is complete when the server falls silent', async () => {
    const server = started(await scriptedServer(polite({ END: staySilent })));
    expect((await send(server.url, {}, { connectMs: 1000, replyMs: 50 })).kind).toBe('unknown');
  });

  it('is complete when a real server loses the connection before it answers', async () => {
    const onData: SMTPServerOptions['onData'] = (stream) =>
      void stream.resume().on('end', () => server.cut());
    const server: ReceivingServer = started(await receivingServer({ onData }));
    expect((await send(server.url)).kind).toBe('unknown');
  });

  it('is not sent a second time by itself', async () => {
    const seen: string[] = [];
    const script = polite({ END: hangUp });
    const server = started(
      await scriptedServer((line) => {
        seen.push(line);
        return script(line);
      }),
    );
    await send(server.url);
    expect(seen.filter((line) => line === 'DATA')).toHaveLength(1);
  });
});
