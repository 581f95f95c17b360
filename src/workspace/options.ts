import type { ClockReading, ClockStep, Shortcut, SlashCommand } from './api.ts';

export interface WorkspaceUser {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAdmin: boolean;
}

export interface Bot {
  readonly userId: string;
  readonly name: string;
  readonly appId: string;
  readonly botId: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
}

/** The business clock, lent by the host so that the page can show and move it. */
export interface ClockInstrument {
  readonly read: () => Promise<ClockReading>;
  readonly step: (step: ClockStep) => Promise<ClockReading>;
}

export interface WorkspaceOptions {
  /** 0 takes any free one. The host is always 127.0.0.1. */
  readonly port: number;
  /** The start-up token: whoever opens the page with it may act as anybody. */
  readonly pageToken: string;
  /** What the app must present for the Web API (xoxb-…) and for Socket Mode (xapp-…). */
  readonly botToken: string;
  readonly appToken: string;
  readonly team: Team;
  readonly users: readonly WorkspaceUser[];
  readonly bot: Bot;
  /** Created at the first start. The bot is a member unless `withoutBot` says it has to join. */
  readonly channels: readonly {
    readonly id?: string;
    readonly name: string;
    readonly withoutBot?: boolean;
  }[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts?: readonly Shortcut[];
  /** Absent: nothing outlives the server. */
  readonly storeFolder?: string;
  /** The built page; absent: no page. */
  readonly pageFolder?: string;
  /** Stamps messages. Machine time by default. */
  readonly now?: () => Date;
  /** Rules triggers and response_urls. Machine time by default. */
  readonly machineNow?: () => Date;
  /** How long the app may take to acknowledge, in milliseconds; Slack's three seconds by default. */
  readonly ackMs?: number;
  readonly clock?: ClockInstrument;
  readonly log?: (line: string) => void;
}
