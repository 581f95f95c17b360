import { ChatError } from '../../port.ts';

/** Slack said yes, so the work is done; without what it should have said with it, it has to be looked up. */
export function known(value: string | undefined): string {
  if (value === undefined) throw new ChatError({ kind: 'unclear' }, 'incomplete_answer');
  return value;
}
