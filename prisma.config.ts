import { defineConfig } from 'prisma/config';

// Only for Prisma's own command line while developing; the bot reads src/config.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: 'file:./data/zhibu.db' },
});
