import { attachMaterial } from '../src/app/points/attach.js';
import { defineCommand } from '../src/chat/define.js';
import { matterWord, textNamed } from '../src/chat/words/plain.js';

/** 材料: a picture or file sent with the line, or within five minutes after it, or a document number. */
export const command = defineCommand({
  name: '材料',
  act: '补充材料',
  summary: '为登记的事项附图、附文件或文号',
  each: 'withMaterial',
  words: { number: matterWord },
  keywords: { 文号: textNamed('文号') },
  examples: ['/材料 1', '/材料 1 文号 市直党〔2026〕16号'],
  says: ['{编号}[补][材料]文号[是|为]{文号}', '给{编号}补[材料]文号{文号}'],
  useCase: attachMaterial,
  input: ({ number, 文号: document }) => ({ number, document: document ?? null }),
});
