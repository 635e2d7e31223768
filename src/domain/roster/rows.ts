export const officeIds = [
  'secretary',
  'deputySecretary',
  'committeeMember',
  'groupLeader',
  'recorder',
  'supervisor',
] as const;
export type OfficeName = (typeof officeIds)[number];

export const personKinds = ['member', 'mass', 'superior', 'inspector'] as const;
export type PersonKind = (typeof personKinds)[number];

/** How a person left the branch (转出, 去世, 退党, 除名). */
export type Departure = 'transferred' | 'deceased' | 'withdrew' | 'expelled';

/** Facts of life that decide nothing here. */
export const lifeFields = ['gender', 'ethnicity', 'bornOn', 'education', 'position'] as const;
export type LifeField = (typeof lifeFields)[number];

/** All that `/党员 修改` puts right. */
export const particularFields = ['phone', 'partyJoinedOn', 'regularOn', 'joinedOn', ...lifeFields] as const;
export type ParticularField = (typeof particularFields)[number];

/** One dated change; `by` null: by an import. */
export interface ParticularChange {
  readonly field: ParticularField | 'name';
  readonly before: string | null;
  readonly after: string | null;
  readonly on: string;
  readonly by: number;
}

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly kind: PersonKind;
  /** Category id of the rulebook; null for everybody who is not a member. */
  readonly category: string | null;
  /** 预备 is a status beside the category: scored for reference, not rated, no vote. */
  readonly probationary: boolean;
  readonly group: string | null;
  /** Taken out of scoring with the member's own consent and a ruling (annex 1, first paragraph). */
  readonly exempt: boolean;
  readonly joinedOn: string;
  /** Nobody gave the day of joining: `joinedOn` only says that it was before last year. Encrypted with the rest. */
  readonly joinedUnknown?: true;
  /** 性别, 民族, 出生年月, 学历, 单位及职务; encrypted with the rest. */
  readonly life?: { readonly [F in LifeField]?: string };
  /** What was put right since, and former names; encrypted with the rest. */
  readonly putRight?: readonly ParticularChange[];
  readonly partyJoinedOn: string | null;
  /** Day of 转正, when it was recorded here; encrypted with the rest. */
  readonly regularOn?: string;
  /** 流动党员, span by span; encrypted with the rest. */
  readonly away?: readonly AwaySpan[];
  /** 介绍信 of a transfer, and its 回执; encrypted with the rest. */
  readonly transferLetter?: { readonly on: string; readonly receiptOn: string | null };
  /** What they pay each month (分), as the branch approved it; encrypted with the rest. */
  readonly monthlyDues?: { readonly amount: number; readonly since: string };
  readonly leftOn: string | null;
  readonly leftHow: Departure | null;
  /** Encrypted at rest. */
  readonly phone: string | null;
}

/** A time elsewhere: `until` is the day of coming back, null while it lasts. */
export interface AwaySpan {
  readonly from: string;
  readonly until: string | null;
  readonly contact: string;
}

/** What decides whether a member is scored, rated, votes or is one at all. */
export interface Standing {
  readonly category: string | null;
  readonly probationary: boolean;
  readonly leftHow: Departure | null;
}

export interface Office {
  readonly id: number;
  readonly person: number;
  readonly office: OfficeName;
  readonly from: string;
  readonly until: string | null;
  readonly givenBy: number | null;
  readonly endedBy: number | null;
  /** Day of the democratic recommendation (annex 1, 专人记录). */
  readonly recommendedOn: string | null;
}

/** When the branch elected its committee (换届). */
export interface Election {
  readonly id: number;
  readonly on: string;
  readonly recordedBy: number;
  readonly recordedAt: string;
}

/** A chat account that speaks for a person. */
export interface Account {
  readonly channel: string;
  readonly account: string;
  readonly person: number;
  readonly boundAt: string;
  readonly nickname: string | null;
  /** Where account ids change at every login: the one it belongs to. */
  readonly login?: string;
  /** Taken away (a lost phone); it has been void since. */
  readonly unboundAt?: string;
  /** Who took it away; left out: before this was kept. */
  readonly unboundBy?: number;
}

/**
 * One dated change of a person's place on the roster. Append-only. `before` and `after` are ids or names, as the table
 * has them.
 */
export interface RosterChange {
  readonly id: number;
  readonly person: number;
  readonly what: 'joined' | 'category' | 'group' | 'probationary' | 'exempt' | 'left';
  readonly before: string | null;
  readonly after: string | null;
  readonly on: string;
  /** Who entered it, or ruled on it (`decisionOf`). Null: an import, or the founding. */
  readonly by: number | null;
}

/** What the recorder entered for a person without an account (`/代`). Append-only. */
export interface ProxyEntry {
  readonly id: number;
  readonly person: number;
  readonly enteredBy: number;
  readonly enteredAt: string;
  readonly useCase: string;
  /** How the person said it. */
  readonly how: 'telephone' | 'inPerson' | null;
  readonly on: string | null;
}

/** A one-time code that binds the first officers; only its keyed hash is kept. */
export interface ClaimCode {
  readonly person: number;
  readonly codeHash: string;
  readonly usedAt: string | null;
}
