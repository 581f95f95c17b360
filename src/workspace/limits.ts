/**
 * What Slack refuses, in one table. Sources: docs.slack.dev, "Block Kit reference" (blocks, elements, composition
 * objects), "chat.postMessage", "views.open", "Handling user interaction" (three-second acknowledgement and
 * trigger_id, five uses of a response_url in 30 minutes), "Message metadata", "Table block"; for what the reference
 * leaves out: bolt-js issue 2509 (`msg_blocks_too_long` at about 13,000 characters: refused here at 12,000).
 * Lengths are counted in UTF-16 units, which never allows more than Slack's own count of characters.
 */
export const LIMITS = {
  ackMs: 3_000,
  triggerMs: 3_000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,

  messageText: 40_000,
  messageBlocks: 50,
  messageBlocksText: 12_000,
  viewBlocks: 100,
  viewBytes: 250_000,
  viewStack: 3,
  viewTitle: 24,
  viewPrivateMetadata: 3_000,
  metadataBytes: 8_000,

  id: 255,
  text: 3_000,
  header: 150,
  fields: 10,
  fieldText: 2_000,
  contextElements: 10,
  actionsElements: 25,
  label: 2_000,
  altText: 2_000,
  url: 3_000,
  imageUrl: 3_000,

  tableRows: 100,
  tableColumns: 20,
  tableText: 10_000,

  buttonText: 75,
  buttonValue: 2_000,
  optionText: 75,
  optionValue: 150,
  selectOptions: 100,
  overflowOptions: 5,
  choiceOptions: 10,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLength: 3_000,
  inputFiles: 10,

  pageSize: 1_000,
  apiBodyBytes: 2 * 1_024 * 1_024,
  uploadBytes: 64 * 1_024 * 1_024,
} as const;
