import type { Shortcut, SlashCommand } from './api.ts';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import type { Mailbox } from './mailbox.ts';
import type { ClockInstrument, WorkspaceOptions } from './options.ts';
import type { ResponseUrls } from './interactions/response-urls.ts';
import type { Triggers } from './interactions/triggers.ts';
import type { Views } from './interactions/views.ts';
import type { Connections } from './socket/connections.ts';
import type { Store } from './store/store.ts';
import type { Uploads } from './web-api/uploads.ts';

/** What all parts of the workspace share. */
export interface Site {
  readonly options: WorkspaceOptions;
  readonly store: Store;
  readonly events: Events;
  readonly connections: Connections;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly views: Views;
  readonly uploads: Uploads;
  readonly faults: Faults;
  /** People whose account was deactivated. */
  readonly deactivated: Set<string>;
  readonly now: () => Date;
  readonly machineNow: () => Date;
  readonly log: (line: string) => void;
  /** http://127.0.0.1:port */
  readonly url: () => string;
  /** What the host lends, some of it after the start. */
  readonly lent: {
    commands: readonly SlashCommand[];
    shortcuts: readonly Shortcut[];
    clock?: ClockInstrument;
    mailbox?: Mailbox;
  };
}
