/** Compares a file with the facts of the moment, and writes it as one message from the machine itself. */
import { createHash } from 'node:crypto';
import { mayAct } from '../../app/perform.js';
import type { ActorContext } from '../../app/use-case.js';
import { holders } from '../../domain/branch/people.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Bot } from '../../start/bot.js';
import { wrong, type Read } from '../sheets/sheet.js';
import type { Compared } from './compared.js';

/** A file to import: its bytes become material. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Compare = (context: ActorContext) => Compared;

const channel = 'import';
const offices = ['recorder', 'secretary', 'deputySecretary'] as const;

/** The proposer of the import, who may not rule (SPEC §1, four eyes): ask for the name unless it is plain. */
export function operatorOf(facts: Facts, named: string | undefined): Read<Person> {
  if (named === undefined) {
    const recorders = holders(facts, 'recorder');
    const [recorder] = recorders;
    return recorder !== undefined && recorders.length === 1
      ? { ok: true, value: recorder }
      : wrong('支部还没有记录员，请加上 --by 姓名，写明由谁登记（记录员、书记或副书记）。');
  }
  const persons = facts.all('person').filter(({ name }) => name === named);
  const person = persons.find((one) => mayAct(facts, one, offices));
  if (person !== undefined) return { ok: true, value: person };
  return wrong(
    persons.length === 0
      ? `名册上没有“${named}”。`
      : `${named}不是记录员、书记或副书记，不能登记。请在 --by 后面写明由谁登记。`,
  );
}

/** What the file would change now; nothing is written. */
export async function look(
  bot: Bot,
  branch: string,
  operator: number,
  file: ImportFile,
  compare: Compare,
): Promise<Compared> {
  let compared: Compared | undefined;
  await bot.handle(incoming(branch, operator, file, 'look'), (context) => {
    const { actor } = context;
    if (actor === null) throw new Error('an import has an operator');
    compared = compare({ ...context, actor });
    return { kind: 'silence' };
  });
  if (compared === undefined) throw new Error('the file was not compared');
  return compared;
}

/** All or nothing. False when the branch changed in between so that the file no longer fits. */
export async function write(
  bot: Bot,
  branch: string,
  operator: number,
  file: ImportFile,
  compare: Compare,
): Promise<boolean> {
  const { version } = bot.store.snapshot(branch);
  const print = createHash('sha256').update(file.bytes).digest('hex').slice(0, 16);
  await bot.handle(incoming(branch, operator, file, `${print}/${version}`), (context) => {
    const { actor } = context;
    const intent = actor === null ? null : compare({ ...context, actor }).intent;
    return intent === null ? { kind: 'silence' } : { kind: 'intent', intent };
  });
  const after = await look(bot, branch, operator, file, compare);
  return after.problems.length === 0 && after.intent === null;
}

function incoming(branch: string, operator: number, { name, bytes }: ImportFile, messageId: string) {
  return {
    branch,
    message: { channel, messageId },
    speaker: null,
    operator,
    files: [{ kind: 'file' as const, name, bytes }],
  };
}
