/** The same form of many members as one document: printed at one go, each can be taken out by itself. */
import type { PaperFile } from '../app/ports/papers.js';
import type { PaperDocument } from './document.js';
import type { PaperInput } from './input.js';
import { memberCard } from './member-card/card.js';
import { memberForm } from './member-form.js';
import { printedForm } from './paper-file.js';

interface Asked {
  readonly persons: readonly number[];
  readonly year: number;
}

export async function memberFormsFiles(input: PaperInput, asked: Asked): Promise<readonly PaperFile[]> {
  const { persons, year } = asked;
  const forms = persons.map((person) => memberForm(input, { person, year }));
  return printedForm(bound(`${year}年度考核表（全部）`, forms), input.today);
}

export async function memberCardsFiles(input: PaperInput, asked: Asked): Promise<readonly PaperFile[]> {
  const { persons, year } = asked;
  const cards = persons.map((person) => memberCard(input, { person, year }));
  return printedForm(bound(`党员信息卡（全部） ${year}年`, cards), input.today);
}

/** Each on a page of its own; paper and foot are those of the first. @throws when there is none */
function bound(title: string, documents: readonly PaperDocument[]): PaperDocument {
  const [first, ...others] = documents;
  if (first === undefined) throw new Error('no form to bind');
  const rest = others.flatMap(({ blocks }) => [{ kind: 'pageBreak' as const }, ...blocks]);
  return { ...first, title, blocks: [...first.blocks, ...rest] };
}
