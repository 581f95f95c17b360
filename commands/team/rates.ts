import type { Action, Card, FormValues, Press, Reply, Submission } from '../../src/chat/types.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { DomainError } from '../../src/core/error.ts';
import { formatRate, readRate } from '../../src/core/interest/rate.ts';
import { type SeriesName, seriesNames, seriesTitles } from '../../src/core/interest/series.ts';
import { readDate } from '../../src/core/reading/date.ts';
import { quoted } from '../../src/core/reading/quoted.ts';
import { addRate, knownRates, listAddedRates, type RateWord } from '../../src/services/interest/rates.ts';
import { roster } from '../../src/services/member/roster.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { besideField, collectErrors, textOf } from '../reading/form-values.ts';
import { teamsToday } from '../reading/today.ts';
import { rateForm, ratesCard } from '../views/team/rates.ts';

/** The reference rates of late interest, as a card of `/team`. */
export async function ratesPage(context: Context): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) =>
    ratesCard({
      rates: await knownRates(scope),
      added: await listAddedRates(scope),
      people: await roster(scope),
      today: scope.today,
    }),
  );
}

export const ratesPress: Press<Context> = {
  run: async (context) => ({ kind: 'card', card: await ratesPage(context) }),
};

export const ratePress: Press<Context> = {
  may: ['admin'],
  opensForm: 'Add rate',
  run: async (context, { series }) => {
    const today = await teamsToday(context);
    return { kind: 'form', form: rateForm(today, typeof series === 'string' ? series : undefined) };
  },
};

export const rateSubmission: Submission<Context> = { may: ['admin'], run: submitRate };

/** `rate ECB 2026-07-01 2.15 where it was published`. */
export async function rateLine(context: Context, line: string): Promise<Reply> {
  const [, name = '', from = '', figure = '', source = ''] =
    /^(bank of england|\S+)\s+(\S+)\s+(\S+)\s*(.*)$/i.exec(line.trim()) ?? [];
  const today = await teamsToday(context);
  const order = context.workspace.dateOrder;
  return save(context, {
    series: readSeries(name),
    validFrom: readDate(from, { today, order, looking: 'back' }),
    millionths: readRate(figure),
    source: source.trim(),
  });
}

async function submitRate(context: Context, _args: Action['args'], values: FormValues): Promise<Reply> {
  const errors = collectErrors();
  const today = await teamsToday(context);
  const order = context.workspace.dateOrder;
  const series = errors.read('series', () => readSeries(textOf(values, 'series')));
  const validFrom = errors.read('from', () =>
    readDate(textOf(values, 'from'), { today, order, looking: 'back' }),
  );
  const millionths = errors.read('rate', () => readRate(textOf(values, 'rate')));
  if (series === undefined || validFrom === undefined || millionths === undefined)
    return { kind: 'fieldErrors', errors: errors.all() };
  const word = { series, validFrom, millionths, source: textOf(values, 'source') };
  return besideField('from', () => save(context, word));
}

async function save(context: Context, word: RateWord): Promise<Reply> {
  await addRate(context.office, context.actor, word);
  const text = `${seriesTitles[word.series]}: ${formatRate(word.millionths)} for the half-year from ${formatDate(word.validFrom)}. Letters and files reckon with it from now on.`;
  return { kind: 'card', card: { summary: 'Rate added', parts: [{ kind: 'text', text }] } };
}

/** @throws DomainError `invalid`, naming the series there are. */
function readSeries(text: string): SeriesName {
  const word = text.trim().toLowerCase();
  const found = seriesNames.find(
    (name) => name.toLowerCase() === word || (word === 'boe' && name === 'Bank of England'),
  );
  if (found !== undefined) return found;
  throw new DomainError(
    'invalid',
    `${quoted(text)} is none of ${seriesNames.join(', ')}: write for example /team rate ECB 2026-07-01 2.15 and where it was published.`,
  );
}
