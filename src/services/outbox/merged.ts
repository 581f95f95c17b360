import type { Outage } from '../../core/task/outage.ts';
import type { Merged } from '../notice.ts';

/** What is said of the messages that somebody would have had at these moments of an outage; those of one moment share one. */
export function mergedFrom(lost: readonly Date[], outage: Outage): Merged | undefined {
  const moments = [...new Set(lost.map((moment) => moment.getTime()))]
    .toSorted((a, b) => a - b)
    .map((time) => new Date(time).toISOString());
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [downFrom, downTo] = [outage.from.toISOString(), outage.to.toISOString()];
  return { messages: moments.length, first, last, downFrom, downTo };
}
