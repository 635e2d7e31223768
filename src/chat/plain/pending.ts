import type { Meaning } from '../../app/incoming.js';
import { waiting } from '../../app/plain/offers.js';
import type { Context } from '../../app/use-case.js';
import type { Offer } from '../../domain/plain/rows.js';
import * as says from '../replies/plain/sentences.js';

/** What people say who believe that a question is answered by it. */
const agrees =
  /^(?:1|一|ok|okay|没问题|没错|同意|中|成|要的|办吧|登记吧|就这么办|都?批了?|准了?|通过|妥|好嘞|👌|👍|🆗)[了吧的啦哈呀。.！!～~]*$/iu;
/** 可以的: nobody says more to a list. */
const longest = 8;

/**
 * An answer that is none, while a question is open: it is asked again. Silence would be taken for a yes.
 * @param talk what was said, and not understood
 */
export function stillOpen(talk: string, context: Context): Meaning | undefined {
  const offered = waiting(context);
  const text = talk.trim();
  if (offered !== undefined) return agrees.test(text) ? askedAgain(offered, context) : undefined;
  const { actor, facts } = context;
  const listed = actor === null ? undefined : facts.get('talk', actor.id);
  const isListed = listed !== undefined && listed.shown.length > 0 && context.place === 'private';
  return isListed && (agrees.test(text) || /^(?:是|好|对|可以|确认|行)/u.test(text)) && text.length <= longest
    ? { kind: 'answer', text: says.confirmListed() }
    : undefined;
}

function askedAgain(offered: Offer, { now }: Context): Meaning {
  const [line = ''] = offered.lines;
  return {
    kind: 'answer',
    text: offered.mark === null ? says.onlyByCopy(offered.lines) : says.notYetDone(line),
    discreet: offered.places.length > 1,
    offer: { ...offered, at: now },
  };
}

const corrects = /^(?:不是|不对|不|错了)[，,、。\s]*(?:应该|应当)?(?:是|改成|改为|请)?/u;

/** 不是，是公出: the leave that was offered, as that kind. */
export function otherKind(talk: string, context: Context): string | undefined {
  const [line = ''] = waiting(context)?.lines ?? [];
  const [name, activity, ...rest] = line.split(' ');
  const lead = corrects.exec(talk)?.[0];
  if (name !== '/请假' || activity === undefined || lead === undefined) return undefined;
  const { kinds } = context.rulebook.leave;
  const said = talk.slice(lead.length).replace(/[。.！!，,了的吧啊]+$/u, '');
  const kind = kinds.find(({ label, aliases }) => [label, ...aliases].includes(said));
  if (kind === undefined) return undefined;
  const reason = kinds.some(({ label }) => label === rest[0]) ? rest.slice(1) : rest;
  return [name, activity, kind.label, ...reason].join(' ');
}
