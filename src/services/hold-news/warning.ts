import { customerOfCase } from '../../../db/queries/case/find.ts';
import { holdsOfCustomer } from '../../../db/queries/hold/find.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { decimalText } from '../../core/money/format.ts';
import { money } from '../../core/money.ts';
import type { FrozenLetter } from '../letter/frozen.ts';
import type { Scope } from '../scope.ts';
import type { HoldBody } from './body.ts';

export interface Warning {
  readonly customerId: number;
  readonly body: HoldBody;
}

/** What is told about a letter that warns of a hold; undefined for every other letter. */
export async function warningOf(scope: Scope, row: LetterRow): Promise<Warning | undefined> {
  const { warnsOf, ...frozen } = row.facts as unknown as FrozenLetter;
  const customer = warnsOf && (await customerOfCase(scope.tx, row.caseId));
  if (warnsOf === undefined || customer === undefined) return undefined;
  const { id, name } = scope.workspace;
  const { held: kind, from } = warnsOf;
  const held = await holdsOfCustomer(scope.tx, customer.id);
  const body = {
    workspace: { id, name },
    // One that was put on by hand is not opened by the ladder's warning.
    locked: held.some((one) => one.kind === kind && one.status === 'on'),
    customer: { number: customer.number, name: customer.name },
    hold: { id: null, kind, reason: 'ladder', since: null, because: row.kind, from },
    owed: owedIn(frozen),
    page: null,
  };
  return { customerId: customer.id, body };
}

function owedIn({ invoices, currency }: Pick<FrozenLetter, 'invoices' | 'currency'>): HoldBody['owed'] {
  const sum = invoices.reduce((total, { open, rests = '0' }) => total + BigInt(open) - BigInt(rests), 0n);
  return [{ currency, amount: decimalText(money(sum, currency)) }];
}
