import type { Context } from '../../commands/context.ts';
import { mintCard, mintForm } from '../../src/chat/mint.ts';
import { renderForm } from '../../src/chat/slack/render/form.ts';
import { renderCard } from '../../src/chat/slack/render.ts';
import { type Answer, createRouter } from '../../src/chat/router.ts';
import type { Action, Button, Card, Command, Form, FormValues, Part, Text } from '../../src/chat/types.ts';
import type { Role } from '../../db/schema/index.ts';
import { hasRole, roster } from '../../src/services/member/roster.ts';
import type { Office } from '../../src/services/ports.ts';
import { within } from '../../src/services/scope.ts';

/** A chat without a platform: the real router over the real services, and people who type, press and fill in forms. */
export interface Desk {
  readonly type: (userId: string, line: string) => Promise<Said>;
  /** Presses the button with this label; a menu entry is one too. */
  readonly press: (userId: string, on: Card, label: string) => Promise<Said>;
  readonly submit: (userId: string, form: Form, values: FormValues) => Promise<Said>;
  /** A press of a button that is on no card at hand. */
  readonly act: (userId: string, action: Action) => Promise<Said>;
}

/** What somebody was answered: exactly one of these is there. */
export interface Said {
  readonly card?: Card;
  readonly form?: Form;
  readonly refusal?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

export function openDesk(office: Office, workspaceId: number, commands: readonly Command<Context>[]): Desk {
  const kept = new Map<string, Action>();
  const keep = (actions: readonly Action[]) =>
    Promise.resolve(
      actions.map((action) => {
        const token = JSON.stringify(action);
        kept.set(token, action);
        return token;
      }),
    );
  const router = createRouter<Context>({
    commands,
    contextOf: (where) => contextOf(office, workspaceId, where.userId),
    rolesOf: (context) => context.member.roles,
    whoMay: async (_context, roles) =>
      within(office, workspaceId, async (scope) =>
        [...(await roster(scope)).values()]
          .filter((person) => hasRole(person, roles as readonly Role[]))
          .map((person) => person.name),
      ),
    mint: (_where, card) => mintCard(card, keep),
    mintForm: (_where, form) => mintForm(form, keep),
    actionOf: (_where, token) => Promise.resolve(kept.get(token)),
    log: {
      info: () => undefined,
      warn: () => undefined,
      // A fault is a fault of the test's subject, not an answer to look at.
      error: (fields) => {
        throw fields['err'];
      },
    },
  });
  const where = (userId: string) => ({ platform: 'slack', teamId: 'T', userId }) as const;
  const act = async (userId: string, action: Action): Promise<Said> => {
    const [token] = await keep([action]);
    return said(await (await router.press(where(userId), token!)).run());
  };
  return {
    act,
    type: async (userId, line) => {
      const [name = '', ...words] = line.split(' ');
      return said(await router.command(where(userId), name.slice(1), words.join(' ')).run());
    },
    press: (userId, on, label) => act(userId, buttonOn(on, label).action),
    submit: async (userId, form, values) => {
      const [token] = await keep([form.action]);
      return said(await router.submit(where(userId), token!, values));
    },
  };
}

async function contextOf(office: Office, workspaceId: number, userId: string): Promise<Context> {
  return within(office, workspaceId, async (scope) => {
    const member = [...(await roster(scope)).values()].find((person) => person.userId === userId);
    if (member === undefined) throw new Error(`${userId} is no member`);
    return {
      office,
      actor: { workspaceId, memberId: member.id },
      member,
      workspace: scope.workspace,
      where: { platform: 'slack', teamId: 'T', userId },
      files: { download: noFiles, give: noFiles },
    };
  });
}

const noFiles = (): Promise<never> => Promise.reject(new Error('there are no files at this desk'));

/** Every answer is put into Slack's form as well, which refuses what Slack would. */
function said(answer: Answer): Said {
  switch (answer.kind) {
    case 'card':
    case 'replace':
      renderCard(answer.card);
      return { card: answer.card.card };
    case 'form':
      renderForm(answer.form, '');
      return { form: answer.form.form };
    case 'refusal':
      return { refusal: answer.text };
    case 'fieldErrors':
      return { errors: answer.errors };
    case 'silent':
      return {};
  }
}

export function buttonOn(card: Card, label: string): Button {
  const found = buttonsOf(card).find((button) => button.label === label);
  if (found === undefined)
    throw new Error(
      `There is no button "${label}", only ${buttonsOf(card)
        .map((one) => one.label)
        .join(', ')}`,
    );
  return found;
}

export function buttonsOf(card: Card): readonly Button[] {
  return card.parts.flatMap((part) => {
    if (part.kind === 'row') return part.buttons;
    return part.kind === 'buttons' ? [...part.buttons, ...(part.more ?? [])] : [];
  });
}

/** Everything that can be read on a card, line by line. */
export function wordsOn(card: Card | undefined): string {
  if (card === undefined) return '';
  return [...(card.title === undefined ? [] : [card.title]), ...card.parts.map(wordsOfPart)].join('\n');
}

function wordsOfPart(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'small':
    case 'row':
      return plain(part.text);
    case 'fields':
      return part.fields.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n');
    case 'table':
      return [part.columns.map(({ title }) => title), ...part.rows].map((row) => row.join(' | ')).join('\n');
    case 'picture':
      return part.alt;
    case 'buttons':
    case 'divider':
      return '';
  }
}

export function plain(text: Text): string {
  if (typeof text === 'string') return text;
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      if ('code' in span) return span.code;
      if ('strike' in span) return span.strike;
      return 'mention' in span ? `<@${span.mention}>` : span.label;
    })
    .join('');
}
