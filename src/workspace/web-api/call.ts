import { z } from 'zod';
import { slackIssue } from '../blocks/issues.ts';
import type { Site } from '../site.ts';
import { ApiError } from './errors.ts';

/** A Web API method: which token it takes, and what it does. Answers without `ok: true`; throws `ApiError`. */
export interface Method {
  readonly token: 'bot' | 'app' | 'none';
  readonly run: (site: Site, args: Arguments) => Readonly<Record<string, unknown>>;
}

/** Arguments by name. Over a form everything is text, and what Slack takes as JSON is still text. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A method whose arguments have a schema: they are checked before it runs. */
export function method<Schema extends z.ZodType>(
  token: Method['token'],
  schema: Schema,
  run: (site: Site, args: z.output<Schema>) => Readonly<Record<string, unknown>>,
): Method {
  return { token, run: (site, args) => run(site, readArguments(schema, args)) };
}

function readArguments<Schema extends z.ZodType>(schema: Schema, args: Arguments): z.output<Schema> {
  const read = schema.safeParse(args);
  if (read.success) return read.data;
  throw new ApiError(
    'invalid_arguments',
    read.error.issues.map((issue) => slackIssue(issue, '', args)),
  );
}

/** True, "true" and "1", as forms say it. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', ''])])
  .transform((said) => said === true || said === 'true' || said === '1');

export const count = z.coerce.number().int().min(0);

/** A structure, given as such in a JSON body or as JSON text in a form. */
export const structure = z.unknown().transform((said) => {
  if (typeof said !== 'string' || said === '') return said;
  try {
    return JSON.parse(said) as unknown;
  } catch {
    return said;
  }
});
