import type { Ladder, Step } from './ladder.ts';

/** What is another in a ladder than in the one before it. */
export type LadderDifference =
  | { readonly kind: 'step added' | 'step removed'; readonly step: Step }
  | { readonly kind: 'steps in another order' }
  | {
      readonly kind: 'changed';
      /** Empty: of the ladder itself. */
      readonly step: Step | undefined;
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    };

/** Every difference, those of the whole ladder first, then step by step; the number of the version is none. */
export function ladderDifferences(before: Ladder, after: Ladder): readonly LadderDifference[] {
  const known = new Map(before.steps.map((step) => [step.key, step]));
  const kept = after.steps.filter(({ key }) => known.has(key));
  return [
    ...changesOf(undefined, headOf(before), headOf(after)),
    ...before.steps
      .filter((step) => !after.steps.some(({ key }) => key === step.key))
      .map((step) => ({ kind: 'step removed' as const, step })),
    ...after.steps.flatMap((step): readonly LadderDifference[] => {
      const was = known.get(step.key);
      return was === undefined
        ? [{ kind: 'step added', step }]
        : changesOf(step, fieldsOf(was), fieldsOf(step));
    }),
    ...(isInOrder(before, kept) ? [] : [{ kind: 'steps in another order' as const }]),
  ];
}

type Fields = Readonly<Record<string, unknown>>;

function changesOf(step: Step | undefined, was: Fields, is: Fields): readonly LadderDifference[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => inWords(was[name]) !== inWords(is[name]))
    .map((field) => ({ kind: 'changed', step, field, before: was[field], after: is[field] }));
}

const headOf = ({ about, minimumGapBusinessDays }: Ladder): Fields => ({ about, minimumGapBusinessDays });

const fieldsOf = (step: Step): Fields => ({ ...step });

/** Keys in one order: stored values come back in another. */
function inWords(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isInOrder(before: Ladder, kept: readonly Step[]): boolean {
  const places = kept.map(({ key }) => before.steps.findIndex((step) => step.key === key));
  return places.every((place, index) => index === 0 || (places[index - 1] ?? 0) < place);
}
