import { isOffered } from '../../app/perform.js';
import type { ActorContext } from '../../app/use-case.js';
import { membersHere, refOf } from '../../domain/branch/people.js';
import { personTitle } from '../../words/persons.js';
import type { Form } from '../form.js';
import type { Asked, Orders } from '../page.js';
import { Hidden } from '../parts/frame.js';
import type { Field, LineForm } from './kind.js';

interface Shown {
  readonly context: ActorContext;
  readonly asked: Asked;
  /** The address that reads it. */
  readonly at: string;
  /** Fields that the page fills in. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** Those of the forms that are for the speaker, folded; below their title, if there are any. */
export function LineForms({
  forms,
  title,
  ...shown
}: Shown & { readonly forms: readonly LineForm[]; readonly title?: string }) {
  const offered = forms.filter((form) => isOffered(shown.context, form.of) && isOfUse(form, shown.context));
  return offered.length === 0 ? null : (
    <>
      {title !== undefined && <h2>{title}</h2>}
      <div class="card folds">
        {offered.map((form) => (
          <Folded form={form} {...shown} names={`names-${offered[0]?.key ?? ''}`} />
        ))}
      </div>
      {offered.some(({ fields }) => Object.values(fields).some(({ isPerson }) => isPerson)) && (
        <datalist id={`names-${offered[0]?.key ?? ''}`}>
          {membersHere(shown.context.facts).map((person) => (
            <option value={personTitle(refOf(shown.context.facts, person), shown.context.rulebook)} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Where something has to be chosen and there is nothing, the form is of no use either. */
function isOfUse({ line, fields, isOfUse: may = () => true }: LineForm, context: ActorContext): boolean {
  const chosen = Object.entries(fields).filter(([name]) => isNeeded(line, name));
  return may(context) && chosen.every(([, { choices }]) => choices?.(context).length !== 0);
}

function Folded(props: Shown & { readonly form: LineForm; readonly names: string }) {
  const { form, context, asked, at, names, fixed = {} } = props;
  const { key, title, line, fields, hint } = form;
  const typed = asked.form?.text('do') === key ? asked.form : null;
  const entries = Object.entries(fields);
  const button = (
    <button class="main" name="do" value={key}>
      {title}
    </button>
  );
  const inside = (
    <form method="post" action={at} {...(form.files ? { enctype: 'multipart/form-data' } : {})}>
      <Hidden asked={asked} />
      {Object.entries(fixed).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {hint !== undefined && <p class="muted">{hint}</p>}
      {entries.length > 0 && (
        <div class="fields">
          {entries.map(([name, field]) => (
            <Labelled
              {...{ name, field, context, names }}
              value={typed?.lines(name) ?? ''}
              required={isNeeded(line, name)}
            />
          ))}
          {form.files && (
            <label>
              <span>材料（图片或文件，可多选）</span>
              <input type="file" name="files" multiple />
            </label>
          )}
        </div>
      )}
      <p class="acts">{button}</p>
    </form>
  );
  if (entries.length === 0 && hint === undefined) return inside;
  return (
    <details open={typed !== null}>
      <summary>{title}</summary>
      {inside}
    </details>
  );
}

function Labelled(props: {
  readonly name: string;
  readonly field: Field;
  readonly value: string;
  readonly required: boolean;
  readonly context: ActorContext;
  /** The list that offers names. */
  readonly names: string;
}) {
  const { name, field, value, required, context, names } = props;
  const { label, type = 'text', choices, isPerson } = field;
  return (
    <label>
      <span>{required ? label : `${label}（可不填）`}</span>
      {choices !== undefined ? (
        <select name={name} required={required}>
          <option value="">{required ? '请选择' : '不填'}</option>
          {choices(context)
            .map((choice) => (typeof choice === 'string' ? { value: choice, label: choice } : choice))
            .map((choice) => (
              <option value={choice.value} selected={choice.value === value}>
                {choice.label}
              </option>
            ))}
        </select>
      ) : type === 'long' ? (
        <textarea name={name} rows={3} required={required}>
          {value}
        </textarea>
      ) : (
        <input {...{ type, name, value, required }} {...(isPerson ? { list: names } : {})} />
      )}
    </label>
  );
}

const named = /\{(\w+)\}/gu;
const optional = /\[([^\]]*)\]/gu;
const namesIn = (text: string) => [...text.matchAll(named)].map(([, name = '']) => name);

function isNeeded(line: string, name: string): boolean {
  return namesIn(line.replaceAll(optional, '')).includes(name);
}

/** The line that one of the forms comes to. Undefined: it is none of these. */
export async function readLines(forms: readonly LineForm[], form: Form): Promise<Orders | undefined> {
  const one = forms.find(({ key }) => key === form.text('do'));
  if (one === undefined) return undefined;
  const { line, fields } = one;
  const value = (name: string) => valueOf(form, name, fields[name]);
  const kept = line.replaceAll(optional, (_, part: string) =>
    namesIn(part).every((name) => value(name) !== '') ? part : '',
  );
  const missing = namesIn(kept).filter((name) => value(name) === '');
  if (missing.length > 0)
    return { missing: `请先填写${missing.map((name) => `“${fields[name]?.label ?? name}”`).join('、')}。` };
  const said = kept.replaceAll(named, (_, name: string) => value(name));
  return { orders: [said], files: one.files ? await form.files('files') : [] };
}

function valueOf(form: Form, name: string, field: Field | undefined): string {
  switch (field?.type) {
    case 'date':
      return form.day(name);
    case 'datetime-local':
      return form.instant(name).slice(0, 16).replace('T', ' ');
    case 'long':
      return form.lines(name);
    case 'text':
    case 'month':
    case 'number':
    case 'tel':
    case undefined:
      return form.text(name);
  }
}
