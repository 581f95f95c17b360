import type { Where } from '../../types.ts';

/** A conversation with one person: where it is, and Slack's address for answering there. */
export interface Talk {
  readonly where: Where;
  /** Good for five answers in 30 minutes; absent where nothing was typed or pressed in a conversation. */
  readonly responseUrl?: string;
  /** Where an answer to everybody belongs: under the message it answers, unless one person alone sees that. */
  readonly threadId?: string;
  /** It began on the person's own page: answers are shown over it, as there is no conversation beside it. */
  readonly atHome?: true;
}

/** What a form remembers of the conversation it was opened from; only we can read it. */
export function originOf({ where, responseUrl, threadId, atHome }: Talk): string {
  const { channelId, message } = where;
  return JSON.stringify({ channelId, message, responseUrl, threadId, atHome });
}

/** The conversation that a form came from, as the person who submits it. */
export function talkFrom(origin: string, person: Pick<Where, 'teamId' | 'userId'>): Talk {
  const { channelId, message, responseUrl, threadId, atHome } = readOrigin(origin);
  return {
    where: { platform: 'slack', ...person, ...(channelId && { channelId }), ...(message && { message }) },
    ...(responseUrl && { responseUrl }),
    ...(threadId && { threadId }),
    ...(atHome && { atHome }),
  };
}

interface Origin {
  readonly channelId?: string;
  readonly message?: NonNullable<Where['message']>;
  readonly responseUrl?: string;
  readonly threadId?: string;
  readonly atHome?: true;
}

function readOrigin(text: string): Origin {
  return text === '' ? {} : (JSON.parse(text) as Origin);
}
