import { importRosterFile } from '../../app/roster/import.js';
import { mayAct } from '../../app/perform.js';
import type { ActorContext } from '../../app/use-case.js';
import type { Form } from '../form.js';
import { unread, type Asked, type Orders, type Tools } from '../page.js';
import { Hidden } from '../parts/frame.js';

/** A roster file: read and shown first, written by a second form. */
export function Import({ context, asked }: { readonly context: ActorContext; readonly asked: Asked }) {
  return mayAct(context.facts, context.actor, importRosterFile.who) ? (
    <details class="card">
      <summary>从表格导入名册</summary>
      <form method="post" action="/desk/roster" enctype="multipart/form-data">
        <Hidden asked={asked} />
        <p class="muted">先列出将要变动的内容，核对后再导入。第一行写列标题：姓名、类别、党小组、手机等。</p>
        <div class="fields">
          <label>
            <span>名册文件（.xlsx 或 .csv）</span>
            <input type="file" name="roster" accept=".xlsx,.csv" required />
          </label>
        </div>
        <p class="acts">
          <button class="main" name="do" value="readRoster">
            核对这份名册
          </button>
        </p>
      </form>
    </details>
  ) : null;
}

export async function readImport(form: Form, { rosterFiles }: Tools): Promise<Orders> {
  switch (form.text('do')) {
    case 'readRoster': {
      const [file] = await form.files('roster');
      if (file === undefined) return { missing: '请先选择名册文件。' };
      const dryRun = await rosterFiles.read(file);
      return {
        preview: (context, asked) => {
          const { wrong, text, rows } = dryRun(context);
          return (
            <form method="post" action="/desk/roster" class="card">
              <Hidden asked={asked} />
              <h2>{file.name}</h2>
              {wrong.length > 0 && <p>名册有误，没有导入。请改正后重新上传：</p>}
              <div class="plan">{wrong.length > 0 ? wrong.join('\n') : text}</div>
              {wrong.length === 0 && rows.length === 0 && <p>没有变化。</p>}
              <p class="acts">
                {wrong.length === 0 && rows.length > 0 && (
                  <>
                    <input type="hidden" name="rows" value={JSON.stringify(rows)} />
                    <button class="main" name="do" value="importRoster">
                      照此导入
                    </button>
                  </>
                )}
                <a href="/desk/roster">返回名册</a>
              </p>
            </form>
          );
        },
      };
    }
    case 'importRoster': {
      const sent = importRosterFile.input.safeParse({ rows: parsed(form.text('rows')) });
      if (!sent.success) return { missing: '没有导入：请重新上传文件核对。' };
      return { orders: [() => importRosterFile.intent(sent.data)] };
    }
    default:
      return unread;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
