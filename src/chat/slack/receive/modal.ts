import type { ModalView } from '@slack/types';
import { plainCard } from '../../mint.ts';
import { ChatError, type MintedCard } from '../../port.ts';
import type { Answer } from '../../router.ts';
import { renderCardView, renderForm } from '../render/form.ts';
import { attempt } from '../send/failure.ts';
import type { Desk } from './desk.ts';
import { originOf, type Talk } from './talk.ts';
import { inWords, tell } from './tell.ts';

/** A modal that a person has open. */
export interface OpenModal {
  readonly viewId: string;
  readonly title: string;
}

const DONE = 'Done.';
const LATE = 'Slack did not open the form in time. Nothing was done: try again.';

/**
 * Opens a modal that says to wait, within the three seconds that a trigger lives; what it is for comes later. Tells
 * the person, and gives nothing, when Slack does not open it.
 */
export async function openModal(
  desk: Desk,
  talk: Talk,
  triggerId: string,
  title: string,
): Promise<OpenModal | undefined> {
  try {
    return await openWaiting(desk, talk, triggerId, title);
  } catch (error) {
    const text = error instanceof ChatError ? LATE : desk.router.explain(error, 'opening a form');
    if (error instanceof ChatError) desk.log.warn({ err: error }, 'A form could not be opened');
    await tell(desk, talk, { kind: 'refusal', text });
    return undefined;
  }
}

/** The same for an answer that is there already and can be told elsewhere: then being too late is nothing to tell. */
export async function openModalInTime(
  desk: Desk,
  talk: Talk,
  triggerId: string,
  title: string,
): Promise<OpenModal | undefined> {
  try {
    return await openWaiting(desk, talk, triggerId, title);
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    desk.log.info({ err: error }, 'An answer came too late for a form');
    return undefined;
  }
}

async function openWaiting(
  desk: Desk,
  talk: Talk,
  triggerId: string,
  title: string,
): Promise<OpenModal | undefined> {
  const view = noteView(talk, title, 'One moment…');
  const opened = await attempt('seenTwice', () => desk.client.views.open({ trigger_id: triggerId, view }));
  return opened.view?.id === undefined ? undefined : { viewId: opened.view.id, title };
}

/** Shows an answer in a modal. Best effort: the person may have closed it. */
export async function showInModal(desk: Desk, talk: Talk, modal: OpenModal, answer: Answer): Promise<void> {
  try {
    await show(desk, talk, modal, answer);
    if (answer.kind === 'card' && answer.visibility === 'channel') await tell(desk, talk, answer);
  } catch (error) {
    if (error instanceof ChatError)
      return desk.log.info({ err: error }, 'A modal was closed before its answer');
    const text = desk.router.explain(error, 'showing an answer in a form');
    await showInModal(desk, talk, modal, { kind: 'refusal', text });
  }
}

/** A modal that only says something. */
export function noteView(talk: Talk, title: string, text: string): ModalView {
  return renderCardView(plainCard(text), title, originOf(talk));
}

function show(desk: Desk, talk: Talk, modal: OpenModal, answer: Answer): Promise<void> {
  const note = (text: string): Promise<void> => change(desk, modal, noteView(talk, modal.title, text));
  switch (answer.kind) {
    case 'form':
      return change(desk, modal, renderForm(answer.form, originOf(talk)));
    case 'card':
      return answer.visibility === 'channel' ? note(DONE) : showCard(desk, talk, modal, answer.card);
    case 'replace':
      return showCard(desk, talk, modal, answer.card);
    case 'refusal':
    case 'fieldErrors':
      return note(inWords(answer));
    case 'silent':
      return note(DONE);
  }
}

function showCard(desk: Desk, talk: Talk, modal: OpenModal, card: MintedCard): Promise<void> {
  return desk.pictures.hurriedly(card.card, (files) =>
    change(desk, modal, renderCardView(card, modal.title, originOf(talk), files)),
  );
}

async function change(desk: Desk, { viewId }: OpenModal, view: ModalView): Promise<void> {
  await attempt('repeatable', () => desk.client.views.update({ view_id: viewId, view }));
}
