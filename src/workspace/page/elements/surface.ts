import type { ConfirmationDialog } from '@slack/types';
import { createContext, useContext } from 'react';
import type { Picked } from './values.ts';

/** What an element did, in Slack's own words (api.ts, Press). */
export interface Pressed {
  readonly type: string;
  readonly block_id: string;
  readonly action_id: string;
  readonly [detail: string]: unknown;
}

/** Where elements stand: in a message, or in a form that collects their values. */
export interface Surface {
  /** Asks first where the element says so. True when the press was sent and taken. */
  readonly press: (pressed: Pressed, confirm: ConfirmationDialog | undefined) => Promise<boolean>;
  /** The element, by elementKey, whose press is on its way. */
  readonly pressing: string | undefined;
  readonly form?: FormState;
}

export interface FormState {
  /** By elementKey; absent until touched. */
  readonly picked: Readonly<Record<string, Picked>>;
  readonly pick: (key: string, picked: Picked) => void;
  /** By block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export const elementKey = (blockId: string, actionId: string | undefined): string =>
  `${blockId}/${actionId ?? ''}`;

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === undefined) throw new Error('A Block Kit element outside a surface');
  return surface;
}
