import { customerName } from '../../../db/queries/customer/name.ts';
import { DomainError } from '../../core/error.ts';
import type { Scope } from '../scope.ts';

/** @throws DomainError `not_found` */
export async function customerNamed(scope: Scope, id: number): Promise<string> {
  const name = await customerName(scope.tx, id);
  if (name === undefined) throw new DomainError('not_found', `There is no customer ${id} here.`);
  return name;
}
