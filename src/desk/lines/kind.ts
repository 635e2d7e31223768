import type { ActorContext, UseCase } from '../../app/use-case.js';

type Choice = string | { readonly value: string; readonly label: string };

export interface Field {
  readonly label: string;
  /** A name of somebody here: typed, with the names of the branch offered. */
  readonly isPerson?: true;
  readonly type?: 'text' | 'date' | 'month' | 'datetime-local' | 'number' | 'long' | 'tel';
  readonly choices?: (context: ActorContext) => readonly Choice[];
}

/** A member of the branch. */
export const personField: Field = { label: '姓名', isPerson: true };

/** A form that says one line of the chat: who may, its refusals and its words are those of the command. */
export interface LineForm {
  /** Its own on the page. */
  readonly key: string;
  readonly title: string;
  /** `{field}`; a part in `[]` falls away while its field is empty, all others are needed. */
  readonly line: string;
  readonly of: Pick<UseCase, 'who' | 'offeredTo'>;
  readonly fields: Readonly<Record<string, Field>>;
  readonly files?: true;
  readonly hint?: string;
  /** Left out of the page while it could say nothing that holds; without it: always there. */
  readonly isOfUse?: (context: ActorContext) => boolean;
}
