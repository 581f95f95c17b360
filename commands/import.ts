import type { Action, Command, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { readDate } from '../src/core/reading/date.ts';
import { bookBankFile, cancelBankFile } from '../src/services/bank/book.ts';
import { isFromBank, receiveBankFile } from '../src/services/bank/file.ts';
import { answerImport } from '../src/services/import/answer.ts';
import { badRowsOf } from '../src/services/import/bad-rows.ts';
import { chooseColumns } from '../src/services/import/choose-columns.ts';
import { type Field, fieldsOf, fileKinds, importColumns } from '../src/services/import/columns.ts';
import { cancelImport, confirmImport } from '../src/services/import/confirm.ts';
import { coveredDay, coversToday, coverThrough } from '../src/services/import/cover.ts';
import { latestImports } from '../src/services/import/list.ts';
import { importQuestions } from '../src/services/import/questions.ts';
import { receiveFile } from '../src/services/import/receive.ts';
import { settleVanished } from '../src/services/import/settle-vanished.ts';
import { requireSteward } from '../src/services/import/steward.ts';
import { plantSample } from '../src/services/sample/plant.ts';
import { within } from '../src/services/scope.ts';
import { addDays, businessDate } from '../src/core/calendar/business-date.ts';
import { formatDate } from '../src/core/calendar/format-date.ts';
import type { Context } from './context.ts';
import { besideField, textOf } from './reading/form-values.ts';
import { teamsToday } from './reading/today.ts';
import { importCard } from './views/import.ts';
import { columnPrefix, columnsForm, columnsTitle, notInFile } from './views/import/columns-form.ts';
import { coverForm, coverTitle, setUpForm, setUpTitle } from './views/import/form.ts';
import { importListCard } from './views/import/list.ts';
import { plantedCard } from './views/import/sample.ts';
import { told } from './views/told.ts';

const stewards = ['finance', 'admin'] as const;

/** `/import`: bring open items in, and say how far the ledger reaches. The file itself is dropped into a conversation. */
export const importItems: Command<Context> = {
  name: 'import',
  summary: 'Bring open items in from a file, or say that nothing is missing',
  options: [],
  may: stewards,
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async ({ office, actor }) => ({
    kind: 'card',
    card: importListCard(await latestImports(office, actor)),
  }),
  presses: {
    show: { run: show },
    setUp: { opensForm: setUpTitle, run: setUp },
    columns: { opensForm: columnsTitle, run: openColumns },
    confirm: { run: (context, args) => decide(confirmImport, context, args) },
    cancel: { run: (context, args) => decide(cancelImport, context, args) },
    badRows: { run: badRows },
    settle: { may: ['finance'], run: (context, args) => decide(settleVanished, context, args) },
    cover: { opensForm: coverTitle, run: openCover },
    bookBank: { run: (context, args) => decideBank(bookBankFile, context, args) },
    cancelBank: { run: (context, args) => decideBank(cancelBankFile, context, args) },
    sample: { run: plant },
  },
  submissions: {
    answer: { run: answer },
    columns: { run: columns },
    cover: { run: cover },
  },
};

/** Names of files that are meant for us; a picture in the team's channel is not. */
const openItemsFile = /\.(csv|tsv|txt|tab|xlsx?|xlsm|ods|xml|zip)$/i;

/** A file was put into a conversation: if it can be open items, and its giver may import, its card comes to them. */
export async function fileDropped(
  { office, actor, files }: Context,
  file: { readonly id: string; readonly name: string },
): Promise<Reply> {
  if (!openItemsFile.test(file.name)) return { kind: 'silent' };
  await requireSteward(office, actor);
  const { name, bytes } = await files.download(file.id);
  await (isFromBank({ name, bytes }) ? receiveBankFile : receiveFile)(office, actor, { name, bytes });
  return { kind: 'silent' };
}

type Args = Action['args'];

function importOf(args: Args): number {
  const { import: id } = args;
  if (typeof id === 'number') return id;
  throw new DomainError('not_found', 'This button belongs to no import any more: see /import.');
}

async function show({ office, actor }: Context, args: Args): Promise<Reply> {
  const card = await within(office, actor.workspaceId, (scope) => importCard(scope, importOf(args)));
  if (card === undefined) throw new DomainError('not_found', 'This import is gone: drop the file once more.');
  return { kind: 'card', card };
}

async function setUp({ office, actor }: Context, args: Args): Promise<Reply> {
  const everything = args['everything'] === true;
  return { kind: 'form', form: setUpForm(await importQuestions(office, actor, importOf(args), everything)) };
}

async function openColumns({ office, actor }: Context, args: Args): Promise<Reply> {
  return { kind: 'form', form: columnsForm(await importColumns(office, actor, importOf(args))) };
}

async function columns({ office, actor }: Context, args: Args, values: FormValues): Promise<Reply> {
  const kind = fileKinds.find((each) => each === answered(values, 'kind')) ?? 'open items';
  const sheet = answered(values, 'sheet');
  const chosen = fieldsOf[kind].flatMap((field): [Field, number][] => {
    const value = answered(values, `${columnPrefix}${field}`);
    return value === undefined || value === notInFile ? [] : [[field, Number(value)]];
  });
  await chooseColumns(office, actor, importOf(args), {
    kind,
    columns: Object.fromEntries(chosen),
    ...(sheet !== undefined && { sheet }),
  });
  return { kind: 'silent' };
}

async function answer({ office, actor }: Context, args: Args, values: FormValues): Promise<Reply> {
  const faults = await answerImport(office, actor, importOf(args), {
    asOf: answered(values, 'asOf') ?? '',
    currency: answered(values, 'currency'),
    dateOrder: answered(values, 'dateOrder'),
    decimal: answered(values, 'decimal'),
    country: answered(values, 'country'),
    zone: answered(values, 'zone'),
    clock: answered(values, 'clock'),
  });
  return faults === undefined ? { kind: 'silent' } : { kind: 'fieldErrors', errors: faults };
}

/** What a press decided is seen on the card, which is current within a moment. */
async function decide(
  decision: (office: Context['office'], actor: Context['actor'], importId: number) => Promise<unknown>,
  { office, actor }: Context,
  args: Args,
): Promise<Reply> {
  await decision(office, actor, importOf(args));
  return { kind: 'silent' };
}

async function decideBank(
  decision: (office: Context['office'], actor: Context['actor'], fileId: number) => Promise<void>,
  { office, actor }: Context,
  { file }: Args,
): Promise<Reply> {
  await decision(office, actor, Number(file));
  return { kind: 'silent' };
}

async function badRows({ office, actor, where, files }: Context, args: Args): Promise<Reply> {
  const { name, bytes } = await badRowsOf(office, actor, importOf(args));
  await files.give(where.userId, {
    name,
    bytes,
    comment: 'Rows that could not be read, each with its reason. Mend them and drop the file here again.',
  });
  return { kind: 'silent' };
}

async function plant({ office, actor }: Context): Promise<Reply> {
  return { kind: 'card', card: plantedCard(await plantSample(office, actor)) };
}

/** Asks for yesterday, or for today where the ledger covers that already. */
async function openCover(context: Context): Promise<Reply> {
  const today = await teamsToday(context);
  const yesterday = addDays(today, -1);
  const covers = await coveredDay(context.office, context.actor.workspaceId);
  if (covers !== null && covers >= today) throw coversToday(businessDate(covers), today);
  return { kind: 'form', form: coverForm(covers === yesterday ? today : yesterday) };
}

async function cover(context: Context, _args: Args, values: FormValues): Promise<Reply> {
  const { office, actor, workspace } = context;
  return besideField(
    'through',
    async () => {
      const today = await teamsToday(context);
      const through = readDate(textOf(values, 'through'), {
        today,
        order: workspace.dateOrder,
        looking: 'back',
      });
      await coverThrough(office, actor, through);
      return told(`The ledger covers ${formatDate(through, { today })} now: what waited for it is judged.`);
    },
    'anything',
  );
}

/** Undefined for a field that the form did not ask, which is no empty answer. */
function answered(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
