import { countOf } from './counts.ts';
import type { Findings } from './judge.ts';

/** Everything that must be nothing, by name. */
export function zerosOf({ faults, steps }: Findings): Readonly<Record<string, readonly string[]>> {
  return {
    'contacts after payment': faults.afterPayment,
    'contacts under promise': faults.atRest.promise,
    'contacts under dispute': faults.atRest.dispute,
    'contacts under pause': faults.atRest.pause,
    'contacts on a kept plan': faults.atRest.plan,
    'contacts while money comes': faults.atRest.advice,
    'contacts on closed days': faults.onClosedDays,
    'contacts in quiet hours': faults.inQuietHours,
    'contacts inside the gap': faults.insideTheGap,
    'contacts of the wrong kind': faults.ofTheWrongKind,
    duplicates: faults.duplicates,
    'steps lost': steps
      .filter(({ fate }) => fate === 'lost')
      .map(({ on, customer, invoice, position }) => `${on} ${customer} ${invoice} step ${position + 1}`),
  };
}

/** What was found, to be read by people: the counts, then what must be nothing, with the first of what is not. */
export function reportOf(findings: Findings): string {
  const { steps, fates, missedBy, rests, ...rest } = countOf(findings);
  return [
    list(rest),
    '',
    'put at rest by',
    list(rests),
    '',
    'calls that were asked for',
    list(fates),
    '',
    'deadlines missed by',
    list(missedBy),
    '',
    'steps by the invoices’ own dates     due   done  eased   lost',
    ...steps.map(
      ({ step, due, done, eased, lost }) =>
        `  ${step.padEnd(32)}${[due, done, eased, lost].map((n) => String(n).padStart(7)).join('')}`,
    ),
    '',
    'must be nothing',
    ...Object.entries(zerosOf(findings)).flatMap(([name, found]) => [
      `  ${name.padEnd(32)}${String(found.length).padStart(7)}`,
      ...found.slice(0, mostShown).map((one) => `      ${one}`),
    ]),
  ].join('\n');
}

const mostShown = 5;

function list(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .map(([name, n]) => `  ${name.padEnd(32)}${String(n).padStart(7)}`)
    .join('\n');
}
