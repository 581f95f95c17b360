import type { Answer, Prepared } from '../../router.ts';
import { LIMITS } from '../limits.ts';
import type { Desk } from './desk.ts';
import { openModal, openModalInTime, showInModal, type OpenModal } from './modal.ts';
import type { Talk } from './talk.ts';
import { tell } from './tell.ts';

/** Runs what was prepared and shows the answer where its plan says: a form at once, everything else when it is there. */
export async function answer(desk: Desk, talk: Talk, triggerId: string, prepared: Prepared): Promise<void> {
  if (prepared.plan.kind === 'form') {
    const modal = await openModal(desk, talk, triggerId, prepared.plan.title);
    if (modal) await showInModal(desk, talk, modal, await prepared.run());
    return;
  }
  const found = await prepared.run();
  await (found.kind === 'form' ? showForm(desk, talk, triggerId, found) : tell(desk, talk, found));
}

/** The same for a press inside a modal, which stays: every answer is shown in it. */
export async function answerInModal(
  desk: Desk,
  talk: Talk,
  modal: OpenModal,
  prepared: Prepared,
): Promise<void> {
  await showInModal(desk, talk, modal, await prepared.run());
}

/** For a press on the person's own page: every answer that says something is shown over it, where they look. */
export async function answerAtHome(
  desk: Desk,
  talk: Talk,
  triggerId: string,
  prepared: Prepared,
): Promise<void> {
  if (prepared.plan.kind === 'form') return answer(desk, talk, triggerId, prepared);
  const found = await prepared.run();
  if (found.kind === 'silent') return;
  if (found.kind === 'form') return showForm(desk, talk, triggerId, found);
  const modal = await openModalInTime(desk, talk, triggerId, titleOf(found));
  await (modal ? showInModal(desk, talk, modal, found) : tell(desk, talk, found));
}

async function showForm(
  desk: Desk,
  talk: Talk,
  triggerId: string,
  found: Extract<Answer, { kind: 'form' }>,
): Promise<void> {
  const modal = await openModal(desk, talk, triggerId, found.form.form.title);
  if (modal) await showInModal(desk, talk, modal, found);
}

/** A card's title where it fits into a modal's. */
function titleOf(found: Exclude<Answer, { kind: 'form' }>): string {
  const title = found.kind === 'card' || found.kind === 'replace' ? found.card.card.title : undefined;
  return title !== undefined && title.length <= LIMITS.viewTitle ? title : 'Dunwell';
}
