import { z } from 'zod';
import { domainOf, userName } from '../interactions/payloads.ts';
import { botProfile } from '../show.ts';
import { method, type Method } from './call.ts';
import { ApiError } from './errors.ts';

export const authMethods: Readonly<Record<string, Method>> = {
  'api.test': {
    token: 'none',
    run: (_site, { token: _token, error, ...args }) => {
      if (typeof error === 'string' && error !== '') throw new ApiError(error);
      return { args };
    },
  },

  'auth.test': {
    token: 'bot',
    run: (site) => {
      const { team, bot } = site.options;
      return {
        url: `${site.url()}/`,
        team: team.name,
        user: userName(bot.name),
        team_id: team.id,
        user_id: bot.userId,
        bot_id: bot.botId,
        is_enterprise_install: false,
      };
    },
  },

  'apps.connections.open': {
    token: 'app',
    run: (site) => ({
      url: `${site.url().replace('http', 'ws')}/link/?ticket=${site.connections.mintTicket()}&app_id=${site.options.bot.appId}`,
    }),
  },

  'bots.info': method('bot', z.object({ bot: z.string().optional() }), (site, { bot }) => {
    if (bot !== undefined && bot !== site.options.bot.botId) throw new ApiError('bot_not_found');
    return { bot: botProfile(site) };
  }),

  'team.info': {
    token: 'bot',
    run: (site) => {
      const { id, name } = site.options.team;
      return { team: { id, name, domain: domainOf(name) } };
    },
  },
};
