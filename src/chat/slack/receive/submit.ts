import type { SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { MintedCard, MintedForm } from '../../port.ts';
import type { Answer } from '../../router.ts';
import { renderCardView, renderForm } from '../render/form.ts';
import type { Desk } from './desk.ts';
import { errorsAt, type Acknowledgement } from './field-errors.ts';
import { noteView, showInModal, type OpenModal } from './modal.ts';
import type { RunOnce } from './submissions.ts';
import { originOf, talkFrom, type Talk } from './talk.ts';
import { tell } from './tell.ts';
import { valuesOf } from './values.ts';

const WORKING = 'Working on it… The answer comes as a message; you may close this.';
const FINISHED = 'Finished: the answer came as a message.';

/**
 * A submitted form. The acknowledgement is the answer while Slack waits for it; after that the person is told to
 * wait, and the answer comes as a private message.
 */
export async function onSubmit(
  desk: Desk,
  runOnce: RunOnce,
  { body, view, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>,
): Promise<void> {
  const userId = body.user.id;
  const talk = talkFrom(view.private_metadata, { teamId: body.team?.id ?? view.team_id, userId });
  const run = () => desk.router.submit(talk.where, view.callback_id, valuesOf(view));
  const { answer, first } = runOnce(`${view.id}:${view.hash}`, run);
  const inTime = await within(desk.patienceMs, answer);
  if (inTime) {
    await heard(desk, ack(acknowledgement(desk, talk, view, inTime)));
    const isSaid = inTime.kind === 'card' || inTime.kind === 'replace';
    if (first && isSaid && !talk.atHome) await tell(desk, talk, inTime);
    return;
  }
  await heard(desk, ack({ response_action: 'update', view: noteView(talk, view.title.text, WORKING) }));
  if (first) await finishLate(desk, talk, { viewId: view.id, title: view.title.text }, await answer);
}

/** Every form of the stack closes, unless there is something to correct or another form to fill in. */
function acknowledgement(desk: Desk, talk: Talk, view: ViewOutput, answer: Answer): Acknowledgement {
  switch (answer.kind) {
    case 'refusal':
    case 'fieldErrors':
      return errorsAt(talk, view, answer);
    case 'form':
      return nextForm(desk, talk, view, answer.form);
    case 'card':
    case 'replace':
      return talk.atHome ? overHome(desk, talk, view, answer.card) : { response_action: 'clear' };
    case 'silent':
      return { response_action: 'clear' };
  }
}

function nextForm(desk: Desk, talk: Talk, view: ViewOutput, form: MintedForm): Acknowledgement {
  try {
    return { response_action: 'update', view: renderForm(form, originOf(talk)) };
  } catch (error) {
    return errorsAt(talk, view, {
      kind: 'refusal',
      text: desk.router.explain(error, 'showing the next form'),
    });
  }
}

/** What came of a form that was opened from a Home takes the form's place: there is no conversation to say it in. */
function overHome(desk: Desk, talk: Talk, view: ViewOutput, card: MintedCard): Acknowledgement {
  try {
    return {
      response_action: 'update',
      view: renderCardView(card, view.title.text, originOf(talk)),
    };
  } catch (error) {
    return errorsAt(talk, view, { kind: 'refusal', text: desk.router.explain(error, 'showing an answer') });
  }
}

async function finishLate(desk: Desk, talk: Talk, modal: OpenModal, answer: Answer): Promise<void> {
  if (answer.kind === 'form') return showInModal(desk, talk, modal, answer);
  await tell(desk, talk, answer);
  const isCard = answer.kind === 'card' || answer.kind === 'replace';
  await showInModal(desk, talk, modal, isCard ? { kind: 'refusal', text: FINISHED } : answer);
}

/** A connection may break before Slack hears us; what was done is told all the same. */
async function heard(desk: Desk, acknowledged: Promise<void>): Promise<void> {
  await acknowledged.catch((error: unknown) =>
    desk.log.warn({ err: error }, 'Slack did not hear a form’s answer'),
  );
}

/** The answer, if it is there in time. */
async function within<Value>(ms: number, answer: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
