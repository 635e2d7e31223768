/** What a sentence leaves over: somebody's reason, or the deed that names an item. */
import { withoutEdges, withoutLead } from '../fillers.js';
import type { Filling } from '../match.js';
import { isReason, mayBegin } from '../stops.js';
import type { Finder, Place } from './place.js';

/** What is left of the sentence: every piece of it that can be somebody's reason. */
export const freeText: Finder = ({ text, at, context, word, isOwnWords }) => {
  if (isOwnWords) {
    const words = withoutLead(text.slice(at));
    return words.length < 2 || /^(?:[了书会材的]|不了|[，,：:\s]*(?:是谁|略))/u.test(text.slice(at))
      ? []
      : [
          {
            written: words,
            end: text.length,
            free: text.length - at,
            own: text.slice(at),
          },
        ];
  }
  const names = context.facts.all('person').map(({ name }) => name);
  const kinds = context.rulebook.activities.kinds.map(({ label }) => label);
  const titles = context.rulebook.items.flatMap(({ title, aliases }) => [title, ...aliases]);
  // 献血400毫升: one word with what follows, unless the item is named by its title.
  const before = text.slice(0, at);
  const { items } = context.rulebook;
  const isWithin = items.some(({ title, aliases }) =>
    [title, ...aliases].some((name) => before.endsWith(name)),
  );
  if (isWithin && /^[\p{L}\p{N}]/u.test(text.slice(at))) return [];
  const found: Filling[] = [];
  const ofOthers = ['理由', '要补充什么'].includes(word.label);
  // 老师来不了: why an activity is cancelled; of a leave it is the wish itself.
  const bare = (reason: string) => (word.label === '原因' ? reason.replace(/不了$/u, '') : reason);
  if (!mayBegin(text.slice(0, at), text.slice(at))) return [];
  for (let end = at + 1; end <= text.length; end += 1) {
    // 被投诉一次: how often belongs to it.
    if (
      /^(?:[一两]次|帮忙|帮助|半天|[来去到上下](?!不)|领导|书记|老师|组织|支部|同志)/u.test(text.slice(end))
    )
      continue;
    // 窗口没人替我: one word.
    if (/[没无]有?人$/u.test(text.slice(at, end)) && /^[替帮顶换]/u.test(text.slice(end))) continue;
    // 课很重要: 要 is no filler there.
    if (/^[重必主首紧需]要/u.test(text.slice(end - 1))) continue;
    // 义务献血: one word.
    if (titles.some((title) => text.startsWith(title, end))) continue;
    const piece = withoutEdges(text.slice(at, end));
    // 给马䶮加分，他的建议被采纳: of whom was said.
    const reason = names.some((name) => before.includes(name)) ? piece.replace(/^[他她]们?的/u, '') : piece;
    // 申报受表彰，优秀共产党员: the title is the item, not why.
    if (items.some(({ title }) => title === reason) && !/[\d项]/u.test(before)) continue;
    if (
      isReason(bare(reason), end === text.length, ofOthers ? null : names) &&
      (ofOthers || !kinds.some((label) => reason.includes(label)))
    )
      found.push({
        ...{ written: reason, end, free: end - at },
        ...(ofOthers ? { own: reason } : {}),
      });
  }
  return found;
};

/** What was done, where it names an item by title or by another word of the rulebook. */
export const deed: Finder = (place) =>
  freeText({ ...place, isOwnWords: false }).flatMap(({ written, end, free }) =>
    itemsNamed(place, written).map((number) => ({
      written: String(number),
      end,
      free,
      reason: written,
    })),
  );

function itemsNamed({ context: { rulebook } }: Place, text: string): readonly number[] {
  return rulebook.items
    .filter(({ title, aliases }) => [title, ...aliases].some((name) => text.includes(name)))
    .map(({ number }) => number);
}
