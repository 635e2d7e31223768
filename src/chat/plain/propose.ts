import type { Meaning, Reader } from '../../app/incoming.js';
import { mayAct } from '../../app/perform.js';
import { hasLapsed, isPast, waiting } from '../../app/plain/offers.js';
import type { Context } from '../../app/use-case.js';
import { asStranger } from '../../app/door/unbound.js';
import { isHere } from '../../domain/branch/people.js';
import * as says from '../replies/plain/sentences.js';
import { unbound } from '../replies/door/sentences.js';
import { betweenClauses, linesAround } from './clauses.js';
import { questionOf } from './model.js';
import { forAsker, offer, offerAnew, offerLine, offerTried, propose, tryOut, type Plain } from './offer.js';
import { otherKind, stillOpen } from './pending.js';
import type { Rates } from './rates.js';
import { markOf, readBack } from './read-back.js';
import { linesSaid } from './read.js';
import { toBeHeard } from './slots/own.js';
import { isNotForUs, isWanted } from './stops.js';

/**
 * Answers what was said to the bot without a command: a question at once, a wish with the one line that would do it.
 * Nothing is done before the person says so.
 */
export function plainReader(talk: string, plain: Plain): Reader {
  let counted = false;
  const once = (kind: Parameters<Rates['allows']>[0], context: Context): boolean => {
    // A decision that is made again, because another process wrote first, counts once.
    const allowed = counted || plain.rates.allows(kind, personKey(context), context.now);
    counted = true;
    return allowed;
  };
  return (context) => {
    if (context.actor === null || !isHere(context.actor))
      return {
        kind: 'answer',
        text: unbound(asStranger(context), context, introduced.exec(talk.trim())?.[1]),
        isHint: true,
      };
    const answer = answerTo(talk, context, plain) ?? lineWithin(talk, context, plain);
    if (answer?.kind === 'answer' && answer.offer !== undefined && !once('offer', context))
      return plain.rates.allows('tooFast', personKey(context), context.now)
        ? { kind: 'answer', text: says.tooFast() }
        : { kind: 'silence', endsOffer: true };
    if (answer !== undefined) return answer;
    const open = stillOpen(talk, context);
    if (open !== undefined) return open;
    const isCourtesy = isNotForUs(talk) || thanks.test(talk) || plain.isOneOfSeveral;
    const byModel = isCourtesy ? undefined : fromModel(talk, context, plain);
    if (byModel !== undefined) return byModel;
    if (isCourtesy) return { kind: 'silence', endsOffer: true };
    if (once('hint', context)) return { kind: 'answer', text: hintFor(talk, context) + lapsed(context) };
    // Whoever hears nothing believes that it is done.
    if (wishes.test(talk)) return { kind: 'answer', text: says.notRegistered() + lapsed(context) };
    return context.place === 'private'
      ? { kind: 'answer', text: says.notHeard() + lapsed(context) }
      : { kind: 'silence', endsOffer: true };
  };
}

/** 我是何琳: the line needs nothing more. */
const introduced = /^(?:我要|请)?(?:绑定|我是|我叫|本人)\s*([\p{Script=Han}·]{2,12})[。.！!]?$/u;

/** 「…」: what somebody else said, in front of the speaker's own words. */
const quoted = /^[「『].*?[」』][\s\-]*/su;
const endsLine = /[”"」』，。；,;\n]|或|$/u;
/** What a usage writes where the person's own words belong. */
const isBlank = /\s(?:理由|文字|姓名|编号|意见)$/u;

/** 属实，/证明 1: a single command inside a sentence said in private is asked about. */
function lineWithin(talk: string, context: Context, plain: Plain): Meaning | undefined {
  const own = talk.replace(quoted, '');
  if (context.place !== 'private' || isNotForUs(own)) return undefined;
  const lines = own
    .split(/[/／]/u)
    .slice(1)
    .map((piece) => `/${piece.slice(0, endsLine.exec(piece)?.index).trim()}`)
    .filter((line) => !isBlank.test(line) && readBack(line, context, plain.commands) !== undefined);
  const [only, ...others] = [...new Set(lines)];
  return only === undefined || others.length > 0 ? undefined : offerTried(only, context, plain);
}

/** The model is asked, or what it proposed is offered, if every word of it was said. */
function fromModel(talk: string, context: Context, plain: Plain): Meaning | undefined {
  const { model, commands, rates } = plain;
  if (model === undefined || !context.rulebook.plainWords.model) return undefined;
  if (model.kind === 'mayBeAsked') {
    const question = questionOf(talk, context, commands);
    if (question === undefined || !rates.allows('model', personKey(context), context.now)) return undefined;
    model.ask(question);
    return { kind: 'silence' };
  }
  return model.line === null ? undefined : offerLine(model.line, talk, context, plain);
}

/** What helps somebody who was not understood, by what they may have meant. */
function hintFor(talk: string, context: Context): string {
  if (
    pointsSaid.test(talk) &&
    mayAct(context.facts, context.actor, ['recorder', 'secretary', 'deputySecretary'])
  )
    return says.whichItem(/[扣减]/u.test(pointsSaid.exec(talk)?.[0] ?? '') ? 'deduction' : 'bonus');
  const number = context.place === 'private' ? toBeHeard(context) : undefined;
  if (number !== undefined) return says.notYetHeard(number);
  if (late.test(talk)) return says.lateIsNoLeave();
  if (claims.test(talk) && !mayAct(context.facts, context.actor, ['recorder'])) return says.claimByItem();
  return says.notUnderstood(officeOf(context));
}

/** What was offered before is not done by what came between. */
function lapsed(context: Context): string {
  return context.place === 'private' && waiting(context) !== undefined ? says.offerLapsed() : '';
}

function officeOf({ facts, actor }: Context): Parameters<typeof says.notUnderstood>[0] {
  if (mayAct(facts, actor, ['recorder'])) return 'recorder';
  return mayAct(facts, actor, ['secretary', 'deputySecretary']) ? 'officer' : 'member';
}

function personKey({ facts, actor }: Context): string {
  return `${facts.branch.id}/${actor?.id ?? ''}`;
}

const late =
  /晚到?(?:[一二两三五十几半\d]+(?:来)?(?:分钟|分|刻钟|个?小时)|一会|点到)|迟到(?:一会|[一二三五十几半\d]+分)|堵(?:车|在路上)/u;
const claims = /(?:我|俺|咱).*(?:能|可以|算|该|给).{0,4}加(?:几|点|多少)?分/u;
const pointsSaid = /[加扣减][上了他她]*(?:\d+|[一二两三五十])分/u;
/** What may touch what is on record. */
const wishes =
  /请.{0,2}假|[去来到]不了|参加不了|不去|不来|晚到|迟到|属实|证明|作证|冤枉|搞错|弄错|销假|改到|改成|改期|取消|撤回|撤销|驳回|同意|异议|没来|没到|缺席|到了|到会|点错|登错|记错/u;
/** Nobody wants an answer to these. */
const thanks =
  /^(?:(?:您|你|大家)?(?:好的|好|收到|谢谢|谢了|多谢|感谢|辛苦|明白|知道|没问题|不客气|再见|嗯|哦|行|可以|麻烦)(?:了|您|你|您了|你了|啦|哈|呀|的)*[，,。.！!～~\s]*)+$/u;
const yesWords = /^(?:是|是的|对|对的|好|好的|可以|可以的|行|行的|嗯+|确认|就这样)[。.！!～~]*$/u;
/** Nobody says these out of courtesy: people who do believe that it does something. */
const strictYes = /^(?:是|是的|对|对的|确认|就这样)[。.！!～~]*$/u;
const noWords = /^(?:不是|不|不对|不用|不用了|不要|算了|取消)[。.！!～~]*$/u;
const pressedWords = /^(是|不是) ([0-9a-f]{16})$/u;

function answerTo(talk: string, context: Context, plain: Plain): Meaning | undefined {
  const pressed = pressedWords.exec(talk);
  if (pressed !== null) return afterPress(pressed[1] === '是', pressed[2] ?? '', context, plain);
  if (yesWords.test(talk)) return afterYes(talk, context, plain);
  const corrected = otherKind(talk, context);
  if (corrected !== undefined) return offerAnew(corrected, context, plain);
  if (noWords.test(talk) && waiting(context) !== undefined) return { kind: 'answer', text: says.declined() };
  return isNotForUs(talk) ? undefined : answerToSentence(talk, context, plain);
}

function answerToSentence(talk: string, context: Context, plain: Plain): Meaning | undefined {
  const exact = linesSaid(talk, context, plain.commands);
  const said = exact.length > 0 ? exact : linesAround(talk, context, plain.commands);
  if (said.length === 0) return questionWithin(talk, context, plain);
  const tried = said.map((one) => tryOut(one, context, plain));
  const [read] = tried.filter(({ outcome }) => outcome === 'reads');
  if (read !== undefined) return forAsker(read);
  const wanted = tried.filter(({ wish, command }) => isWanted(wish, !command.byCopy));
  const changing = wanted.filter(({ outcome }) => outcome === 'changes');
  const [only, ...others] = changing;
  if (only !== undefined && others.length === 0) return propose(only, context, plain);
  if (only !== undefined) return offer(changing, context, plain);
  const [refused] = [...wanted.filter(({ outcome }) => outcome === 'refused'), ...wanted];
  return refused?.meaning;
}

/** Whoever only names a thing, 联系群众，人人有责, asks for nothing. */
const wantsToKnow = /看|查|多少|几|哪|什么|啥|怎么|咋|如何|吗|告诉|发我|发给|给我|有没有|没有$/u;

/** 怎么比上个月少了，看看明细: the one question that is asked, in a clause of its own or in whatever words. */
function questionWithin(talk: string, context: Context, plain: Plain): Meaning | undefined {
  const clauses = talk.split(betweenClauses).filter((clause) => clause !== '');
  const inClause =
    clauses.length < 2 || wishes.test(talk)
      ? []
      : clauses
          .filter((clause) => clause.length > 3 && wantsToKnow.test(clause))
          .flatMap((clause) => linesSaid(clause, context, plain.commands));
  const lines = inClause.length > 0 ? inClause : linesSaid(talk, context, plain.commands, 'inAnyWords');
  const tried = lines.map((one) => tryOut(one, context, plain));
  const [only, ...others] = new Map(tried.map((one) => [one.line, one])).values();
  return only?.outcome === 'reads' && others.length === 0 ? forAsker(only) : undefined;
}

/** `是`: the line is decided as if it had been typed, if it still means the same. */
function afterYes(talk: string, context: Context, plain: Plain): Meaning | undefined {
  const offered = waiting(context);
  if (offered === undefined && hasLapsed(context)) return { kind: 'answer', text: says.tooLate() };
  if (offered === undefined)
    return strictYes.test(talk) && isPast(context)
      ? { kind: 'answer', text: says.nothingWaits() }
      : undefined;
  const [line] = offered.lines;
  if (offered.mark === null || line === undefined)
    return {
      kind: 'answer',
      text: says.onlyByCopy(offered.lines),
      discreet: offered.places.length > 1,
    };
  return carryOut(line, offered.mark, context, plain);
}

/** A button carries the mark of its own offer: an older card does nothing. */
function afterPress(isYes: boolean, mark: string, context: Context, plain: Plain): Meaning {
  const offered = waiting(context);
  const [line] = offered?.lines ?? [];
  if (offered?.pressed !== mark || line === undefined) return { kind: 'answer', text: says.tooLate() };
  return isYes ? carryOut(line, mark, context, plain) : { kind: 'answer', text: says.declined() };
}

function carryOut(line: string, mark: string, context: Context, plain: Plain): Meaning {
  const meaning = plain.typed(line)(context);
  const read = readBack(line, context, plain.commands);
  if (meaning.kind !== 'intent' || read === undefined || markOf(line, read.meaning, context) === mark)
    return meaning;
  return offerAnew(line, context, plain, { again: true });
}
