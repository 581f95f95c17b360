import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One of Slack's explanations: what is wrong, and where as a JSON pointer. */
export function slackIssue(issue: Issue, root: string, input: unknown): string {
  return atPointer(explain(issue, input), root, issue.path);
}

export function atPointer(what: string, root: string, path: readonly PropertyKey[] = []): string {
  return `${what} [json-pointer:${root}${path.map((key) => `/${String(key)}`).join('')}]`;
}

function explain(issue: Issue, input: unknown): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case 'too_small':
      return issue.origin === 'array'
        ? `no fewer than ${issue.minimum} items allowed`
        : `must be more than ${Number(issue.minimum) - 1} characters`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return valueAt(input, issue.path) === 'undefined'
        ? `missing required field: ${String(issue.path.at(-1) ?? '')}`
        : `must provide ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? issue.message
        : `unsupported type: ${valueAt(input, issue.path)}`;
    default:
      return issue.message;
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
  return String(found);
}
