import type { Action, FormValues, Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { draftLadder, saveLadder } from '../../src/services/ladder/save.ts';
import { ladderTitle } from '../../src/services/ladder/title.ts';
import type { Context } from '../context.ts';
import { besideField, textOf } from '../reading/form-values.ts';
import { draftCard } from '../views/ladder/changes.ts';
import { told } from '../views/told.ts';
import { count } from '../views/words.ts';

/** Names of files that are ladders. */
export const isLadderFile = (name: string): boolean => /\.ya?ml$/i.test(name);

/** As much as a field of a form takes. */
const longestPaste = 3_000;

/** A YAML file was put into a conversation: what is new in it is shown, to be confirmed. Others' business stays theirs. */
export async function ladderDropped(
  context: Context,
  file: { readonly id: string; readonly name: string },
): Promise<Reply> {
  const { where, workspace } = context;
  if (where.channelId === workspace.teamChannel) return { kind: 'silent' };
  const { bytes } = await context.files.download(file.id);
  return draft(context, textOfFile(bytes));
}

export function openSave(_context: Context, _args: Action['args']): Promise<Reply> {
  return Promise.resolve({
    kind: 'form',
    form: {
      title: 'Write a ladder',
      submit: 'See what is new',
      intro: [
        {
          kind: 'text',
          text: 'Start from one that you have: press As a file in /ladder, change it, and paste it here. A longer one is dropped into the messages with Dunwell.',
        },
      ],
      fields: [
        {
          kind: 'text',
          name: 'text',
          label: 'The ladder, as YAML',
          multiline: true,
          maxLength: longestPaste,
        },
      ],
      action: { command: 'ladder', action: 'save', args: {} },
    },
  });
}

export async function submitSave(
  context: Context,
  _args: Action['args'],
  values: FormValues,
): Promise<Reply> {
  return besideField('text', () => draft(context, textOf(values, 'text')), 'anything');
}

/** Somebody confirmed the differences. */
export async function savePressed({ office, actor }: Context, args: Action['args']): Promise<Reply> {
  const text = typeof args['text'] === 'string' ? args['text'] : '';
  const { ladder, free, moved } = await saveLadder(office, actor, text, {
    over: Number(args['over']),
    moveRunning: args['move'] === true,
  });
  const follow = free === 0 ? '' : ` ${count(free, 'case')} ${free === 1 ? 'follows' : 'follow'} at once.`;
  const along = moved === 0 ? '' : ` ${count(moved, 'running case')} moved along.`;
  return told(`${ladderTitle(ladder)} is saved.${follow}${along}`);
}

async function draft({ office, actor }: Context, text: string): Promise<Reply> {
  return { kind: 'card', card: draftCard(await draftLadder(office, actor, text), text) };
}

function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('invalid', 'This file is no text in UTF-8: save it as such, and drop it again.');
  }
}
