import type { Inbound } from '../../app/ports/channel.js';
import { isOffered } from '../../app/perform.js';
import type { Facts } from '../../domain/branch/facts.js';
import { personOf } from '../../domain/branch/people.js';
import { speakerOf } from '../../domain/roster/accounts.js';
import type { Command } from '../define.js';
import type { Line } from '../words/line.js';
import type { Hearing } from './hearing.js';
import type { NamedBranchLine } from './route.js';

interface Fitting {
  readonly lines: readonly NamedBranchLine[];
  /** What the line can only mean. */
  readonly settled: NamedBranchLine | null;
}

/**
 * Of the lines that would name a branch, those that can work: the speaker has the right there, and who is named is of
 * that branch. Where nobody has the right, one of them is enough: its branch says who has.
 */
export function fitting(
  { account }: Inbound,
  { store, channel, login }: Hearing,
  offers: readonly NamedBranchLine[],
  line: Line,
  command: Command | undefined,
): Fitting {
  if (command === undefined || offers.length < 2) return { lines: offers, settled: null };
  const factsOf = ({ branch }: NamedBranchLine) => store.snapshot(branch).facts;
  const permitted = offers.filter((offer) => {
    const facts = factsOf(offer);
    const id = speakerOf(facts, channel.name, account, login());
    const actor = id === undefined ? null : personOf(facts, id);
    return command.forms.some(({ useCase }) => isOffered({ facts, actor }, useCase));
  });
  const [any] = offers;
  if (permitted.length === 0 && any !== undefined) return { lines: [any], settled: any };
  const named = line.tokens
    .map(({ text }) => text)
    .filter((text) => permitted.some((offer) => hasName(factsOf(offer), text)));
  const known = permitted.filter((offer) => named.every((text) => hasName(factsOf(offer), text)));
  const lines = known.length > 0 ? known : permitted;
  const [only, ...others] = lines;
  // What changes something is shown with its branch before it is done.
  const isClear = only !== undefined && others.length === 0 && onlyReads(command, line);
  return { lines, settled: isClear ? only : null };
}

function onlyReads({ forms }: Command, { tokens: [first] }: Line): boolean {
  const led = forms.filter(({ lead }) => lead.includes(first?.text ?? ''));
  const meant = led.length > 0 ? led : forms.filter(({ lead }) => lead.length === 0);
  return meant.length > 0 && meant.every(({ reads }) => reads !== false);
}

function hasName(facts: Facts, name: string): boolean {
  return facts.all('person').some((person) => person.name === name);
}
