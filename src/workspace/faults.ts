/** What can go wrong between an app and Slack, to be ordered by tests. */
export type Fault =
  /** HTTP 429 with Retry-After. */
  | { readonly kind: 'ratelimited'; readonly retryAfterSeconds: number }
  /** HTTP 500 without having done anything. */
  | { readonly kind: 'server_error' }
  /** Slack's `{ok: false, error}`. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Does the work, then cuts the connection before the answer: the caller cannot know. */
  | { readonly kind: 'unclear' };

export interface Faults {
  /**
   * The next `times` calls of this method (or `response_url`) meet the fault; orders for one method queue up. Any fault
   * of `slack_file` makes the next picture out of a file one that is not processed yet.
   */
  readonly order: (method: string, fault: Fault, times?: number) => void;
  readonly take: (method: string) => Fault | undefined;
  /** Orders not yet met, for a test's last line. */
  readonly outstanding: () => number;
}

export function createFaults(): Faults {
  const ordered = new Map<string, Fault[]>();
  return {
    order: (method, fault, times = 1) => {
      const queue = ordered.get(method) ?? [];
      ordered.set(method, [...queue, ...Array.from({ length: times }, () => fault)]);
    },
    take: (method) => ordered.get(method)?.shift(),
    outstanding: () => [...ordered.values()].reduce((total, queue) => total + queue.length, 0),
  };
}
