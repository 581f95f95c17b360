import { nameOf, nodeAt, nodesAt, type Node, type Place } from './syntax.ts';

/** What of its surroundings a piece of code touches. */
export type Touch = 'clock' | 'chance' | 'environment' | 'ambient';

/** Globals that reach outside the program, beside those that tell the time, roll dice or read the environment. */
const ambient = new Set(
  [
    'globalThis global navigator console require eval Function fetch WebSocket',
    'setTimeout setInterval setImmediate queueMicrotask',
  ].flatMap((line) => line.split(' ')),
);

/**
 * What the node at this place touches. Whatever is not known to be harmless counts: `const { now } = Date` and
 * `Date[which]()` read the clock as well as `Date.now()` does.
 */
export function touchAt(place: Place): Touch | undefined {
  if (place.node.type === 'MetaProperty') return memberOf(place) === 'env' ? 'environment' : 'ambient';
  const name = place.node.type === 'Identifier' && isValue(place) ? nameOf(place.node) : undefined;
  switch (name) {
    case undefined:
      return undefined;
    case 'Date':
      return isTested(place) || isMade(place) || hasMember(place, ['UTC', 'parse']) ? undefined : 'clock';
    case 'TZDate':
    case 'TZDateMini':
      return isTested(place) || isMade(place) || isZonedWithTime(place) ? undefined : 'clock';
    case 'performance':
      return 'clock';
    case 'Math':
      return ['random', undefined].includes(memberOf(place)) ? 'chance' : undefined;
    case 'crypto':
      return 'chance';
    case 'process':
      return ['env', undefined].includes(memberOf(place)) ? 'environment' : 'ambient';
    default:
      return ambient.has(name) ? 'ambient' : undefined;
  }
}

/** An identifier that stands for a value, and not for a property, a type or an imported name. */
function isValue({ above, key }: Place): boolean {
  const parent = above?.node;
  if (!parent || parent.type.startsWith('Import') || parent.type === 'ExportSpecifier') return false;
  if (parent.type.startsWith('TS')) return parent.type.endsWith('Expression') && key === 'expression';
  return !((key === 'property' || key === 'key') && parent['computed'] === false);
}

/** The plain name of the member that is read here; undefined when it is computed or there is none. */
function memberOf({ node, above }: Place): string | undefined {
  const parent = above?.node;
  if (parent?.type !== 'MemberExpression' || parent['object'] !== node || parent['computed'] === true)
    return undefined;
  return nameOf(nodeAt(parent, 'property'));
}

function hasMember(place: Place, names: readonly string[]): boolean {
  return names.includes(memberOf(place) ?? '');
}

/** `x instanceof Date` */
function isTested({ above }: Place): boolean {
  return above?.node.type === 'BinaryExpression' && above.node['operator'] === 'instanceof';
}

/** `new Date(something)` */
function isMade({ above, key }: Place): boolean {
  return above?.node.type === 'NewExpression' && key === 'callee' && isGiven(above.node, 1);
}

/** `TZDate.tz(zone, time)`: without a time it is now. */
function isZonedWithTime(place: Place): boolean {
  const call = place.above?.above?.node;
  return hasMember(place, ['tz']) && call?.type === 'CallExpression' && isGiven(call, 2);
}

/** At least so many arguments; a spread may be empty, so it counts for none. */
function isGiven(call: Node, count: number): boolean {
  return nodesAt(call, 'arguments').filter((each) => each.type !== 'SpreadElement').length >= count;
}
