import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { whyNotScored } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { shieldsProposer, subjectKnows } from '../../domain/matters/kinds.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { isArchived } from '../../domain/year/archived.js';
import { entriesOf, importedRecord, scoreOf } from '../../domain/year/table/score.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type ActorContext } from '../use-case.js';
import type { OwnData } from './says.js';

/** `/我的数据`: what is kept about the speaker, in kinds and numbers; always in private. */
export const showOwnData = useCase({
  name: 'upkeep.ownData',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({}),
  run: (context) => done({ replies: [toSpeaker('upkeep.ownData', { data: keepPrivate(dataOf(context)) })] }),
});

function dataOf({ facts, rulebook, actor, today }: ActorContext): OwnData {
  const { id } = actor;
  const own = facts.all('attendance').filter((row) => row.person === id);
  const presences = (presence: 'present' | 'absent') => own.filter((row) => row.presence === presence).length;
  return {
    person: actor,
    offices: facts.of('office', id).map(({ office, from, until }) => ({ office, from, until })),
    accounts: facts.of('account', id),
    years: yearsOf(facts, rulebook, actor.id, yearOf(today)),
    matters: mattersOf(facts, rulebook, id),
    proposed: facts.all('matter').filter(({ proposer, subject }) => proposer === id && subject !== id).length,
    witnessed: facts.all('witness').filter(({ person, confirmedAt }) => person === id && confirmedAt !== null)
      .length,
    attendance: {
      due: own.filter(({ due }) => due).length,
      present: presences('present'),
      absent: presences('absent'),
    },
    duesMonths: facts.of('dues', id).length,
    duesSteps: facts.of('duesStep', id).length,
    care: counted(facts.of('care', id).map(({ kind }) => kind)),
    actions: counted(facts.of('action', id).map(({ kind }) => kind)),
    selfAssessments: facts
      .all('selfAssessment')
      .filter(({ person }) => person === id)
      .map(({ year }) => year),
    appraisals: appraisalsOf(facts, id),
    rosterChanges: facts.of('rosterChange', id).length,
    proxyEntries: facts.of('proxyEntry', id).length,
    followUps: facts.of('followUp', id).length,
    examples: examplesAbout(facts, id),
  };
}

function yearsOf(facts: Facts, rulebook: Rulebook, member: number, thisYear: number): OwnData['years'] {
  const years = new Set(facts.of('entry', member).map(({ year }) => year));
  for (const { person, year, imported } of facts.all('yearRecord'))
    if (person === member && imported !== undefined) years.add(year);
  const person = facts.get('person', member);
  if (person !== undefined && whyNotScored(rulebook, person) === undefined) years.add(thisYear);
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => ({
      year,
      total: scoreOf(facts, rulebook, member, year).total,
      entries: entriesOf(facts, member, year).length,
      imported: importedRecord(facts, member, year) !== undefined,
    }));
}

/** By kind and state, leaving out what they may not know of yet (an unproven deduction, an open objection). */
function mattersOf(facts: Facts, rulebook: Rulebook, id: number): OwnData['matters'] {
  // An objection to something of theirs is not their own: this must not reveal that anyone objected.
  const known = facts
    .of('matter', id)
    .filter((matter) => !shieldsProposer(matter) && subjectKnows(facts, rulebook, matter));
  const groups = new Map<string, OwnData['matters'][number]>();
  for (const { kind, state } of known) {
    const name = `${kind} ${state}`;
    groups.set(name, { kind, state, count: (groups.get(name)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** That they voted and that others voted on them; no vote is linked to a voter. */
function appraisalsOf(facts: Facts, id: number): OwnData['appraisals'] {
  return facts.all('appraisal').map(({ year, round, state, results }) => {
    const marks = facts.of('appraisalVoter', year).filter((mark) => mark.round === round);
    const counted = state === 'closed' && isArchived(facts, year);
    return {
      year,
      given: marks.filter(({ voter }) => voter === id).length,
      // While it runs, a growing number would tell when someone voted on them.
      received: state === 'open' ? null : marks.filter(({ person }) => person === id).length,
      tally: counted ? (results.find(({ person }) => person === id)?.tally ?? null) : null,
    };
  });
}

function examplesAbout(facts: Facts, id: number): number {
  const own = new Set(facts.of('matter', id).map(({ number }) => number));
  return facts
    .all('reportNote')
    .filter(({ struck, matter }) => struck === null && matter !== null && own.has(matter)).length;
}

function counted<K extends string>(
  kinds: readonly K[],
): readonly { readonly kind: K; readonly count: number }[] {
  return [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }));
}
