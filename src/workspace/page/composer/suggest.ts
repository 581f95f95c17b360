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
