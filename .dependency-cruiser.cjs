/** The directions of imports: domain ← app ← chat ← commands; main sees all. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain imports itself, zod and the civil-date library',
      from: { path: '^src/domain/' },
      to: { pathNot: '^(src/domain/|node_modules/(zod|temporal-polyfill|temporal-spec)/)' },
    },
    {
      name: 'words-see-domain',
      severity: 'error',
      comment: 'the one Chinese vocabulary; serves chat, forms, jobs, web and cli',
      from: { path: '^src/words/' },
      to: { pathNot: '^src/(words|domain)/' },
    },
    {
      name: 'app-sees-domain',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { pathNot: '^(src/app/|src/domain/|node_modules/zod/)' },
    },
    {
      name: 'chat-sees-app',
      severity: 'error',
      from: { path: '^src/chat/' },
      to: {
        path: '^(src/(channels|store|reading|forms|jobs|web|desk|start|cli)/|commands/|src/(main|index|config))',
      },
    },
    {
      name: 'commands-see-chat-and-app',
      severity: 'error',
      from: { path: '^commands/' },
      to: { pathNot: '^(src/chat/|src/app/|src/domain/)' },
    },
    {
      name: 'adapters-stay-apart',
      severity: 'error',
      comment: 'channels, store, forms, reading implement ports and never import one another',
      from: { path: '^src/(channels|store|forms|reading)/' },
      to: { path: '^src/(channels|store|forms|reading|chat|jobs|web|desk|start|cli)/', pathNot: '^src/$1/' },
    },
    {
      name: 'drivers-call-perform',
      severity: 'error',
      from: { path: '^src/(jobs|web|desk)/' },
      to: { path: '^src/(store|reading|start|cli|main|channels/(wecom|wechaty)|forms)' },
    },
    {
      name: 'the-desk-decides-nothing',
      severity: 'error',
      comment: 'its forms become intents or lines of the chat; it makes no change itself',
      from: { path: '^src/desk/' },
      to: { path: '^(src/domain/branch/rows|src/app/(reply|letters/letters)|commands/)' },
    },
    {
      name: 'prisma-only-in-reading',
      severity: 'error',
      from: { pathNot: '^src/reading/' },
      to: { path: 'node_modules/(@prisma|prisma)/' },
    },
    {
      name: 'libsql-only-in-store',
      severity: 'error',
      from: { pathNot: '^src/(store|channels/local)/' },
      to: { path: 'node_modules/libsql/' },
    },
    {
      name: 'the-model-is-its-own',
      severity: 'error',
      comment: 'what must be true is written from the specification, not read off the program',
      from: { path: '^src/cli/torture/model/' },
      to: { pathNot: '^(src/cli/torture/model/|node_modules/chinese-days/)' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src/(main|index)\\.ts$', '^src/(start|cli)/', '^src/reading/'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/reading/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
