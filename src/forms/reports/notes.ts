import { personOf, refOf } from '../../domain/branch/people.js';
import { exampleOf, notesOf, type Example } from '../../domain/reports/known.js';
import { yearOf } from '../../domain/period/civil.js';
import { dayTitle, personTitle } from '../words.js';
import type { Block } from '../document.js';
import { itemTitle } from './points.js';
import type { ReportInput } from './part.js';

/** Examples whose deed lies in the period, as the secretary chose and told them. */
export function exampleBlocks({ facts, rulebook, period }: ReportInput): readonly Block[] {
  const examples = notesOf(facts, yearOf(period.last))
    .concat(yearOf(period.first) === yearOf(period.last) ? [] : notesOf(facts, yearOf(period.first)))
    .map((note) => exampleOf(facts, note))
    .filter((example): example is Example => example !== undefined)
    .filter(({ matter: { deedOn } }) => deedOn >= period.first && deedOn <= period.last)
    .sort((one, other) => (one.matter.deedOn < other.matter.deedOn ? -1 : 1));
  if (examples.length === 0) return [paragraph('（书记没有选定事例。）')];
  return examples.map(({ matter, text }, index) => {
    const name = personTitle(refOf(facts, personOf(facts, matter.subject)), rulebook);
    return paragraph(
      `${index + 1}. ${name}同志，${dayTitle(matter.deedOn)}，${itemTitle(rulebook, matter.item)}：${text}`,
    );
  });
}

export function practiceBlocks({ facts, period }: ReportInput): readonly Block[] {
  const practices = notesOf(facts, yearOf(period.last)).filter(({ kind }) => kind === 'practice');
  if (practices.length === 0) return [paragraph('（书记没有填写特色做法。）')];
  return practices.map(({ text }, index) => paragraph(`${index + 1}. ${text ?? ''}`));
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
