import type { Reader, Reading } from '../../app/incoming.js';
import type { Inbound } from '../../app/ports/channel.js';
import { claimAccount, claimants } from '../../app/roster/claim.js';
import type { Context } from '../../app/use-case.js';
import type { Catalogue } from '../catalogue.js';
import { createReader } from '../dispatch.js';
import type { Ears } from './hearing.js';
import { pass } from './pass.js';
import { tooManyCodes } from '../replies/roster/sentences.js';
import type { Line } from '../words/line.js';

export function isClaim(catalogue: Catalogue, line: Line): boolean {
  const forms = catalogue.find(line.name)?.forms ?? [];
  return forms.some(({ useCase }) => useCase.name === claimAccount.name);
}

/** Counts wrong codes of the account, and stops it from trying on. */
export function guarded(ears: Pick<Ears, 'attempts' | 'clock'>, read: Reader): Reader {
  let counted = false;
  return (context) => {
    const reading = read(context);
    if (codeOf(reading) === undefined) return reading;
    const { account } = context.speaker;
    const now = ears.clock.now();
    if (!counted && ears.attempts.isLocked(account, now)) return { kind: 'answer', text: tooManyCodes() };
    // Decided again after another process wrote: still one try.
    if (!counted && !fits(context, reading)) ears.attempts.wrong(account, now);
    counted = true;
    return reading;
  };
}

/**
 * A code says by itself which branch it is of; one of the superior committee that fits several is used in all of them.
 * Only where none knows the code it is refused, once.
 */
export async function hearClaim(message: Inbound, ears: Ears, line: Line): Promise<void> {
  const { store, channel } = ears;
  const key = { channel: channel.name, messageId: message.messageId };
  const branches = store.branches().map(({ id }) => id);
  if (branches.some((branch) => store.handled(branch, key))) return;
  const read = createReader(ears.catalogue, line.text, ears.botName);
  const knowing = new Set<string>();
  for (const branch of branches) {
    await pass(message, ears, branch, (context) => {
      if (!fits(context, read(context))) return { kind: 'silence' };
      knowing.add(branch);
      return guarded(ears, read)(context);
    });
  }
  const [first] = branches;
  if (knowing.size === 0 && first !== undefined) await pass(message, ears, first, guarded(ears, read));
}

function codeOf(reading: Reading): string | undefined {
  if (reading.kind !== 'intent' || reading.intent.useCase.name !== claimAccount.name) return undefined;
  return claimAccount.input.parse(reading.intent.input).code;
}

function fits(context: Context, reading: Reading): boolean {
  const code = codeOf(reading);
  return code !== undefined && claimants(context, code).length > 0;
}
