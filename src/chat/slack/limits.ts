import { refuse } from '../refuse.ts';

/**
 * What Slack refuses (docs.slack.dev: Block Kit reference, views, handling user interaction). Lengths are UTF-16
 * units of the text as it is sent, escapes included, which never allows more than Slack's own count.
 */
export const LIMITS = {
  messageBlocks: 50,
  /**
   * All texts of a message's blocks together, tables aside, which have their own; undocumented, refused at about
   * 13,000 as `msg_blocks_too_long`.
   */
  messageText: 12_000,
  viewBlocks: 100,
  viewTitle: 24,
  privateMetadata: 3_000,

  summary: 3_000,
  header: 150,
  sectionText: 3_000,
  contextText: 3_000,
  fields: 10,
  fieldText: 2_000,

  visibleButtons: 3,
  buttonText: 75,
  overflowOptions: 5,
  optionText: 75,
  optionValue: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,

  selectOptions: 100,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputLength: 3_000,
  id: 255,

  pictureAlt: 2_000,
  pictureTitle: 2_000,

  tableRows: 100,
  tableColumns: 20,
  tableText: 10_000,
} as const;

/** Our own patience with Slack, in milliseconds where not said otherwise. */
export const PATIENCE = {
  /** Slack wants an acknowledgement within three seconds; half a second is left for the way. */
  submissionMs: 2_500,
  /** How long a request id is remembered against replays. */
  rememberMs: 10 * 60_000,
  requestMs: 10_000,
  /** For the bytes of a file. */
  transferMs: 60_000,
  /** Pauses between looks at whether a file was processed. */
  fileProcessingMs: [150, 300, 600, 1_200, 2_400],
  downloadBytes: 64 * 1_024 * 1_024,
} as const;

/** The text, or a refusal that says by how much it is too long. Nothing is ever cut silently. */
export function fitting(what: string, text: string, limit: number): string {
  if (text.length <= limit) return text;
  return refuse(
    `${what} has ${text.length} characters; Slack shows at most ${limit}. Shorten “${text.slice(0, 30)}…”.`,
  );
}

/** The list, or a refusal that says how many entries are too many. */
export function fittingCount<Entry>(what: string, list: readonly Entry[], limit: number): readonly Entry[] {
  if (list.length <= limit) return list;
  return refuse(`${list.length} ${what}: Slack shows at most ${limit}. Split them up.`);
}
