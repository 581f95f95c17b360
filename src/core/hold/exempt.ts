import { exemptTag } from '../dunning/way.ts';

/** Whether customers with these tags are spared from holds, by the ladder and by hand. */
export const isExempt = (tags: readonly string[]): boolean => tags.includes(exemptTag);
