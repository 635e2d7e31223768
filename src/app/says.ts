import type { HoldsPrivate } from '../domain/private.js';
import type { ActionSays } from './actions/says.js';
import type { AppraisalSays } from './appraisal/says.js';
import type { CareSays } from './care/says.js';
import type { DeskSays } from './desk/says.js';
import type { ExportSays, PaperSays } from './papers/says.js';
import type { DuesSays } from './dues/says.js';
import type { ImportSays } from './imports/says.js';
import type { LifeSays } from './life/says.js';
import type { ObjectionSays } from './objections/says.js';
import type { RulebookSays } from './rulebook/says.js';
import type { UpkeepSays } from './upkeep/says.js';
import type { VetoSays } from './veto/says.js';
import type { YearSays } from './year/says.js';
import type { AttendanceSays } from './attendance/says.js';
import type { DoorSays } from './door/says.js';
import type { HelpSays } from './help/says.js';
import type { NoticeSays } from './notices/says.js';
import type { PointsSays } from './points/says.js';
import type { RosterSays } from './roster/says.js';
import type { RulingSays } from './rulings/says.js';
import type { StatusSays } from './status/says.js';

/**
 * Everything the bot can say, by subject: a code and the facts it needs. The Chinese is in `chat/replies`, a folder for
 * each subject; the compiler sees that none is missing.
 */
export interface Says {
  actions: ActionSays;
  appraisal: AppraisalSays;
  attendance: AttendanceSays;
  care: CareSays;
  desk: DeskSays;
  door: DoorSays;
  dues: DuesSays;
  export: ExportSays;
  help: HelpSays;
  imports: ImportSays;
  life: LifeSays;
  notices: NoticeSays;
  objections: ObjectionSays;
  papers: PaperSays;
  points: PointsSays;
  roster: RosterSays;
  rulebook: RulebookSays;
  rulings: RulingSays;
  status: StatusSays;
  upkeep: UpkeepSays;
  veto: VetoSays;
  year: YearSays;
}

export type SayCode = { [S in keyof Says]: `${S}.${keyof Says[S] & string}` }[keyof Says];

export type FactsOf<C extends SayCode> = C extends `${infer S}.${infer K}`
  ? S extends keyof Says
    ? K extends keyof Says[S]
      ? Says[S][K]
      : never
    : never
  : never;

export interface Say<C extends SayCode = SayCode> {
  readonly code: C;
  readonly facts: FactsOf<C>;
}

/** Codes whose facts hold nothing private: only these can be said in the group. */
export type PublicCode = { [C in SayCode]: true extends HoldsPrivate<FactsOf<C>> ? never : C }[SayCode];
export type PublicSay = { [C in PublicCode]: Say<C> }[PublicCode];
export type AnySay = { [C in SayCode]: Say<C> }[SayCode];

export function say<C extends SayCode>(code: C, facts: FactsOf<C>): Say<C> {
  return { code, facts };
}
