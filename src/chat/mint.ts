import type { MintedCard, MintedForm } from './port.ts';
import type { Action, Button, Card, Form, Part } from './types.ts';

/** Keeps actions and gives each its opaque id, in their order. */
export type KeepActions = (actions: readonly Action[]) => Promise<readonly string[]>;

/** A card with an id for every button, kept before anybody can press one. */
export async function mintCard(card: Card, keep: KeepActions): Promise<MintedCard> {
  const actions = [...new Set(buttonsOf(card.parts).map((button) => button.action))];
  const ids = actions.length === 0 ? [] : await keep(actions);
  return { card, tokens: new Map(actions.map((action, index) => [action, kept(ids, index)])) };
}

/** A form with an id for its submission. */
export async function mintForm(form: Form, keep: KeepActions): Promise<MintedForm> {
  return { form, token: kept(await keep([form.action]), 0) };
}

/** A card that nobody can press, for answers that must not depend on the database. */
export function plainCard(text: string): MintedCard {
  return { card: { summary: text, parts: [{ kind: 'text', text }] }, tokens: new Map() };
}

function buttonsOf(parts: readonly Part[]): readonly Button[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'row':
        return part.buttons;
      case 'buttons':
        return [...part.buttons, ...(part.more ?? [])];
      case 'text':
      case 'small':
      case 'fields':
      case 'table':
      case 'picture':
      case 'divider':
        return [];
    }
  });
}

function kept(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new Error('An action was not kept: there is no id for it');
  return id;
}
