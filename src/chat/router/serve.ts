import { DomainError } from '../../core/error.ts';
import type { Reply, Where } from '../types.ts';
import { explain } from './explain.ts';
import type { Answer, RouterParts } from './types.ts';

export interface Request<Context> {
  /** For the log: `/promise`, `promise.cancel`. */
  readonly what: string;
  readonly where: Where;
  readonly may: readonly string[] | undefined;
  readonly handle: (context: Context) => Promise<Reply>;
}

/** Runs a request as whoever acts there, if they may, and makes its reply showable. Never rejects. */
export async function serve<Context>(
  parts: RouterParts<Context>,
  request: Request<Context>,
): Promise<Answer> {
  try {
    const context = await parts.contextOf(request.where);
    await authorise(parts, context, request.may);
    return await minted(parts, request.where, await request.handle(context));
  } catch (error) {
    return { kind: 'refusal', text: explain(parts.log, error, request.what) };
  }
}

async function authorise<Context>(
  parts: RouterParts<Context>,
  context: Context,
  may: readonly string[] | undefined,
): Promise<void> {
  if (!may || parts.rolesOf(context).some((role) => may.includes(role))) return;
  const people = await parts.whoMay(context, may);
  const ask =
    people.length > 0 ? `Ask ${people.join(', ')}.` : 'Nobody here has it yet; an admin gives it with /team.';
  throw new DomainError('forbidden', `This takes the role ${may.join(' or ')}. ${ask}`);
}

async function minted<Context>(parts: RouterParts<Context>, where: Where, reply: Reply): Promise<Answer> {
  switch (reply.kind) {
    case 'card':
      return {
        kind: 'card',
        card: await parts.mint(where, reply.card),
        visibility: reply.visibility ?? 'private',
      };
    case 'replace':
      return { kind: 'replace', card: await parts.mint(where, reply.card) };
    case 'form':
      return { kind: 'form', form: await parts.mintForm(where, reply.form) };
    case 'fieldErrors':
    case 'silent':
      return reply;
  }
}
