import { z } from 'zod';
import type { Block, Close, Submit } from '../api.ts';
import { readView } from '../content.ts';
import { findUser } from '../people.ts';
import type { Site } from '../site.ts';
import { ApiError } from '../web-api/errors.ts';
import { failureOf, type Outcome } from './outcome.ts';
import { frame, slackView } from './payloads.ts';
import { inputErrors } from './input-errors.ts';
import type { OpenView } from './views.ts';

export type SubmitOutcome = Outcome & {
  /** By block id, shown beside the fields. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Nothing is left open. */
  readonly closed?: true;
};

/** A person submits a form: Slack's own checks first, then the app decides with its acknowledgement. */
export async function submit(site: Site, submitted: Submit): Promise<SubmitOutcome> {
  const user = findUser(site, submitted.user);
  const view = site.views.find(submitted.view);
  if (!user || view?.userId !== submitted.user) return { error: 'This form is no longer open.' };
  const errors = inputErrors(site, view.definition.blocks, submitted.values);
  if (Object.keys(errors).length > 0) return { errors };
  const payload = {
    type: 'view_submission',
    ...frame(site, user),
    trigger_id: site.triggers.mint(user.id, view.id),
    view: slackView(site, view, submitted.values),
    response_urls: [],
  };
  const answer = await site.connections.ask({ type: 'interactive', payload });
  const failure = failureOf('The form', answer);
  if (failure !== undefined || answer.kind !== 'acknowledged') return { error: failure ?? '' };
  return followAnswer(site, view, answer.payload);
}

/** A person closes a form without submitting; the app hears of it only if it asked to. */
export async function close(site: Site, closed: Close): Promise<SubmitOutcome> {
  const user = findUser(site, closed.user);
  const view = site.views.find(closed.view);
  if (!user || view?.userId !== closed.user) return { closed: true };
  const wholeStack = view.definition['clear_on_close'] === true;
  if (wholeStack) site.views.clear(user.id);
  else site.views.close(view);
  if (view.definition['notify_on_close'] === true)
    await site.connections.ask({
      type: 'interactive',
      payload: {
        type: 'view_closed',
        ...frame(site, user),
        view: slackView(site, view),
        is_cleared: wholeStack,
      },
    });
  return remaining(site, user.id);
}

const answers = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

function followAnswer(site: Site, view: OpenView, answer: Readonly<Record<string, unknown>>): SubmitOutcome {
  if (answer['response_action'] === undefined) {
    site.views.close(view);
    return remaining(site, view.userId);
  }
  const read = answers.safeParse(answer);
  if (!read.success) return refused(site, 'its response_action is not one of errors, update, push, clear');
  switch (read.data.response_action) {
    case 'errors':
      return showErrors(site, view.definition.blocks, read.data.errors);
    case 'clear':
      site.views.clear(view.userId);
      return { closed: true };
    case 'update':
    case 'push':
      return replaceView(site, view, read.data.response_action, read.data.view);
  }
}

/** Slack refuses errors for blocks that are not inputs of the view. */
function showErrors(
  site: Site,
  blocks: readonly Block[],
  errors: Readonly<Record<string, string>>,
): SubmitOutcome {
  const inputs = blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  const strays = Object.keys(errors).filter((id) => !inputs.includes(id));
  if (strays.length > 0) return refused(site, `errors name blocks that are no inputs: ${strays.join(', ')}`);
  return Object.keys(errors).length > 0 ? { errors } : refused(site, 'errors is empty');
}

function replaceView(site: Site, view: OpenView, how: 'update' | 'push', said: unknown): SubmitOutcome {
  try {
    const definition = readView(site, said, 'modal');
    if (how === 'update') site.views.update(view, definition);
    else if (!site.views.push(view.userId, definition)) return refused(site, 'push_limit_reached');
    return {};
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return refused(site, error.message);
  }
}

function refused(site: Site, why: string): SubmitOutcome {
  site.log(`the acknowledgement of a submission was refused: ${why}`);
  return { error: `We had some trouble connecting: the app's answer was refused (${why}).` };
}

function remaining(site: Site, userId: string): SubmitOutcome {
  return site.views.stack(userId).length === 0 ? { closed: true } : {};
}
