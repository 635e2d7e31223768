import type { Reader, Meaning } from '../../app/incoming.js';
import { claimAccount, claimants } from '../../app/roster/binding/claim.js';
import type { Context } from '../../app/use-case.js';
import type { Catalogue } from '../catalogue.js';
import { createReader } from '../dispatch.js';
import { tooManyCodes } from '../replies/roster/strangers.js';
import type { Line } from '../words/line.js';
import { handOver, type Hearing, type Told } from './hearing.js';

export function isClaim(catalogue: Catalogue, line: Line): boolean {
  const forms = catalogue.find(line.name)?.forms ?? [];
  return forms.some(({ useCase }) => useCase.name === claimAccount.name);
}

/** Counts wrong codes of the account, and stops it from trying on. */
export function guarded(hearing: Pick<Hearing, 'attempts' | 'clock'>, read: Reader): Reader {
  let counted = false;
  return (context) => {
    const meaning = read(context);
    if (codeOf(meaning) === undefined) return meaning;
    const { account } = context.speaker;
    const now = hearing.clock.now();
    if (!counted && hearing.attempts.isLocked(account, now)) return { kind: 'answer', text: tooManyCodes() };
    // A retry after another process wrote still counts as one try.
    if (!counted && !fits(context, meaning)) hearing.attempts.wrong(account, now);
    counted = true;
    return meaning;
  };
}

/**
 * The code itself identifies the branch; a superior's code that fits several branches is used in all of them.
 * It is refused, once, only when no branch knows it.
 */
export async function hearClaim(message: Told, hearing: Hearing, line: Line): Promise<void> {
  const { store, channel } = hearing;
  const key = { channel: channel.name, messageId: message.messageId };
  // A code that was used a moment ago is known nowhere any more; its account is.
  const heard = [...store.branchesOfAccount(channel.name, message.account), ...store.firstBranches(1)];
  if (heard.some(({ id }) => store.handled(id, key))) return;
  const read = createReader(hearing.catalogue, line.text, hearing.botName);
  const codes = line.tokens.map(({ text }) => hearing.claimHash(text));
  const branches = new Set(codes.flatMap((code) => store.branchesOfCode(code).map(({ id }) => id)));
  const knowing = new Set<string>();
  for (const branch of branches) {
    await handOver(message, hearing, branch, (context) => {
      if (!fits(context, read(context))) return { kind: 'silence' };
      knowing.add(branch);
      return guarded(hearing, read)(context);
    });
  }
  const [first] = store.firstBranches(1);
  if (knowing.size === 0 && first !== undefined)
    await handOver(message, hearing, first.id, guarded(hearing, read));
}

function codeOf(meaning: Meaning): string | undefined {
  if (meaning.kind !== 'intent' || meaning.intent.useCase.name !== claimAccount.name) return undefined;
  return claimAccount.input.parse(meaning.intent.input).code;
}

function fits(context: Context, meaning: Meaning): boolean {
  const code = codeOf(meaning);
  return code !== undefined && claimants(context, code).length > 0;
}
