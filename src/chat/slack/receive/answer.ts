import type { Prepared } from '../../router.ts';
import type { Desk } from './desk.ts';
import { openModal, showInModal, type OpenModal } from './modal.ts';
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
  if (found.kind !== 'form') return tell(desk, talk, found);
  const modal = await openModal(desk, talk, triggerId, found.form.form.title);
  if (modal) await showInModal(desk, talk, modal, found);
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
