import type { WebClient } from '@slack/web-api';
import type { ChatPort } from '../../port.ts';
import { renderHome } from '../render/home.ts';
import { attempt } from './failure.ts';
import { known } from './known.ts';
import type { Pictures } from './pictures.ts';

/** Publishes somebody's Home, in place of the one whose hash is given. */
export function publishTo(client: WebClient, pictures: Pictures): NonNullable<ChatPort['publishHome']> {
  return async (userId, card, after) => {
    const { view } = await pictures.patiently(card.card, (files) => {
      const request = { user_id: userId, view: renderHome(card, files) };
      return attempt('repeatable', () =>
        client.views.publish(after === undefined ? request : { ...request, hash: after }),
      );
    });
    return known(view?.hash);
  };
}
