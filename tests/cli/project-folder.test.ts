import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../src/project-folder.js';
import { freshFolder } from '../support/processes/bot-server.js';

it.each(['src', 'dist/src'])(
  'GIVEN a clone below a folder called dist WHEN %s runs THEN it finds the clone',
  (part) => {
    const place = freshFolder();
    onTestFinished(() => place.remove());
    const clone = join(place.folder, 'dist', 'zhibu-bot');
    mkdirSync(join(clone, part), { recursive: true });
    writeFileSync(join(clone, 'package.json'), '{}');
    expect(projectFolder(join(clone, part, 'project-folder.js'))).toBe(join(clone, '/'));
  },
);
