import type { Acknowledgement } from '../socket/deliveries.ts';

/** What a person is told about what they did; an error is a sentence. */
export type Outcome = { readonly error?: string };

/** In Slack's words, so that what is seen here is recognised there. */
export function failureOf(what: string, answer: Acknowledgement): string | undefined {
  switch (answer.kind) {
    case 'acknowledged':
      return undefined;
    case 'unreachable':
      return `${what} failed with the error "dispatch_failed": the app is not connected.`;
    case 'timeout':
      return `${what} failed with the error "operation_timeout": the app did not answer in time.`;
  }
}
