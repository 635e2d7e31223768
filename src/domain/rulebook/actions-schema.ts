/** What members do of their own accord (source, part two, 3 and 4): 五个一, 三进, 三大员, 联系群众. */
import { z } from 'zod';
import { id, plainText, positiveNumber, word } from './values.js';

/** The bonus item that an action may also fit; null: none. */
const fits = positiveNumber.nullable().default(null);

export const actionSchema = z.strictObject({
  id,
  /** As it is typed. */
  label: word,
  title: plainText(20),
  bonusItem: fits,
});
type ActionKind = z.infer<typeof actionSchema>;

/** The words of a file that was written before it could say its own; such a file offers no bonus items with them. */
const standard = {
  fiveOnes: { 岗位: 'post', 先锋: 'pioneer', 公益: 'publicService', 建议: 'suggestion', 关心: 'caring' },
  services: { 社区: 'community', 村屯: 'village', 社会: 'society' },
  roles: { 宣传: 'publicity', 辅导: 'tutoring', 监督: 'oversight' },
};

function listed(words: Readonly<Record<string, string>>): ActionKind[] {
  return Object.entries(words).map(([label, name]) => ({ id: name, label, title: label, bonusItem: null }));
}

const kinds = z.array(actionSchema).min(1);

export const actionsSchema = z
  .strictObject({
    fiveOnes: kinds,
    services: kinds,
    roles: kinds,
    masses: z.strictObject({ bonusItem: fits }),
  })
  .default({
    fiveOnes: listed(standard.fiveOnes),
    services: listed(standard.services),
    roles: listed(standard.roles),
    masses: { bonusItem: null },
  });
