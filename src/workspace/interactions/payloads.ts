import type { User } from '../api.ts';
import { findChannel } from '../people.ts';
import { slackFile } from '../show.ts';
import type { Site } from '../site.ts';
import { stateValues, type Values } from './values.ts';
import type { OpenView } from './views.ts';

/** The parts that Slack's interaction payloads share. */

export function frame(site: Site, user: User): Record<string, unknown> {
  const { team, bot } = site.options;
  return {
    team: { id: team.id, domain: domainOf(team.name) },
    user: { id: user.id, username: userName(user.name), name: userName(user.name), team_id: team.id },
    api_app_id: bot.appId,
    token: 'local',
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function slackView(site: Site, view: OpenView, said: Values = {}): Record<string, unknown> {
  const { team, bot } = site.options;
  const { definition } = view;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...definition,
    id: view.id,
    team_id: team.id,
    hash: view.hash,
    state: { values: stateValues(definition.blocks, said, fileOf(site)) },
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: bot.appId,
    bot_id: bot.botId,
    app_installed_team_id: team.id,
  };
}

export function fileOf(site: Site): (id: string) => Record<string, unknown> | undefined {
  return (id) => {
    const file = site.store.state.files.get(id);
    return file && slackFile(site, file);
  };
}

/** The name Slack shows for a channel in payloads; a direct message has a fixed one. */
export function channelName(site: Site, id: string): string {
  const channel = findChannel(site, id);
  return channel?.kind === 'channel' ? channel.name : 'directmessage';
}

export function userName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.');
}

export function domainOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

export function responseUrl(site: Site, secret: string): string {
  return `${site.url()}/response/${secret}`;
}
