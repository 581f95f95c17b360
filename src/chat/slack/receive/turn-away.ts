import type { AnyMiddlewareArgs } from '@slack/bolt';
import type { Desk } from './desk.ts';
import { errorsAt } from './field-errors.ts';
import { talkOf } from './press.ts';
import { talkFrom } from './talk.ts';
import { tell } from './tell.ts';

/** Answers a request without running it, in the place where the person looks: a form keeps what was typed. */
export async function turnAway(desk: Desk, args: AnyMiddlewareArgs, text: string): Promise<void> {
  if ('command' in args) return args.ack(text);
  if ('view' in args && args.body.type === 'view_submission') {
    const { body, view, ack } = args;
    const talk = talkFrom(view.private_metadata, { teamId: view.team_id, userId: body.user.id });
    return ack(errorsAt(talk, view, { kind: 'refusal', text }));
  }
  await acknowledge(args);
  if ('action' in args && args.body.type === 'block_actions') {
    await tell(desk, talkOf(args.body), { kind: 'refusal', text });
  }
}

/** Events were acknowledged before they came to us. */
export async function acknowledge(args: AnyMiddlewareArgs): Promise<void> {
  if ('ack' in args) await args.ack?.();
}
