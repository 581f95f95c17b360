import type { SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { Answer } from '../../router.ts';
import { noteView } from './modal.ts';
import type { Talk } from './talk.ts';
import { inWords } from './tell.ts';

export type Acknowledgement = NonNullable<Parameters<SlackViewMiddlewareArgs<ViewSubmitAction>['ack']>[0]>;

/**
 * Keeps the form open with what was typed. Slack shows errors beside fields only: what belongs to no field of this
 * form stands at the last one, next to Submit; a form without fields is replaced by the words.
 */
export function errorsAt(
  talk: Talk,
  view: Pick<ViewOutput, 'blocks' | 'title'>,
  answer: Extract<Answer, { kind: 'refusal' | 'fieldErrors' }>,
): Acknowledgement {
  const fields = view.blocks.flatMap(({ type, block_id: id }) =>
    type === 'input' && id !== undefined ? [id] : [],
  );
  const last = fields.at(-1);
  if (last === undefined) {
    return { response_action: 'update', view: noteView(talk, view.title.text, inWords(answer)) };
  }
  const errors = answer.kind === 'refusal' ? { [last]: answer.text } : answer.errors;
  return { response_action: 'errors', errors: placed(errors, fields, last) };
}

function placed(
  errors: Readonly<Record<string, string>>,
  fields: readonly string[],
  last: string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, text] of Object.entries(errors)) {
    const at = fields.includes(name) ? name : last;
    found[at] = found[at] === undefined ? text : `${found[at]} ${text}`;
  }
  return found;
}
