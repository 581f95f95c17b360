import type { ReactNode } from 'react';
import { FormDialog } from './FormDialog.tsx';
import { useSession } from '../state/useSession.ts';

/** The topmost form of the stack; those below wait, keeping nothing but what the server has of them. */
export function Forms(): ReactNode {
  const { views } = useSession().session;
  const top = views.at(-1);
  return top && <FormDialog key={top.id} view={top} isStacked={views.length > 1} />;
}
