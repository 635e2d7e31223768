import type { Child } from 'hono/jsx';
import type { ActorContext, Intent } from '../app/use-case.js';
import type { ChannelFile } from '../app/ports/channel.js';
import type { RosterFiles } from '../app/ports/roster-files.js';
import type { Who } from '../app/who.js';
import { yearOf } from '../domain/period/civil.js';
import type { TierId } from '../domain/rulebook/schema.js';
import type { Form } from './form.js';
import type { LineForm } from './lines/kind.js';

/** What a view shows besides the facts. */
export interface Asked {
  /** Of the address. */
  query(name: string): string;
  /** What was typed, when a form comes back. */
  readonly form: Form | null;
  /** For hidden fields of each form: the session's mark, and a key that makes a second sending harmless. */
  readonly csrf: string;
  readonly key: string;
  /** Of everybody's own branches; on the page of the branches alone. */
  readonly branches: readonly BranchRow[];
}

/** The state of a branch, for those above it. */
export interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly waiting: number;
  readonly missed: number;
  readonly year: string;
  /** The years that are archived. */
  readonly years: readonly YearRow[];
}

/** What a branch was in a year that is archived: how many of each tier, never who. */
export interface YearRow {
  readonly year: number;
  readonly tiers: Readonly<Record<TierId, number>>;
  readonly activities: number;
}

/** The year of the address, else this one. */
export function yearAsked(asked: Asked, today: string): number {
  const year = asked.query('year');
  return /^20\d\d$/u.test(year) ? Number(year) : yearOf(today);
}

/** An intent out of a form. */
export type Choose = (context: ActorContext) => Intent;

/** The same, or a line as it would be typed in the private chat. */
export type Order = Choose | string;

/** What a form asks for, or the sentence that says what is missing. */
export type Orders =
  | {
      readonly orders: readonly Order[];
      readonly files?: readonly ChannelFile[];
      /** One of many that stand in the form: what is typed and ticked for the others stays. */
      readonly keepsOthers?: true;
    }
  | { readonly missing: string }
  /** To be read, and sent again from there. */
  | { readonly preview: Page['view'] };

/** What a page says to a form that is none of its own. */
export const unread: Orders = { missing: '没有看懂这个操作，请刷新后再试。' };

/** What reads files for a page. */
export interface Tools {
  readonly rosterFiles: RosterFiles;
}

/** A page of the desk: a plain address, its readers, its view, and what its forms mean. */
export interface Page {
  /** `/desk` and this. */
  readonly path: string;
  readonly title: string;
  readonly who: Who;
  /** Of one that stands in no navigation: the address it is part of. */
  readonly below?: string;
  /** Whether it stands in the navigation. */
  readonly inMenu: boolean;
  view(context: ActorContext, asked: Asked): Child;
  /** Its forms that are lines of the chat. */
  readonly forms?: readonly LineForm[];
  /** What its other forms mean. */
  read?(form: Form, tools: Tools): Orders | Promise<Orders>;
}
