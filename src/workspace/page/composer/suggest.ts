import type { SlashCommand } from '../../api.ts';

/** Commands that begin as the text does, while the text is nothing but the beginning of one. */
export function suggest(commands: readonly SlashCommand[], text: string): readonly SlashCommand[] {
  if (!/^\/\S*$/.test(text)) return [];
  const typed = text.toLowerCase();
  return commands.filter(({ command }) => command.startsWith(typed));
}

/** The command that the text already names in full, for the hint above the line. */
export function namedCommand(commands: readonly SlashCommand[], text: string): SlashCommand | undefined {
  const name = /^\/\S+(?=\s)/.exec(text)?.[0].toLowerCase();
  return commands.find(({ command }) => command === name);
}

/** What may follow the command; a hint that spells the command out says it once. */
export const usageOf = ({ command, usageHint }: SlashCommand): string =>
  usageHint
    .split(' | ')
    .map((usage) => (usage.startsWith(`${command} `) ? usage.slice(command.length + 1) : usage))
    .filter((usage) => usage !== command)
    .join(' | ');
