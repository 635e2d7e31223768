import { z } from 'zod';
import { claimReason, isClaimed, itemFor } from '../../domain/actions/progress.js';
import { put } from '../../domain/branch/rows.js';
import { dateOf } from '../../domain/period/civil.js';
import { claimPoints } from '../points/propose.js';
import { refuse, useCase } from '../use-case.js';

/**
 * `/申报` alone: the member's last action of today that fits a bonus item becomes their claim, with its reason and day.
 * Proof and ruling follow as for any other claim.
 */
export const claimLastAction = useCase({
  name: 'points.claimAction',
  who: 'members',
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => {
    const { facts, rulebook, actor, today } = context;
    const found = facts
      .of('action', actor.id)
      .filter(({ recordedAt }) => dateOf(recordedAt) === today)
      .flatMap((action) => {
        const item = itemFor(rulebook, action);
        return item === undefined || isClaimed(facts, action, item.number) ? [] : [{ action, item }];
      })
      .at(-1);
    if (found === undefined) return refuse('actions.nothingToClaim', {});
    const { action, item } = found;
    const reason = claimReason(action);
    if (item.grades.length > 0)
      return refuse('actions.whichGrade', { offer: { item: item.number, reason, on: action.on } });
    const outcome = claimPoints.run(context, {
      ...{ item: item.number, grade: null, times: 1, reason },
      ...{ witnesses: [], deedOn: action.on, gluedWitness: false, writtenDocument: null },
    });
    const [number] = outcome.kind === 'done' ? outcome.ids : [];
    if (outcome.kind !== 'done' || number === undefined) return outcome;
    return { ...outcome, changes: [...outcome.changes, put('action', { ...action, claimed: number })] };
  },
});
