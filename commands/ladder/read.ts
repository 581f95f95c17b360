import { payerTypes } from '../../src/core/customer/payer-type.ts';
import { DomainError } from '../../src/core/error.ts';
import { quoted } from '../../src/core/reading/quoted.ts';
import type { Segment } from '../../src/core/dunning/whose-ladder.ts';
import { readTags } from '../../src/core/reading/tags.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { invoiceCalled } from '../../src/services/ladder/invoice-called.ts';
import type { LadderChange, LadderTarget } from '../../src/services/ladder/order.ts';
import type { Scope } from '../../src/services/scope.ts';

/** `soft`; `tag vip soft`; `country DE standard`; `payer public body services`; `invoice R-7 soft`; `lagerhaus none`. */
export async function readChange(scope: Scope, line: string): Promise<LadderChange> {
  const words = line.trim().split(/\s+/);
  const ladder = words.at(-1) ?? '';
  return { target: await readTarget(scope, words.slice(0, -1).join(' ')), ladder: readLadderName(ladder) };
}

/** `none` and `-` take away what a segment, a customer or an invoice has of its own. */
export function readLadderName(word: string): string | undefined {
  return /^(?:none|-)$/i.test(word) ? undefined : word.toLowerCase();
}

/** @throws DomainError `invalid`, `not_found` for nobody */
export async function readTarget(scope: Scope, words: string): Promise<LadderTarget> {
  if (/^(?:|all|everybody|workspace)$/i.test(words)) return { kind: 'workspace' };
  const [, field = '', value = ''] = /^(payer type|payer|country|tag|invoice)\s+(.+)$/i.exec(words) ?? [];
  if (/^invoice$/i.test(field)) {
    const { id, customerId } = await invoiceCalled(scope, value);
    return { kind: 'invoice', invoiceId: id, customerId };
  }
  if (field !== '') return { kind: 'segment', segment: readSegment(field.toLowerCase(), value) };
  const { customerId, rest } = await findCustomer(scope, words);
  if (rest === '') return { kind: 'customer', customerId };
  throw new DomainError(
    'invalid',
    `${quoted(rest)} is no part of the name: write the customer, then the ladder, such as /ladder set lagerhaus soft.`,
  );
}

function readSegment(field: string, value: string): Segment {
  switch (field) {
    case 'country':
      if (/^[a-z]{2}$/i.test(value)) return { field: 'country', value: value.toUpperCase() };
      throw new DomainError('invalid', `${quoted(value)} is no country: write two letters such as DE.`);
    case 'tag': {
      const [tag, ...more] = readTags(value);
      if (tag !== undefined && more.length === 0) return { field: 'tag', value: tag };
      throw new DomainError('invalid', `${quoted(value)} is not one tag: a rule asks for one.`);
    }
    default: {
      const type = payerTypes.find((known) => known === value.toLowerCase());
      if (type !== undefined) return { field: 'payer type', value: type };
      throw new DomainError('invalid', `${quoted(value)} is no payer type: choose ${payerTypes.join(', ')}.`);
    }
  }
}
