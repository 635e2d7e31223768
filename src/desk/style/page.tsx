import { LineForms } from '../lines/form.js';
import { personField, type LineForm } from '../lines/kind.js';
import type { Page } from '../page.js';
import { SaidNote, Table } from '../parts/frame.js';

const sampleForm: LineForm = {
  ...{ key: 'sample', title: '一张表单', of: { who: 'everybody' }, line: '/积分 {person}', files: true },
  fields: {
    person: personField,
    day: { label: '日期', type: 'date' },
    kind: { label: '选择', choices: () => ['一', '二'] },
    text: { label: '文字', type: 'long' },
  },
  hint: '表单下面的说明。',
};

/** Every component of the desk, for its developers; only the sample serves it. */
export const style: Page = {
  path: '/style',
  title: '样式',
  who: 'everybody',
  inMenu: false,
  view: (context, asked) => (
    <>
      <h2>提示</h2>
      <SaidNote texts={['已办理的一句话。']} isDone />
      <SaidNote texts={['没有办成的一句话。']} isDone={false} />
      <h2>卡片和按钮</h2>
      <div class="card">
        <h3>标题</h3>
        <p class="muted">次要的文字</p>
        <p class="acts">
          <button class="main">主要</button>
          <button>一般</button>
          <a href="/desk/style">链接</a>
        </p>
      </div>
      <h2>表格</h2>
      <Table caption="表格" heads={['姓名', '分数']} numbers={[1]} rows={[['张三', 103]]} />
      <Table caption="矩阵" matrix heads={['姓名', '1月', '2月']} rows={[['张三', '√', '欠']]} />
      <LineForms {...{ context, asked }} forms={[sampleForm]} at="/desk/style" title="表单" />
      <h2>选择</h2>
      <fieldset class="choices">
        <legend>张三</legend>
        <label>
          <input type="radio" name="sample" value="1" /> <span>到</span>
        </label>
        <label>
          <input type="checkbox" name="tick" value="1" /> <span>勾选</span>
        </label>
      </fieldset>
      <h2>步骤和进度</h2>
      <ol class="steps">
        <li class="card">1. 已完成</li>
        <li class="card" aria-current="step">
          2. 现在办
        </li>
      </ol>
      <progress aria-label="进度" value={3} max={9} />
    </>
  ),
};
