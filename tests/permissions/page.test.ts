import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../src/chat/define.js';
import { permissionsFile, permissionsText } from '../../src/cli/permissions.js';
import { loadCommands } from '../../src/index.js';

let commands: readonly Command[] = [];
beforeAll(async () => {
  commands = await loadCommands();
});

describe('docs/PERMISSIONS.md', () => {
  test('is what the commands say now (else: npm run permissions)', () => {
    expect(readFileSync(permissionsFile(), 'utf8')).toBe(permissionsText(commands));
  });
});
