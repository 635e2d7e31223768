import { z } from 'zod';
import { refById } from '../../domain/branch/people.js';
import type { Facts } from '../../domain/branch/facts.js';
import { keepPrivate } from '../../domain/private.js';
import { shieldsProposer } from '../../domain/matters/kinds.js';
import type { Act } from '../ports/store/store.js';
import { castBallot } from '../appraisal/vote.js';
import { bearWitness } from '../points/witness.js';
import { isFromAbove } from '../../domain/roster/accounts.js';
import { toSpeaker } from '../reply.js';
import { done, useCase } from '../use-case.js';
import type { AuditLine } from './says.js';

/** Subjects whose numbers in the audit are matters. */
const aboutMatters: ReadonlySet<string> = new Set([
  'imports',
  'points',
  'rulings',
  'objections',
  'veto',
  'rulebook',
]);
/** Voters in a ballot are not shown beside a time. */
const nameless: ReadonlySet<string> = new Set([castBallot.name]);

/**
 * `/审计 [N]`: who did what, the last acts first; in private, without a reason (annex 1: 考核监督员, 上级审核, 督查检查).
 */
export const showAudit = useCase({
  name: 'status.audit',
  who: ['supervisor', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({
    count: z.int(),
    /** Commands by use case, as `/帮助` knows them. */
    titles: z.record(z.string(), z.array(z.string())),
  }),
  run: ({ facts, actor, recentActs }, { count, titles }) => {
    const isInside = !isFromAbove(actor);
    const acts = recentActs(count).map((act) => lineOf(facts, act, isInside, titles[act.useCase] ?? []));
    return done({ replies: [toSpeaker('notices.audit', { acts: keepPrivate(acts) })] });
  },
});

function lineOf(
  facts: Facts,
  { at, actor, useCase: name, ids }: Act,
  isInside: boolean,
  titles: readonly string[],
): AuditLine {
  const [subject = ''] = name.split('.');
  const numbers = aboutMatters.has(subject) ? ids : [];
  const objects = numbers.some((number) => {
    const matter = facts.get('matter', number);
    return matter !== undefined && shieldsProposer(matter) && matter.proposer === actor;
  });
  const isHidden = objects || nameless.has(name) || (isInside && testifies(facts, name, actor, numbers));
  return { at, who: isHidden ? null : refById(facts, actor), titles, numbers };
}

/**
 * By the act itself, or by whatever a witness does with the matter, taking it back too. A supervisor is
 * a member as well, and who is deducted sees the facts, not the witnesses (SPEC §2, evidence); hidden in every matter, as
 * the hidden name would say whom it is about.
 */
function testifies(facts: Facts, name: string, actor: number, numbers: readonly number[]): boolean {
  return (
    name === bearWitness.name || numbers.some((number) => facts.get('witness', number, actor) !== undefined)
  );
}
