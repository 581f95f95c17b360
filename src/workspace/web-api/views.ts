import { z } from 'zod';
import { readView } from '../content.ts';
import { publishHome } from '../interactions/home.ts';
import { slackView } from '../interactions/payloads.ts';
import type { Trigger } from '../interactions/triggers.ts';
import type { OpenView } from '../interactions/views.ts';
import { findUser } from '../people.ts';
import type { Site } from '../site.ts';
import type { CheckedView } from '../blocks/validate.ts';
import { method, structure, type Method } from './call.ts';
import { ApiError } from './errors.ts';

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': method('bot', z.object({ trigger_id: z.string(), view: structure }), (site, args) => {
    const definition = newDefinition(site, args.view);
    const { userId } = exchange(site, args.trigger_id);
    return { view: slackView(site, site.views.open(userId, definition)) };
  }),

  'views.push': method('bot', z.object({ trigger_id: z.string(), view: structure }), (site, args) => {
    const definition = newDefinition(site, args.view);
    const { userId, view } = exchange(site, args.trigger_id);
    if (view === undefined || !site.views.find(view)) throw new ApiError('not_found');
    const pushed = site.views.push(userId, definition);
    if (!pushed) throw new ApiError('push_limit_reached');
    return { view: slackView(site, pushed) };
  }),

  'views.update': method(
    'bot',
    z.object({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view: structure,
    }),
    (site, args) => {
      const definition = readView(site, args.view, 'modal');
      const open = findView(site, args);
      if (args.hash !== undefined && args.hash !== open.hash) throw new ApiError('hash_conflict');
      return { view: slackView(site, site.views.update(open, definition)) };
    },
  ),

  'views.publish': method(
    'bot',
    z.object({ user_id: z.string(), hash: z.string().optional(), view: structure }),
    (site, args) => {
      if (!findUser(site, args.user_id)) throw new ApiError('user_not_found');
      const definition = readView(site, args.view, 'home');
      return { view: slackView(site, publishHome(site, args.user_id, definition, args.hash)) };
    },
  ),
};

function exchange(site: Site, triggerId: string): Trigger {
  const trigger = site.triggers.exchange(triggerId);
  if ('error' in trigger) throw new ApiError(trigger.error);
  return trigger;
}

function newDefinition(site: Site, said: unknown): CheckedView {
  const definition = readView(site, said, 'modal');
  const external = definition['external_id'];
  if (typeof external === 'string' && external !== '' && site.views.findExternal(external))
    throw new ApiError('duplicate_external_id');
  return definition;
}

function findView(
  site: Site,
  args: { view_id?: string | undefined; external_id?: string | undefined },
): OpenView {
  if (args.view_id === undefined && args.external_id === undefined)
    throw new ApiError('invalid_arguments', ['missing required field: view_id']);
  const found =
    args.view_id === undefined
      ? site.views.findExternal(args.external_id ?? '')
      : site.views.find(args.view_id);
  if (!found) throw new ApiError('not_found');
  return found;
}
