import { standingEntries } from '../../domain/points/deeds.js';
import type { CorrectionMatter } from '../../domain/rulings/rows.js';
import { kindOf, type Kind } from '../matters/kind.js';
import { occasionOf } from '../matters/points.js';

/** What a correction takes back, and how, the kind of what it corrects knows. */
export const correction: Kind<CorrectionMatter> = {
  card: ({ facts, rulebook }, { corrects, reason, supplement }) => {
    const corrected = facts.get('matter', corrects);
    const standing = corrected === undefined ? [] : standingEntries(facts, corrected);
    // The register proposes with the words of its own matter; people give reasons of theirs.
    const byRegister =
      corrected?.kind === 'deduction' && corrected.activity !== null && corrected.reason === reason;
    return {
      kind: 'correction',
      corrects,
      reason,
      occasion: byRegister ? occasionOf(facts, rulebook, corrected) : null,
      points: standing.reduce((sum, entry) => sum + entry.points, 0),
      veto: corrected?.kind === 'veto' ? corrected.ground : null,
      supplement: supplement === true,
    };
  },
  carryOut: (context, matter) => {
    const { number, corrects } = matter;
    const corrected = context.facts.get('matter', corrects);
    if (corrected === undefined) throw new Error(`#${number} corrects #${corrects}, which is not there`);
    const how = kindOf(context, corrected).correction;
    if ('refusal' in how) throw new Error(`#${number} corrects #${corrects}, which cannot be corrected`);
    return how.undo(context, matter, corrected);
  },
  correction: { refusal: 'correctCorrection' },
  goesWithOthers: true,
};
