import type { Action, Button, Form, FormValues, Reply } from '../../src/chat/types.ts';
import {
  attachCopy,
  type CopyAttached,
  invoiceOfFile,
  invoiceTyped,
} from '../../src/services/document/attach-copy.ts';
import { attachProof } from '../../src/services/document/attach-proof.ts';
import type { NamedInvoice } from '../../src/services/document/invoice-named.ts';
import type { Context } from '../context.ts';
import { besideField, textOf } from '../reading/form-values.ts';

/** Names of files that can be papers of a customer. */
export const isPaper = (name: string): boolean => /\.pdf$/i.test(name);

/**
 * A PDF was put into a conversation: one that is named after an invoice is its copy, wherever it is dropped. Of others
 * we ask what they are, but not in the open channel, where people share files that are none of our business.
 */
export async function paperDropped(
  context: Context,
  file: { readonly id: string; readonly name: string },
): Promise<Reply> {
  const { office, actor, where, workspace } = context;
  const thread = where.message?.threadId;
  const channelId = where.channelId;
  const invoice = await invoiceOfFile(
    office,
    actor,
    file.name,
    thread === undefined || channelId === undefined ? undefined : { channelId, messageId: thread },
  );
  if (invoice !== undefined) return keep(context, file.id, invoice);
  if (thread === undefined && channelId === workspace.teamChannel) return { kind: 'silent' };
  return {
    kind: 'card',
    card: {
      summary: `Which invoice is ${file.name.slice(0, 80)}?`,
      parts: [
        {
          kind: 'text',
          text: [{ bold: file.name.slice(0, 120) }, '\nIts name is no invoice number that I know.'],
        },
        {
          kind: 'buttons',
          buttons: [
            {
              label: 'It is the copy of…',
              action: { command: 'account', action: 'copyOf', args: { file: file.id, name: file.name } },
            },
            ...proofButton(file.id, channelId, thread),
          ],
        },
      ],
    },
  };
}

/** In a case's thread it may be what proves that the claim arrived. */
function proofButton(
  file: string,
  channel: string | undefined,
  thread: string | undefined,
): readonly Button[] {
  if (channel === undefined || thread === undefined) return [];
  return [
    {
      label: 'It proves the claim’s delivery',
      action: { command: 'account', action: 'proofOf', args: { file, channel, thread } },
    },
  ];
}

/** Keeps a dropped file as the proof that the claim of its thread's case was delivered. */
export async function keepProof({ office, actor, files }: Context, args: Action['args']): Promise<Reply> {
  const file = await files.download(String(args['file']));
  const thread = { channelId: String(args['channel']), messageId: String(args['thread']) };
  await attachProof(office, actor, thread, file);
  const text = 'Kept as proof of the claim’s delivery. Legal finds it in the bundle.';
  return { kind: 'card', card: { summary: text, parts: [{ kind: 'text', text }] } };
}

/** Asks of which invoice a dropped file is the copy. */
export function copyForm(args: Action['args']): Form {
  return {
    title: 'Invoice copy',
    submit: 'Attach',
    intro: [{ kind: 'text', text: [{ bold: String(args['name']).slice(0, 120) }] }],
    fields: [
      { kind: 'text', name: 'number', label: 'Invoice number', hint: 'Such as R-1042', maxLength: 80 },
    ],
    action: { command: 'account', action: 'copyOf', args },
  };
}

export async function submitCopy(context: Context, args: Action['args'], values: FormValues): Promise<Reply> {
  return besideField(
    'number',
    async () => {
      const invoice = await invoiceTyped(context.office, context.actor, textOf(values, 'number'));
      return keep(context, String(args['file']), invoice);
    },
    'anything',
  );
}

async function keep(context: Context, fileId: string, invoice: NamedInvoice): Promise<Reply> {
  const file = await context.files.download(fileId);
  const attached = await attachCopy(context.office, context.actor, invoice, file);
  const text = words(attached);
  return { kind: 'card', card: { summary: text.slice(0, 140), parts: [{ kind: 'text', text }] } };
}

function words({ number, customerName, isNew }: CopyAttached): string {
  const of = `the copy of ${number} (${customerName.slice(0, 80)})`;
  return isNew
    ? `Kept as ${of}. It goes with the next letter that names the invoice.`
    : `This file is ${of} already: nothing changed.`;
}
