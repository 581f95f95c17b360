import type { KnownBlock, ModalView } from '@slack/types';
import { refuse } from '../../refuse.ts';
import type { MintedCard, MintedForm } from '../../port.ts';
import { fitting, fittingCount, LIMITS } from '../limits.ts';
import { cardBlocks, partsBlocks } from '../render.ts';
import { fieldBlock } from './field.ts';
import type { FileIds } from './picture.ts';
import { plainText } from './plain.ts';

/** A form as a modal. Its token is the callback id; `origin` comes back with the submission as it was given. */
export function renderForm({ form, token }: MintedForm, origin: string): ModalView {
  const intro = partsBlocks(form.intro ?? [], refuseButton, false);
  const names = form.fields.map((field) => field.name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) refuse(`Two fields of one form are named “${double}”.`);
  return {
    ...modal(form.title, [...intro, ...form.fields.map(fieldBlock)], origin),
    callback_id: fitting('A form’s id', token, LIMITS.id),
    submit: plainText('A form’s button', form.submit, LIMITS.viewTitle),
    close: plainText('A form’s button', 'Cancel', LIMITS.viewTitle),
  };
}

/** A card in place of a form: what there is to say instead, or what to choose from. */
export function renderCardView(card: MintedCard, title: string, origin: string, files?: FileIds): ModalView {
  return {
    ...modal(title, cardBlocks(card, 'modal', files), origin),
    close: plainText('A form’s button', 'Close', LIMITS.viewTitle),
  };
}

function modal(title: string, blocks: readonly KnownBlock[], origin: string): ModalView {
  return {
    type: 'modal',
    title: plainText('A form’s title', title, LIMITS.viewTitle),
    private_metadata: fitting('A form’s origin', origin, LIMITS.privateMetadata),
    blocks: [...fittingCount('blocks in a form', blocks, LIMITS.viewBlocks)],
  };
}

function refuseButton(): never {
  refuse('A form has fields and a submit button, but no buttons among its words.');
}
