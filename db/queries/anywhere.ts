/** The pattern with which `ilike` finds a text anywhere in another; signs that have a meaning there are taken as they are. */
export function anywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
