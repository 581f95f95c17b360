import { describe, expect, it } from 'vitest';
import { fileDropped, importItems } from '../../commands/import.ts';
import type { Context } from '../../commands/context.ts';
import { importCard } from '../../commands/views/import.ts';
import { ledgerImportedCard } from '../../commands/views/import/ledger-imported.ts';
import { latestImportFiles } from '../../db/queries/import/files.ts';
import { mintCard, mintForm } from '../../src/chat/mint.ts';
import { renderCard } from '../../src/chat/slack/render.ts';
import type { Button, Card, Part, Reply, Text } from '../../src/chat/types.ts';
import { resumeImports, runImport } from '../../src/services/import/run.ts';
import { roster } from '../../src/services/member/roster.ts';
import { within } from '../../src/services/scope.ts';
import { makeOffice, openTeam } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { refusalOf } from '../support/refusal.ts';
import { csvBytes } from '../support/samples/csv.ts';
import { erpExport } from '../support/samples/erp-export.ts';
import { exportOf, type Row } from '../services/import/desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const acme: Row = { invoice: 'R-1', open: '100.00' };
const beta: Row = { invoice: 'R-2', open: '50.00', customer: 'C-2', name: 'Beta' };

describe('a file dropped into a conversation', () => {
  it('is shown with what was recognised, what is to be answered, and the ways on', async () => {
    const desk = await openDesk();
    expect(await desk.drop('erp.csv', erpExport().bytes)).toEqual({ kind: 'silent' });
    const card = await desk.card();
    expect(card.title).toBe('erp.csv');
    const text = textOf(card);
    expect(text).toContain('1,200 rows · UTF-8, separated by commas');
    expect(text).toContain('Invoice number | doc_id');
    expect(text).toContain('Amount | converted_usd');
    expect(text).toContain('Dates: timestamp, such as 20');
    expect(text).toContain('To be answered: the day of the export, the currency');
    expect(text).toContain('A prediction is never taken as a payment');
    expect(labels(card)).toEqual(['Set up and preview', 'Columns…', 'Cancel']);
  });

  it('without a column that is needed says which, and asks for it', async () => {
    const desk = await openDesk();
    await desk.drop(
      'odd.csv',
      csvBytes([
        ['Customer', 'Due date', 'Amount'],
        ['Acme', '2026-11-02', '5.00'],
      ]),
    );
    const card = await desk.card();
    expect(textOf(card)).toContain('✗ Which column holds the invoice number?');
    expect(labels(card)).toEqual(['Columns…', 'Cancel']);
  });

  it('that is a picture is none of our business, whoever drops it', async () => {
    const desk = await openDesk();
    expect(await desk.drop('holiday.png', new Uint8Array([1, 2, 3]), 'Rita')).toEqual({ kind: 'silent' });
    expect(desk.downloads).toEqual([]);
  });

  it('by somebody who may not is not even fetched', async () => {
    const desk = await openDesk();
    expect(await refusalOf(desk.drop('items.csv', exportOf(acme), 'Rita'))).toBe(
      'You cannot import open items: that is for finance or admin (Fiona, Ada).',
    );
    expect(desk.downloads).toEqual([]);
  });
});

describe('setting an import up', () => {
  it('asks for the day of the export, and for the currency with what the file hints at', async () => {
    const desk = await openDesk();
    await desk.drop('erp.csv', erpExport().bytes);
    const { form } = (await desk.press('Set up and preview')) as Extract<Reply, { kind: 'form' }>;
    expect(form.fields.map(({ name }) => name)).toEqual(['asOf', 'currency', 'country', 'zone', 'clock']);
    expect(form.fields.slice(0, 2)).toMatchObject([{ initial: '2026-11-23' }, { initial: 'USD' }]);
    await mintForm(form, () => Promise.resolve(['token']));
  });

  it('shows beside the fields what is wrong with them', async () => {
    const desk = await openDesk();
    await desk.drop('items.csv', exportOf(acme));
    expect(await desk.answer({ asOf: '31.02.', country: 'Germany' })).toMatchObject({
      kind: 'fieldErrors',
      errors: { asOf: expect.stringContaining('31.02.'), country: expect.stringContaining('GERMANY') },
    });
  });
});

describe('the preview', () => {
  it('has the sums first, and asks before it imports', async () => {
    const desk = await openDesk();
    await desk.drop('items.csv', exportOf(acme, beta, { ...beta, invoice: 'R-3', issued: '2026-11-21' }));
    expect(await desk.answer({ asOf: '2026-11-20' })).toEqual({ kind: 'silent' });
    const card = await desk.card();
    expect(textOf(card)).toMatch(/^2 items · €150\.00\nissued and open as of Fri 20 Nov 2026\n/);
    expect(textOf(card)).toContain('due before that day: 2 items of 2 customers, €150.00');
    expect(textOf(card)).toContain('not issued yet, so hidden: 1 row, €50.00');
    expect(labels(card)).toEqual(['Import 2 items · €150.00', 'Change answers', 'Columns…', 'Cancel']);
    expect(buttonsOf(card)[0]?.confirm?.text).toBe(
      '2 items · €150.00. All of them or, if anything fails, none.',
    );
  });

  it('names the first five bad rows and gives all of them as a file', async () => {
    const desk = await openDesk();
    const bad = Array.from({ length: 7 }, (_, n) => ({ invoice: `B-${n}`, open: '2.00', total: '1.00' }));
    await desk.drop('items.csv', exportOf(acme, ...bad));
    await desk.answer({ asOf: '2026-11-20' });
    const card = await desk.card();
    expect(textOf(card)).toContain('7 bad rows left out\nRow 3: ');
    expect(textOf(card)).toContain('… and 2 others');
    expect(labels(card)).toEqual([
      'Import 1 item · €100.00',
      'Bad rows as CSV',
      'Change answers',
      'Columns…',
      'Cancel',
    ]);
    await desk.press('Bad rows as CSV');
    expect(desk.given).toMatchObject([{ userId: 'U-Fiona', name: 'items bad rows.csv' }]);
    expect(new TextDecoder().decode(desk.given[0]!.bytes).split('\r\n')).toHaveLength(9);
  });

  it('says what changes against the ledger', async () => {
    const desk = await openDesk();
    await desk.import(exportOf(acme, beta));
    await desk.drop(
      'b.csv',
      exportOf({ ...acme, open: '60.00', total: '100.00' }, { invoice: 'R-9', open: '1.00' }),
    );
    await desk.answer({ asOf: '2026-11-21' });
    const text = textOf(await desk.card());
    expect(text).toContain('Against the ledger\n1 new item · €1.00\n1 payment to be booked · €40.00');
    expect(text).toContain(
      '1 open item not in the file any more · €50.00: to be asked about, not assumed paid',
    );
  });

  it('says where the business clock goes', async () => {
    const desk = await openDesk();
    await desk.drop('items.csv', exportOf(acme));
    await desk.answer({ asOf: '2026-10-20', clock: 'move' });
    expect(textOf(await desk.card())).toContain('The business clock goes to Tue 20 Oct 2026 08:00 first.');
  });
});

describe('a confirmed import', () => {
  it('shows a bar that moves, then its control total', async () => {
    const desk = await openDesk();
    await desk.drop('items.csv', exportOf(acme, beta, { invoice: 'R-3', open: 'x' }));
    await desk.answer({ asOf: '2026-11-20' });
    expect(await desk.press('Import 2 items · €150.00')).toEqual({ kind: 'silent' });
    expect(textOf(await desk.card())).toMatch(/^░{20} 0 % · reading the file\nConfirmed by Fiona/);
    await resumeImports(office, desk.workspaceId);
    const card = await desk.card();
    const lines = textOf(card).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '3 rows in the file: 2 imported (€150.00), 1 bad',
      '✓ The ledger holds €150.00 of them: it matches the file to the cent',
      'Due before Fri 20 Nov 2026: €150.00 of 2 customers in 2 items',
    ]);
    expect(lines).toContain('2 customers have no owner: their calls go to the lead');
    expect(labels(card)).toEqual(['Assign owners', 'Bad rows as CSV']);
    expect(buttonsOf(card)[0]?.action).toEqual({ command: 'assign', action: 'open', args: {} });
  });

  it('proposes what is gone as paid, to finance alone', async () => {
    const desk = await openDesk();
    await desk.import(exportOf(acme, beta));
    await desk.import(exportOf(beta), '2026-11-21');
    expect(textOf(await desk.card())).toContain(
      '1 item is open in the ledger and gone from the file · €100.00\nGone is not paid: until finance says so, nothing is booked.',
    );
    expect(importItems.presses['settle']?.may).toEqual(['finance']);
    await desk.press('Book 1 as paid');
    const card = await desk.card();
    expect(textOf(card)).toContain('Fiona booked 1 as paid · €100.00');
    expect(labels(card)).not.toContain('Book 1 as paid');
  });

  it('that failed says so, and can be tried again', async () => {
    const desk = await openDesk();
    await desk.drop('items.csv', exportOf(acme));
    await desk.answer({ asOf: '2026-11-20' });
    await desk.press('Import 1 item · €100.00');
    // Another file, confirmed beside it, is newer: this one would undo what that one knows.
    await desk.import(exportOf(acme), '2026-11-22', { late: true });
    const card = await desk.card(0);
    expect(textOf(card)).toMatch(/^Nothing was imported\.\nThe ledger covers 2026-11-22 already/);
    expect(labels(card)).toEqual(['Try again', 'Change answers', 'Cancel']);
  });
});

describe('/import', () => {
  it('says how fresh the ledger is, and has the latest files', async () => {
    const desk = await openDesk();
    expect(textOf(await desk.command())).toMatch(/^There is no ledger yet\nDrop a file/);
    await desk.import(exportOf(acme));
    const card = await desk.command();
    expect(textOf(card)).toMatch(/^The ledger is as of Fri 20 Nov\n/);
    expect(textOf(card)).toContain('items.csv · imported as of Fri 20 Nov');
    expect(labels(card)).toEqual(['Show', 'Nothing is missing…']);
  });

  it('takes the word that nothing is missing', async () => {
    const desk = await openDesk();
    await desk.import(exportOf(acme));
    const form = await desk.run('presses', 'cover', {});
    expect(form).toMatchObject({ kind: 'form', form: { fields: [{ initial: '2026-11-22' }] } });
    expect(await desk.run('submissions', 'cover', {}, { through: 'tomorrow' })).toMatchObject({
      kind: 'fieldErrors',
      errors: { through: expect.stringContaining('is still to come') },
    });
    expect(await desk.run('submissions', 'cover', {}, { through: 'yesterday' })).toMatchObject({
      card: { summary: 'The ledger covers Sun 22 Nov now: what waited for it is judged.' },
    });
  });

  it('is for finance and admins', () => {
    expect(importItems.may).toEqual(['finance', 'admin']);
  });
});

it('the team hears of an import in one line', () => {
  const card = ledgerImportedCard({
    kind: 'ledger imported',
    items: 5396,
    amount: '$158,358,655.87',
    asOf: '2020-04-20',
    overdueCustomers: 269,
    overdueAmount: '$115,434,971.36',
  });
  expect(textOf(card)).toBe(
    'Ledger imported: 5,396 items, $158,358,655.87, as of Mon 20 Apr 2020; due before that day: $115,434,971.36 of 269 customers',
  );
});

/** Fiona at her desk: what she drops, presses and sees. */
async function openDesk() {
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
    if (downloads.includes(name)) imports.push(await latest(workspaceId));
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

async function latest(workspaceId: number): Promise<number> {
  return within(office, workspaceId, async ({ tx }) => (await latestImportFiles(tx, 1))[0]!.id);
}

/** Whether Slack would take the card. */
async function fits(card: Card): Promise<void> {
  renderCard(await mintCard(card, (actions) => Promise.resolve(actions.map((_, n) => `token-${n}`))));
}

function buttonsOf({ parts }: Card): readonly Button[] {
  return parts.flatMap((part) =>
    part.kind === 'row'
      ? part.buttons
      : part.kind === 'buttons'
        ? [...part.buttons, ...(part.more ?? [])]
        : [],
  );
}

const labels = (card: Card): readonly string[] => buttonsOf(card).map(({ label }) => label);

function textOf({ parts }: Card): string {
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
