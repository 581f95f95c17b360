import type { DomainError } from '../error.ts';

/** Makes the error for a reason; each step of reading throws its own. */
export type Refuse = (reason: string) => DomainError;

export interface FigureRules {
  /** Decimal places of the currency. */
  readonly minor: number;
  readonly decimal: '.' | ',' | undefined;
  readonly refuse: Refuse;
}

/** Splits `1.234,5` into `{ whole: '1234', fraction: '5' }`; `figure` holds digits and the marks `. , '` and space. */
export function splitFigure(
  figure: string,
  rules: FigureRules,
): { readonly whole: string; readonly fraction: string } {
  const at = decimalMarkAt(figure, rules);
  const whole = at === undefined ? figure : figure.slice(0, at);
  const fraction = at === undefined ? '' : figure.slice(at + 1);
  const point = at === undefined ? rules.decimal : figure[at];
  assertGrouped(whole, point, rules);
  if (fraction.length > rules.minor) throw rules.refuse(tooManyDecimals(fraction.length, rules.minor));
  return { whole: whole.replace(/\D/g, ''), fraction };
}

/** Where the decimal mark stands, if there is one. */
function decimalMarkAt(figure: string, { minor, decimal, refuse }: FigureRules): number | undefined {
  const at = figure.search(/[.,]\d*$/);
  if (at < 0) return undefined;
  if (decimal !== undefined) return figure[at] === decimal ? at : undefined;
  const marks = figure.replace(/\d/g, '');
  if (marks.length > 1) return marks.slice(0, -1).includes(marks.slice(-1)) ? undefined : at;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(figure)) return at;
  if (minor === 3) throw refuse('it could be thousands or decimals');
  return undefined;
}

/** Threes, or the twos of India (`12,34,567`), always with the same mark, which is not the decimal one. */
function assertGrouped(whole: string, point: string | undefined, { refuse }: FigureRules): void {
  if (/^\d*$/.test(whole)) return;
  const mark =
    /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*$/.exec(whole)?.[1] ?? /^\d{1,2}(,)(?:\d{2},)+\d{3}$/.exec(whole)?.[1];
  if (mark === undefined || mark === point) throw refuse('its separators do not fit together');
}

function tooManyDecimals(written: number, minor: number): string {
  return `it has ${written} decimals, the currency has ${minor === 0 ? 'none' : minor}`;
}
