/**
 * Half-width marks beside Chinese (GB/T 15834 asks for full-width ones). Ignores what people type or copy: “/命令 …”, a
 * line that begins with a slash, `code`, the address of a link, an attribute.
 */
const chinese = String.raw`\p{Script=Han}，。、：；？！（）“”《》…`;
const marks = ',:;()?!';
/** A blank hides nothing: `没有: 张三`; but `file: 开头` and `Word (.docx)` are Latin with its own marks. */
const beside = new RegExp(
  `(?<=[${chinese}])[${marks}]|[${marks}](?=[${chinese}])|(?<=[\\d${chinese}])[,:;] +(?=[${chinese}])`,
  'gu',
);
const toCopy =
  /“\/[^”\n]*”|(?<=^[ \t]*)\/[^\n]*|(?<=：|例：)\/[^，。；\n]*|`[^`\n]+`|="[^"\n]*"|\]\([^)\s]*\)/gmu;
const around = 6;

/**
 * The places with a little context; empty: none.
 * @param typed what people typed: the bot may repeat their marks
 */
export function halfWidthMarks(text: string, typed = ''): readonly string[] {
  const shown = text.replace(toCopy, (span) => '\u0000'.repeat(span.length));
  return [...shown.matchAll(beside)]
    .map(({ index }) => index)
    .filter((at) => !typed.includes(text.slice(Math.max(0, at - 2), at + 1)))
    .map((at) => text.slice(Math.max(0, at - around), at + around).replaceAll('\n', ' '));
}
