import { hasCalled } from '../attendance/standing.js';
import type { KindRules } from '../matters/kind.js';
import { yearOf } from '../period/civil.js';
import type { PointsMatter } from '../rulings/rows.js';
import { isArchived } from '../year/archived.js';
import { wasOverruled } from './twins.js';
import { evidenceOf } from './evidence.js';

/** Points need their proof; after an upheld objection a different person rules, and whoever called the absent does not. */
const points = {
  columns: ['item', 'grade', 'times', 'points', 'deedOn', 'activity'],
  isReady: (facts, rulebook, matter) => evidenceOf(facts, rulebook, matter).complete,
  barredFrom: (facts, matter, ruler) => {
    const { redoes, activity, subject } = matter;
    if (activity !== null && hasCalled(facts, activity, subject, ruler.id)) return 'keptTheRegister';
    const again = redoes !== undefined && facts.get('ruling', redoes)?.ruler === ruler.id;
    return again || wasOverruled(facts, matter, ruler.id) ? 'ruledBefore' : undefined;
  },
  // Only a 补正 brings points into an archived year, and it was ruled above (SPEC §3).
  isForSuperior: (facts, { deedOn }) => isArchived(facts, yearOf(deedOn)),
  yearOf: (_facts, { deedOn }) => yearOf(deedOn),
  fileOf: ({ source }) => source?.file,
} satisfies Partial<KindRules<PointsMatter>>;

export const bonus: KindRules<PointsMatter> = { ...points, isQuiet: () => false };

/** The subject of a deduction hears of it when its proof is complete. */
export const deduction: KindRules<PointsMatter> = {
  ...points,
  isQuiet: () => true,
  subjectKnows: (facts, rulebook, matter) =>
    matter.state === 'confirmed' ||
    matter.subjectTold === true ||
    evidenceOf(facts, rulebook, matter).complete,
};
