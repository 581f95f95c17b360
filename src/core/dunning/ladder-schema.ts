import { z } from 'zod';
import { payerTypes } from '../customer/payer-type.ts';
import { holdKinds } from '../hold/kind.ts';
import { contactRoles } from '../letter/audience.ts';
import type { Condition } from './condition.ts';
import { type Ladder, letterTemplates, stepKinds } from './ladder.ts';
import { offsetExamples, readOffset } from './offset.ts';
import { anyOf, expects, listOf, oneOf, shown, wholeNumber } from './written-value.ts';

/*
 * The shape of a ladder as people write it and as it is stored. Whether it makes sense is for `checkLadder`. What is
 * left out has the value that the standard ladder would want.
 */

const key = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'write lower-case letters, digits and hyphens' });

const offset = expects(readOffset, `write for example ${offsetExamples}`);

const time = z
  .string({ error: 'write a time such as 09:30' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 09:30' });

const window = z.preprocess(hoursOfWords, z.strictObject({ from: time, to: time }, { error: hoursWanted }));

const condition: z.ZodType<Condition> = z
  .strictObject({
    payerType: listOf(oneOf(payerTypes)).exactOptional(),
    country: listOf(
      z.string().regex(/^[A-Z]{2}$/, { error: 'write a country such as DE or FR' }),
    ).exactOptional(),
    tag: listOf(z.string().min(1)).exactOptional(),
    contact: listOf(oneOf(contactRoles)).exactOptional(),
    history: oneOf(['punctual', 'not punctual']).exactOptional(),
    amountBelow: wholeNumber(1, 1_000_000_000).exactOptional(),
    amountFrom: wholeNumber(1, 1_000_000_000).exactOptional(),
  })
  .refine((named) => Object.keys(named).length > 0, {
    error: 'names nothing: write for example payerType: public body',
  });

const base = {
  key,
  label: z.string({ error: 'write what the step is called' }).min(1),
  anchor: z.union([z.enum(['due', 'issue']), z.strictObject({ after: z.string() })], {
    error: ({ input }) => `${shown(input)} is nothing to count from: write due, issue or { after: <key> }`,
  }),
  offset,
  window,
  audience: z
    .strictObject({
      to: listOf(oneOf(contactRoles)).prefault('accounts payable'),
      copy: listOf(oneOf(contactRoles)).prefault([]),
    })
    .prefault({}),
  sequence: z.string().min(1).exactOptional(),
  gapBusinessDays: wholeNumber(0, 60).exactOptional(),
  floor: wholeNumber(0, 1_000_000_000).exactOptional(),
  insteadOf: z.string().exactOptional(),
  when: anyOf(condition).exactOptional(),
  unless: anyOf(condition).exactOptional(),
};

const deadline = expects(readDeadline, `write for example ${offsetExamples}`);

const talk = z.strictObject({
  ...base,
  kind: z.enum(['call', 'visit']),
  who: oneOf(['owner', 'lead', 'manager']).prefault('owner'),
  deadline: deadline.prefault({ businessDays: 0 }),
  missed: oneOf(['lead', 'manager', 'nobody']).prefault('lead'),
});

const letter = z.strictObject({
  ...base,
  kind: z.literal('letter'),
  who: oneOf(['bot']).prefault('bot'),
  letter: oneOf(letterTemplates),
  warnsOf: listOf(z.string()).exactOptional(),
});

const hold = z.strictObject({
  ...base,
  kind: z.literal('hold'),
  who: approved('a hold is never put on without approval').prefault('manager'),
  hold: oneOf(holdKinds),
});

const claim = z.strictObject({
  ...base,
  kind: z.literal('claim'),
  who: approved('nobody is sued without approval').prefault('manager'),
  deadline: deadline.prefault({ businessDays: 10 }),
});

const handover = z.strictObject({
  ...base,
  kind: z.literal('handover'),
  who: oneOf(['legal']).prefault('legal'),
});

const step = z.discriminatedUnion('kind', [talk, letter, hold, claim, handover], {
  error: ({ input }) => `${shown(kindOf(input))} is no kind of step: write one of ${stepKinds.join(', ')}`,
});

export const ladderSchema: z.ZodType<Ladder> = z.strictObject(
  {
    name: z.string({ error: 'write what the ladder is called' }).min(1),
    version: wholeNumber(1, 1_000_000),
    about: z.string().min(1).exactOptional(),
    minimumGapBusinessDays: wholeNumber(0, 60),
    steps: z
      .array(step, { error: 'write a list of steps' })
      .min(1, { error: 'write at least one step' })
      .max(40, { error: 'write at most 40 steps' }),
  },
  { error: 'write a ladder: name, version, minimumGapBusinessDays and steps' },
);

function approved(because: string) {
  return z.enum(['manager'], {
    error: ({ input }) => `${shown(input)} skips the approval, and ${because}: write manager`,
  });
}

/** "09:00-12:00"; anything else is left to the schema. */
function hoursOfWords(written: unknown): unknown {
  if (typeof written !== 'string') return written;
  const [from, to, ...more] = written.split(/[-–]/).map((part) => part.trim());
  return to === undefined || more.length > 0 ? undefined : { from, to };
}

function hoursWanted(): string {
  return 'write hours such as 09:00-12:00';
}

function readDeadline(written: unknown): ReturnType<typeof readOffset> {
  const read = readOffset(written);
  return read === undefined || Object.values(read).some((days) => days < 0) ? undefined : read;
}

function kindOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
}
