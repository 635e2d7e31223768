/**
 * What the shape alone cannot say: parts of a rulebook that must agree. Each check guards a place where disagreement
 * would otherwise surface months later, in a member's score.
 */
import { checkNames, duplicates, type Named } from './name-checks.js';
import { problemAt, pathText, type RulebookPath, type RulebookProblem } from './problems.js';
import type { DraftedItem, Rulebook, RulebookItem } from './schema.js';
import { GRADE_PREFIX_MINIMUM } from './schema/scoring.js';
import type { Fraction } from './schema/values.js';

export function crossCheck(rulebook: Rulebook): RulebookProblem[] {
  return [
    ...checkNames(rulebook),
    ...checkItems(rulebook),
    ...checkReferences(rulebook),
    ...checkBase(rulebook),
    ...checkLimits(rulebook),
    ...checkTimes(rulebook),
  ];
}

function checkItems(rulebook: Rulebook): RulebookProblem[] {
  return rulebook.items.flatMap((item, index) => {
    const at = ['items', index];
    const graded = item.grades.length > 0;
    return [
      ...(graded === (item.points !== null) ? [problemAt(at, { code: 'pointsOrGrades' })] : []),
      ...duplicates(item.grades.map((grade, n): Named => [[...at, 'grades', n, 'id'], grade.id])),
      ...ambiguousLabels(item, at),
    ];
  });
}

/** If two labels begin alike, the shortest prefix a command may use cannot tell them apart. */
function ambiguousLabels(item: RulebookItem, at: RulebookPath): RulebookProblem[] {
  const seen = new Map<string, string>();
  return item.grades.flatMap(({ label }, n) => {
    const prefix = Array.from(label).slice(0, GRADE_PREFIX_MINIMUM).join('');
    const other = seen.get(prefix);
    if (other !== undefined) {
      return [problemAt([...at, 'grades', n, 'label'], { code: 'ambiguousLabels', label, other })];
    }
    seen.set(prefix, label);
    return [];
  });
}

function checkReferences(rulebook: Rulebook): RulebookProblem[] {
  const { categories, quotas, membership, leave, veto, attendance, dues, version, supersedes } = rulebook;
  const quotaIds = quotas.map((quota) => quota.id);
  const grounds = veto.grounds.map((ground) => String(ground.number));
  return [
    ...categories.flatMap(({ quota }, index) => unknown(['categories', index, 'quota'], quota, quotaIds)),
    ...unknown(
      ['membership', 'probationary', 'category'],
      membership.probationary.category,
      categories.map((category) => category.id),
    ),
    ...unknown(
      ['leave', 'defaultKind'],
      leave.defaultKind,
      leave.kinds.map((kind) => kind.id),
    ),
    ...unknown(['veto', 'absenceLadder', 'ground'], String(veto.absenceLadder.ground), grounds),
    ...unknown(['veto', 'duesLadder', 'ground'], String(veto.duesLadder.ground), grounds),
    ...checkDrafted(rulebook, ['attendance', 'absence'], attendance.absence, 'attendance'),
    ...checkDrafted(rulebook, ['attendance', 'leave'], attendance.leave, 'attendance'),
    ...checkDrafted(rulebook, ['dues', 'drafts'], dues.drafts, 'dues'),
    ...checkOffers(rulebook),
    ...(supersedes === version ? [problemAt(['supersedes'], { code: 'supersedesItself' })] : []),
  ];
}

function unknown(at: RulebookPath, value: string, known: readonly string[]): RulebookProblem[] {
  return known.includes(value) ? [] : [problemAt(at, { code: 'unknownReference', value, known })];
}

/** The item that an action offers to claim must be a bonus that members may claim themselves. */
function checkOffers({ baseItems, items, actions }: Rulebook): RulebookProblem[] {
  const numbers = [...baseItems, ...items].map(({ number }) => number);
  // Reports a duplicate number once; errors in what points to it would only echo that.
  if (new Set(numbers).size < numbers.length) return [];
  const claimable = items.filter(({ side, sources }) => side === 'bonus' && sources.includes('manual'));
  const known = claimable.map(({ number }) => String(number));
  const lists = (['fiveOnes', 'services', 'roles'] as const).flatMap((list) =>
    actions[list].map(({ bonusItem }, index) => ({ at: ['actions', list, index, 'bonusItem'], bonusItem })),
  );
  const offers = [...lists, { at: ['actions', 'masses', 'bonusItem'], bonusItem: actions.masses.bonusItem }];
  return offers.flatMap(({ at, bonusItem }) =>
    bonusItem === null ? [] : unknown(at, String(bonusItem), known),
  );
}

/** What the bot drafts on its own must exist, cost points, say so in its sources, and name its grade. */
function checkDrafted(
  rulebook: Rulebook,
  at: RulebookPath,
  drafted: DraftedItem,
  source: 'attendance' | 'dues',
): RulebookProblem[] {
  const deductions = rulebook.items.filter((item) => item.side === 'deduction');
  const item = deductions.find(({ number }) => number === drafted.item);
  if (item === undefined) {
    return unknown(
      [...at, 'item'],
      String(drafted.item),
      deductions.map(({ number }) => String(number)),
    );
  }
  if (!item.sources.includes(source)) {
    return [problemAt([...at, 'item'], { code: 'wrongSource', item: item.number, source })];
  }
  const grades = item.grades.length === 0 ? ['null'] : item.grades.map((grade) => grade.id);
  return unknown([...at, 'grade'], drafted.grade ?? 'null', grades);
}

function checkBase({ baseItems, scoring }: Rulebook): RulebookProblem[] {
  const sum = (list: readonly number[]) => list.reduce((total, points) => total + points, 0);
  const total = sum(baseItems.map((item) => item.points));
  return [
    ...(total === scoring.basePoints
      ? []
      : [problemAt(['baseItems'], { code: 'wrongSum', expected: scoring.basePoints, actual: total })]),
    ...baseItems.flatMap((item, index) =>
      item.parts.length === 0 || sum(item.parts) === item.points
        ? []
        : [
            problemAt(['baseItems', index, 'parts'], {
              code: 'wrongSum',
              expected: item.points,
              actual: sum(item.parts),
            }),
          ],
    ),
  ];
}

function checkLimits({ assessment, scoring, veto }: Rulebook): RulebookProblem[] {
  const { unqualifiedAtMost, noAwardsBelow, outstandingFrom, topShare, outstandingShareMax } = assessment;
  const highest = scoring.bonusCap === null ? Infinity : scoring.basePoints + scoring.bonusCap;
  const at = (key: string): RulebookPath => ['assessment', key];
  return [
    ...exceeds(at('noAwardsBelow'), noAwardsBelow, 'assessment.unqualifiedAtMost', unqualifiedAtMost),
    ...exceeds(at('outstandingFrom'), outstandingFrom, 'assessment.noAwardsBelow', noAwardsBelow),
    ...(outstandingFrom > highest
      ? [problemAt(at('outstandingFrom'), { code: 'unreachable', highest })]
      : []),
    ...(share(topShare) > share(outstandingShareMax)
      ? [
          problemAt(at('topShare'), {
            code: 'mustNotExceed',
            other: 'assessment.outstandingShareMax',
            limit: `${outstandingShareMax.numerator}/${outstandingShareMax.denominator}`,
          }),
        ]
      : []),
    ...climbs(['veto', 'absenceLadder'], veto.absenceLadder),
    ...climbs(['veto', 'duesLadder'], veto.duesLadder),
  ];
}

const share = ({ numerator, denominator }: Fraction): number => numerator / denominator;

/** Each warning comes later than the one before, and the draft after all of them. */
function climbs(
  at: RulebookPath,
  ladder: { warnAtMonths: number[]; draftAtMonths: number },
): RulebookProblem[] {
  const steps: [RulebookPath, number][] = ladder.warnAtMonths.map((month, n) => [
    [...at, 'warnAtMonths', n],
    month,
  ]);
  steps.push([[...at, 'draftAtMonths'], ladder.draftAtMonths]);
  return steps.flatMap(([place, month], n) => {
    const before = steps[n - 1];
    return before === undefined ? [] : exceeds(place, month, pathText(before[0]), before[1]);
  });
}

function checkTimes({ pushes, dues, activities }: Rulebook): RulebookProblem[] {
  const { from, to } = pushes.allowedHours;
  const { held } = activities.appraisal;
  const at: RulebookPath = ['pushes', 'allowedHours', 'to'];
  return [
    // `HH:MM` sorts as the times do.
    ...(to > from
      ? []
      : [problemAt(at, { code: 'mustExceed', other: 'pushes.allowedHours.from', limit: from })]),
    ...exceeds(['dues', 'draftDay'], dues.draftDay, 'dues.missingListDay', dues.missingListDay),
    ...(held.to < held.from
      ? exceeds(
          ['activities', 'appraisal', 'held', 'to'],
          held.to,
          'activities.appraisal.held.from',
          held.from,
        )
      : []),
  ];
}

function exceeds(at: RulebookPath, value: number, other: string, limit: number): RulebookProblem[] {
  return value > limit ? [] : [problemAt(at, { code: 'mustExceed', other, limit })];
}
