import { resolve } from 'node:path';
import { z } from 'zod';
import { closedDays } from './core/calendar/closed-days.ts';
import { timeIn } from './core/calendar/zone.ts';
import { DomainError } from './core/error.ts';

/** Everything that can be set from outside. Nothing else reads the environment. */
export interface Config {
  /** Embedded Postgres, the local workspace and their secrets. */
  readonly dataFolder: string;
  readonly port: number;
  readonly logLevel: string;
  readonly database: GivenDatabase | 'embedded';
  readonly redisUrl?: string;
  readonly slack?: { readonly botToken: string; readonly apiUrl?: string } & (
    { readonly appToken: string } | { readonly signingSecret: string; readonly port: number }
  );
  readonly mail?: { readonly url: string; readonly from: string };
  /** Who is told of holds, and the secret that proves it is us. */
  readonly holdWebhook?: { readonly url: string; readonly secret: string };
  /** What a new workspace starts with; changed later with /team. */
  readonly place: { readonly country: string; readonly zone: string; readonly dateOrder: 'DMY' | 'MDY' };
}

export interface GivenDatabase {
  readonly ownerUrl: string;
  readonly appUrl?: string;
  readonly wakeUrl?: string;
  /** Nobody else migrates it, and no pooler stands before it: statements can stay prepared, as in the embedded one. */
  readonly ours?: boolean;
}

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that starts with ${protocols.join('// or ')}//`,
    );

/** Nobody in between may read or change what is said, so it is encrypted, or does not leave this machine. */
const webhookAddress = z.string().refine((text) => {
  const { protocol, hostname, username, password } = URL.canParse(text) ? new URL(text) : noAddress;
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && username === '' && password === '';
}, 'must be an address that starts with https://, or with http:// on this machine, without user and password');

const noAddress = { protocol: '', hostname: '', username: '', password: '' };

const token = (prefix: string) =>
  z.string().startsWith(prefix, `must be the token that starts with ${prefix}`);

/** What core can work with: a new workspace keeps these, so that a wrong one must not get in. */
const workable = (work: (text: string) => unknown) =>
  z.string().superRefine((text, context) => {
    try {
      work(text);
    } catch (error) {
      context.addIssue(error instanceof DomainError ? error.message : 'is not known');
    }
  });

const portWords = 'must be a port, a whole number from 0 to 65535';
const port = z.coerce.number(portWords).int(portWords).min(0, portWords).max(65_535, portWords);

const schema = z.object({
  DUNWELL_DATA: z.string().default('.dunwell'),
  PORT: port.default(3210),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_APP_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_WAKE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_PORT: port.default(3211),
  SLACK_API_URL: url('https:', 'http:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().optional(),
  HOLD_WEBHOOK_URL: webhookAddress.optional(),
  HOLD_WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  DUNWELL_COUNTRY: workable((code) => closedDays(code, undefined, 2026)).default('US'),
  DUNWELL_ZONE: workable((zone) => timeIn(zone, new Date(0))).default('America/New_York'),
  DUNWELL_DATE_ORDER: z.enum(['DMY', 'MDY']).default('MDY'),
});

/**
 * Reads the settings.
 * @throws DomainError `invalid` that names each wrong setting and why, never its value: it may be a secret.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new DomainError(
      'invalid',
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const set = parsed.data;
  refuseHalves(set);
  return {
    dataFolder: resolve(set.DUNWELL_DATA),
    port: set.PORT,
    logLevel: set.LOG_LEVEL,
    database: databaseOf(set),
    place: { country: set.DUNWELL_COUNTRY, zone: set.DUNWELL_ZONE, dateOrder: set.DUNWELL_DATE_ORDER },
    ...(set.REDIS_URL === undefined ? {} : { redisUrl: set.REDIS_URL }),
    ...slackOf(set),
    ...mailOf(set),
    ...holdWebhookOf(set),
  };
}

type Settings = z.infer<typeof schema>;

/** A setting that means nothing without another would else be passed over, and the wrong form would start. */
const companions = [
  ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', "the bot's token"],
  ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', "the bot's token"],
  ['DATABASE_APP_URL', 'DATABASE_URL', "the address of the database's owner, who migrates it"],
  ['DATABASE_WAKE_URL', 'DATABASE_URL', "the address of the database's owner, who migrates it"],
  ['SMTP_URL', 'MAIL_FROM', 'the address that letters come from'],
  ['MAIL_FROM', 'SMTP_URL', 'the mail server that takes letters'],
  ['HOLD_WEBHOOK_URL', 'HOLD_WEBHOOK_SECRET', 'the secret that announcements are signed with'],
  ['HOLD_WEBHOOK_SECRET', 'HOLD_WEBHOOK_URL', 'the address that is told of holds'],
] as const;

function refuseHalves(set: Settings): void {
  const half = companions.find(([one, other]) => set[one] !== undefined && set[other] === undefined);
  if (half !== undefined)
    throw new DomainError('invalid', `${half[0]} is set, but not ${half[1]}: ${half[2]}.`);
}

function databaseOf(set: Settings): Config['database'] {
  if (set.DATABASE_URL === undefined) return 'embedded';
  return {
    ownerUrl: set.DATABASE_URL,
    ...(set.DATABASE_APP_URL === undefined ? {} : { appUrl: set.DATABASE_APP_URL }),
    ...(set.DATABASE_WAKE_URL === undefined ? {} : { wakeUrl: set.DATABASE_WAKE_URL }),
  };
}

function slackOf(set: Settings): Pick<Config, 'slack'> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  if (botToken === undefined) return {};
  const access = {
    botToken,
    ...(set.SLACK_API_URL === undefined ? {} : { apiUrl: withSlash(set.SLACK_API_URL) }),
  };
  if (appToken !== undefined) return { slack: { ...access, appToken } };
  if (signingSecret !== undefined) return { slack: { ...access, signingSecret, port: set.SLACK_PORT } };
  throw new DomainError(
    'invalid',
    'SLACK_BOT_TOKEN is set, but not how requests come in: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
  );
}

/** The SDK resolves methods against it, so its last part would be lost without a slash. */
function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

function mailOf({ SMTP_URL: url, MAIL_FROM: from }: Settings): Pick<Config, 'mail'> {
  return url === undefined || from === undefined ? {} : { mail: { url, from } };
}

function holdWebhookOf(set: Settings): Pick<Config, 'holdWebhook'> {
  const [url, secret] = [set.HOLD_WEBHOOK_URL, set.HOLD_WEBHOOK_SECRET];
  return url === undefined || secret === undefined ? {} : { holdWebhook: { url, secret } };
}
