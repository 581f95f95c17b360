import type { Post } from '../api.ts';
import { composeText } from '../composer.ts';
import { nearest } from '../nearest.ts';
import { findUser } from '../people.ts';
import type { Site } from '../site.ts';
import { ApiError } from '../web-api/errors.ts';
import { failureOf, type Outcome } from './outcome.ts';
import { channelName, domainOf, responseUrl, userName } from './payloads.ts';
import { respond } from './respond.ts';

/** Runs a slash command: the app is asked, and what it acknowledges with is shown to the person. */
export async function runSlash(site: Site, said: Post): Promise<Outcome> {
  const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(said.text) ?? [];
  const refusal = refuse(site, said, command);
  if (refusal) return { error: refusal };
  const right = { userId: said.user, channel: said.channel };
  const payload = slashPayload(site, said, command, text, site.responseUrls.mint(right));
  const answer = await site.connections.ask({ type: 'slash_commands', payload });
  const failure = failureOf(command, answer);
  if (failure !== undefined || answer.kind !== 'acknowledged') return { error: failure ?? '' };
  return Object.keys(answer.payload).length === 0 ? {} : answerAtOnce(site, right, command, answer.payload);
}

function refuse(site: Site, said: Post, command: string): string | undefined {
  if (said.thread !== undefined) return `${command} cannot be used in a thread: Slack has no commands there.`;
  if (!site.lent.commands.some((known) => known.command === command))
    return `${command} is not a valid command. ${wayOut(site, command)}`;
  return undefined;
}

function wayOut(site: Site, command: string): string {
  const meant = nearest(
    command,
    site.lent.commands.map((known) => known.command),
  );
  return meant === undefined ? 'Messages that start with "/" are commands.' : `Did you mean ${meant}?`;
}

function answerAtOnce(
  site: Site,
  right: { userId: string; channel: string },
  command: string,
  body: unknown,
): Outcome {
  try {
    respond(site, right, body);
    return {};
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    site.log(`${command}: the acknowledgement was refused: ${error.message}`);
    return { error: `${command} failed with the error "invalid_command_response": ${error.message}` };
  }
}

function slashPayload(
  site: Site,
  said: Post,
  command: string,
  text: string,
  secret: string,
): Record<string, unknown> {
  const { team, bot } = site.options;
  return {
    token: 'local',
    team_id: team.id,
    team_domain: domainOf(team.name),
    channel_id: said.channel,
    channel_name: channelName(site, said.channel),
    user_id: said.user,
    user_name: userName(findUser(site, said.user)?.name ?? ''),
    command,
    text: composeText(site, text, true),
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(site, secret),
    trigger_id: site.triggers.mint(said.user),
  };
}
