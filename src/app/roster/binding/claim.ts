import { z } from 'zod';
import { put } from '../../../domain/branch/rows.js';
import { unclaimed, mayClaim } from '../../../domain/roster/accounts.js';
import { done, openUseCase, refuse, type Context } from '../../use-case.js';
import { isHere, officesOf, personOf, refOf } from '../../../domain/branch/people.js';
import type { Person } from '../../../domain/roster/rows.js';
import { waitingFor } from '../../matters/waiting.js';
import { here } from '../../reply.js';
import { bindingChanges, fallingRivals, newcomer, requestsFor } from './bind.js';

/** What is kept of a code; the purpose keeps it apart from other signatures. */
export function claimHash(sign: Context['sign'], code: string): string {
  return sign('claim', code);
}

/**
 * At every start the people who begin the branch and have no account get a new code; the old one is void. Only the
 * keyed hash is kept, so reading the file is no help in claiming.
 */
export const openClaims = openUseCase({
  name: 'roster.openClaims',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ codes: z.array(z.strictObject({ person: z.int(), code: z.string() })) }),
  run: ({ facts, sign, speaker }, { codes }) => {
    const waiting = new Set(
      unclaimed(facts, speaker.channel, speaker.login ?? null).map((person) => person.id),
    );
    const open = codes.filter(({ person }) => waiting.has(person));
    return done({
      changes: open.map(({ person, code }) =>
        put('claimCode', { person, codeHash: claimHash(sign, code), usedAt: null }),
      ),
      ids: open.map(({ person }) => person),
      replies: [],
    });
  },
});

/** `/认领 一次性码`: the account speaks for the officer whose code this is. The code is gone with its use. */
export const claimAccount = openUseCase({
  name: 'roster.claim',
  who: 'strangers',
  offeredTo: 'unbound',
  place: 'anywhere',
  input: z.strictObject({ code: z.string(), person: z.int().nullable() }),
  run: (context, { code, person: named }) => {
    const { facts, rulebook, actor, speaker, now, kinds } = context;
    if (actor !== null && isHere(actor))
      return refuse('roster.accountTaken', { person: refOf(facts, actor) });
    const fitting = claimants(context, code).filter(({ id }) => named === null || id === named);
    const [claimant] = narrowed(fitting, speaker.nickname);
    if (claimant === undefined) {
      return fitting.length === 0
        ? refuse('roster.wrongCode', {})
        : refuse('roster.whoseCode', { code, persons: fitting.map((one) => refOf(facts, one)) });
    }
    const person = refOf(facts, claimant);
    const others = requestsFor(facts, claimant.id).filter(
      ({ channel, account }) => channel !== speaker.channel || account !== speaker.account,
    );
    const rivals = fallingRivals(others, person);
    const changes = [...bindingChanges(facts, speaker, claimant.id, now), ...rivals.changes];
    return done({
      changes,
      ids: [claimant.id],
      replies: [
        here('roster.claimed', {
          branch: facts.branch.name,
          person,
          fell: rivals.numbers,
          kind: newcomer(facts, rulebook, claimant.id),
          offices: officesOf(facts, claimant.id).map(({ office }) => office),
        }),
        ...rivals.replies,
        ...waitingFor({ facts: facts.with(changes), rulebook, kinds }, claimant.id),
      ],
    });
  },
});

/** Whose unused code this is. */
export function claimants({ facts, sign }: Context, code: string): readonly Person[] {
  const codeHash = claimHash(sign, code);
  return facts
    .all('claimCode')
    .filter((row) => row.usedAt === null && row.codeHash === codeHash)
    .map((row) => personOf(facts, row.person))
    .filter((person) => mayClaim(facts, person));
}

/** Of people with the same code the one whom the account is called after. */
function narrowed(fitting: readonly Person[], nickname: string | null): readonly Person[] {
  if (fitting.length <= 1) return fitting;
  const named = fitting.filter((person) => person.name === nickname);
  return named.length === 1 ? named : [];
}
