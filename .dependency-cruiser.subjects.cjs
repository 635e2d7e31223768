/**
 * The subjects of src/app form no cycle, as a graph of folders; type-only imports count. Files that stand directly in
 * src/app (use-case.ts, kinds.ts, says.ts …) belong to no subject, and ports only name what others implement.
 */
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-cycle-of-subjects',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    includeOnly: '^src/app/[^/]+/',
    exclude: '^src/app/(ports/|[^/]+\\.ts$)',
  },
};
