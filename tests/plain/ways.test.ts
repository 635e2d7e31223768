import { expect, it } from 'vitest';
import { slotsOf } from '../../src/chat/plain/pattern.js';
import { wordOf } from '../../src/chat/plain/read.js';
import { loadCommands } from '../../src/start/load-commands.js';

it('every slot of a way of saying is a word of its command', async () => {
  const forms = (await loadCommands()).flatMap((command) => command.forms);
  const slots = forms.flatMap((form) =>
    form.says.flatMap(slotsOf).map((name) => wordOf(form, name).word.label),
  );
  expect(slots.length).toBeGreaterThan(50);
});
