/** How a whole run ended, by test; a file or a suite that broke outside its tests counts as one failure. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Skipped, todo, or left out because another one is marked `only`: by full name. */
  readonly skipped: readonly string[];
}

export interface Verdict {
  /** Why the run must fail even where each test that ran has passed. */
  readonly faults: readonly string[];
  /** What a person may do next. */
  readonly hints: readonly string[];
  /** The last line, alone: `N passed, N failed` and, if any, `, N skipped`. */
  readonly line: string;
}

/** Where the smallest allowed number of tests is committed, from the root. */
export const minimumPath = 'test/support/reporter/minimum';

/**
 * A green run says nothing about the tests that did not run, so skips fail it, and so does a suite that shrank
 * below the committed minimum (a glob that no longer matches, a file that was emptied).
 */
export function judge({ passed, failed, skipped }: Counts, minimum: number): Verdict {
  const ran = passed + failed;
  return {
    faults: [
      ...skipped.map((name) => `skipped: ${name}`),
      ...(ran < minimum ? [`${ran} tests ran, and at least ${minimum} must (${minimumPath})`] : []),
    ],
    hints:
      ran > minimum
        ? [`the suite grew from ${minimum} to ${ran} tests; to commit: echo ${ran} > ${minimumPath}`]
        : [],
    line: `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  };
}

/** Reads the committed minimum. Throws when it is not a whole number, since then nothing would be guarded. */
export function readMinimum(text: string): number {
  if (!/^\d+\s*$/.test(text))
    throw new Error(`${minimumPath} must hold one whole number, not ${JSON.stringify(text)}`);
  return Number(text);
}
