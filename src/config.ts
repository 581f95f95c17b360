import { resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from './core/error.ts';

/** Everything that can be set from outside. Nothing else reads the environment. */
export interface Config {
  /** Embedded Postgres, the local workspace and their secrets. */
  readonly dataFolder: string;
  readonly port: number;
  readonly logLevel: string;
  readonly database:
    { readonly ownerUrl: string; readonly appUrl?: string; readonly wakeUrl?: string } | 'embedded';
  readonly redisUrl?: string;
  readonly slack?: { readonly botToken: string; readonly apiUrl?: string } & (
    { readonly appToken: string } | { readonly signingSecret: string; readonly port: number }
  );
  readonly mail?: { readonly url: string; readonly from: string };
  /** What a new workspace starts with; changed later with /team. */
  readonly place: { readonly country: string; readonly zone: string; readonly dateOrder: 'DMY' | 'MDY' };
}

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that starts with ${protocols.join('// or ')}//`,
    );

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
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_PORT: port.default(3211),
  SLACK_API_URL: url('https:', 'http:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().optional(),
  DUNWELL_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code such as US or DE')
    .default('US'),
  DUNWELL_ZONE: z.string().default('America/New_York'),
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
  return {
    dataFolder: resolve(set.DUNWELL_DATA),
    port: set.PORT,
    logLevel: set.LOG_LEVEL,
    database: databaseOf(set),
    place: { country: set.DUNWELL_COUNTRY, zone: set.DUNWELL_ZONE, dateOrder: set.DUNWELL_DATE_ORDER },
    ...(set.REDIS_URL === undefined ? {} : { redisUrl: set.REDIS_URL }),
    ...slackOf(set),
    ...mailOf(set),
  };
}

type Settings = z.infer<typeof schema>;

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

function mailOf(set: Settings): Pick<Config, 'mail'> {
  if (set.SMTP_URL === undefined) return {};
  if (set.MAIL_FROM === undefined)
    throw new DomainError(
      'invalid',
      'SMTP_URL is set, but not MAIL_FROM: the address that letters come from.',
    );
  return { mail: { url: set.SMTP_URL, from: set.MAIL_FROM } };
}
