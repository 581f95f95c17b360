import type { View } from '../api.ts';
import type { CheckedView } from '../blocks/validate.ts';
import { mintId, mintSecret } from '../ids.ts';
import { directChannelId, findUser } from '../people.ts';
import { tellApp } from '../posting.ts';
import type { Site } from '../site.ts';
import type { HomeRecord } from '../store/records.ts';
import { ApiError } from '../web-api/errors.ts';
import type { Outcome } from './outcome.ts';
import { slackView } from './payloads.ts';
import { pageView, type OpenView } from './views.ts';

/** The app publishes somebody's Home. It keeps its id; throws `hash_conflict` when `after` is not what is shown. */
export function publishHome(site: Site, userId: string, view: CheckedView, after?: string): OpenView {
  const before = site.store.state.homes.get(userId);
  if (after !== undefined && after !== before?.hash) throw new ApiError('hash_conflict');
  const record = { id: before?.id ?? mintId('V'), hash: mintSecret().slice(0, 12), view };
  site.store.commit({ type: 'home', user: userId, home: record });
  const shown = viewOf(userId, record);
  site.events.emit({ type: 'home', user: userId, home: pageView(shown) });
  return shown;
}

/** What the app published for somebody, as a view that can be pressed on. */
function homeOf(site: Site, userId: string): OpenView | undefined {
  const record = site.store.state.homes.get(userId);
  return record && viewOf(userId, record);
}

/** The Home that has this id, whosever it is. */
export function homeCalled(site: Site, id: string): OpenView | undefined {
  const [userId, record] = [...site.store.state.homes].find(([, home]) => home.id === id) ?? [];
  return userId !== undefined && record !== undefined ? viewOf(userId, record) : undefined;
}

/** A person opens the app's Home or its messages; the app is told, with what it published last. */
export function openTab(site: Site, userId: string, tab: 'home' | 'messages'): Outcome {
  if (!findUser(site, userId)) return { error: `Nobody here has the id ${userId}.` };
  const shown = tab === 'home' ? homeOf(site, userId) : undefined;
  tellApp(site, {
    type: 'app_home_opened',
    user: userId,
    channel: directChannelId(userId),
    tab,
    event_ts: site.store.nextTs(site.now()),
    ...(shown ? { view: slackView(site, shown) } : {}),
  });
  return {};
}

export function seenHome(site: Site, userId: string): View | undefined {
  const shown = homeOf(site, userId);
  return shown && pageView(shown);
}

function viewOf(userId: string, { id, hash, view }: HomeRecord): OpenView {
  return { id, userId, rootId: id, previousId: null, hash, definition: view };
}
