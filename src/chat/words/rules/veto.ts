import { word, type Word } from '../../define.js';
import { rewrite } from '../line.js';
import { memberName } from '../people/names.js';

const number = /^#?\d{1,9}$/u;
const groundNumber = /^第?(\d{1,4})款?$/u;
/** The member. A number here means a matter, which `/驳回` rejects. */
export const vetoSubject: Word<number> = word('姓名', (input) => {
  const { line, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  if (token !== undefined && !token.named && number.test(token.text)) {
    const lines = [`/驳回 ${line.text.slice(token.start)}`];
    return { kind: 'problem', problem: { code: 'rejectMeant', lines } };
  }
  return memberName.read(input);
});

/** 4, 第4款. Without a ground of the rulebook each of them is a complete line to choose from. */
export const groundWord: Word<number> = word(
  '款号',
  ({ context, line, tokens, at, end }) => {
    const { grounds } = context.rulebook.veto;
    const token = at < end ? tokens[at] : undefined;
    const match = token === undefined ? null : groundNumber.exec(token.text);
    const written = match === null ? undefined : Number(match[1]);
    const known = grounds.find((ground) => ground.number === written);
    if (known !== undefined) return { kind: 'taken', value: known.number, next: at + 1 };
    const before = tokens[at - 1];
    const lines = grounds.map((ground) => {
      if (token !== undefined)
        return rewrite(
          line,
          token,
          match === null ? `${ground.number} ${token.text}` : String(ground.number),
        );
      return before === undefined
        ? line.text
        : `${rewrite(line, before, `${before.text} ${ground.number}`)} 事由`;
    });
    return {
      kind: 'problem',
      problem: { code: 'whichGround', text: match === null ? '' : (token?.text ?? ''), lines },
    };
  },
  ({ veto }) => veto.grounds.map((ground) => String(ground.number)),
);
