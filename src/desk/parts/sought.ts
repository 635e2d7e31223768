import { pinyin } from 'pinyin-pro';

const spellings = new Map<string, readonly [whole: string, initials: string]>();

/** How a name is typed without characters: 张三 zhangsan, zs. */
export function spellingOf(name: string): readonly [whole: string, initials: string] {
  const known = spellings.get(name);
  if (known !== undefined) return known;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname' });
  const made = [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')] as const;
  spellings.set(name, made);
  return made;
}

/** Whether somebody is looked for: by a part of the name, the beginning of its pinyin, or its initials. */
export function isSought(name: string, typed: string): boolean {
  const sought = typed.replaceAll(/\s/gu, '').toLowerCase();
  return name.includes(sought) || spellingOf(name).some((spelling) => spelling.startsWith(sought));
}
