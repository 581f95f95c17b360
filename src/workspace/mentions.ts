import { mentionsOf } from './markup.ts';
import type { Site } from './site.ts';

export interface Mention {
  readonly channel: string;
  readonly ts: string;
  /** A user id, or `here`, `channel`, `everyone`, `subteam^…`. */
  readonly who: string;
}

export function mentionsIn(site: Site): readonly Mention[] {
  return [...site.store.state.messages.values()]
    .flatMap((channel) => [...channel.values()])
    .flatMap((message) =>
      mentionsOf(message).map((who) => ({ channel: message.channel, ts: message.ts, who })),
    );
}
