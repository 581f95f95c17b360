import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TestServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ReceivingServer extends TestServer {
  /** The mails it took over, as they came over the wire. */
  readonly mails: readonly { readonly to: readonly string[]; readonly bytes: Buffer }[];
  /** Tears every connection down without a word. */
  readonly cut: () => void;
}

/** A real SMTP server without encryption; the options make it refuse things. */
export async function receivingServer(options: SMTPServerOptions = {}): Promise<ReceivingServer> {
  const mails: { to: string[]; bytes: Buffer }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream).then((bytes) => mails.push({ to, bytes }) && done(), done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  const sockets = socketsOf(server.server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server.server),
    mails,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What a scripted server does when a line arrives: it replies so, or with one of the two below. */
export type Script = (line: string) => string;
export const hangUp = '(hang up)';
export const staySilent = '(stay silent)';

/** A server that does exactly what the test says, such as vanishing in the middle of a mail. */
export async function scriptedServer(script: Script): Promise<TestServer> {
  const server = createServer((socket) => follow(script, socket));
  const sockets = socketsOf(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: urlOf(server), stop };
}

/** A server's ordinary behaviour with some steps replaced: GREETING EHLO MAIL RCPT DATA CONTENT END. */
export function polite(changes: Readonly<Record<string, string>> = {}): Script {
  const replies = { ...ordinary, ...changes };
  let inMail = false;
  return (line) => {
    const step = inMail ? (line === '.' ? 'END' : 'CONTENT') : line.split(/[ :]/, 1).join();
    const answer = replies[step] ?? '502 unknown';
    inMail = inMail ? step !== 'END' : answer.startsWith('354');
    return answer;
  };
}

const ordinary: Readonly<Record<string, string>> = {
  GREETING: '220 ready',
  EHLO: '250 hello',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  CONTENT: staySilent,
  END: '250 taken',
  QUIT: '221 bye',
};

function follow(script: Script, socket: Socket): void {
  const act = (answer: string) => {
    if (answer === hangUp) socket.destroy();
    else if (answer !== staySilent) socket.write(`${answer}\r\n`);
  };
  let rest = '';
  act(script('GREETING'));
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk.toString('latin1')}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) act(script(line));
  });
}

function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  return sockets;
}

function urlOf(server: Server): string {
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
