import { fileDropped, importItems } from '../../../commands/import.ts';
import type { Context } from '../../../commands/context.ts';
import { importCard } from '../../../commands/views/import.ts';
import { latestImportFiles } from '../../../db/queries/import/files.ts';
import { mintCard } from '../../../src/chat/mint.ts';
import { renderCard } from '../../../src/chat/slack/render.ts';
import type { Button, Card, Part, Reply, Text } from '../../../src/chat/types.ts';
import { resumeImports, runImport } from '../../../src/services/import/run.ts';
import { roster } from '../../../src/services/member/roster.ts';
import { within } from '../../../src/services/scope.ts';
import { openTeam, type TestOffice } from '../../support/office.ts';
import type { Row } from '../../services/import/desk.ts';

export const acme: Row = { invoice: 'R-1', open: '100.00' };
export const beta: Row = { invoice: 'R-2', open: '50.00', customer: 'C-2', name: 'Beta' };

/** Fiona at her desk: what she drops, presses and sees. */
export async function openDesk(office: TestOffice) {
  const { workspaceId, people } = await openTeam(office);
  const dropped = new Map<string, { name: string; bytes: Uint8Array }>();
  const downloads: string[] = [];
  const given: { userId: string; name: string; bytes: Uint8Array }[] = [];
  const contextOf = (name: keyof typeof people): Promise<Context> =>
    within(office, workspaceId, async (scope) => ({
      office,
      actor: people[name],
      member: (await roster(scope)).get(people[name].memberId)!,
      workspace: scope.workspace,
      where: { platform: 'slack', teamId: 'T', userId: `U-${name}` },
      files: {
        download: (id) => {
          downloads.push(id);
          return Promise.resolve(dropped.get(id)!);
        },
        give: (userId, { name: called, bytes }) => {
          given.push({ userId, name: called, bytes });
          return Promise.resolve();
        },
      },
    }));
  const imports: number[] = [];
  const card = async (nth = imports.length - 1): Promise<Card> => {
    const shown = await within(office, workspaceId, (scope) => importCard(scope, imports[nth]!));
    await fits(shown!);
    return shown!;
  };
  const drop = async (name: string, bytes: Uint8Array, by: keyof typeof people = 'Fiona'): Promise<Reply> => {
    dropped.set(name, { name, bytes });
    const reply = await fileDropped(await contextOf(by), { id: name, name });
    if (downloads.includes(name)) imports.push(await latest(office, workspaceId));
    return reply;
  };
  const run = async (
    kind: 'presses' | 'submissions',
    action: string,
    args: Record<string, number>,
    values: Record<string, string> = {},
  ): Promise<Reply> => importItems[kind][action]!.run(await contextOf('Fiona'), args, values);
  const answer = (values: Record<string, string>): Promise<Reply> =>
    run('submissions', 'answer', { import: imports.at(-1)! }, values);
  const press = async (label: string): Promise<Reply> => {
    const button = buttonsOf(await card()).find((each) => each.label === label);
    return run('presses', button!.action.action, { import: imports.at(-1)! });
  };
  return {
    workspaceId,
    downloads,
    given,
    card,
    drop,
    answer,
    press,
    run,
    command: async (): Promise<Card> => {
      const reply = await importItems.run(await contextOf('Fiona'), '');
      if (reply.kind !== 'card') throw new Error(reply.kind);
      await fits(reply.card);
      return reply.card;
    },
    /** The whole way; `late` confirms it after the one before, and has it carried out first. */
    import: async (bytes: Uint8Array, asOf = '2026-11-20', { late = false } = {}): Promise<void> => {
      await drop(`items${late ? ' late' : ''}.csv`, bytes);
      await answer({ asOf });
      await run('presses', 'confirm', { import: imports.at(-1)! });
      if (late) await runImport(office, workspaceId, imports.at(-1)!);
      await resumeImports(office, workspaceId);
    },
  };
}

async function latest(office: TestOffice, workspaceId: number): Promise<number> {
  return within(office, workspaceId, async ({ tx }) => (await latestImportFiles(tx, 1))[0]!.id);
}

/** Whether Slack would take the card. */
async function fits(card: Card): Promise<void> {
  renderCard(await mintCard(card, (actions) => Promise.resolve(actions.map((_, n) => `token-${n}`))));
}

export function buttonsOf({ parts }: Card): readonly Button[] {
  return parts.flatMap((part) =>
    part.kind === 'row'
      ? part.buttons
      : part.kind === 'buttons'
        ? [...part.buttons, ...(part.more ?? [])]
        : [],
  );
}

export const labels = (card: Card): readonly string[] => buttonsOf(card).map(({ label }) => label);

export function textOf({ parts }: Card): string {
  return parts.flatMap(lineOf).join('\n');
}

function lineOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
    case 'small':
    case 'row':
      return [plain(part.text)];
    case 'table':
      return part.rows.map((row) => row.join(' | '));
    case 'fields':
      return part.fields.map(({ label, value }) => `${label}: ${plain(value)}`);
    case 'picture':
      return [part.alt];
    case 'buttons':
    case 'divider':
      return [];
  }
}

function plain(text: Text): string {
  if (typeof text === 'string') return text;
  return text.map((span) => (typeof span === 'string' ? span : String(Object.values(span).at(-1)))).join('');
}
