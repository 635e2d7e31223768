/**
 * Reads `.env` files as offices write them. It understands or refuses each line whole: skipping one in silence would
 * start the wrong branch.
 */
import { distance } from 'fastest-levenshtein';

type EnvFile =
  | { readonly ok: true; readonly settings: Readonly<Record<string, string>> }
  /** Chinese sentences, each with its line and an example. */
  | { readonly ok: false; readonly problems: readonly string[] };

const utf8 = '请用记事本打开 .env，“另存为”时编码选 UTF-8，保存后重新启动';
const example = '例：BRANCH_NAME=机关第一党支部';
/** Secrets: never shown, not even in the sentence about their line. */
const secret = /KEY|SECRET|TOKEN/u;
/** Puppets and gateways have settings that we do not know. */
const ofLibraries = /^WECHATY_PUPPET_./u;

/** @param known names of our settings */
export function readEnvFile(bytes: Uint8Array, known: readonly string[]): EnvFile {
  const text = decode(bytes);
  if (typeof text !== 'string') return { ok: false, problems: [text.wrong] };
  const settings: Record<string, string> = {};
  const problems: string[] = [];
  for (const [at, line] of text.split(/\r\n|[\r\n]/u).entries()) {
    const read = readLine(line.trim(), known);
    if (read === undefined) continue;
    if ('wrong' in read) problems.push(`第${at + 1}行：${read.wrong}`);
    else settings[read.name] = read.value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}

function decode(bytes: Uint8Array): string | { readonly wrong: string } {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.includes(0)) return { wrong: `文件是 UTF-16（Unicode）编码：${utf8}。` };
  try {
    // Windows puts a mark in front of the first name.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const sound = new TextDecoder().decode(bytes);
    const line = sound.slice(0, sound.indexOf('\ufffd')).split(/\r\n|[\r\n]/u).length;
    return { wrong: `第${line}行：文字不是 UTF-8 编码（可能是 GBK）：${utf8}，${example}。` };
  }
}

/** Undefined: the line sets nothing. */
function readLine(
  line: string,
  known: readonly string[],
): { readonly name: string; readonly value: string } | { readonly wrong: string } | undefined {
  if (line === '' || line.startsWith('#')) return undefined;
  if (line.includes('\ufffd')) return { wrong: `有乱码“\ufffd”，请重新输入这一行，${example}。` };
  const [, name = '', mark = '', rest = ''] = /^(?:export\s+)?(\w+)\s*([=＝：:])(.*)$/u.exec(line) ?? [];
  if (mark === '') return { wrong: `没有看懂，每行应写成“名称=值”，说明文字前面要加半角的“#”，${example}。` };
  if (!known.includes(name) && !ofLibraries.test(name)) return { wrong: unknown(name, known) };
  const told = secret.test(name) ? '……' : rest.trim();
  if (mark !== '=') return { wrong: `“${mark}”应为半角的“=”，请改成：${name}=${told}。` };
  return readValue(name, rest.trim(), told);
}

function readValue(
  name: string,
  written: string,
  told: string,
): { readonly name: string; readonly value: string } | { readonly wrong: string } {
  const [, quoted] = /^(["'`])(?:.*)$/u.exec(written) ?? [];
  if (quoted !== undefined) {
    const end = written.indexOf(quoted, 1);
    const after = written.slice(end + 1).trim();
    if (end < 0 || (after !== '' && !after.startsWith('#')))
      return { wrong: `引号不成对，请写成：${name}="值"。` };
    return { name, value: written.slice(1, end) };
  }
  if (written.includes('#'))
    return {
      wrong: `值里有“#”：它是值的一部分的，请加半角引号，如 ${name}="${told}"；是说明的，请另起一行写。`,
    };
  return { name, value: written };
}

function unknown(name: string, known: readonly string[]): string {
  const nearest = [...known].sort((one, other) => distance(name, one) - distance(name, other))[0] ?? '';
  const isNear = distance(name.toUpperCase(), nearest) <= Math.max(2, nearest.length / 3);
  const hint = isNear ? `是不是要写 ${nearest}=…？` : '';
  return `没有“${name}”这项设置。${hint}可写的设置见 .env.example，${example}；用不着的，请在行首加“#”。`;
}
