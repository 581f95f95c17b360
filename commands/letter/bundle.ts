import type { Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { handedOver } from '../../src/services/approval/handed-over.ts';
import { makeBundle } from '../../src/services/bundle/make.ts';
import { roster, withRole } from '../../src/services/member/roster.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { caseOfPress } from '../reading/case.ts';

/** The bundle of a case's customer goes to whoever asked, in their direct messages. */
export async function giveBundle(context: Context, caseId: number): Promise<Reply> {
  const bundle = await makeBundle(context.office, context.actor, caseId);
  await context.files.give(context.member.userId, bundle);
  const text = `${bundle.name} is in your direct messages: begin with its index.html.`;
  return { kind: 'card', card: { summary: 'Bundle', parts: [{ kind: 'text', text }] } };
}

/** The same by a button. */
export async function pressBundle(context: Context, args: Readonly<Record<string, unknown>>): Promise<Reply> {
  return giveBundle(context, (await caseOfPress(context, args['case'])).caseId);
}

/**
 * What was approved may have been the hand-over: legal gets the bundle at once. The approval stands, whatever becomes
 * of the file: it can be had again by button. Returns a sentence for who approved; empty when it was something else.
 */
export async function bundleForLegal(context: Context, approvalId: number): Promise<string> {
  const { office, actor } = context;
  const caseId = await handedOver(office, actor, approvalId);
  if (caseId === undefined) return '';
  const people = await within(office, actor.workspaceId, roster);
  const legal = withRole(people, 'legal');
  if (legal.length === 0)
    return ' Nobody here has the role legal, so the bundle waits in the file of the customer: /account.';
  try {
    const bundle = await makeBundle(office, actor, caseId);
    for (const { userId } of legal) await context.files.give(userId, bundle);
    return ` ${legal.map(({ name }) => name).join(' and ')} has the bundle in the direct messages.`;
  } catch (error) {
    const why = error instanceof DomainError ? error.message : 'the chat platform did not take the file';
    office.log.warn({ err: error, caseId }, 'the bundle could not be given to legal');
    return ` The bundle could not be given (${why}): legal takes it from the customer's file, /account.`;
  }
}
