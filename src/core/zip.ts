/** The members of two lists in pairs. @throws when one list is longer than the other, as then no pair can be trusted. */
export function zip<A, B>(left: readonly A[], right: readonly B[]): readonly (readonly [A, B])[] {
  if (left.length !== right.length)
    throw new Error(`${left.length} members cannot be paired with ${right.length}`);
  return left.map((member, n) => [member, right[n] as B] as const);
}
