/** Slack's mrkdwn as a tree. Nothing of it is ever set as HTML. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly label: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone'; readonly range: string }
  | SlackDate;

/** `<!date^seconds^format^link|fallback>` */
export interface SlackDate {
  readonly kind: 'date';
  readonly seconds: number;
  readonly format: string;
  readonly fallback: string;
}

export type Passage =
  | { readonly kind: 'lines' | 'quote'; readonly inside: readonly Inline[] }
  | { readonly kind: 'preformatted'; readonly text: string };

export function parseMrkdwn(source: string): readonly Passage[] {
  return source
    .split(/```\n?([\s\S]+?)\n?```/)
    .flatMap((part, index): readonly Passage[] =>
      index % 2 === 1 ? [{ kind: 'preformatted', text: unescapeEntities(part) }] : passages(part),
    );
}

/** Slack escapes these three and no others. */
function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const QUOTE = /^(?:>|&gt;) ?/;

/** Neighbouring lines of one kind make one passage. */
function passages(part: string): readonly Passage[] {
  const groups: { quote: boolean; lines: string[] }[] = [];
  for (const line of part.replace(/^\n|\n$/g, '').split('\n')) {
    const quote = QUOTE.test(line);
    const last = groups.at(-1);
    if (last?.quote === quote) last.lines.push(line);
    else groups.push({ quote, lines: [line] });
  }
  return groups
    .map(({ quote, lines }) =>
      quote
        ? { quote, text: lines.map((line) => line.replace(QUOTE, '')).join('\n') }
        : { quote, text: lines.join('\n') },
    )
    .filter(({ text }) => text !== '')
    .map(({ quote, text }) => ({ kind: quote ? 'quote' : 'lines', inside: parseInline(text) }));
}

interface Rule {
  /** Sticky. */
  readonly pattern: RegExp;
  /** Only where the character before is no letter and no digit. */
  readonly atBoundary?: true;
  /** Undefined: not one of these after all, the text stands as it is. */
  readonly make: (match: RegExpExecArray) => Inline | undefined;
}

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

const RULES: readonly Rule[] = [
  { pattern: /`([^`\n]+)`/y, make: (match) => ({ kind: 'code', text: unescapeEntities(match[1] ?? '') }) },
  { pattern: /<([^<>\n]+)>/y, make: (match) => angle(match[1] ?? '') },
  {
    pattern: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/y,
    atBoundary: true,
    make: (match) => link(match[0], undefined),
  },
  {
    pattern: /([*_~])(?!\s|\1)([^\n]*?\S)\1(?!\1|[\p{L}\p{N}])/uy,
    atBoundary: true,
    make: (match) => ({
      kind: STYLES[match[1] as keyof typeof STYLES],
      inside: parseInline(match[2] ?? ''),
    }),
  },
];

function parseInline(source: string): readonly Inline[] {
  const found: Inline[] = [];
  let plainFrom = 0;
  for (let at = 0; at < source.length;) {
    const hit = ruleAt(source, at);
    if (hit === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) found.push(plain(source.slice(plainFrom, at)));
    found.push(hit.node);
    at += hit.length;
    plainFrom = at;
  }
  return plainFrom < source.length ? [...found, plain(source.slice(plainFrom))] : found;
}

const plain = (text: string): Inline => ({ kind: 'text', text: unescapeEntities(text) });

function ruleAt(source: string, at: number): { node: Inline; length: number } | undefined {
  for (const { pattern, atBoundary, make } of RULES) {
    if (atBoundary === true && /[\p{L}\p{N}]/u.test(source.charAt(at - 1))) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    const node = match === null ? undefined : make(match);
    if (match !== null && node !== undefined) return { node, length: match[0].length };
  }
  return undefined;
}

function angle(content: string): Inline | undefined {
  const [target, label] = split(content, '|');
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1) };
  if (target.startsWith('!date^')) return slackDate(target, label ?? '');
  if (target.startsWith('!')) return { kind: 'everyone', range: target.slice(1) };
  return link(target, label);
}

/** Other schemes (javascript:, data:) stay text. */
function link(target: string, label: string | undefined): Inline | undefined {
  const href = unescapeEntities(target);
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return undefined;
  return { kind: 'link', href, label: unescapeEntities(label ?? target.replace(/^(?:mailto|tel):/i, '')) };
}

function slackDate(target: string, fallback: string): Inline {
  const [, seconds = '', format = ''] = target.split('^');
  return { kind: 'date', seconds: Number(seconds), format, fallback: unescapeEntities(fallback) };
}

function split(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
